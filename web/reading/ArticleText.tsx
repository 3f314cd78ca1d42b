import { useSignalEffect } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { isNarrow } from '../narrow.ts'
import { chooseFact, type Desk, placeOf } from './desk.ts'
import { useGrowing } from './growing.ts'
import { cutArticle, LANES, type Paragraph, type Piece } from './marks.ts'
import { memo } from './memo.ts'

/** The article with its marks. What is chosen is painted on marks that are there already, so that nothing is drawn anew. */
export function ArticleText({ desk, label }: { desk: Desk; label: string }) {
  const holder = useRef<HTMLDivElement>(null)
  const record = desk.record.value
  const paragraphs = useMemo(() => cutArticle(record), [record])
  const count = useGrowing(paragraphs.length, placeOf(desk) === null ? 0 : paragraphs.length)
  const layers = [...desk.layers.value].map((layer) => `shows-${layer}`).join(' ')
  useSignalEffect(() => paint(holder.current, desk.chosen.value, 'chosen'))
  useSignalEffect(() => paint(holder.current, desk.rested.value, 'rested'))
  useSignalEffect(() => showPlace(holder.current, placeOf(desk)))
  useSignalEffect(() => paintEdited(holder.current, desk.edited.value))
  useEffect(() => paint(holder.current, desk.chosen.value, 'chosen'), [record, count])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys move from fact to fact (keys.ts), and every fact is a button in the list beside it.
    <div
      ref={holder}
      class={`text ${layers}`}
      role="group"
      aria-label={label}
      dir="auto"
      onMouseOver={(event) => {
        desk.rested.value = innermost(desk, event.target as Element)
      }}
      onMouseLeave={() => {
        desk.rested.value = null
      }}
      onClick={(event) => {
        if (getSelection()?.isCollapsed === false) return
        const fact = innermost(desk, event.target as Element)
        if (fact !== null) chooseFact(desk, fact, { isToggling: true })
      }}
    >
      {paragraphs.slice(0, count).map((paragraph) => (
        <MarkedParagraph key={paragraph.start} paragraph={paragraph} />
      ))}
    </div>
  )
}

const MarkedParagraph = memo(({ paragraph }: { paragraph: Paragraph }) => (
  <p dir="auto" data-start={paragraph.start}>
    {paragraph.pieces.map((piece) => (piece.marks.length === 0 ? piece.words : <Marked key={piece.start} piece={piece} />))}
  </p>
))

/** Lines are gradients in lanes beneath the words; how each layer looks is the style sheet's. */
function Marked({ piece: { words, marks, start } }: { piece: Piece }) {
  const classes = [...new Set(marks.map(({ layer }) => layer))]
  const depth = marks.filter(({ layer }) => layer === 'content').length
  const lines = marks.filter(({ layer }) => layer !== 'hedge')
  return (
    <span
      class={`mark ${classes.join(' ')} depth-${Math.min(depth, 3)}`}
      data-facts={[...new Set(marks.map(({ fact }) => fact))].join(' ')}
      data-layers={marks.map(({ layer }) => layer).join(' ')}
      data-start={start}
      style={{
        backgroundImage: lines.map(({ layer }) => `var(--line-${layer})`).join(','),
        // The first lane is right beneath the words, the last at the foot of the padding (article.css).
        backgroundPosition: lines.map(({ lane }) => `0 calc(100% - ${(LANES - 1 - lane) * 3}px)`).join(','),
      }}
    >
      {words}
    </span>
  )
}

/** The innermost fact at a place, of the layers that are shown. */
function innermost(desk: Desk, target: Element): string | null {
  const mark = target.closest<HTMLElement>('.mark')
  if (!mark) return null
  const facts = (mark.dataset.facts ?? '').split(' ')
  const isShown = (mark.dataset.layers ?? '').split(' ').some((layer) => (desk.layers.value as ReadonlySet<string>).has(layer))
  return isShown ? (facts.at(-1) ?? null) : null
}

function paint(holder: HTMLElement | null, fact: string | null, name: 'chosen' | 'rested'): void {
  for (const mark of holder?.querySelectorAll(`.mark.${name}`) ?? []) mark.classList.remove(name)
  if (holder && fact !== null) for (const mark of holder.querySelectorAll(`.mark[data-facts~="${CSS.escape(fact)}"]`)) mark.classList.add(name)
}

function paintEdited(holder: HTMLElement | null, edited: { start: number; end: number } | null): void {
  CSS.highlights?.delete('edited')
  if (!holder || !edited || !CSS.highlights) return
  const range = rangeOf(holder, edited.start, edited.end)
  if (range) CSS.highlights.set('edited', new Highlight(range))
}

/** Brings words into view unless they are to be seen already. */
function showPlace(holder: HTMLElement | null, start: number | null): void {
  if (!holder || start === null) return
  // The paragraph may be one of those that are drawn only now.
  requestAnimationFrame(() => {
    const mark = Array.from(holder.querySelectorAll<HTMLElement>('.mark.chosen')).find((one) => Number(one.dataset.start) >= start)
    for (const one of holder.querySelectorAll('.mark.here')) one.classList.remove('here')
    mark?.classList.add('here')
    // A sheet covers the lower half of a narrow screen.
    mark?.scrollIntoView({
      block: isNarrow.value ? 'start' : 'center',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
    })
  })
}

/** A stretch of the article as a range of the page. */
export function rangeOf(holder: HTMLElement, start: number, end: number): Range | null {
  const range = new Range()
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT)
  let isOpen = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const from = offsetOf(node as Text)
    const length = (node as Text).length
    if (!isOpen && from <= start && start < from + length) {
      range.setStart(node, start - from)
      isOpen = true
    }
    if (isOpen && end <= from + length) {
      range.setEnd(node, end - from)
      return range
    }
  }
  return null
}

/** Where a piece of the page's text stands in the article. */
function offsetOf(node: Text): number {
  const mark = node.parentElement as HTMLElement
  if (mark.classList.contains('mark')) return Number(mark.dataset.start)
  let offset = Number(mark.dataset.start)
  for (let before = node.previousSibling; before; before = before.previousSibling) offset += before.textContent?.length ?? 0
  return offset
}

/** The words of the article that the reader has selected; null where there are none. */
export function readSelection(text: string): { start: number; end: number } | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const [first, last] = [range.startContainer, range.endContainer]
  const isText = (node: Node): node is Text => node.nodeType === 3 && (node.parentElement?.closest('.text [data-start]') ?? null) !== null
  if (!isText(first) || !isText(last)) return null
  const [start, end] = [offsetOf(first) + range.startOffset, offsetOf(last) + range.endOffset]
  const words = text.slice(start, end)
  const found = { start: start + (words.length - words.trimStart().length), end: end - (words.length - words.trimEnd().length) }
  return found.start < found.end ? found : null
}
