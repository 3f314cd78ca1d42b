import { type Signal, useComputed } from '@preact/signals'
import { useState } from 'preact/hooks'
import { KEYS } from '../keys.ts'
import { can } from '../me.ts'
import { Field, KeyButton } from '../parts/parts.tsx'
import type { Correction } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { describeFact } from './describe.ts'
import { chooseFact, type Desk } from './desk.ts'
import { EditFact } from './EditFact.tsx'
import { cut, type PlacedFact } from './facts.ts'
import { findUndoable, keyOf, type Reviewing } from './review.ts'

/** What is being done with the fact that is held on to. */
export type Doing = Signal<'edit' | 'speaker' | 'comment' | null>

interface CardGiven {
  readonly desk: Desk
  readonly one: PlacedFact
  /** Null where nothing can be decided: a text that is not kept, a reader who may not. */
  readonly reviewing: Reviewing | null
  readonly corrections: readonly Correction[]
  readonly doing: Doing
  readonly link: string | null
  /** Where it is shown a second time it bears no name of its own. */
  readonly isSecond?: boolean
}

/** A fact with its words; a click shows them in the text. */
export function FactCard({ desk, one, reviewing, corrections, doing, link, isSecond = false }: CardGiven) {
  const isChosen = useComputed(() => desk.chosen.value === one.id).value
  const { head, sort, link: cue, words, traits } = describeFact(one, desk.record.value)
  const verdict = one.judged.decision?.verdict
  const rest = () => {
    desk.rested.value = one.id
  }
  // The pointer may rest on words of another fact by now.
  const leave = () => {
    if (desk.rested.value === one.id) desk.rested.value = null
  }
  return (
    <li id={isSecond ? undefined : `fact-${one.id}`} class={`fact kind-${one.kind}${isChosen ? ' chosen' : ''}${verdict ? ` decided-${verdict}` : ''}`}>
      <button
        type="button"
        class="fact-main"
        aria-pressed={isChosen}
        onClick={() => chooseFact(desk, one.id, { isToggling: true })}
        onMouseEnter={rest}
        onMouseLeave={leave}
        onFocus={rest}
        onBlur={leave}
      >
        <span class="fact-kind">
          <span class="swatch" aria-hidden="true" /> {WORDS.fact.sort(WORDS.fact[one.kind], sort)}
          {verdict && <span class="decision">{VERDICTS[verdict] ?? verdict}</span>}
          <span class="sure" title={WORDS.fact.sureMore(one.confidence)}>
            {WORDS.fact.sure(one.confidence)}
          </span>
        </span>
        {head && (
          <span class="fact-head">
            <bdi class="who">{head}</bdi> {cue && <bdi class="cue-words">{cue}</bdi>}
          </span>
        )}
        <span class="fact-words" dir="auto">
          {cut(words, 320)}
        </span>
        <span class="traits">{traits.join(' · ')}</span>
      </button>
      <Differs of={one.judged.differs ?? []} />
      {isChosen && <ChosenTools desk={desk} one={one} link={link} />}
      {reviewing && can('review') && one.judged.factKey !== undefined && <ReviewTools {...{ desk, one, reviewing, corrections, doing, isChosen }} />}
    </li>
  )
}

/** Where the machine now reads otherwise than a person decided: told, not applied. */
function Differs({ of }: { of: NonNullable<PlacedFact['judged']['differs']> }) {
  if (of.length === 0) return null
  return (
    <ul class="differs-list">
      {of.map(({ field, human, machine }) => (
        <li key={field} dir="auto">
          {WORDS.fact.differs(field, human, machine)}
        </li>
      ))}
    </ul>
  )
}

/** What a person decided. */
const VERDICTS: Readonly<Record<string, string>> = {
  accepted: WORDS.review.accepted,
  rejected: WORDS.review.rejected,
  corrected: WORDS.review.corrected,
  added: WORDS.review.added,
}

function ChosenTools({ desk, one, link }: { desk: Desk; one: PlacedFact; link: string | null }) {
  const places = one.spans.length
  return (
    <p class="chosen-tools">
      <button
        type="button"
        class="to-text"
        onClick={() => {
          desk.pane.value = 'text'
          desk.at.value = (desk.at.value + 1) % Math.max(places, 1)
        }}
      >
        {WORDS.article.where}
      </button>
      {places > 1 && <span class="quiet">{WORDS.article.place(desk.at.value + 1, places)}</span>}
      {link && <a href={link}>{WORDS.article.citation}</a>}
    </p>
  )
}

type ToolsGiven = Omit<CardGiven, 'link' | 'reviewing' | 'isSecond'> & { readonly reviewing: Reviewing; readonly isChosen: boolean }

/** Buttons always in sight, keys besides. */
function ReviewTools({ desk, one, reviewing, corrections, doing, isChosen }: ToolsGiven) {
  const open = isChosen ? doing.value : null
  const begin = (what: NonNullable<Doing['value']>) => {
    chooseFact(desk, one.id)
    doing.value = what
  }
  const leave = () => {
    doing.value = null
  }
  const told = WORDS.review
  return (
    <div class="review-tools">
      <p class="row">
        <KeyButton
          label={told.accept}
          shortcut={KEYS.accept}
          isPressed={one.judged.decision?.verdict === 'accepted'}
          onClick={() => void reviewing.decide(one, 'accept')}
        />
        <KeyButton label={told.reject} shortcut={KEYS.reject} isPressed={one.isRejected} onClick={() => void reviewing.decide(one, 'reject')} />
        <KeyButton label={told.edit} shortcut={KEYS.edit} onClick={() => begin('edit')} />
        {one.kind === 'statement' && <KeyButton label={told.speaker} shortcut={KEYS.speaker} onClick={() => begin('speaker')} />}
        <KeyButton label={told.comment} shortcut={KEYS.comment} onClick={() => begin('comment')} />
        {findUndoable(corrections, one.judged.factKey) && <KeyButton label={told.undo} shortcut={KEYS.undo} onClick={() => void reviewing.undo(one)} />}
      </p>
      {(open === 'edit' || open === 'speaker') && (
        <EditFact
          {...{ desk, fact: one, focus: open === 'speaker' ? 'speaker' : null, onLeave: leave }}
          onSave={(change) => {
            leave()
            if (Object.keys(change.fields ?? {}).length > 0) void reviewing.decide(one, 'correct', change)
          }}
        />
      )}
      {open === 'comment' && <CommentForm onLeave={leave} onSave={(note) => void reviewing.decide(one, 'comment', { comment: note })} />}
      <Decisions corrections={corrections.filter((entry) => keyOf(entry) === one.judged.factKey)} />
    </div>
  )
}

function CommentForm({ onSave, onLeave }: { onSave: (note: string) => void; onLeave: () => void }) {
  const [note, setNote] = useState('')
  return (
    <form
      class="edit"
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      onSubmit={(event) => {
        event.preventDefault()
        onLeave()
        if (note.trim()) onSave(note.trim())
      }}
    >
      <Field label={WORDS.review.note}>
        <textarea ref={(area) => area?.focus()} rows={2} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </Field>
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

function Decisions({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null
  return (
    <details class="history">
      <summary>{`${WORDS.review.history} (${corrections.length})`}</summary>
      <ol>
        {corrections.map(({ id, who, action, change }) => (
          <li key={id}>
            <bdi>{who}</bdi>: {action}
            {change.comment && (
              <>
                {' '}
                “<bdi>{change.comment}</bdi>”
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
