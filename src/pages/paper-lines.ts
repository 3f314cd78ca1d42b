/** A line of a page of a paper, with where it stands: `y` counts from the bottom, as PDF does. */
export interface PaperLine {
  readonly text: string
  readonly page: number
  readonly x: number
  readonly end: number
  readonly y: number
  readonly size: number
  /** Of the page. */
  readonly height: number
}

/** A paragraph of a paper in pieces, one for each page it stands on. */
export interface PaperParagraph {
  readonly pieces: readonly { readonly text: string; readonly page: number | null }[]
  /** Of its letters: titles have the greatest. */
  readonly size: number
}

const PAGE_NUMBER = /^(?:page|seite|p\.)?\s*[-–—|]*\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|]*(?:\s*(?:of|von|\/)\s*\d{1,4})?$/i

/** Leaves out page numbers, and lines at the head or foot of pages that come again on others: “Ministry of Trade – 3”. */
export function dropRunningLines(lines: readonly PaperLine[]): PaperLine[] {
  const isAtEdge = ({ y, height }: PaperLine) => y > height * 0.9 || y < height * 0.1
  const shape = ({ text, y }: PaperLine) => `${text.replace(/\d+/g, '#')} ${Math.round(y / 4)}`
  const pages = new Map<string, Set<number>>()
  for (const line of lines) if (isAtEdge(line)) pages.set(shape(line), (pages.get(shape(line)) ?? new Set()).add(line.page))
  return lines.filter((line) => !isAtEdge(line) || !(PAGE_NUMBER.test(line.text) || (pages.get(shape(line))?.size ?? 0) > 1))
}

/** Joins lines to paragraphs, and words that were parted at the end of a line. */
export function joinLines(lines: readonly PaperLine[]): PaperParagraph[] {
  const words = collectWords(lines)
  const leading = usualLeading(lines)
  const paragraphs: { pieces: { text: string; page: number }[]; size: number }[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const paragraph = paragraphs.at(-1)
    if (!before || !paragraph || startsParagraph(before, line, leading, fillOf(lines, index - 1))) {
      paragraphs.push({ pieces: [{ text: line.text, page: line.page }], size: line.size })
      continue
    }
    const piece = paragraph.pieces.at(-1) as { text: string; page: number }
    const { head, tail } = joinWords(piece.text, line.text, words)
    piece.text = head
    if (piece.page === line.page) piece.text += tail
    else paragraph.pieces.push({ text: tail, page: line.page })
  }
  return paragraphs
}

/**
 * Whether a line opens a paragraph: it stands apart, has another size, is indented, or the one before ended short with its
 * sentence. `fill` tells how much of its column the line before fills.
 */
function startsParagraph(before: PaperLine, line: PaperLine, leading: number, fill: number): boolean {
  if (Math.abs(before.size - line.size) > 0.1 * Math.max(before.size, line.size)) return true
  if (/^(?:[•▪●◦–—-]|\(?[a-z0-9]{1,3}[.)])\s/.test(line.text)) return true
  const isEnd = /[.!?:;]["”’»)]*$/.test(before.text)
  const isFlow = before.page === line.page && before.y > line.y
  // At a new page or column a sentence goes on, unless it had ended.
  if (!isFlow) return isEnd || (fill < 0.8 && /^\p{Lu}/u.test(line.text))
  if (before.y - line.y > leading * line.size * 1.35) return true
  if (isEnd && line.x - before.x > line.size) return true
  return isEnd ? fill < 0.85 : fill < 0.6 && /^\p{Lu}|^\d/u.test(line.text)
}

/** How much of its column a line fills: by the longest of the lines around it that begin where it does. */
function fillOf(lines: readonly PaperLine[], index: number): number {
  const { x, end, page, size } = lines[index] as PaperLine
  let edge = end
  for (const other of lines.slice(Math.max(0, index - 6), index + 7))
    if (other.page === page && Math.abs(other.x - x) < size * 3) edge = Math.max(edge, other.end)
  return (end - x) / Math.max(1, edge - x)
}

/** “minis-” and “ters” are one word, “short-” and “term” two: by what the paper writes elsewhere, else one word. */
function joinWords(head: string, tail: string, words: ReadonlySet<string>): { head: string; tail: string } {
  const parted = /(\p{L}+)([-\u00ad\u2010])$/u.exec(head)
  const next = /^\p{Ll}[\p{L}]*/u.exec(tail)?.[0]
  if (!parted || !next) return { head: `${head} `, tail }
  const joined = `${parted[1]}${next}`.toLowerCase()
  const hyphened = `${parted[1]}-${next}`.toLowerCase()
  const isTwo = parted[2] !== '\u00ad' && !words.has(joined) && (words.has(hyphened) || COMPOUND.test(parted[1] as string))
  return { head: isTwo ? head : head.slice(0, -1), tail }
}

/** First halves that English and its press write with a hyphen. */
const COMPOUND =
  /^(?:self|non|ex|vice|co|cross|well|long|short|high|low|mid|so|anti|pro|post|pre|multi|half|two|three|four|five|ten|one|first|second|third|north|south|east|west)$/i

/** All words of the paper as they stand inside lines, hyphened ones whole. */
function collectWords(lines: readonly PaperLine[]): Set<string> {
  const words = new Set<string>()
  for (const { text } of lines)
    for (const [word] of text
      .replace(/[-\u00ad\u2010]$/, '')
      .toLowerCase()
      .matchAll(/\p{L}+(?:-\p{L}+)*/gu))
      words.add(word)
  return words
}

/** The distance between two lines of one paragraph that is met most, in sizes of their letters. */
function usualLeading(lines: readonly PaperLine[]): number {
  const counts = new Map<number, number>()
  for (let index = 1; index < lines.length; index++) {
    const [before, line] = [lines[index - 1] as PaperLine, lines[index] as PaperLine]
    const gap = Math.round(((before.y - line.y) / line.size) * 20) / 20
    if (before.page === line.page && gap > 0 && gap < 2.5) counts.set(gap, (counts.get(gap) ?? 0) + before.text.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1.2
}
