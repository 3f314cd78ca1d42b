/**
 * Which tokens are quotation marks, and what each can do: open, close, or either. An apostrophe is never a mark: the
 * tokenizer keeps “don't” and “'90s” in words, and here “the ministers' plan” is told from a single closing mark.
 */

/** A mark, with its token and what it can be. */
export interface Mark {
  readonly token: number
  readonly family: 'double' | 'guillemet' | 'single'
  readonly glyph: string
  readonly canOpen: boolean
  readonly canClose: boolean
}

type Laid = { text: string; start: Uint32Array; end: Uint32Array; count: number }

const DOUBLE = new Set(['"', '“', '”', '„', '‟', '``', "''", '＂'])
const GUILLEMET = new Set(['«', '»', '‹', '›'])
const SINGLE = new Set(["'", '‘', '’', '‚', '`'])

/** The marks among the tokens [first, last) of one paragraph, in order. */
export function findMarks(laid: Laid, first: number, last: number): Mark[] {
  const marks: Mark[] = []
  for (let token = first; token < last; token++) {
    const length = (laid.end[token] as number) - (laid.start[token] as number)
    if (length > 2) continue
    const glyph = laid.text.slice(laid.start[token], laid.end[token])
    const family = DOUBLE.has(glyph) ? 'double' : SINGLE.has(glyph) ? 'single' : GUILLEMET.has(glyph) ? 'guillemet' : null
    if (family) marks.push({ token, family, glyph, ...shapeOf(laid, token, glyph, family, first, last) })
  }
  return marks.filter((mark, i) => !isApostrophe(laid, mark, marks, i))
}

/** What a mark can do, by its glyph and by the blanks around it. */
function shapeOf(laid: Laid, token: number, glyph: string, family: Mark['family'], first: number, last: number) {
  const start = laid.start[token] as number
  const end = laid.end[token] as number
  const before = token === first ? ' ' : (laid.text[start - 1] ?? ' ')
  const after = token === last - 1 ? ' ' : (laid.text[end] ?? ' ')
  const isBlankBefore = /[\s([{—–\-/>]/.test(before) || /["“”‘'«„]/.test(before)
  const isBlankAfter = /[\s)\]}—–\-/,.;:?!<…]/.test(after) || /["”’'»]/.test(after)
  const looksOpening = isBlankBefore && !/[\s,.;:?!)\]}]/.test(after)
  const looksClosing = !/\s/.test(before) && isBlankAfter
  if (glyph === '„' || glyph === '‚' || glyph === '``' || glyph === '‟') return { canOpen: true, canClose: false }
  if (glyph === '“' || glyph === '‘') return { canOpen: looksOpening || !looksClosing, canClose: looksClosing && !looksOpening }
  if (glyph === '”' || glyph === '’' || glyph === "''")
    return { canOpen: looksOpening && !looksClosing && family !== 'single', canClose: !looksOpening || looksClosing }
  if (family === 'guillemet') {
    const points = glyph === '«' || glyph === '‹'
    return { canOpen: points || (looksOpening && !looksClosing), canClose: !points || (looksClosing && !looksOpening) }
  }
  if (looksOpening !== looksClosing) return { canOpen: looksOpening, canClose: looksClosing }
  return { canOpen: true, canClose: true }
}

/** Singles that open nothing and close nothing: “the ministers' plan”, “fishin' boats”. */
function isApostrophe(laid: Laid, mark: Mark, marks: readonly Mark[], i: number): boolean {
  if (mark.family !== 'single') return false
  const start = laid.start[mark.token] as number
  const before = laid.text[start - 1] ?? ' '
  const after = laid.text.slice(laid.end[mark.token], (laid.end[mark.token] as number) + 2)
  if (mark.canOpen && !mark.canClose) return false
  const isPossessive = /[sxz]/i.test(before) && /^\s\p{L}/u.test(after)
  const isClipped = /[nN]/.test(before) && /^\s\p{Ll}/u.test(after)
  if (!isPossessive && !isClipped) return false
  const later = marks.slice(i + 1, i + 6).find((other) => other.family === 'single')
  return later === undefined ? isPossessive : later.canClose && !later.canOpen
}
