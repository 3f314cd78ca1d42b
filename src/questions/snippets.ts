import type { ReadoutSpan } from '../document/readout.ts'
import type { LoadedArticle } from './articles.ts'
import { placeStretches } from './spans.ts'
import { type Looked, listMatches, type Stretch } from './words.ts'

/** UTF-16 units of a snippet, and of what stands before its first word asked for. */
const SNIPPET = 240
const BEFORE = 60

/** Where most of the words that were asked for stand together in an article, and their places in it; its beginning where only the title has them. */
export function cutSnippet({ text }: LoadedArticle, looked: Looked): { snippet: ReadoutSpan; matches: ReadoutSpan[] } {
  const found = listMatches(text, looked)
  const { start, end } = frame(text, chooseStart(text, found))
  const inside = found.filter((match) => match.start >= start && match.end <= end)
  const whole = { start: 0, end: 0, text }
  return { snippet: placeStretches(whole, [{ start, end }])[0] as ReadoutSpan, matches: placeStretches(whole, inside) }
}

/** The match from which on most different words lie within a snippet. */
function chooseStart(text: string, found: readonly Stretch[]): number {
  const words = found.map(({ start, end }) => text.slice(start, end).toLowerCase())
  let best = { start: 0, count: 0 }
  for (const [n, { start }] of found.entries()) {
    const near = new Set<string>()
    for (let m = n; m < found.length && (found[m] as Stretch).end <= start + SNIPPET - BEFORE; m++) near.add(words[m] as string)
    if (near.size > best.count) best = { start, count: near.size }
  }
  return best.start
}

/** A stretch round a place that begins and ends with whole words, on one line where that holds the place. */
function frame(text: string, at: number): Stretch {
  const from = Math.max(0, at - BEFORE)
  const before = text.slice(from, at)
  const start = from === 0 && !before.includes('\n') ? 0 : from + (/^(?:[\s\S]*\n|\S*\s+)/.exec(before)?.[0].length ?? 0)
  const rest = text.slice(start, start + SNIPPET)
  const cut = rest.length < SNIPPET ? rest : rest.replace(/\s+\S*$/, '')
  return { start, end: start + Math.max(1, cut.trimEnd().length) }
}
