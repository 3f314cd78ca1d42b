import { LIMITS } from '../document/limits.ts'
import { markFurniture, spreadMarks } from './furniture.ts'
import { commonAncestor, findHeading, findLead } from './lead.ts'
import { dropOwnWords } from './lines.ts'
import { type Paragraph, readParagraphs } from './paragraphs.ts'
import { countProse, findByProse, findMain, holds } from './prose.ts'
import { findByReadability } from './readability.ts'
import type { PageElement, PageTree } from './tree.ts'

/** Readability lost the article when our own way finds so many times as much text. */
const LOSS = 2.5

/** The article's paragraphs as two ways of finding them see it. */
export interface BodyDraft {
  readonly main: PageElement
  readonly isLeftOut: (element: PageElement) => boolean
  /** By stamp: 1 within furniture. */
  readonly within: Uint8Array
  readonly own: readonly Paragraph[]
}

/** Our own way, fast on any page: what is furniture left out, the part that holds the running text kept. */
export function draftBody(tree: PageTree): BodyDraft {
  const furniture = markFurniture(tree)
  const isLeftOut = ({ stamp }: PageElement) => furniture[stamp] === 1
  const prose = countProse(tree, furniture)
  const main = findMain(tree, prose)
  const own = dropOwnWords(readParagraphs(findByProse(main, prose), isLeftOut))
  return { main, isLeftOut, within: spreadMarks(tree, furniture), own: own.length > 0 ? own : readParagraphs(tree.body, () => false) }
}

/** Readability's way, filtered by ours; ours alone where Readability lost most of the text or the page is too large for it. */
export function finishBody(tree: PageTree, draft: BodyDraft, title: string | null): Paragraph[] {
  const { main, isLeftOut, own } = draft
  const isSmall = tree.elements.length <= LIMITS.readabilityElements && tree.units <= LIMITS.readabilityUnits
  const found = isSmall ? findByReadability(tree, title) : null
  const theirs = found ? dropOwnWords(dropWithin(tree, draft, readParagraphs(found, isLeftOut))) : []
  const body = countUnits(theirs) * LOSS < countUnits(own) ? own : theirs
  return dropTitle(addLead(tree, main, isLeftOut, body), title)
}

/** Readability lifts paragraphs out of what is around them. Those out of furniture go, unless that would be most of the text. */
function dropWithin(tree: PageTree, { main, within }: BodyDraft, paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const inMain = paragraphs.filter(({ stamp }) => holds(main, tree.elements[stamp] as PageElement))
  const outside = inMain.filter(({ stamp }) => within[stamp] === 0)
  return countUnits(outside) * 2 < countUnits(inMain) ? inMain : outside
}

function countUnits(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text, linked }) => sum + text.length - linked, 0)
}

function addLead(tree: PageTree, main: PageElement, isLeftOut: BodyDraft['isLeftOut'], body: readonly Paragraph[]): readonly Paragraph[] {
  const heading = findHeading(tree, main, body)
  if (!heading) return body
  const around = commonAncestor(tree, heading, body[0]?.stamp ?? 0)
  return [...findLead(heading, body, dropOwnWords(readParagraphs(around, isLeftOut))), ...body]
}

/** The headline is the article's title, not its first paragraph. */
function dropTitle(body: readonly Paragraph[], title: string | null): Paragraph[] {
  const name = title?.toLowerCase()
  return body.filter(({ text }, index) => index > 3 || text.toLowerCase() !== name)
}
