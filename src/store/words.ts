import { hash } from 'node:crypto'
import { LIMITS } from '../document/limits.ts'

/** A text as a column holds it, and the signs that no database keeps in text: NUL and halves of surrogate pairs, each by its offset. */
export interface KeptText {
  readonly text: string
  /** JSON of pairs of offset and UTF-16 unit, or null when there is nothing to repair. */
  readonly repairs: string | null
}

/** Each sign that is lost becomes “�”, which takes as much room, so that no offset moves. */
export function keepText(text: string): KeptText {
  if (text.isWellFormed() && !text.includes('\u0000')) return { text, repairs: null }
  const kept = cleanWords(text)
  const repairs: [number, number][] = []
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== kept.charCodeAt(i)) repairs.push([i, text.charCodeAt(i)])
  return { text: kept, repairs: JSON.stringify(repairs) }
}

/** The text that `keepText` was given. */
export function repairText({ text, repairs }: KeptText): string {
  if (repairs === null) return text
  const pieces: string[] = []
  let at = 0
  for (const [offset, unit] of JSON.parse(repairs) as [number, number][]) {
    pieces.push(text.slice(at, offset), String.fromCharCode(unit))
    at = offset + 1
  }
  return [...pieces, text.slice(at)].join('')
}

/** Words that every column takes. */
export function cleanWords(words: string): string {
  return words.replaceAll('\u0000', '\ufffd').toWellFormed()
}

/** The same for words that may not be there. */
export function cleanMaybe(words: string | null): string | null {
  return words === null ? null : cleanWords(words)
}

/** A key that fits an index: what is longer ends in a hash of the whole. */
export function fitKey(key: string): string {
  const kept = cleanWords(key)
  return kept.length <= LIMITS.keyUnits ? kept : `${kept.slice(0, LIMITS.keyUnits).toWellFormed()}…${hash('sha256', kept, 'hex')}`
}

/** A name that fits an index, its words one blank apart. */
export function fitName(name: string): string {
  return cleanWords(name).replace(/\s+/g, ' ').trim().slice(0, LIMITS.nameUnits).toWellFormed()
}
