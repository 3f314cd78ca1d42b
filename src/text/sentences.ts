/** Parts a tokenised text into paragraphs and sentences. Every paragraph begins a sentence. */

const ENDS_SENTENCE = /^(?:[.?!…]|[?!]{2,}|\.(?: ?\.)+)$/
const CLOSES = /^(?:["”’'»)\]}]|'')$/
const OPENS = /^(?:["“‘'„«([{]|``|'')$/
/** Abbreviations after which a sentence can end: the word that follows decides. */
const MAY_END = /^(?:(?:\p{L}\.){2,}|(?:etc|inc|corp|co|ltd|jr|sr|llc|bros)\.)$/iu
const STARTERS = new Set(
  `The A An He She It They We I You This That These Those In On At But And Or So If When While As For His Her Their Its
  Our There Here What Who Why How Where After Before Since Although However Meanwhile Asked Both Some Many Most`.split(/\s+/),
)
/** A line that ends in one of these goes on in the next, whatever its length: “a meeting with¶President …”. */
const GOES_ON = new Set(
  `a an the of in on at to for with from by and or but nor that which who whose as than into over under between about his
  her their its our my your this these those not is are was were be been has have had will would said per via mr. ms.
  mrs. dr. president minister , – — -- ; (`.split(/\s+/),
)

type Offsets = { start: Uint32Array; end: Uint32Array; count: number }

/** First token of each paragraph and of each sentence, each list closed by `count`. */
export function findSentences(text: string, tokens: Offsets): { paragraphs: Uint32Array; sentences: Uint32Array } {
  const paragraphs = findParagraphs(text, tokens)
  const sentences: number[] = []
  for (let p = 0; p + 1 < paragraphs.length; p++) {
    const last = paragraphs[p + 1] as number
    let first = paragraphs[p] as number
    sentences.push(first)
    for (let i = first; i < last; i++) {
      if (!endsSentence(text, tokens, i)) continue
      let next = i + 1
      while (next < last && CLOSES.test(wordAt(text, tokens, next)) && isGlued(tokens, next)) next++
      if (next < last && beginsSentence(text, tokens, next, i)) {
        sentences.push(next)
        first = next
      }
      i = next - 1
    }
  }
  sentences.push(tokens.count)
  return { paragraphs, sentences: Uint32Array.from(sentences) }
}

function endsSentence(text: string, tokens: Offsets, i: number): boolean {
  const last = text.charCodeAt((tokens.end[i] as number) - 1)
  if (last !== 46 && last !== 63 && last !== 33 && last !== 0x2026) return false
  const word = wordAt(text, tokens, i)
  return ENDS_SENTENCE.test(word) || MAY_END.test(word)
}

function beginsSentence(text: string, tokens: Offsets, next: number, end: number): boolean {
  let at = next
  while (at < tokens.count - 1 && at < next + 3 && OPENS.test(wordAt(text, tokens, at))) at++
  const word = wordAt(text, tokens, at)
  const ender = wordAt(text, tokens, end)
  if (!/^[\p{Lu}\p{N}\p{Lo}@#•*–—-]/u.test(word)) return false
  if (MAY_END.test(ender)) return STARTERS.has(word)
  if (/^\p{N}/u.test(word) && ender !== '.') return ender.startsWith('?') || ender.startsWith('!')
  if (/^[–—*-]/.test(word)) return word === '•' || (tokens.end[at] as number) < (tokens.start[at + 1] ?? 0)
  return true
}

/** Paragraphs end at blank lines, and at line breaks that are not merely a wrapped line. */
function findParagraphs(text: string, tokens: Offsets): Uint32Array {
  const starts: number[] = tokens.count > 0 ? [0] : []
  const width = wrapWidth(text)
  let block = blockAt(text, 0)
  for (let i = 1; i < tokens.count; i++) {
    const from = tokens.end[i - 1] as number
    const to = tokens.start[i] as number
    if (to === from || !hasBreak(text, from, to)) continue
    if (to >= block.end) block = blockAt(text, to)
    if (
      /\n[^\S\n]*\n|\r[^\S\r]*\r(?!\n)|\u2029/.test(text.slice(from, to).replace(/\r\n/g, '\n')) ||
      !isWrapped(text, tokens, i, block.isHardWrapped, isFull(text, from, to, width))
    )
      starts.push(i)
  }
  return Uint32Array.from([...starts, tokens.count])
}

/** Blocks that must be cut to one width before a whole text counts as wrapped. */
const WRAPPED_BLOCKS = 2

/** Width to which the lines of a text were cut: that of its hard-wrapped blocks, 0 where it has too few of them. */
function wrapWidth(text: string): number {
  let blocks = 0
  let width = 0
  for (let at = 0; at < text.length; ) {
    const block = blockAt(text, at)
    if (block.isHardWrapped) {
      blocks++
      width = Math.max(width, block.longest)
    }
    at = block.end
  }
  return blocks >= WRAPPED_BLOCKS ? width : 0
}

/** Whether the line that ends at `from` was too full for the word at `to` that the next line opens with, in a text cut to `width`. */
function isFull(text: string, from: number, to: number, width: number): boolean {
  if (width === 0) return false
  let end = to
  while (end < text.length && end - to <= width && !/\s/.test(text[end] as string)) end++
  const length = from - (text.lastIndexOf('\n', from - 1) + 1)
  return length <= width && length + 1 + (end - to) > width
}

function hasBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13 || code === 0x2029 || code === 0x2028) return true
  }
  return false
}

/** Whether the line break before token `next` only wraps a line. */
function isWrapped(text: string, tokens: Offsets, next: number, isHardWrapped: boolean, isLineFull: boolean): boolean {
  const before = wordAt(text, tokens, next - 1)
  const after = wordAt(text, tokens, next)
  if (/^[•*–—-]$/.test(after)) return false
  if (isLineFull) return true
  if (/^(?:[.?!:]|["”’»)]|[?!]{2,}|\.(?: ?\.)+|…)$/.test(before)) return isHardWrapped && !/^(?:["“‘«„]|``)$/.test(after)
  if (GOES_ON.has(before.toLowerCase())) return true
  if (/^\p{Ll}/u.test(after)) return true
  return isHardWrapped
}

/** A block of lines without a blank line between, and whether its lines were cut to one width (60 to 100 signs or so). */
function blockAt(text: string, at: number): { end: number; longest: number; isHardWrapped: boolean } {
  let lines = 0
  let full = 0
  let longest = 0
  let openEnded = 0
  let line = text.lastIndexOf('\n', at - 1) + 1
  for (;;) {
    let end = text.indexOf('\n', line)
    if (end < 0) end = text.length
    const trimmed = text.slice(line, end).trimEnd()
    if (trimmed.length === 0) break
    lines++
    longest = Math.max(longest, trimmed.length)
    if (trimmed.length >= 45 && trimmed.length <= 110) full++
    if (!/[.?!:"”’]$/.test(trimmed)) openEnded++
    line = end + 1
    if (end >= text.length) break
  }
  const isHardWrapped = lines >= 3 && longest <= 110 && full >= (lines - 1) * 0.6 && openEnded >= (lines - 1) * 0.4
  return { end: Math.max(line, at + 1), longest, isHardWrapped }
}

function isGlued(tokens: Offsets, i: number): boolean {
  return tokens.start[i] === tokens.end[i - 1]
}

function wordAt(text: string, tokens: Offsets, i: number): string {
  return text.slice(tokens.start[i], tokens.end[i])
}
