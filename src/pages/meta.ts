import { squeeze } from './paragraphs.ts'
import type { PageElement, PageTree } from './tree.ts'

/** Contents of a page's meta elements by their name, property or itemprop in lower case, in page order. */
export type Meta = ReadonlyMap<string, readonly string[]>

/** Reads all meta elements. Empty ones and ones that a template never filled in (“{{title}}”) are left out. */
export function readMeta(tree: PageTree): Meta {
  const meta = new Map<string, string[]>()
  for (const { tag, attributes } of tree.elements) {
    const content = squeeze(attributes.content ?? '')
    if (tag !== 'meta' || content === '' || /^\{\{.*\}\}$/.test(content)) continue
    for (const name of [attributes.property, attributes.name, attributes.itemprop]) {
      if (!name) continue
      const key = name.trim().toLowerCase()
      meta.set(key, [...(meta.get(key) ?? []), content])
    }
  }
  return meta
}

/** The first of several names that the page fills in. */
export function pickMeta(meta: Meta, names: readonly string[]): string | null {
  for (const name of names) {
    const content = meta.get(name)?.[0]
    if (content !== undefined) return content
  }
  return null
}

/** All text of an element, white space normalised; children that `isLeftOut` names are passed over. */
export function textOf(element: PageElement, isLeftOut: (child: PageElement) => boolean = () => false): string {
  const parts: string[] = []
  const walk = (node: PageElement): void => {
    for (const child of node.children) {
      if (typeof child === 'string') parts.push(child)
      else if (!isLeftOut(child)) walk(child)
    }
    if (!INLINE.has(node.tag)) parts.push(' ')
  }
  walk(element)
  return squeeze(parts.join(''))
}

/** What may stand in the middle of a word. */
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'em', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'u', 'wbr'])
