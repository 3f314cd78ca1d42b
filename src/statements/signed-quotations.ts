import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { indexAt, readWord } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { overlap, type Verbatim } from './contents.ts'

const SIGNED = 0.95
/** A name with its office: “– Commissioner Edda Vale, Harbour Authority”. Longer ends of a paragraph are a sentence. */
const LONGEST_SIGNATURE = 14

/**
 * Quotations that are signed, as letters pages and press releases have them: “It must stop.” – Edda Vale. The dash is the
 * cue, the name behind it the source. Drafts that claimed the same words give way.
 */
export function placeSigned(tokens: Tokens, drafts: readonly Draft[], runs: readonly Verbatim[]): Draft[] {
  const signed = runs.flatMap((run) => readSignature(tokens, run))
  if (signed.length === 0) return [...drafts]
  const isClaimed = (draft: Draft) =>
    signed.some((one) => draft.content.some((piece) => overlap(piece, one.content[0] as TokenSpan) * 2 > piece.last - piece.first && !isWithin(draft, one)))
  const left = drafts.filter((draft) => !isClaimed(draft))
  return [...left, ...signed]
}

/** Whether a draft, cue and all, is reported inside a signed quotation. */
function isWithin(draft: Draft, signed: Draft): boolean {
  const { first, last } = signed.content[0] as TokenSpan
  return draft.cue !== null && first <= draft.cue.first && draft.cue.last <= last
}

function readSignature(tokens: Tokens, { whole, quotation }: Verbatim): Draft[] {
  const paragraph = indexAt(tokens.paragraphs, whole.first)
  const end = tokens.paragraphs[paragraph + 1] as number
  const dash = whole.last
  if (tokens.paragraphs[paragraph] !== whole.first || quotation.close === null || dash >= end - 1) return []
  if (!/^(?:[–—―-]|--)$/.test(readWord(tokens, dash)) || end - dash > LONGEST_SIGNATURE) return []
  const last = readWord(tokens, end - 1) === '.' ? end - 1 : end
  if (!/^\p{Lu}/u.test(readWord(tokens, dash + 1)) || last <= dash + 1) return []
  return [{ cue: { first: dash, last: dash + 1 }, source: { first: dash + 1, last }, content: [whole], confidence: SIGNED, within: null, isVerbal: false }]
}
