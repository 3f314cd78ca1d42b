import type { DateClue } from '../document/incoming.ts'
import type { LinkedFacts } from './json-ld.ts'
import { type Meta, pickMeta, textOf } from './meta.ts'
import { type Moment, readMachineMoment, readWrittenMoment } from './moment.ts'
import type { Paragraph } from './paragraphs.ts'
import type { PageElement, PageTree } from './tree.ts'

/** When a page says that its article appeared and was last changed, and by what it says so. */
export interface PageDates {
  readonly published: Moment | null
  readonly updated: Moment | null
  readonly clue: DateClue | null
}

/** What the dates are read from. `lines` are all paragraphs of the page, `first` and `last` the stamps of the body's ends. */
export interface DateSources {
  readonly tree: PageTree
  readonly linked: LinkedFacts
  readonly meta: Meta
  readonly lines: readonly Paragraph[]
  readonly first: number
  readonly last: number
  readonly address: string | null
  readonly language: string | null
  readonly now: Date
}

const PUBLISHED =
  'article:published_time og:article:published_time og:published_time datepublished date_published publishdate publish-date publish_date published-date published pubdate pub_date publication_date publicationdate article.published article:published dc.date.issued dc.date.created dcterms.issued dcterms.created dcterms.date dc.date date parsely-pub-date sailthru.date cxenseparse:recs:publishtime citation_publication_date citation_date datecreated created creation_date article_date_original originalpublicationdate rnews:datepublished vr:published_time bt:pubdate'.split(
    ' ',
  )
const UPDATED =
  'article:modified_time og:article:modified_time og:updated_time og:modified_time datemodified modified dc.date.modified dcterms.modified last-modified revised article.updated lastmod'.split(
    ' ',
  )
/** “Updated 14 March 2024”, “Zuletzt aktualisiert am 14.03.2024”: no day of publication. */
const UPDATE_WORDS =
  /\b(?:updated|modified|revised|last (?:edited|changed)|aktualisiert|zuletzt|geändert|stand|mis à jour|actualizado|atualizado|aggiornato)\b/i
const DATE_CLASS = /(?:^|\s)(?:dt-)?(?:published|updated|entry-date|post-date)(?:\s|$)/i
const YEAR = /(?:19|20)\d\d/

/** The first clue that holds: JSON-LD, meta elements, time elements, lines beside the headline, the address. */
export function readDates(sources: DateSources): PageDates {
  const { linked, meta, language, now } = sources
  const machine = (told: string | null) => (told === null ? null : holdMoment(readMachineMoment(told, language), now, true))
  const lines = readDateLines(sources)
  const times = readTimes(sources)
  const updated = machine(linked.updated) ?? machine(pickMeta(meta, UPDATED)) ?? times.updated ?? lines.updated
  const clues: readonly [DateClue, Moment | null][] = [
    ['json-ld', machine(linked.published)],
    ['meta', PUBLISHED.map((name) => machine(meta.get(name)?.[0] ?? null)).find((moment) => moment !== null) ?? null],
    ['time', times.published],
    ['byline', lines.published],
    ['address', holdMoment(readAddressDay(sources.address), now, false)],
    ['byline', holdMoment(readDateline(sources), now, false)],
    ['time', times.updated],
    ['byline', lines.updated],
  ]
  const found = clues.find(([, moment]) => moment !== null)
  return { published: found?.[1] ?? null, updated, clue: found?.[0] ?? null }
}

/** Not more than a day ahead of now, and not before 1990 unless a machine was told so. */
function holdMoment(moment: Moment | null, now: Date, isMachine: boolean): Moment | null {
  if (!moment) return null
  const ahead = new Date(`${moment.day}T00:00:00Z`).getTime() - now.getTime()
  return ahead > 86_400_000 || (!isMachine && moment.day < '1990') ? null : moment
}

/** Older pages mark their days by class and title: `<abbr class="published" title="2013-04-04T18:52:11">`. */
function isTime({ tag, attributes }: PageElement): boolean {
  if (tag === 'time' || /date(?:published|modified)/i.test(attributes.itemprop ?? '')) return true
  return DATE_CLASS.test(attributes.class ?? '') && /^\d{4}-\d\d-\d\d/.test(attributes.title ?? attributes.datetime ?? '')
}

/** Time elements between the headline and the end of the body; those in teasers of other articles stand elsewhere. */
function readTimes({ tree, first, last, language, now }: DateSources): { published: Moment | null; updated: Moment | null } {
  let published: Moment | null = null
  let updated: Moment | null = null
  const heading = tree.elements.findLast(({ tag, stamp }) => tag === 'h1' && stamp < first)?.stamp ?? 0
  const times = tree.elements.filter(isTime)
  const near = times.filter(({ stamp }) => stamp >= heading - 40 && stamp <= last + 40)
  for (const element of near) {
    const { attributes } = element
    const told = attributes.datetime ?? attributes.content ?? (DATE_CLASS.test(attributes.class ?? '') ? attributes.title : '') ?? ''
    const moment = holdMoment(readMachineMoment(told, language) ?? readWrittenMoment(textOf(element), language), now, told !== '')
    const isUpdate = UPDATE_WORDS.test(`${attributes.class ?? ''} ${attributes.itemprop ?? ''} ${textOf(element)}`.replace(/datemodified/i, 'modified'))
    if (isUpdate) updated ??= moment
    else published ??= moment
  }
  return { published, updated }
}

/** Short lines with a whole day, from the headline to the first paragraph, then just before it, then behind the text. */
function readDateLines({ tree, lines, first, last, language, now }: DateSources): { published: Moment | null; updated: Moment | null } {
  const heading = tree.elements.findLast(({ tag, stamp }) => tag === 'h1' && stamp < first)?.stamp ?? -1
  const at = (stamp: number) =>
    stamp >= heading && stamp <= first ? 0 : stamp < heading && stamp > heading - 60 ? 1 : stamp > first && stamp < last + 60 ? 2 : 3
  const dated = lines.filter(({ text }) => text.length < 160 && YEAR.test(text))
  const ranked = dated.map((line, index) => ({ ...line, rank: at(line.stamp), index })).filter(({ rank }) => rank < 3)
  ranked.sort((a, b) => a.rank - b.rank || a.index - b.index)
  let published: Moment | null = null
  let updated: Moment | null = null
  for (const { text } of ranked.slice(0, 40)) {
    const moment = holdMoment(readWrittenMoment(text, language), now, false)
    if (!moment) continue
    if (UPDATE_WORDS.test(text)) updated ??= moment
    else published ??= moment
  }
  return { published, updated }
}

/** “DRAVIK, 14 March 2024 – The ministers …”: the day that opens the text, the least sure: it may be that of the event. */
function readDateline({ lines, first, language }: DateSources): Moment | null {
  const opening = lines.find(({ stamp, kind }) => stamp >= first && kind !== 'heading')?.text.slice(0, 100) ?? ''
  const head = /^.{8,70}?(?:\s[–—|-]+\s|\)|\s?\/)/.exec(opening)?.[0] ?? ''
  return YEAR.test(head) ? readWrittenMoment(head, language) : null
}

/** “/2024/03/14/”, “/2024-03-14-”, “/20240314”: the day in an address; a month alone is none. */
function readAddressDay(address: string | null): Moment | null {
  const parts = /[/_-]((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?=[/_.-]|$)/.exec(address ?? '')
  return parts ? readMachineMoment(`${parts[1]}-${parts[2]}-${parts[3]}`, null) : null
}
