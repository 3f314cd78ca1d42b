import { constants, zstdCompressSync } from 'node:zlib'
import type { Readout } from '../document/readout.ts'
import { CODE, DICTIONARY_BYTES, LETTERS, SHAPES, WORDS } from './packing.ts'

const shapes = new Map(SHAPES.map((keys, n) => [keys, { code: CODE.shape + n, size: keys ? keys.split(',').length : 0 }]))
const wordCodes = new Map(WORDS.map((word, n) => [word, CODE.word + n]))

/** Bytes of one sort after each other: like with like packs best. */
interface Streams {
  readonly structure: number[]
  readonly starts: number[]
  readonly lengths: number[]
  readonly references: number[]
  readonly numbers: number[]
  readonly strings: string[]
  /** Start of the span before, so that the next is told by the distance. */
  at: number
  /** Number of the last id of each letter. */
  readonly ids: number[]
}

/**
 * A record as bytes: without the article's text, its hash and length and without the words of spans, all of which the text
 * gives back, and without what produced it. `sentences`: where each sentence of the text starts.
 */
export function packRecord(readout: Readout, sentences: Uint32Array): Buffer {
  const { producedBy, article, ...rest } = readout
  const { id, length, text = '', ...told } = article
  const streams: Streams = { structure: [], starts: [], lengths: [], references: [], numbers: [], strings: [], at: 0, ids: [] }
  const { format, offsetUnit, ...facts } = rest
  writeValue({ format, offsetUnit, article: told, ...facts }, text, streams)
  const gaps: number[] = []
  sentences.forEach((start, n) => {
    writeNumber(gaps, start - (sentences[n - 1] ?? 0))
  })
  const strings = Buffer.from(JSON.stringify(streams.strings))
  const parts = [streams.structure, streams.starts, streams.lengths, streams.references, streams.numbers, gaps].map((bytes) => Buffer.from(bytes))
  const sizes: number[] = []
  for (const part of parts) writeNumber(sizes, part.length)
  return packBytes(Buffer.concat([Buffer.from(sizes), ...parts, strings]), makeDictionary(text))
}

/** Level 9: three per cent larger than the most that zstd can do, in a third of the time. */
export function packBytes(bytes: Uint8Array, dictionary?: Buffer): Buffer {
  const params = { [constants.ZSTD_c_compressionLevel]: 9 }
  return zstdCompressSync(bytes, dictionary?.length ? { params, dictionary } : { params })
}

/** What a record is packed against. */
export function makeDictionary(text: string): Buffer {
  return Buffer.from(text.slice(0, DICTIONARY_BYTES))
}

function writeValue(value: unknown, text: string, streams: Streams): void {
  const { structure } = streams
  if (value === null || value === undefined) structure.push(CODE.null)
  else if (typeof value === 'boolean') structure.push(value ? CODE.true : CODE.false)
  else if (typeof value === 'number') writeAnyNumber(value, streams)
  else if (typeof value === 'string') writeString(value, streams)
  else if (Array.isArray(value)) {
    structure.push(CODE.list)
    writeNumber(structure, value.length)
    for (const item of value) writeValue(item, text, streams)
  } else writeObject(value as Record<string, unknown>, text, streams)
}

function writeObject(value: Readonly<Record<string, unknown>>, text: string, streams: Streams): void {
  let keys = Object.keys(value)
  const isSpan = keys[0] === 'start' && keys[2] === 'text'
  const shape = isSpan && !isTold(value, text) ? undefined : shapes.get(keys.join())
  // A key with a comma in it may look like two.
  if (shape?.size !== keys.length) {
    streams.structure.push(CODE.object)
    writeNumber(streams.structure, keys.length)
    streams.strings.push(...keys)
  } else {
    streams.structure.push(shape.code)
    if (isSpan) {
      const { start, end } = value as { start: number; end: number }
      writeSigned(streams.starts, start - streams.at)
      writeNumber(streams.lengths, end - start)
      streams.at = start
      keys = keys.slice(3)
    }
  }
  for (const key of keys) {
    const told = value[key]
    const span = typeof told === 'string' && (key === 'name' || key === 'title') ? findTelling(told, value, text) : null
    if (span) writeTold(span, streams)
    else if (key === 'id' && isNextId(told, streams)) streams.structure.push(CODE.ownId, LETTERS.indexOf((told as string).charAt(0)))
    else writeValue(told, text, streams)
  }
}

/** The span that tells a name (one of the mentions) or the title of a role, or null. */
function findTelling(words: string, { mentions, span }: Readonly<Record<string, unknown>>, text: string): { start: number; end: number } | null {
  const spans = [...(Array.isArray(mentions) ? mentions : []), span] as ({ start: number; end: number; text: string } | null | undefined)[]
  const telling = spans.find((one) => one?.text === words)
  return telling && isTold({ ...telling }, text) ? telling : null
}

function writeTold({ start, end }: { start: number; end: number }, streams: Streams): void {
  streams.structure.push(CODE.told)
  writeSigned(streams.starts, start - streams.at)
  writeNumber(streams.lengths, end - start)
  streams.at = start
}

function isNextId(id: unknown, { ids }: Streams): boolean {
  const letter = typeof id === 'string' ? LETTERS.indexOf(id.charAt(0)) : -1
  if (letter < 0 || id !== `${LETTERS.charAt(letter)}${(ids[letter] ?? 0) + 1}`) return false
  ids[letter] = (ids[letter] ?? 0) + 1
  return true
}

/** Whether the text gives back the words of a span. */
function isTold({ start, end, text: words }: Readonly<Record<string, unknown>>, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && (start as number) <= (end as number) && text.slice(start as number, end as number) === words
}

function writeString(value: string, { structure, references, strings }: Streams): void {
  const word = wordCodes.get(value)
  const letter = LETTERS.indexOf(value.charAt(0))
  if (word !== undefined) structure.push(word)
  else if (letter >= 0 && /^.[1-9]\d{0,6}$/.test(value)) {
    structure.push(CODE.reference + letter)
    writeNumber(references, Number(value.slice(1)))
  } else {
    structure.push(CODE.string)
    strings.push(value)
  }
}

function writeAnyNumber(value: number, { structure, numbers, strings }: Streams): void {
  const hundredths = Math.round(value * 100)
  if (Math.abs(value) > 1e9 || Object.is(value, -0) || hundredths / 100 !== value) {
    structure.push(CODE.number)
    strings.push(String(value))
  } else if (Number.isInteger(value)) {
    structure.push(CODE.whole)
    writeSigned(numbers, value)
  } else {
    structure.push(CODE.hundredths)
    writeSigned(numbers, hundredths)
  }
}

function writeSigned(bytes: number[], value: number): void {
  writeNumber(bytes, value < 0 ? -2 * value - 1 : 2 * value)
}

/** Seven bits a byte, the lowest first. */
function writeNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}
