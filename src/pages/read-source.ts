import type { Block } from '../document/incoming.ts'
import type { Notice } from '../document/notice.ts'
import { type About, readAbout } from './about.ts'
import { draftBody, finishBody } from './body.ts'
import { textOf } from './meta.ts'
import type { PageOrder, PageReading } from './page-reading.ts'
import { type Paragraph, readParagraphs, squeeze } from './paragraphs.ts'
import { makePaths } from './paths.ts'
import { growTree, type PageTree } from './tree.ts'

/** A text in JSON-LD is taken where it is so many times as long as what the page itself shows. */
const BODY_RATIO = 2
const BODY_LEAST = 400

/**
 * Reads a page. `onDraft` gets what our own fast way finds before Readability, which may take long, is asked: what is left of a
 * page whose time ran out.
 */
export function readSource(order: PageOrder, onDraft: (draft: PageReading) => void): PageReading {
  const tree = growTree(order.source)
  const draft = draftBody(tree)
  const about = readAbout(tree, draft.own, order)
  onDraft(compose(tree, draft.own, about))
  return compose(tree, chooseBody(finishBody(tree, draft, about.title), about), about)
}

/** Pages that a script fills show no text but carry it in JSON-LD. What a page keeps for subscribers is left alone. */
function chooseBody(body: readonly Paragraph[], { articleBody, isTruncated }: About): readonly Paragraph[] {
  if (articleBody === null || isTruncated || articleBody.length < BODY_LEAST) return body
  const shown = body.reduce((sum, { text }) => sum + text.length, 0)
  if (articleBody.length < shown * BODY_RATIO) return body
  const isMarkup = /<\/?(?:p|br|div|h[1-6]|li)\b/i.test(articleBody)
  const texts = isMarkup ? readParagraphs(growTree(articleBody).root, () => false).map(({ text }) => text) : articleBody.split(/\n\s*\n|\r?\n/).map(squeeze)
  return texts.filter((text) => text !== '').map((text) => ({ text, kind: 'text', stamp: -1, linked: 0 }))
}

/** One blank line between paragraphs; each block names the element that holds its words, or none where no single one does. */
function compose(tree: PageTree, body: readonly Paragraph[], { articleBody: _, ...about }: About): PageReading {
  const blocks: Block[] = []
  const bare = new Map<number, string>()
  const pathOf = makePaths(tree)
  let at = 0
  for (const { text, stamp } of body) {
    const element = tree.elements[stamp]
    if (element && !bare.has(stamp)) bare.set(stamp, withoutBlanks(textOf(element)))
    const holds = element !== undefined && bare.get(stamp)?.includes(withoutBlanks(text))
    blocks.push({ start: at, end: at + text.length, element: element && holds ? pathOf(element) : null, page: null })
    at += text.length + 2
  }
  return { ...about, text: body.map(({ text }) => text).join('\n\n'), blocks, notices: readNotices(tree, about.isTruncated) }
}

function readNotices({ isCut, isFlattened }: PageTree, isTruncated: boolean): Notice[] {
  const notices: Notice[] = []
  if (isCut) notices.push({ code: 'page-cut', message: 'The page is larger than what is read of one page: its end is missing.', span: null })
  if (isFlattened)
    notices.push({ code: 'page-nested', message: 'Elements of the page are nested so deeply that they were dissolved: paragraphs may be joined.', span: null })
  if (isTruncated)
    notices.push({ code: 'page-paywall', message: 'The page says that the whole article is for subscribers: the text may end early.', span: null })
  return notices
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '')
}
