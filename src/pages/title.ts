import type { LinkedFacts } from './json-ld.ts'
import { type Meta, pickMeta, textOf } from './meta.ts'
import type { PageElement, PageTree } from './tree.ts'

/** What stands between a headline and the name of its site: “Talks resume in Dravik | The Belmora Post”. */
const SEPARATOR = /\s+[|–—»«·•-]+\s+|\s*::\s*|\s*\|\s*|(?<=\p{Ll}):\s+(?=[^:]*$)/gu
const NO_TITLE = /^(?:untitled|home(?:page)?|startseite|index|article|news|error|404.*)$/i

/**
 * The article's headline: the heading on the page that its own description repeats, else that description without the name of
 * the site. Descriptions are believed before a heading that nothing repeats, which may be the site's name or a section's.
 */
export function readTitle(tree: PageTree, linked: LinkedFacts, meta: Meta): string | null {
  const site = pickMeta(meta, ['og:site_name', 'application-name']) ?? linked.publisher
  const described = [linked.headline, pickMeta(meta, ['og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title'])].filter(isTitle)
  const element = tree.elements.find(({ tag }) => tag === 'title')
  const told = [...described, element ? textOf(element) : null].filter(isTitle)
  const headings = readHeadings(tree, site)
  const repeated = findRepeated(headings, told)
  if (repeated) return described.find((text) => text.length > 15 && letters(repeated).endsWith(letters(text))) ?? repeated
  const great = headings.filter(({ tag }) => tag === 'h1')
  // One great heading alone is the headline: what is told to search engines is often another wording.
  if (great.length === 1 && !linked.headline && (great[0]?.text.length ?? 0) > 12) return great[0]?.text ?? null
  return told[0] ? cutSite(told[0], site) : (great[0]?.text ?? null)
}

function isTitle(text: string | null): text is string {
  return text !== null && text.length > 1 && text.length < 500 && !NO_TITLE.test(text)
}

interface Heading {
  readonly tag: string
  readonly text: string
}

function readHeadings(tree: PageTree, site: string | null): Heading[] {
  const headings = tree.elements
    .filter(({ tag }) => tag === 'h1' || tag === 'h2' || tag === 'h3')
    .map((element) => ({ tag: element.tag, text: textOf(element, isKicker) }))
  return headings.filter(({ text }) => text.length > 5 && text.length < 400 && (site === null || letters(text) !== letters(site)))
}

/** A word of theme above the headline (“Climate”), inside it on some pages. */
function isKicker({ attributes }: PageElement): boolean {
  return /kicker|overline|topline|eyebrow|roofline|dachzeile|visually-?hidden|sr-only/i.test(attributes.class ?? '')
}

/** The longest heading that is a whole description or all of it before or behind a separator. */
function findRepeated(headings: readonly Heading[], told: readonly string[]): string | null {
  const parts = new Set(told.flatMap((text) => [text, ...splitTitle(text)].map(letters)))
  const isRepeated = ({ tag, text }: Heading) =>
    parts.has(letters(text)) ||
    (tag === 'h1' && text.length > 20 && told.some((whole) => letters(whole).includes(letters(text)) || letters(text).endsWith(letters(whole))))
  const found = headings.filter(isRepeated).sort((a, b) => b.text.length - a.text.length)
  return found[0]?.text ?? null
}

/** “A | B | C” → A, A | B, B | C, C. */
function splitTitle(title: string): string[] {
  const parts: string[] = []
  for (const { 0: separator, index } of title.matchAll(SEPARATOR)) parts.push(title.slice(0, index).trim(), title.slice(index + separator.length).trim())
  return parts
}

function cutSite(title: string, site: string | null): string {
  const cuts = [...title.matchAll(SEPARATOR)]
  const last = cuts.at(-1)
  if (!last) return title
  const head = title.slice(0, last.index).trim()
  const tail = title.slice(last.index + last[0].length).trim()
  const isSite = site !== null && (letters(tail) === letters(site) || letters(site).includes(letters(tail)) || letters(tail).includes(letters(site)))
  const isColon = last[0].trim() === ':'
  if (head !== '' && isSite) return cuts.length > 1 ? cutSite(head, site) : head
  return head.length > tail.length && !isColon && tail.split(' ').length <= 5 && head.length > 15 ? cutSite(head, site) : title
}

/** Letters and digits alone, to compare by. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
