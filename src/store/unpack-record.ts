import { zstdDecompressSync } from 'node:zlib'
import { LIMITS } from '../document/limits.ts'
import type { Readout } from '../document/readout.ts'
import { makeDictionary } from './pack-record.ts'
import { CODE, LETTERS, SHAPES, WORDS } from './packing.ts'

const shapes = SHAPES.map((keys) => (keys ? keys.split(',') : []))

/** What a record is put together with again. */
export interface RecordParts {
  readonly text: string
  readonly hash: string
  readonly producedBy: Readout['producedBy']
}

/** What is packed of a record. */
type Packed = Omit<Readout, 'producedBy' | 'article'> & { article: Omit<Readout['article'], 'id' | 'length' | 'text'> }

interface Streams {
  readonly structure: Stream
  readonly starts: Stream
  readonly lengths: Stream
  readonly references: Stream
  readonly numbers: Stream
  readonly strings: Iterator<string>
  at: number
  readonly ids: number[]
}

interface Stream {
  readonly bytes: Uint8Array
  at: number
}

/** The record that was packed, word for word, and where each sentence of its text starts. */
export function unpackRecord(packed: Uint8Array, { text, hash, producedBy }: RecordParts): { readout: Readout; sentences: Uint32Array } {
  const whole = { bytes: unpackBytes(packed, makeDictionary(text)), at: 0 }
  const sizes = Array.from({ length: 6 }, () => readNumber(whole))
  const [structure, starts, lengths, references, numbers, gaps] = sizes.map((size) => cutStream(whole, size)) as [
    Stream,
    Stream,
    Stream,
    Stream,
    Stream,
    Stream,
  ]
  const strings = (JSON.parse(Buffer.from(whole.bytes.subarray(whole.at)).toString()) as string[]).values()
  const told = readValue(text, { structure, starts, lengths, references, numbers, strings, at: 0, ids: [] }) as Packed
  const { format, offsetUnit, article, ...facts } = told
  const readout = { format, producedBy, offsetUnit, article: { id: hash, ...article, length: text.length, text }, ...facts }
  return { readout, sentences: readSentences(gaps) }
}

/** Bytes that `packBytes` made. */
export function unpackBytes(packed: Uint8Array, dictionary?: Buffer): Buffer {
  const options = { maxOutputLength: LIMITS.unpackedBytes }
  return zstdDecompressSync(packed, dictionary?.length ? { ...options, dictionary } : options)
}

function readSentences(gaps: Stream): Uint32Array {
  const sentences: number[] = []
  let start = 0
  while (gaps.at < gaps.bytes.length) {
    start += readNumber(gaps)
    sentences.push(start)
  }
  return Uint32Array.from(sentences)
}

function readValue(text: string, streams: Streams): unknown {
  const code = readByte(streams.structure)
  if (code >= CODE.word) return WORDS[code - CODE.word]
  if (code >= CODE.shape) return readObject(shapes[code - CODE.shape] as string[], text, streams)
  if (code === CODE.told) return readSpan(text, streams).text
  if (code === CODE.ownId) return readNextId(streams)
  if (code >= CODE.reference) return `${LETTERS.charAt(code - CODE.reference)}${readNumber(streams.references)}`
  if (code === CODE.list) return Array.from({ length: readNumber(streams.structure) }, () => readValue(text, streams))
  if (code === CODE.object) return readPlain(text, streams)
  if (code === CODE.string) return streams.strings.next().value
  if (code === CODE.number) return Number(streams.strings.next().value)
  if (code === CODE.whole) return readSigned(streams.numbers)
  if (code === CODE.hundredths) return readSigned(streams.numbers) / 100
  return code === CODE.null ? null : code === CODE.true
}

function readObject(keys: readonly string[], text: string, streams: Streams): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  let first = 0
  if (keys[0] === 'start' && keys[2] === 'text') {
    Object.assign(value, readSpan(text, streams))
    first = 3
  }
  for (let n = first; n < keys.length; n++) value[keys[n] as string] = readValue(text, streams)
  return value
}

function readSpan(text: string, streams: Streams): { start: number; end: number; text: string } {
  const start = streams.at + readSigned(streams.starts)
  const end = start + readNumber(streams.lengths)
  streams.at = start
  return { start, end, text: text.slice(start, end) }
}

function readNextId({ structure, ids }: Streams): string {
  const letter = readByte(structure)
  ids[letter] = (ids[letter] ?? 0) + 1
  return `${LETTERS.charAt(letter)}${ids[letter]}`
}

function readPlain(text: string, streams: Streams): unknown {
  const keys = Array.from({ length: readNumber(streams.structure) }, () => streams.strings.next().value as string)
  return Object.fromEntries(keys.map((key) => [key, readValue(text, streams)]))
}

function cutStream(whole: Stream, size: number): Stream {
  const bytes = whole.bytes.subarray(whole.at, whole.at + size)
  whole.at += size
  return { bytes, at: 0 }
}

function readByte(stream: Stream): number {
  return stream.bytes[stream.at++] ?? 0
}

function readSigned(stream: Stream): number {
  const value = readNumber(stream)
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2
}

function readNumber(stream: Stream): number {
  let value = 0
  for (let scale = 1; ; scale *= 128) {
    const byte = readByte(stream)
    value += (byte % 128) * scale
    if (byte < 128) return value
  }
}
