import type { Furniture } from './furniture.ts'
import { readParagraphs } from './paragraphs.ts'
import type { PageElement, PageTree } from './tree.ts'

/** A paragraph counts as running text from this many characters outside links. */
const LEAST = 40
/** A part of a page holds the article when so much of the running text around it stands there. */
const SHARE = 0.9

/** Characters of running text under each element, by stamp; what is furniture counts for nothing. */
export function countProse(tree: PageTree, furniture: Furniture | null): Float64Array {
  const prose = new Float64Array(tree.elements.length)
  for (const { text, linked, stamp } of readParagraphs(tree.body, (element) => furniture !== null && furniture[element.stamp] === 1)) {
    const own = text.length - 2 * linked
    if (own < LEAST) continue
    for (let at: PageElement | null = tree.elements[stamp] as PageElement; at; at = at.parent) prose[at.stamp] = (prose[at.stamp] as number) + own
  }
  return prose
}

/** Our own candidate: the innermost element that holds nearly all running text below `main`. */
export function findByProse(main: PageElement, prose: Float64Array): PageElement {
  let best = main
  for (;;) {
    const least = (prose[best.stamp] as number) * SHARE
    const next = best.children.find((child): child is PageElement => typeof child !== 'string' && (prose[child.stamp] as number) >= least)
    if (!next || next.tag === 'p' || least === 0) return best
    best = next
  }
}

/**
 * Where the article must stand: the `<article>` around the page's first great heading when others hold texts of their own
 * (pages that load one article below another), else the body.
 */
export function findMain(tree: PageTree, prose: Float64Array): PageElement {
  const heading = tree.elements.find(({ tag }) => tag === 'h1')
  let article = heading?.parent ?? null
  while (article && article.tag !== 'article') article = article.parent
  if (!article || (prose[article.stamp] as number) < 500) return tree.body
  const others = tree.elements.filter((element) => element.tag === 'article' && !holds(article, element) && !holds(element, article))
  return others.some(({ stamp }) => (prose[stamp] as number) >= 500) ? article : tree.body
}

/** Whether an element is the other one or stands in it. */
export function holds(outer: PageElement, inner: PageElement): boolean {
  for (let at: PageElement | null = inner; at && at.stamp >= outer.stamp; at = at.parent) if (at === outer) return true
  return false
}
