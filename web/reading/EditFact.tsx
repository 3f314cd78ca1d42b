import { useEffect, useState } from 'preact/hooks'
import { AREAS } from '../../src/document/cooperation.ts'
import { EVENT_TYPES } from '../../src/document/news-event.ts'
import { ACTS } from '../../src/document/statement.ts'
import { labelOf } from '../labels.ts'
import { Choice, Field, readForm } from '../parts/parts.tsx'
import { WORDS } from '../words.ts'
import type { Desk } from './desk.ts'
import type { PlacedFact, PlacedRecord } from './facts.ts'
import { type Change, nearestMention, spanOf, wordsAt } from './review.ts'
import { type Stretch, WordsEditor } from './WordsEditor.tsx'

const REALIS = ['happened', 'ongoing', 'planned', 'hypothetical', 'denied', 'unknown']
const STAGES = ['originating', 'expanding', 'longstanding', 'aspirational', 'suspended', 'ended']
const CLAIMS = ['first', 'last', 'most', 'least', 'again', 'since', 'gap']

type Kind = PlacedFact['kind']

/** Mends a fact: its values by choices, its words by words. Only what was changed is sent. */
export function EditFact({
  desk,
  fact,
  focus,
  onSave,
  onLeave,
}: {
  desk: Desk
  fact: PlacedFact
  focus: string | null
  onSave: (change: Change) => void
  onLeave: () => void
}) {
  const record = desk.record.value
  const [before] = useState(() => valuesOf(fact))
  const [words, setWords] = useState<Stretch>(() => spanOf(fact))
  useEffect(() => {
    desk.edited.value = words
    return () => {
      desk.edited.value = null
    }
  }, [words])
  return (
    <form
      class="edit"
      ref={(form) => {
        if (form && !form.contains(document.activeElement)) focusField(form, focus)
      }}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      onSubmit={(event) => {
        event.preventDefault()
        const changed = listChanges(before, readForm(event.currentTarget), event.currentTarget)
        const first = spanOf(fact)
        const moved = words.start === first.start && words.end === first.end ? {} : moveWords(fact, words, record)
        onSave({ fields: { ...nameValues(changed), ...nameSource(changed, fact, record), ...moved } })
      }}
    >
      <Values kind={fact.kind} values={before} record={record} />
      <WordsEditor text={record.text} value={words} onChange={setWords} />
      <p class="row">
        <button type="submit" class="primary">
          {WORDS.shell.save}
        </button>
        <button type="button" onClick={onLeave}>
          {WORDS.shell.cancel}
        </button>
      </p>
    </form>
  )
}

/** The list brings the form into sight by itself: the page, which shows the article, must not move. */
function focusField(form: HTMLFormElement, name: string | null): void {
  const named = name === null ? null : form.elements.namedItem(name)
  const field = named instanceof HTMLElement ? named : form.querySelector<HTMLElement>('select, .strip')
  field?.focus({ preventScroll: true })
}

/** The values of a kind of fact, each with the choices that there are. */
export function Values({ kind, values, record }: { kind: Kind; values: Readonly<Record<string, string>>; record: PlacedRecord }) {
  const pick = (label: string, name: string, choices: readonly string[], any?: string) => (
    <Field label={label}>
      <Choice name={name} value={values[name] ?? ''} values={choices.map((one) => [one, labelOf(one)] as const)} {...(any === undefined ? {} : { any })} />
    </Field>
  )
  const told = WORDS.review
  if (kind === 'statement')
    return (
      <>
        <Field label={told.who}>
          <Choice
            name="speaker"
            value={values.speaker ?? ''}
            any={told.nobody}
            values={record.record.entities.filter(({ kind: one }) => one !== 'place').map(({ id, name }) => [id, name] as const)}
          />
        </Field>
        {pick(told.act, 'act', ACTS)}
        <label class="check">
          <input type="checkbox" name="negated" checked={values.negated === 'on'} /> {told.negated}
        </label>
      </>
    )
  if (kind === 'event')
    return (
      <>
        {pick(told.type, 'type', EVENT_TYPES)}
        {pick(told.realis, 'realis', REALIS)}
      </>
    )
  if (kind === 'comparison') return pick(told.claim, 'claim', CLAIMS)
  return (
    <>
      {pick(told.area, 'area', AREAS)}
      {pick(told.stage, 'stage', STAGES, WORDS.fact.noStage)}
      {pick(told.realis, 'realis', REALIS)}
    </>
  )
}

function valuesOf(one: PlacedFact): Record<string, string> {
  if (one.kind === 'statement') return { speaker: one.fact.source?.entity ?? '', act: one.fact.act, negated: one.fact.negated ? 'on' : '' }
  if (one.kind === 'event') return { type: one.fact.type, realis: one.fact.realis }
  if (one.kind === 'cooperation') return { area: one.fact.area, stage: one.fact.stage ?? '', realis: one.fact.realis }
  return { claim: one.fact.claim }
}

function listChanges(before: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>, form: HTMLFormElement): Record<string, string> {
  const asked = Object.keys(before).filter((name) => form.elements.namedItem(name) && (given[name] ?? '') !== before[name])
  return Object.fromEntries(asked.map((name) => [name, given[name] ?? '']))
}

/** Values of the form as a correction names them. */
export function nameValues(given: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, name === 'negated' ? value === 'on' : value === '' ? null : value]))
}

/** A speaker who is given to a statement without one is named by the nearest words that mean him or her. */
function nameSource(changed: Readonly<Record<string, string>>, one: PlacedFact, record: PlacedRecord): Record<string, unknown> {
  if (one.kind !== 'statement' || !changed.speaker || one.fact.source !== null) return {}
  return { source: nearestMention(record, changed.speaker, spanOf(one).start) }
}

/** The fact's words where they were moved; its other pieces stay. */
function moveWords(one: PlacedFact, words: Stretch, record: PlacedRecord): Record<string, unknown> {
  const moved = wordsAt(record, words)
  const rest = (spans: readonly Stretch[]) => spans.slice(1).map((span) => wordsAt(record, span))
  if (one.kind === 'statement') return { content: [moved, ...rest(one.fact.content.spans)] }
  if (one.kind === 'event') return { trigger: moved }
  if (one.kind === 'cooperation') return { words: [moved, ...rest(one.fact.spans)] }
  return { words: moved }
}
