import type { BratNote } from './brat-lines.ts'
import { arePiecesEqual, joinFragments, type Piece, splitPieces } from './brat-pieces.ts'

/** An annotation file of brat, taken apart. Keys are its ids: T1, E2. */
export interface BratFile {
  /** In the order of the file. */
  readonly texts: Map<string, { readonly type: string; readonly pieces: readonly Piece[] }>
  readonly events: Map<string, BratEvent>
  /** “Refers T3” → the other ends. */
  readonly relations: Map<string, string[]>
  /** “Act E1” → value; of a flag “”. */
  readonly attributes: Map<string, string>
  readonly references: Map<string, [base: string, id: string][]>
  readonly equivs: string[][]
  readonly notes: Map<string, BratNote>
  /** Sentences on lines that were not understood. */
  readonly problems: string[]
}

export interface BratEvent {
  readonly type: string
  readonly trigger: string
  readonly args: readonly (readonly [role: string, target: string])[]
}

/** Reads an annotation file, as written by us and perhaps edited with brat. Notes of other kinds are a person's and left alone. */
export function readBratFile(annotations: string, points: readonly string[]): BratFile {
  const file: BratFile = {
    ...{ texts: new Map(), events: new Map(), relations: new Map(), attributes: new Map() },
    ...{ references: new Map(), equivs: [], notes: new Map(), problems: [] },
  }
  annotations.split('\n').forEach((line, n) => {
    const [id = '', body = '', rest = ''] = line.replace(/\r$/, '').split('\t')
    if (id === '') return
    const isRead = READERS[id[0] as string]?.(file, { id, words: body.split(' ').filter(Boolean), rest, length: points.length })
    if (!isRead) file.problems.push(`Line ${n + 1} of the annotations was left out: “${line.slice(0, 80)}” is not understood.`)
  })
  for (const [id, { type, pieces }] of file.texts) file.texts.set(id, { type, pieces: readPieces(pieces, file.notes.get(id), points) })
  return file
}

interface Line {
  readonly id: string
  readonly words: readonly string[]
  readonly rest: string
  readonly length: number
}

/** By the first sign of a line's id; false when the line says nothing that can be read. */
const READERS: Readonly<Record<string, (file: BratFile, line: Line) => boolean>> = {
  T: ({ texts }, { id, words: [type = '', ...offsets], length }) => {
    const pieces = readOffsets(offsets.join(' '), length)
    if (pieces) texts.set(id, { type, pieces })
    return pieces !== null
  },
  E: ({ events }, { id, words: [head = '', ...args] }) => {
    const [type = '', trigger = ''] = head.split(':')
    events.set(id, { type, trigger, args: args.map(readArgument) })
    return trigger !== ''
  },
  R: ({ relations }, { words: [type = '', first = '', second = ''] }) => addTo(relations, `${type} ${readArgument(first)[1]}`, readArgument(second)[1]),
  A: readAttribute,
  M: readAttribute,
  N: ({ references }, { words: [, target = '', reference = ''] }) => {
    const [base, id] = reference.split(':').map(decode)
    return base !== undefined && id !== undefined && addTo(references, target, [base, id])
  },
  '*': ({ equivs }, { words: [, ...targets] }) => equivs.push(targets) > 0,
  '#': ({ notes }, { words: [type, target = ''], rest }) => {
    if (type !== 'Readout') return true
    const note = readNote(rest)
    if (note) notes.set(target, note)
    return note !== null
  },
}

function readAttribute({ attributes }: BratFile, { words: [type = '', target = '', value = ''] }: Line): boolean {
  attributes.set(`${type} ${target}`, value)
  return target !== ''
}

/** “0 4;8 12”; null where that is no stretch of the text. */
function readOffsets(words: string, length: number): Piece[] | null {
  const pieces = words.split(';').map((pair) => {
    const [start = Number.NaN, end = Number.NaN] = pair.split(' ').map(Number)
    return { start, end }
  })
  return pieces.every(({ start, end }) => Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length) ? pieces : null
}

/** “Hedge2:T4” → Hedge, T4: the number only keeps roles apart. */
function readArgument(argument: string): [role: string, target: string] {
  const [role = '', target = ''] = argument.split(':')
  return [role.replace(/\d+$/, ''), target]
}

function readNote(words: string): BratNote | null {
  try {
    const note: unknown = JSON.parse(words)
    return typeof note === 'object' && note !== null && !Array.isArray(note) ? (note as BratNote) : null
  } catch {
    return null
  }
}

function decode(words: string): string | undefined {
  try {
    return decodeURIComponent(words)
  } catch {
    return undefined
  }
}

function addTo<V>(map: Map<string, V[]>, key: string, value: V): true {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
  return true
}

/** The pieces behind fragments: those of the note, unless somebody has moved the fragments since. */
function readPieces(fragments: readonly Piece[], note: BratNote | undefined, points: readonly string[]): readonly Piece[] {
  const told = note?.pieces
  if (Array.isArray(told) && told.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isInteger))) {
    const pieces = told.map(([start, end]) => ({ start, end }) as Piece)
    if (arePiecesEqual(splitPieces(pieces, points), fragments)) return pieces
  }
  return joinFragments(fragments, points)
}

/** The ids that notes tell; facts without one get the next free number. */
export function giveIds(prefix: string, told: readonly unknown[]): string[] {
  const taken = new Set(told.filter((id) => typeof id === 'string'))
  let next = 1
  return told.map((id) => {
    if (typeof id === 'string') return id
    while (taken.has(`${prefix}${next}`)) next++
    taken.add(`${prefix}${next}`)
    return `${prefix}${next}`
  })
}
