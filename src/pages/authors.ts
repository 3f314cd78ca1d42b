import type { LinkedFacts } from './json-ld.ts'
import { type Meta, textOf } from './meta.ts'
import { isAgency, isOrganization, splitNames } from './names.ts'
import type { Paragraph } from './paragraphs.ts'
import type { PageElement, PageTree } from './tree.ts'

/** Who wrote an article, and the agency it is credited to. */
export interface PageAuthors {
  readonly authors: readonly string[]
  readonly wire: string | null
}

const META = [
  'author',
  'article:author',
  'og:article:author',
  'parsely-author',
  'dc.creator',
  'dcterms.creator',
  'sailthru.author',
  'byl',
  'article.author',
  'citation_author',
  'cxenseparse:author',
]
const MOST = 10

/**
 * Authors by the surest clue that names a person: JSON-LD, meta elements, the line “By X and Y” beside the headline, what the page
 * marks as an author. Where none does, the organisation that the surest clue names.
 */
export function readAuthors(tree: PageTree, linked: LinkedFacts, meta: Meta, lines: readonly Paragraph[], body: readonly Paragraph[]): PageAuthors {
  const first = body[0]?.stamp ?? 0
  const last = body.at(-1)?.stamp ?? 0
  const sources: readonly (readonly string[])[] = [
    linked.authors.flatMap(({ name, isOrganization }) => (isOrganization ? [name] : splitNames([name]))),
    splitNames(META.flatMap((name) => meta.get(name) ?? [])),
    splitNames(readByline(lines, first)),
    splitNames(readMarked(tree, first, last)),
  ]
  const isPublisher = (name: string) => name.toLowerCase() === linked.publisher?.toLowerCase()
  const isPerson = (name: string) => !isAgency(name) && !isOrganization(name) && !isPublisher(name)
  const names = sources.find((found) => found.some(isPerson)) ?? sources.find((found) => found.length > 0) ?? []
  const agency = sources.flat().find(isAgency) ?? null
  return { authors: names.filter((name) => !isAgency(name) && !(isPublisher(name) && names.length > 1)).slice(0, MOST), wire: agency ?? readCredit(body) }
}

/** Elements marked as an author's name, from a little before the article to a little behind it: readers' names stand further down. */
function readMarked(tree: PageTree, first: number, last: number): string[] {
  const near = tree.elements.filter(({ stamp }) => stamp > first - 150 && stamp < last + 40)
  const marks = [
    ({ tag, attributes }: PageElement) =>
      (tag === 'a' && /\bauthor\b/i.test(attributes.rel ?? '')) || /\bauthor\b(?!.*(?:url|image))/i.test(attributes.itemprop ?? ''),
    ({ tag, attributes }: PageElement) =>
      tag === 'a' && /\/(?:authors?|autor(?:en|es)?|auteurs?|journalists?|people|profil)\/[^/]/i.test(attributes.href ?? ''),
    ({ attributes }: PageElement) => /(?:^|[\s_-])(?:author|autor|byline|writer)s?(?:[_-]?(?:names?|link))?(?:$|\s)/i.test(attributes.class ?? ''),
  ]
  for (const isMarked of marks) {
    const texts = near.filter((element) => isMarked(element)).map((element) => textOf(element))
    const names = texts.filter((text) => text.length > 2 && text.length < 80)
    if (names.length > 0) return names
  }
  return []
}

/** “By Ana Torvik and Jon Hale”, before the text or right behind the headline. */
function readByline(lines: readonly Paragraph[], first: number): string[] {
  for (const { text, stamp } of lines) {
    if (stamp > first + 5) return []
    const names = /^(?:(?:Words|Written|Reported|Story) )?(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Tt]ext:)\s*:?\s+(\p{Lu}.{3,110})$/u.exec(
      text.split('\n')[0] ?? '',
    )?.[1]
    if (names && !/[.!?](?:\s|$)/.test(names)) return [names]
  }
  return []
}

/** “LONDON (Norda) – The ministers …” or a last line “(Norda)”: the agency in the credit of the text itself. */
function readCredit(body: readonly Paragraph[]): string | null {
  const opening = body.find(({ kind }) => kind !== 'heading')?.text ?? ''
  const dateline = /^\p{Lu}[\p{L}.,’' ]{1,40}(?:,? \p{L}{3,9}\.? \d{1,2}| \d{1,2} \p{L}{3,9}\.?)?,? \((\p{Lu}[\p{L} .-]{1,30})\)\s*[-–—]/u.exec(opening)?.[1]
  const last = body.at(-1)?.text ?? ''
  const credit =
    /(?:^|\s)[([](?:with (?:inputs|reporting) from )?(\p{Lu}[\p{L} .-]{1,30})[)\]]$/u.exec(last)?.[1] ?? /^(?:source|quelle)\s*:\s*(.{2,30})$/iu.exec(last)?.[1]
  return dateline ?? (credit && isAgency(credit) ? credit : null)
}
