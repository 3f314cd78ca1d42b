import { type Layers, UPOS } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { overlapAll, sizeOf, trimContent } from './contents.ts'

const VIEW = /^(?:view|opinion|words|eyes|judge?ment|reading)$/
/** How far the comma may lie behind “In the view of …”. */
const REACH = 14
/** Confidence: on the golden articles every such opening is one. */
const SHOWN = 0.8
const VERB = [UPOS.indexOf('VERB'), UPOS.indexOf('AUX')]

/** Adds what a sentence's opening ascribes: “In the view of Harrow, the talks carry more meaning”, “In her view, …”. */
export function placeViews(tokens: Tokens, layers: Layers, drafts: readonly Draft[]): Draft[] {
  const made: Draft[] = []
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const draft = readView(tokens, layers, tokens.sentences[s] as number, tokens.sentences[s + 1] as number)
    if (draft && !drafts.some((other) => overlapAll(other.content, draft.content) * 2 > Math.min(sizeOf(other.content), sizeOf(draft.content))))
      made.push(draft)
  }
  return [...drafts, ...made]
}

function readView(tokens: Tokens, layers: Layers, first: number, last: number): Draft | null {
  if (!/^In$/.test(readWord(tokens, first))) return null
  let comma = first + 2
  while (comma < Math.min(last, first + REACH) && readWord(tokens, comma) !== ',') comma++
  if (readWord(tokens, comma) !== ',' || comma + 3 >= last) return null
  const parts = VIEW.test(readWord(tokens, first + 2)) && readWord(tokens, first + 3) === 'of' ? ofSource(first, comma) : ownerOf(tokens, first, comma)
  const content = trimContent([{ first: comma + 1, last }], tokens)
  const hasVerb = content.some((piece) => VERB.some((tag) => layers.upos.subarray(piece.first, piece.last).includes(tag)))
  return parts && hasVerb ? { ...parts, content, confidence: SHOWN, within: null, isVerbal: false } : null
}

/** “In the view of |Harrow|,” */
function ofSource(first: number, comma: number): { cue: TokenSpan; source: TokenSpan } | null {
  return comma > first + 4 ? { cue: { first, last: first + 4 }, source: { first: first + 4, last: comma } } : null
}

/** “In |her| view,”, “In |the minister|'s view,” */
function ownerOf(tokens: Tokens, first: number, comma: number): { cue: TokenSpan; source: TokenSpan } | null {
  if (!VIEW.test(readWord(tokens, comma - 1)) || comma - 2 <= first) return null
  const before = readWord(tokens, comma - 2)
  if (/^['’]s?$/.test(before) && comma - 2 > first + 1) return { cue: { first, last: comma }, source: { first: first + 1, last: comma - 2 } }
  return /^(?:his|her|their|its|my|our)$/.test(before) && comma - 2 === first + 1
    ? { cue: { first, last: comma }, source: { first: first + 1, last: first + 2 } }
    : null
}
