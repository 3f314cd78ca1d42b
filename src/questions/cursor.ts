import { hash } from 'node:crypto'
import { ReadoutError } from '../document/readout-error.ts'

/** Where a row stands in the order of its answer. */
export type Key = readonly (string | number)[]

/**
 * Where an answer goes on, as one word. It names the last row that was given, not how many there were, so that what is added meanwhile
 * moves nothing. It belongs to its question.
 */
export function writeCursor(question: object, key: Key): string {
  return Buffer.from(JSON.stringify([markQuestion(question), ...key])).toString('base64url')
}

/** The key of the last row that was given, or null for the first page. `shape` tells what its parts are. */
export function readCursor(question: object, cursor: string | null, shape: readonly ('string' | 'number')[]): Key | null {
  if (cursor === null) return null
  const [mark, ...key] = parse(cursor)
  const isKey = key.length === shape.length && key.every((part, n) => typeof part === shape[n])
  if (mark === markQuestion(question) && isKey) return key as Key
  throw new ReadoutError('bad-cursor', 'The cursor is not from this question: give the one that the page before ended with, and ask the same.')
}

/** Part by part, each rising. */
export function compareKeys(a: Key, b: Key): number {
  for (let n = 0; n < a.length; n++) {
    const [one, other] = [a[n] as string | number, b[n] as string | number]
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

function parse(cursor: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

/** The same question in whatever order its parts are given. */
function markQuestion(question: object): string {
  return hash('sha256', JSON.stringify(Object.entries(question).sort()), 'hex').slice(0, 8)
}
