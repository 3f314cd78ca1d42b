import type { Paragraph } from './paragraphs.ts'
import { holds } from './prose.ts'
import type { PageElement, PageTree } from './tree.ts'

/** Shorter lines between the headline and the text are kickers, names and days. */
const LEAST = 50
/** So many paragraphs there are no lead but something else. */
const MOST = 4

/**
 * The standfirst: running text between the headline and the first paragraph of the body, which stands outside the body on many
 * pages. `around` are the paragraphs of the part of the page that holds both.
 */
export function findLead(heading: PageElement, body: readonly Paragraph[], around: readonly Paragraph[]): Paragraph[] {
  const first = body[0]?.stamp ?? 0
  const known = new Set(body.map(({ text }) => text))
  const lead = around.filter(
    ({ text, stamp, linked }) => stamp > heading.stamp && stamp < first && text.length >= LEAST && linked < text.length * 0.3 && !known.has(text),
  )
  return lead.length > MOST ? [] : lead
}

/** The last great heading before the body. */
export function findHeading(tree: PageTree, main: PageElement, body: readonly Paragraph[]): PageElement | null {
  const first = body[0]?.stamp ?? 0
  return tree.elements.findLast((element) => element.tag === 'h1' && element.stamp < first && holds(main, element)) ?? null
}

/** The innermost element that holds both. */
export function commonAncestor(tree: PageTree, a: PageElement, stamp: number): PageElement {
  const inner = tree.elements[stamp] as PageElement
  let at = a
  while (at.parent && !holds(at, inner)) at = at.parent
  return at
}
