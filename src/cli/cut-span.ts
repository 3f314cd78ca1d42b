import type { Readout, ReadoutSpan } from '../document/readout.ts'
import type { Span } from '../document/span.ts'

/** Cuts spans of the text as the record counts them: `cut({ start, end })` has the words and offsets in the record's unit. */
export function makeCut(record: Readout): (span: Span) => ReadoutSpan {
  const text = record.article.text ?? ''
  const count = (n: number) => (record.offsetUnit === 'utf16' ? n : [...text.slice(0, n)].length)
  return ({ start, end }) => ({ start: count(start), end: count(end), text: text.slice(start, end) })
}
