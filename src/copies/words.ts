/** The words of a report as they are compared: hashes, so that house style and punctuation make no difference. */
import { listPassages } from './furniture.ts'

/** Words in text order. `kinds[i]` tells what word i says about the world. */
export interface FoldedWords {
  readonly hashes: Uint32Array
  readonly kinds: Uint8Array
}

/** A word of up to four letters: most of them tell nothing by themselves. */
export const SHORT = 0
/** A word with a capital inside a sentence. */
export const NAME = 1
export const FIGURE = 2
const LONG = 3
const SHORT_LETTERS = 4
/** Of the longest word in `STYLES`. */
const STYLED_LETTERS = 14

/** Figures that are written as words; “one” is more often a pronoun. */
const FIGURES = '2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 twelve'
/** Words that outlets write differently: “7 percent”, “seven per cent”; “Gov. Tallis”, “Governor Tallis”. */
const STYLES = `percent % pct cent|center centre|theater theatre|defense defence|program programme|kilometers kilometres km kms|meters metres|us usa united
january jan|february feb|march mar|april apr|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec
monday mon|tuesday tue tues|wednesday wed|thursday thu thurs|friday fri|saturday sat|sunday sun
governor gov|senator sen|representative rep|general gen|lieutenant lt|colonel col|million mln m|billion bln bn
adviser advisor|gray grey|until till|while whilst|among amongst|toward towards|check cheque`
/** Words that one house sets and another leaves out: “Mr. Tallis”, “7 per cent”, “the United States”. */
const LEFT_OUT = 'mr mrs ms dr per states'

const SEED = 0x2f6e2b1
const PRIME = 0x01000193

/** Reads the words of what a text reports; bylines, credits and the like are left out. Time is linear in the text. */
export function foldWords(text: string): FoldedWords {
  const hashes = new Uint32Array((text.length >> 1) + 1)
  const kinds = new Uint8Array(hashes.length)
  const word = { hash: 0, end: 0 }
  let count = 0
  for (const { start, end } of listPassages(text)) {
    let isOpening = true
    for (let at = start; at < end; ) {
      const code = text.charCodeAt(at)
      if (foldLetter(code) === 0) {
        if (code !== SPACE) isOpening ||= OPENS.has(code)
        at++
        continue
      }
      readWord(text, at, end, word)
      const styled = word.end - at <= STYLED_LETTERS ? HOUSE.get(word.hash) : undefined
      const hash = styled ?? word.hash
      if (hash !== 0) {
        hashes[count] = hash
        if (isDigit(code) || (styled !== undefined && NUMBERS.has(hash))) kinds[count] = FIGURE
        else if (!isOpening && isCapital(code)) kinds[count] = NAME
        else kinds[count] = word.end - at > SHORT_LETTERS ? LONG : SHORT
        count++
      }
      isOpening = false
      at = word.end
    }
  }
  return { hashes: hashes.slice(0, count), kinds: kinds.slice(0, count) }
}

const SPACE = 0x20
/** What a sentence begins after: . ! ? : and opening quotation marks. */
const OPENS: ReadonlySet<number> = new Set([0x2e, 0x21, 0x3f, 0x3a, 0x22, 0x201c, 0x2018, 0xab])

/** Hash and end of the word that begins here. “U.S.” is “us”, “1,200” is “1200”, “organised labour” is “organized labor”. */
function readWord(text: string, start: number, limit: number, word: { hash: number; end: number }): void {
  let hash = SEED
  let last = 0
  let at = start
  for (; at < limit; at++) {
    const code = text.charCodeAt(at)
    const letter = foldLetter(code)
    if (letter === 0) {
      if (!joins(text, at, start)) break
      if (code === 0x2e && isDigit(text.charCodeAt(at - 1))) hash = mix(hash, code)
      continue
    }
    // Double letters and “ou” are one, “z” is “s”: traveller, colour, organize.
    const isDropped = (letter === last && letter > 0x39) || (letter === 0x75 && last === 0x6f)
    if (!isDropped) hash = mix(hash, letter === 0x7a ? 0x73 : letter)
    last = letter
    if (code === 0x25) {
      at++
      break
    }
  }
  // Thirty bits: small integers, which sets and maps find several times as fast.
  word.hash = hash >>> 2
  word.end = at
}

/** Whether a mark stands inside a word: the apostrophe of “it's”, the point of “U.S.” and “3.5”, the comma of “1,200”. */
function joins(text: string, at: number, start: number): boolean {
  const code = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  if (code === 0x27 || code === 0x2019 || code === 0x2bc) return foldLetter(after) !== 0
  if (code === 0x2c) return isDigit(before) && isDigit(after)
  if (code !== 0x2e) return false
  if (isDigit(before)) return isDigit(after)
  return foldLetter(after) !== 0 && !isDigit(after) && (at - 1 === start || text.charCodeAt(at - 2) === 0x2e)
}

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isCapital(code: number): boolean {
  return code < 0x80 ? code <= 0x5a : String.fromCharCode(code) !== String.fromCharCode(code).toLowerCase()
}

/** Letters below this are looked up: Latin with all its accents. */
const LATIN = 0x250
const LETTERS = Uint16Array.from({ length: LATIN }, (_, code) => foldOne(code))

/** A letter or digit in lower case without accents; 0 for what is no part of a word. */
function foldLetter(code: number): number {
  if (code < LATIN) return LETTERS[code] as number
  if (code >= 0x2000 && code < 0x2c00) return 0
  return foldOne(code)
}

function foldOne(code: number): number {
  if (code === 0x25) return code
  const letter = String.fromCharCode(code)
  return /[\p{L}\p{N}]/u.test(letter) ? letter.normalize('NFKD').toLowerCase().charCodeAt(0) : 0
}

const NUMBERS: Set<number> = new Set(readStyles(FIGURES).values())
/** Hash of a word → hash of the word it is compared as; 0: left out. */
const HOUSE: ReadonlyMap<number, number> = new Map([
  ...readStyles(FIGURES),
  ...readStyles(STYLES),
  ...LEFT_OUT.split(' ').map((word) => [hashWord(word), 0] as const),
])

function readStyles(lines: string): Map<number, number> {
  return new Map(
    lines.split(/[|\n]/).flatMap((line) => {
      const [first, ...others] = line.split(' ').map(hashWord)
      return others.map((other) => [other, first as number] as const)
    }),
  )
}

function hashWord(written: string): number {
  const word = { hash: 0, end: 0 }
  readWord(written, 0, written.length, word)
  return word.hash
}
