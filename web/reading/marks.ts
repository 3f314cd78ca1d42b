/** The text cut into paragraphs and pieces, wherever a mark begins or ends, so that marks may overlap in any way. */
import type { ReadoutSpan } from '../../src/document/readout.ts'
import type { PlacedRecord } from './facts.ts'

export const LAYERS = ['source', 'cue', 'content', 'event', 'comparison', 'hedge'] as const
export type Layer = (typeof LAYERS)[number]

/** Part of a fact in the text. `lane`: which of the lines beneath the words is its own, so that overlapping marks stay apart. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly layer: Layer
  readonly fact: string
  readonly lane: number
}

export interface Piece {
  readonly start: number
  readonly words: string
  /** What covers it, outermost first. */
  readonly marks: readonly Mark[]
}

export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly pieces: readonly Piece[]
}

/** Lines beneath the words; what is still deeper shares the last. */
export const LANES = 4

/** Paragraphs of an article with their marks. */
export function cutArticle(record: PlacedRecord): Paragraph[] {
  const marks = layMarks(listMarks(record))
  let next = 0
  let open: Mark[] = []
  return cutParagraphs(record.text).map(({ start, end }) => {
    open = open.filter((mark) => mark.end > start)
    for (; next < marks.length && (marks[next] as Mark).start < end; next++) open.push(marks[next] as Mark)
    return { start, end, pieces: cutPieces(record.text, start, end, open) }
  })
}

function cutParagraphs(text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g), ({ index, 0: words }) => ({ start: index, end: index + words.length })).filter(
    ({ start, end }) => text.slice(start, end).trim() !== '',
  )
}

type Laid = Omit<Mark, 'lane'>

function listMarks({ record }: PlacedRecord): Laid[] {
  const mark = (fact: string, layer: Layer, spans: readonly ReadoutSpan[]): Laid[] => spans.map(({ start, end }) => ({ start, end, layer, fact }))
  return [
    ...record.statements.flatMap(({ id, source, cue, content, hedges }) => [
      ...mark(id, 'content', content.spans),
      ...mark(id, 'source', source ? [source.span] : []),
      ...mark(id, 'cue', cue?.spans ?? []),
      ...mark(id, 'hedge', hedges),
    ]),
    ...record.events.flatMap(({ id, trigger, mentions }) => mark(id, 'event', [trigger, ...mentions])),
    ...record.cooperation.flatMap(({ id, spans }) => mark(id, 'event', spans)),
    ...record.comparisons.flatMap(({ id, span }) => mark(id, 'comparison', [span])),
  ]
}

/** Gives each mark the first line that no other one uses there. The longer of two that begin together lies above. */
function layMarks(given: readonly Laid[]): Mark[] {
  const ends: number[] = []
  return [...given]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((mark) => {
      const free = ends.findIndex((end) => end <= mark.start)
      const lane = free < 0 ? Math.min(ends.length, LANES - 1) : free
      ends[lane] = Math.max(ends[lane] ?? 0, mark.end)
      return { ...mark, lane }
    })
}

function cutPieces(text: string, start: number, end: number, open: readonly Mark[]): Piece[] {
  const cuts = new Set([start, end])
  for (const mark of open) {
    if (mark.start > start) cuts.add(mark.start)
    if (mark.end < end) cuts.add(mark.end)
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, n) => {
    const to = sorted[n + 1] as number
    return { start: from, words: text.slice(from, to), marks: open.filter((mark) => mark.start < to && mark.end > from) }
  })
}
