import { type Layers, UPOS } from '../document/layers.ts'
import type { Tokens } from '../document/tokens.ts'
import { indexAt, readWord } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { overlap, sizeOf, type Verbatim } from './contents.ts'
import { dependentsOf, nameOf, REACH, spanBelow } from './syntax.ts'

/** Confidence of words between inner marks whose verb of saying stands right before them. */
const QUOTED = 0.85
const SAYING = /^(?:say|ask|answer|reply|tell|shout|write|whisper|add|read|think|go|respond|warn|insist|repeat)$/
const VERB = UPOS.indexOf('VERB')
/** Words between the verb and the marks: “She asked |me in the lift|, “…””. */
const BETWEEN = 6

/**
 * Adds what a quoted person or a turn quotes in its own marks, a verb of saying with its subject before them: “She said
 * ‘trust me’, and I do”. `inner` holds the runs that may be such: nested ones, and those in the turns of a transcript.
 */
export function addInnerQuotations(tokens: Tokens, layers: Layers, drafts: readonly Draft[], inner: readonly Verbatim[]): Draft[] {
  const inTurn = new Uint8Array(tokens.count)
  const byFirst = new Map<number, Draft[]>()
  for (const draft of drafts)
    for (const { first, last } of draft.content) {
      if (draft.isTurn) inTurn.fill(1, first, last)
      byFirst.set(first, [...(byFirst.get(first) ?? []), draft])
    }
  const added: Draft[] = []
  const spoken = new Uint8Array(tokens.count)
  for (const run of inner) {
    if ((run.quotation.depth === 0 && inTurn[run.words.first] === 0) || isTold(byFirst, run)) continue
    const draft = readQuoted(tokens, layers, run)
    if (!draft?.cue) continue
    added.push(draft)
    spoken.fill(1, draft.cue.first, draft.cue.last)
  }
  const isReplaced = ({ cue, isTurn }: Draft) => cue !== null && !isTurn && spoken.subarray(cue.first, cue.last).includes(1)
  return [...drafts.filter((draft) => !isReplaced(draft)), ...added]
}

/** Words that may stand beside the quoted ones, marks counted, in a statement that tells them already. */
const BESIDE = 4

/** Whether some draft tells these words and little else. */
function isTold(byFirst: ReadonlyMap<number, readonly Draft[]>, { words }: Verbatim): boolean {
  const size = words.last - words.first
  for (let first = words.first - BESIDE; first <= words.first; first++)
    for (const { content } of byFirst.get(first) ?? [])
      if (sizeOf(content) <= size + BESIDE && content.some((piece) => overlap(piece, words) === size)) return true
  return false
}

function readQuoted(tokens: Tokens, layers: Layers, { whole }: Verbatim): Draft | null {
  const sentence = indexAt(tokens.sentences, whole.first)
  const within = { first: Math.max(tokens.sentences[sentence] as number, whole.first - REACH), last: whole.first }
  for (let i = whole.first - 1; i >= Math.max(within.first, whole.first - BETWEEN - 2); i--) {
    if (/^["“”‘«»]$/.test(readWord(tokens, i))) return null
    // “says that two pumps “needed attention”” quotes a part only
    if (i < whole.first - 1 && !/^[,:]$/.test(readWord(tokens, whole.first - 1))) return null
    if (layers.upos[i] !== VERB || !SAYING.test(layers.lemma[i] ?? '')) continue
    const subject = dependentsOf(layers, i, within).find((d) => d < i && nameOf(layers, d) === 'nsubj')
    if (subject === undefined) return null
    let first = i
    while (first > within.first && layers.head[first - 1] === i && /^(?:aux|advmod)/.test(nameOf(layers, first - 1))) first--
    return {
      cue: { first, last: i + 1 },
      source: spanBelow(layers, subject, { first: within.first, last: first }),
      content: [whole],
      confidence: QUOTED,
      within: null,
      isVerbal: true,
    }
  }
  return null
}
