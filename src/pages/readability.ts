import { Readability } from '@mozilla/readability'
// The same library in one file: it loads in a quarter of the time.
import { parseHTML } from 'linkedom/worker'
import type { PageElement, PageTree } from './tree.ts'

/** As much of the DOM as Readability's answer is read by. */
interface DomNode {
  readonly nodeType: number
  readonly localName: string
  readonly textContent: string | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  getAttribute(name: string): string | null
}

/** The part of a page that Readability takes for the article, with the stamps of the page's own elements; null when it finds none. */
export function findByReadability(tree: PageTree, title: string | null): PageElement | null {
  const { document } = parseHTML(writePage(tree, title))
  const found = new Readability<DomNode>(document, { serializer: (node) => node as unknown as DomNode, disableJSONLD: true }).parse()
  return found?.content ? adopt(found.content, tree, null, 0) : null
}

function writePage({ root, body }: PageTree, title: string | null): string {
  const parts = ['<!doctype html><html><head><title>', escapeText(title ?? ''), '</title></head><body']
  writeAttributes(parts, body)
  parts.push('>')
  for (const child of body.children) if (body !== root || typeof child === 'string' || child.tag !== 'head') writeNode(parts, child)
  parts.push('</body></html>')
  return parts.join('')
}

/** Recursion is safe: LIMITS bound the depth of the tree. */
function writeNode(parts: string[], node: PageElement | string): void {
  if (typeof node === 'string') {
    parts.push(escapeText(node))
    return
  }
  parts.push('<', node.tag)
  writeAttributes(parts, node)
  parts.push('>')
  if (VOID.has(node.tag)) return
  for (const child of node.children) writeNode(parts, child)
  parts.push('</', node.tag, '>')
}

function writeAttributes(parts: string[], { attributes, stamp }: PageElement): void {
  parts.push(' data-stamp="', String(stamp), '"')
  for (const name in attributes) parts.push(' ', name, '="', (attributes[name] as string).replace(/&/g, '&amp;').replace(/"/g, '&quot;'), '"')
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

const VOID = new Set('area base br col hr img input link meta param source track wbr'.split(' '))

/** Turns the answer back into a tree of ours. Elements that Readability made itself go by the stamp of the one around them. */
function adopt(node: DomNode, tree: PageTree, parent: PageElement | null, inherited: number): PageElement {
  const told = node.getAttribute('data-stamp')
  const stamp = told === null ? inherited : Number(told)
  const original = tree.elements[stamp] as PageElement
  const element: PageElement = { tag: node.localName, attributes: told === null ? {} : original.attributes, children: [], parent, stamp, place: original.place }
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) element.children.push(child.textContent ?? '')
    else if (child.nodeType === 1) element.children.push(adopt(child, tree, element, stamp))
  }
  return element
}
