import { useState } from 'preact/hooks'
import { Choice, Field, readForm } from '../parts/parts.tsx'
import { say } from '../say.ts'
import type { FactKind } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { readSelection } from './ArticleText.tsx'
import type { Desk } from './desk.ts'
import { nameValues, Values } from './EditFact.tsx'
import { nearestMention, type Reviewing, spanOf, wordsAt } from './review.ts'
import { type Stretch, WordsEditor } from './WordsEditor.tsx'

const KINDS: readonly FactKind[] = ['statement', 'event', 'cooperation', 'comparison']

/** Adds a fact that the machine did not find, from words that the reader has selected or, by keys, those of the fact held on to. */
export function AddFact({ desk, reviewing }: { desk: Desk; reviewing: Reviewing }) {
  const [words, setWords] = useState<Stretch | null>(null)
  const open = () => {
    const held = desk.record.value.facts.find(({ id }) => id === desk.chosen.value)
    const found = readSelection(desk.record.value.text) ?? (held ? spanOf(held) : null)
    if (found) setWords(found)
    else say(WORDS.article.addMore, { isBad: true })
  }
  if (words === null)
    return (
      // The press must not take the selection away before it is read.
      <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={open}>
        {WORDS.article.add}
      </button>
    )
  return <AddForm {...{ desk, reviewing, words, setWords }} />
}

function AddForm({ desk, reviewing, words, setWords }: { desk: Desk; reviewing: Reviewing; words: Stretch; setWords: (words: Stretch | null) => void }) {
  const [kind, setKind] = useState<FactKind>('statement')
  const record = desk.record.value
  const parties = record.record.entities.filter((entity) => entity.kind === 'country' || entity.kind === 'organization' || entity.kind === 'person')
  return (
    <form
      class="edit add"
      onSubmit={(event) => {
        event.preventDefault()
        const { kind: _, one, other, ...given } = readForm(event.currentTarget)
        const between = kind === 'cooperation' ? { between: [one, other].filter((id) => id !== undefined) } : {}
        const source = kind === 'statement' && given.speaker ? { source: nearestMention(record, given.speaker, words.start) } : {}
        setWords(null)
        void reviewing.add(kind, { ...nameValues(given), ...between, ...source, ...nameWords(kind, wordsAt(record, words)) })
      }}
    >
      <Field label={WORDS.review.kind}>
        <Choice name="kind" value={kind} values={KINDS.map((one) => [one, WORDS.fact[one]] as const)} onChange={(value) => setKind(value as FactKind)} />
      </Field>
      <Values kind={kind} values={{ realis: 'happened', act: 'say' }} record={record} />
      {kind === 'cooperation' &&
        (['one', 'other'] as const).map((side) => (
          <Field key={side} label={WORDS.pair[side]}>
            <Choice name={side} value="" values={parties.map(({ id, name }) => [id, name] as const)} />
          </Field>
        ))}
      <WordsEditor text={record.text} value={words} onChange={setWords} />
      <p class="row">
        <button type="submit" class="primary">
          {WORDS.shell.save}
        </button>
        <button type="button" onClick={() => setWords(null)}>
          {WORDS.shell.cancel}
        </button>
      </p>
    </form>
  )
}

/** The field that holds a fact's words; a statement is told in the article's own words unless they stand between quotation marks. */
function nameWords(kind: FactKind, words: ReturnType<typeof wordsAt>): Record<string, unknown> {
  if (kind === 'statement') return { kind: /^["“]/.test(words.text) ? 'direct' : 'indirect', content: [words] }
  if (kind === 'event') return { trigger: words }
  return kind === 'cooperation' ? { words: [words] } : { words }
}
