import type { Readout, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { placeStretches } from './spans.ts'
import { isTelling } from './telling-words.ts'
import { cutWords } from './words.ts'

/** A draft as Readout reads it. */
export interface Draft {
  /** Its record with the text, offsets in code points. */
  readonly readout: Readout
  /** For each entity of the record whom of the library it is; null where nobody knows. */
  readonly people: readonly (number | null)[]
}

/** Somebody to whom a draft ascribes words. */
export interface ClaimSpeaker {
  readonly name: string
  readonly isPerson: boolean
  /** Identity in the library; null where it has none there. */
  readonly id: number | null
  /** Names by which the draft tells of it. */
  readonly names: readonly string[]
}

/** Something that a draft says somebody said: in quotation marks, or in its own words. */
export interface Claim {
  readonly kind: 'quotation' | 'claim'
  /** Statement of the draft's record; null for a quotation that stands outside of any. */
  readonly statement: string | null
  /** Its words in the draft: the pieces of a quotation that the words of saying interrupt. */
  readonly spans: readonly [ReadoutSpan, ...ReadoutSpan[]]
  readonly act: string
  readonly speaker: ClaimSpeaker | null
  /** Whom the speaker speaks for. */
  readonly onBehalfOf: ClaimSpeaker | null
}

/** Something that is not looked for: somebody is said NOT to have said it, or it has too few words of its own (“asked them for it”). */
export interface PassedOver {
  readonly claim: Claim
  readonly reason: 'negated' | 'too-little'
}

/** All that a draft ascribes to somebody, in its order. */
export function listClaims(draft: Draft): { claims: Claim[]; passed: PassedOver[] } {
  const { statements } = draft.readout
  const read = (isNegated: boolean) => statements.filter(({ negated }) => negated === isNegated).flatMap((statement) => readStatement(statement, draft))
  const claims = [...read(false), ...findStrayQuotations(draft.readout)].sort((a, b) => a.spans[0].start - b.spans[0].start)
  const [little, enough] = [claims.filter(tellsLittle), claims.filter((claim) => !tellsLittle(claim))]
  const negated = read(true).map((claim) => ({ claim, reason: 'negated' as const }))
  return { claims: enough, passed: [...negated, ...little.map((claim) => ({ claim, reason: 'too-little' as const }))] }
}

/** Telling words without which a claim in the draft's own words could be anything. */
const LEAST_TELLING = 2

function tellsLittle({ kind, spans }: Claim): boolean {
  const words = spans.flatMap(({ text }) => cutWords(text).map(({ folded }) => folded))
  return kind === 'claim' ? words.filter(isTelling).length < LEAST_TELLING : words.length === 0
}

function readStatement(statement: ReadoutStatement, draft: Draft): Claim[] {
  const { id, kind, act, source, content, quotations } = statement
  const common = { statement: id, act, speaker: nameSpeaker(source?.entity ?? null, draft), onBehalfOf: nameSpeaker(source?.onBehalfOf ?? null, draft) }
  // “We will,” she said, “sail”: one quotation. Words quoted here and there in a sentence of the draft's own stand each for itself.
  const groups = kind === 'direct' ? [quotations] : quotations.map((one) => [one])
  const quoted = groups.flatMap((spans): Claim[] => (hasFirst(spans) ? [{ ...common, kind: 'quotation', spans }] : []))
  const isOwnWords = kind !== 'direct' && hasFirst(content.spans)
  return isOwnWords ? [...quoted, { ...common, kind: 'claim', spans: content.spans as unknown as Claim['spans'] }] : quoted
}

function hasFirst<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0
}

function nameSpeaker(entity: string | null, { readout, people }: Draft): ClaimSpeaker | null {
  const place = readout.entities.findIndex(({ id }) => id === entity)
  const found = readout.entities[place]
  if (!found) return null
  const names = found.mentions.filter(({ form }) => form === 'name').map(({ text }) => text)
  return { name: found.name, isPerson: found.kind === 'person', id: people[place] ?? null, names: [...new Set([found.name, ...names])] }
}

/** Fewer quoted words may be a title or a doubt: the “reform”. */
const STRAY_WORDS = 4

/** Quotations that no statement holds: nothing that stands in quotation marks goes unchecked. */
function findStrayQuotations({ article, statements }: Readout): Claim[] {
  const text = article.text ?? ''
  const taken = statements.flatMap(({ content, quotations }) => [...content.spans, ...quotations])
  const found = Array.from(text.matchAll(/“([^“”\n]+)”|(?<![\p{L}\p{N}])"([^"\n]+)"/gu), ({ 0: whole, index }) => ({
    start: index + 1,
    end: index + whole.length - 1,
  }))
  return placeStretches({ start: 0, end: 0, text }, found)
    .filter(({ text: words, start, end }) => cutWords(words).length >= STRAY_WORDS && !taken.some((span) => span.start < end && start < span.end))
    .map((span) => ({ kind: 'quotation', statement: null, spans: [span], act: 'say', speaker: null, onBehalfOf: null }))
}
