import { Parser } from 'htmlparser2'
import { LIMITS } from '../document/limits.ts'

/** An element of a page, as plain data. `stamp` counts elements in page order and survives every later transformation. */
export interface PageElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (PageElement | string)[]
  readonly parent: PageElement | null
  readonly stamp: number
  /** Its place among the parent's children of the same tag, from 1. */
  readonly place: number
}

/** A page as a bounded tree: scripts, styles, forms' choices and embedded things are left out, JSON-LD is kept aside. */
export interface PageTree {
  readonly root: PageElement
  readonly body: PageElement
  /** By stamp. */
  readonly elements: readonly PageElement[]
  readonly jsonLd: readonly string[]
  /** Characters of its text. */
  readonly units: number
  /** The page held more than LIMITS allow: the rest was not read. */
  readonly isCut: boolean
  /** Elements nested deeper than LIMITS allow were dissolved in their parents. */
  readonly isFlattened: boolean
}

interface Growth {
  readonly stack: PageElement[]
  /** How many children of each tag the open elements have. */
  readonly counts: Map<string, number>[]
  readonly elements: PageElement[]
  readonly jsonLd: string[]
  /** Levels open inside something that is not read. */
  unread: number
  isJsonLd: boolean
  /** Levels open below the deepest that is kept. */
  deeper: number
  units: number
  isFlattened: boolean
}

/** What never holds words of an article. */
const UNREAD = new Set('script style template iframe object embed svg math canvas select datalist audio video map dialog textarea progress meter'.split(' '))
/** Attributes that later stages ask for. */
const KEPT = new Set(
  'id class role rel itemprop itemtype datetime content property name href type lang title alt hidden style aria-hidden aria-label dir pubdate http-equiv data-testid data-component data-block data-type'.split(
    ' ',
  ),
)

/** Grows the tree of a page in one pass over its source, within LIMITS. Never throws, whatever the markup. */
export function growTree(source: string): PageTree {
  const root: PageElement = { tag: 'html', attributes: {}, children: [], parent: null, stamp: 0, place: 1 }
  const growth: Growth = {
    stack: [root],
    counts: [new Map()],
    elements: [root],
    jsonLd: [],
    unread: 0,
    isJsonLd: false,
    deeper: 0,
    units: 0,
    isFlattened: false,
  }
  const isWhole = feed(source, growth)
  const body = root.children.find((child): child is PageElement => typeof child !== 'string' && child.tag === 'body') ?? root
  return { root, body, elements: growth.elements, jsonLd: growth.jsonLd, units: growth.units, isCut: !isWhole, isFlattened: growth.isFlattened }
}

/** Hands the source to the parser piece by piece; false when a limit ended the reading. */
function feed(source: string, growth: Growth): boolean {
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => open(growth, tag, attributes),
      onclosetag: () => close(growth),
      ontext: (text) => write(growth, text),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeCDATA: false },
  )
  const end = Math.min(source.length, LIMITS.pageUnits)
  const piece = 1 << 14
  let at = 0
  for (; at < end && !isFull(growth); at += piece) parser.write(source.slice(at, Math.min(end, at + piece)))
  parser.end()
  return at >= source.length && !isFull(growth)
}

function isFull({ elements, units, deeper, unread }: Growth): boolean {
  return elements.length >= LIMITS.pageElements || units >= LIMITS.pageTextUnits || deeper + unread >= LIMITS.pageLevels
}

/** The parser closes whatever it opens, void and forgotten elements too, so that levels can be counted. */
function open(growth: Growth, tag: string, attributes: Record<string, string>): void {
  const { stack, counts, elements } = growth
  if (growth.unread > 0) return void growth.unread++
  const parent = stack.at(-1) as PageElement
  if (tag === 'html' && stack.length === 1) return void Object.assign(parent.attributes, keepAttributes(attributes))
  const place = (counts.at(-1)?.get(tag) ?? 0) + 1
  counts.at(-1)?.set(tag, place)
  if (UNREAD.has(tag) || isFull(growth)) {
    growth.isJsonLd = tag === 'script' && /ld\+json/i.test(attributes.type ?? '')
    if (growth.isJsonLd) growth.jsonLd.push('')
    growth.unread = 1
    return
  }
  if (stack.length >= LIMITS.pageDepth) {
    growth.isFlattened = true
    growth.deeper++
    write(growth, ' ')
    return
  }
  const element: PageElement = { tag, attributes: keepAttributes(attributes), children: [], parent, stamp: elements.length, place }
  elements.push(element)
  parent.children.push(element)
  stack.push(element)
  counts.push(new Map())
}

function close(growth: Growth): void {
  if (growth.unread > 0) growth.unread--
  else if (growth.deeper > 0) growth.deeper--
  else if (growth.stack.length > 1) {
    growth.stack.pop()
    growth.counts.pop()
  }
}

function write(growth: Growth, text: string): void {
  if (growth.unread > 0) {
    if (growth.isJsonLd) growth.jsonLd.push((growth.jsonLd.pop() ?? '') + text)
    return
  }
  growth.units += text.length
  const children = (growth.stack.at(-1) as PageElement).children
  const last = children.at(-1)
  // The parser hands over a text in pieces, one for each entity.
  if (typeof last === 'string') children[children.length - 1] = last + text
  else children.push(text)
}

function keepAttributes(attributes: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name in attributes) if (KEPT.has(name)) kept[name] = attributes[name] as string
  return kept
}
