import type { PageElement } from './tree.ts'

/** A paragraph of a page, white space normalised, with the element it stands in. */
export interface Paragraph {
  readonly text: string
  readonly kind: 'text' | 'heading' | 'item' | 'quotation' | 'row'
  /** Stamp of the innermost block that holds it whole. */
  readonly stamp: number
  /** How many of its characters stand in links. */
  readonly linked: number
}

interface Place {
  readonly owner: PageElement
  readonly kind: Paragraph['kind']
  readonly isLinked: boolean
  /** In a row of a table: its cells stand in one line. */
  readonly isRow: boolean
}

interface Writing {
  readonly paragraphs: Paragraph[]
  readonly isLeftOut: (element: PageElement) => boolean
  parts: string[]
  linked: number
}

const BLOCKS = new Set(
  'html body address amp-ad amp-img article aside blockquote button caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main menu nav noscript ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Stands for a line break while a line is put together; no page of the web holds it for anything else. */
const BREAK = '\u2028'

/** The paragraphs below an element in the order of the page; what `isLeftOut` names is passed over. */
export function readParagraphs(root: PageElement, isLeftOut: (element: PageElement) => boolean): Paragraph[] {
  const writing: Writing = { paragraphs: [], isLeftOut, parts: [], linked: 0 }
  const place: Place = { owner: root, kind: kindOf(root) ?? 'text', isLinked: false, isRow: false }
  walk(writing, root, place)
  flush(writing, place)
  return writing.paragraphs
}

/** Recursion is safe: LIMITS bound the depth of the tree. */
function walk(writing: Writing, element: PageElement, place: Place): void {
  const hasCells = element.tag === 'tr' && isShortRow(element)
  for (const child of element.children) {
    if (typeof child === 'string') {
      writing.parts.push(child)
      if (place.isLinked) writing.linked += child.trim().length
    } else if (child.tag === 'br') {
      writing.parts.push(BREAK)
    } else if (child.tag === 'title' || child.tag === 'head') {
      // Names the page; stands among its paragraphs where the page leaves out where its body begins.
    } else if (writing.isLeftOut(child)) {
      // What stands on both sides of something left out does not read on.
      flush(writing, place)
    } else if (hasCells) {
      writing.parts.push(' ')
      walk(writing, child, { ...place, isRow: true })
    } else if (BLOCKS.has(child.tag) && !place.isRow) {
      flush(writing, place)
      const inner = { ...place, owner: child, kind: kindOf(child) ?? place.kind }
      walk(writing, child, inner)
      flush(writing, inner)
    } else walk(writing, child, place.isLinked || !isLink(child) ? place : { ...place, isLinked: true })
  }
}

/** A place to jump to within the page is no link: headings carry such marks. */
function isLink({ tag, attributes }: PageElement): boolean {
  return tag === 'a' && attributes.href !== undefined && !attributes.href.startsWith('#')
}

function kindOf({ tag }: PageElement): Paragraph['kind'] | null {
  if (/^h[1-6]$/.test(tag)) return 'heading'
  if (tag === 'li' || tag === 'dd' || tag === 'dt') return 'item'
  if (tag === 'blockquote') return 'quotation'
  return tag === 'tr' ? 'row' : null
}

/** A row of figures reads as one line (“Exports 1,200 1,310”); a cell that holds an article does not. */
function isShortRow(row: PageElement): boolean {
  return row.children.every((cell) => typeof cell === 'string' || isShortCell(cell, 0))
}

function isShortCell(element: PageElement, depth: number): boolean {
  const blocks = element.children.filter((child) => typeof child !== 'string' && BLOCKS.has(child.tag))
  if (blocks.length > 1 || depth > 3) return false
  return element.children.every((child) => (typeof child === 'string' ? child.length < 200 : child.tag !== 'table' && isShortCell(child, depth + 1)))
}

/** Ends a paragraph. Two line breaks in it part it as well, one stays a line end. */
function flush(writing: Writing, { owner, kind }: Place): void {
  const texts = writing.parts.join('').split(/\u2028\s*\u2028[\s\u2028]*/)
  const linked = texts.length > 1 ? 0 : writing.linked
  for (const raw of texts) {
    const lines = raw.split(BREAK).map(squeeze)
    const text = lines.filter((line) => line !== '').join('\n')
    if (text !== '') writing.paragraphs.push({ text, kind, stamp: owner.stamp, linked: Math.min(text.length, linked) })
  }
  writing.parts = []
  writing.linked = 0
}

/** White space of any kind as one blank; marks that only say where a word may be broken are left off. */
export function squeeze(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
