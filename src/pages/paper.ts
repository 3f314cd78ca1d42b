import type { Block } from '../document/incoming.ts'
import type { Notice } from '../document/notice.ts'
import { readMachineMoment, readWrittenMoment } from './moment.ts'
import { NOTHING, type PageReading } from './page-reading.ts'
import type { PaperParagraph } from './paper-lines.ts'

/** What a paper says of itself in its properties: weak clues, for programs fill them in. */
export interface PaperFacts {
  readonly title: string | null
  readonly author: string | null
  /** ISO date on which the file was made. */
  readonly madeOn: string | null
  readonly language: string | null
}

/** Names that programs and not people gave: “Microsoft Word – final2.docx”. */
const NO_TITLE = /^(?:microsoft \w+ - .*|untitled.*|document\d*|\S+\.(?:docx?|indd|pdf|odt|qxd|rtf|pages|html?|txt)|.*\.(?:docx?|indd|pdf))$/i
const NO_AUTHOR = /^(?:user|admin|administrator|owner|author|unknown|microsoft.*|windows.*|pc\d*|.*[@\\].*)$/i

/** Puts a paper's paragraphs together: one blank line between them, a block for each piece that stands on one page. */
export function composePaper(paragraphs: readonly PaperParagraph[], facts: PaperFacts, notices: readonly Notice[], now: number): PageReading {
  const blocks: Block[] = []
  let text = ''
  for (const { pieces } of paragraphs) {
    if (text !== '') text += '\n\n'
    for (const piece of pieces) {
      const start = text.length
      text += piece.text
      blocks.push({ start, end: start + piece.text.trimEnd().length, element: null, page: piece.page })
    }
  }
  const date = readDate(paragraphs, facts, now)
  const author = facts.author !== null && !NO_AUTHOR.test(facts.author) ? facts.author : null
  return {
    ...NOTHING,
    ...date,
    text,
    blocks,
    title: readTitle(paragraphs, facts),
    authors: author ? [author] : [],
    language: facts.language?.slice(0, 2).toLowerCase() ?? null,
    notices,
  }
}

/** The title of the properties, when people gave it; else what stands in the greatest letters at the beginning. */
function readTitle(paragraphs: readonly PaperParagraph[], { title }: PaperFacts): string | null {
  if (title !== null && !NO_TITLE.test(title) && title.length > 8) return title
  const head = paragraphs.slice(0, 8)
  const great = Math.max(0, ...head.map(({ size }) => size))
  const found = head.find(({ size }) => size === great)
  const isGreater = found !== undefined && paragraphs.some(({ size }) => size < great * 0.9)
  const text = found?.pieces.map((piece) => piece.text).join('') ?? ''
  return isGreater && text.length > 8 && text.length < 300 ? text : null
}

/** A day written in a short line at the beginning (“Dravik, 14 March 2024”), else the day the file was made. */
function readDate(
  paragraphs: readonly PaperParagraph[],
  { madeOn, language }: PaperFacts,
  now: number,
): Pick<PageReading, 'publishedOn' | 'publishedAt' | 'dateClue'> {
  const latest = new Date(now + 86_400_000).toISOString().slice(0, 10)
  const lines = paragraphs.slice(0, 8).map(({ pieces }) => pieces[0]?.text ?? '')
  const written = lines
    .filter((text) => text.length < 120)
    .map((text) => readWrittenMoment(text, language))
    .find((moment) => moment !== null && moment.day <= latest && moment.day >= '1900')
  const made = written ? null : readMachineMoment(madeOn ?? '', null)
  const moment = written ?? (made && made.day <= latest ? made : null)
  return { publishedOn: moment?.day ?? null, publishedAt: moment?.instant ?? null, dateClue: written ? 'byline' : moment ? 'meta' : null }
}
