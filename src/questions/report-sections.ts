import { LIMITS } from '../document/limits.ts'
import type { ReadoutSpan } from '../document/readout.ts'
import type { ToldIn } from './articles.ts'
import type { Fact } from './facts.ts'
import { linkToWords, tellFact } from './tell-fact.ts'

const TITLES = {
  meetings: 'Meetings',
  said: 'What was said',
  promises: 'Promises',
  cooperation: 'Cooperation',
  events: 'What else happened',
  comparison: 'Compared with the past',
  open: 'Denied, not known, or only possible',
} as const

export type SectionKey = keyof typeof TITLES

/** Something for a report, with all that tell it. */
export interface Item {
  readonly section: SectionKey
  readonly day: string | null
  readonly fact: Fact
  readonly reports: readonly Fact[]
  /** What later reports say became of it. */
  readonly outcomes: readonly { readonly what: string; readonly words: ReadoutSpan; readonly fact: Fact }[]
}

export interface ReportSection {
  readonly title: string
  readonly lines: readonly ReportLine[]
  /** Lines that are not shown, because there are more than a section has. */
  readonly leftOut: number
}

/** A line of a report. `words` are the text's own, and the first of `notes` tells where they stand. */
export interface ReportLine {
  readonly day: string | null
  readonly text: string
  readonly words: string
  readonly notes: readonly [number, ...number[]]
  readonly outcomes: readonly { readonly what: string; readonly day: string | null; readonly words: string; readonly note: number }[]
}

/** Where words of a report stand. */
export interface CitedFact {
  readonly sentence: ReadoutSpan
  readonly words: ReadoutSpan
  readonly article: ToldIn
  /** Opens the article at these words. */
  readonly link: string | null
}

/** Further reports that one line cites. */
const CITED = 8

/** Lines by section, in the order of time, with the words that they stand on in numbers. */
export function composeSections(items: readonly Item[]): { sections: ReportSection[]; citations: CitedFact[] } {
  const citations: CitedFact[] = []
  const numbers = new Map<string, number>()
  const cite = (fact: Fact, words = fact.words): number => {
    const { article, sentence } = fact
    const key = `${article.articleId} ${words.start} ${words.end}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    const shown = words === fact.words ? shownWords(fact) : words
    const number = citations.push({ sentence, words, article, link: linkToWords(article.address, shown.text) })
    numbers.set(key, number)
    return number
  }
  const writeLine = ({ day, fact, reports, outcomes }: Item): ReportLine => ({
    ...{ day, text: tellFact(fact), words: shownWords(fact).text },
    notes: [cite(fact), ...reports.slice(0, CITED).map((report) => cite(report))],
    outcomes: outcomes.map(({ what, words, fact: telling }) => ({ what, day: telling.article.publishedOn, words: words.text, note: cite(telling, words) })),
  })
  const sections = (Object.keys(TITLES) as SectionKey[]).flatMap((key) => {
    const own = items.filter(({ section }) => section === key).sort(compareItems)
    const lines = own.slice(0, LIMITS.reportLines).map(writeLine)
    return lines.length > 0 ? [{ title: TITLES[key], lines, leftOut: own.length - lines.length }] : []
  })
  return { sections, citations }
}

/** A trigger alone tells little; its sentence tells all. */
function shownWords(fact: Fact): ReadoutSpan {
  return fact.kind === 'event' || fact.kind === 'comparison' ? fact.sentence : fact.words
}

/** By day; what has none comes last. */
function compareItems(a: Item, b: Item): number {
  const [one, other] = [a.day ?? '9999', b.day ?? '9999']
  return one < other ? -1 : one > other ? 1 : a.fact.article.articleId - b.fact.article.articleId || Number(a.fact.id.slice(1)) - Number(b.fact.id.slice(1))
}
