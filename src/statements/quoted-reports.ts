import { type Layers, UPOS } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { indexAt, readWord } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { overlap } from './contents.ts'

/** “a senior aide to the prime minister of Varland”: the one quoted is named in so many tokens at most. */
const LONGEST_NAME = 14
const VERB = UPOS.indexOf('VERB')

/**
 * “The Tribune |quoted| a guard |as saying| that …” is two reports: the paper's, and the guard's within it. Drafts with
 * either cue give way; without any there is nothing to go by.
 */
export function placeQuotedReports(tokens: Tokens, layers: Layers, drafts: readonly Draft[]): Draft[] {
  const quoted = findQuoted(tokens, layers)
  if (quoted.length === 0) return [...drafts]
  const byCue = new Map<number, Draft>()
  for (const draft of drafts) if (draft.cue) for (let i = draft.cue.first; i < draft.cue.last; i++) byCue.set(i, draft)
  const replaced = new Set<Draft>()
  const made: Draft[] = []
  for (const { verb, as } of quoted) {
    const claims = new Set<Draft>()
    for (let i = verb; i < as + 2; i++) {
      const draft = byCue.get(i)
      if (draft) claims.add(draft)
    }
    const reports = splitReport([...claims], byCue.get(verb) ?? null, verb, as)
    if (reports.length === 0) continue
    for (const claim of claims) replaced.add(claim)
    made.push(...reports)
  }
  return [...drafts.filter((draft) => !replaced.has(draft)), ...made]
}

function splitReport(claims: readonly Draft[], outer: Draft | null, verb: number, as: number): Draft[] {
  const end = Math.max(0, ...claims.map(({ content }) => content.at(-1)?.last ?? 0))
  if (end <= as + 2) return []
  const name = { first: verb + 1, last: as }
  const source = outer?.source ?? claims.find((claim) => claim.source && overlap(claim.source, name) === 0)?.source ?? null
  const common = { confidence: Math.max(...claims.map((claim) => claim.confidence)), within: null, isVerbal: true }
  return [
    { ...common, cue: { first: outer?.cue?.first ?? verb, last: verb + 1 }, source, content: [{ first: verb + 1, last: end }] },
    { ...common, cue: { first: as, last: as + 2 }, source: name, content: [{ first: as + 2, last: end }] },
  ]
}

/** Verbs of quoting whose object says something: the tokens of the verb and of “as”. */
function findQuoted(tokens: Tokens, layers: Layers): { verb: number; as: number }[] {
  const found: { verb: number; as: number }[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (layers.upos[i] !== VERB || !/^(?:quote|cite)$/.test(layers.lemma[i] ?? '')) continue
    const as = findAs(tokens, { first: i + 2, last: Math.min(tokens.sentences[indexAt(tokens.sentences, i) + 1] as number, i + LONGEST_NAME) })
    if (as > 0) found.push({ verb: i, as })
  }
  return found
}

function findAs(tokens: Tokens, { first, last }: TokenSpan): number {
  for (let i = first; i + 1 < last; i++) if (readWord(tokens, i) === 'as' && /^(?:saying|telling|writing)$/.test(readWord(tokens, i + 1))) return i
  return 0
}
