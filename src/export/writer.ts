import type { ExportItem } from './item.ts'

/** A piece of what an export writes. `file` is a name in the folder of the export, or null where all goes into one stream. */
export interface ExportPart {
  readonly file: string | null
  /** Whether the file begins here; else the piece goes behind what was written. */
  readonly isFirst: boolean
  readonly bytes: string | Uint8Array
}

/** What one step of an export gives: parts to write, and how much they tell. */
export interface Exported {
  readonly parts: readonly ExportPart[]
  /** Facts (or citations, or edges) written. */
  readonly facts: number
  /** Facts that the format has no words for. */
  readonly leftOut: number
  /** Why the record could not be written, as a sentence; null when it was. */
  readonly problem: string | null
}

/** One format: what opens the output, what an article adds, what closes it. */
export interface FormatWriter {
  readonly begin?: () => readonly ExportPart[]
  readonly add: (item: ExportItem) => Exported | Promise<Exported>
  readonly end?: () => Exported
}

/** Text for the one stream. */
export function giveText(text: string, facts: number, leftOut = 0): Exported {
  return { parts: text === '' ? [] : [{ file: null, isFirst: false, bytes: text }], facts, leftOut, problem: null }
}

/** One JSON object a line. */
export function giveLines(lines: readonly object[], leftOut = 0): Exported {
  return giveText(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), lines.length, leftOut)
}

/** The record cannot be written: a sentence that says why. */
export function refuse(problem: string): Exported {
  return { parts: [], facts: 0, leftOut: 0, problem }
}

/** Formats that count code points need the text to count in. */
export function tellTextless({ readout: { article } }: ExportItem): string | null {
  if (article.text !== undefined) return null
  return `The record of “${article.source ?? article.id}” was left out: it was written with --no-text, and this format needs the text.`
}
