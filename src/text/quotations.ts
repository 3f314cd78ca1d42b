import { LIMITS } from '../document/limits.ts'
import type { Notice } from '../document/notice.ts'
import type { Span } from '../document/span.ts'
import { type Quotation, QuoteState } from '../document/tokens.ts'
import { indexAt } from '../document/words.ts'
import { findMarks, type Mark } from './quotation-marks.ts'

type Laid = {
  text: string
  start: Uint32Array
  end: Uint32Array
  count: number
  paragraphs: Uint32Array
  sentences: Uint32Array
}

/** A quotation being read, in tokens: the mark that opens it (−1: none), its words [from, to), the mark that closes it (−1). */
type Run = { open: number; from: number; to: number; close: number; family: Mark['family']; glyph: string; continues: Run | null; isClosed: boolean }

/**
 * Pairs the quotation marks of an article, a stack for each paragraph. A mark that never closes ends with its sentence
 * when it opens inside one, else with its paragraph or before the next mark that opens; a notice says so. A quotation
 * that the next paragraph opens again goes on there and is no mistake.
 */
export function findQuotations(laid: Laid): { quotations: Quotation[]; quoteState: Uint8Array; notices: Notice[] } {
  const runs: Run[] = []
  const strays: number[] = []
  let carried: Run | null = null
  for (let p = 0; p + 1 < laid.paragraphs.length; p++) {
    const first = laid.paragraphs[p] as number
    const last = laid.paragraphs[p + 1] as number
    const marks = findMarks(laid, first, last)
    const paired = pairMarks(marks, first, last, carried, strays)
    const unclosed = paired.filter((run) => run.close < 0)
    const goesOn: Run | undefined = unclosed.findLast((run) => run.family !== 'single')
    carried = null
    const openers = unclosed.length > 0 ? listOpeners(marks) : new Map<Mark['family'], number[]>()
    for (const run of unclosed) {
      if (run === goesOn && isLastMark(run, marks) && goesOnIn(laid, p + 1, run)) carried = closeAt(run, last)
      else run.to = endOfUnclosed(laid, run, openers.get(run.family) ?? [], last)
    }
    for (const run of paired) if (run.to > run.from) runs.push(run)
  }
  runs.sort((a, b) => a.from - b.from || b.to - a.to)
  const depths = nestRuns(runs)
  const places = new Map(runs.map((run, i) => [run, i]))
  return {
    quotations: runs.map((run, i) => toQuotation(laid, run, depths[i] as number, places)),
    quoteState: stateTokens(laid, runs, depths, strays),
    notices: tellBroken(laid, runs, strays),
  }
}

/** Quotations within quotations are followed so deep: beyond, the outermost is taken never to close. */
const DEEPEST = 8

/** Matches marks by a stack. What stays on it never closed; singles that never closed were apostrophes after all. */
function pairMarks(marks: readonly Mark[], first: number, last: number, carried: Run | null, strays: number[]): Run[] {
  const done: Run[] = []
  const stack: Run[] = []
  let before = carried
  if (carried && marks[0] && !marks[0].canOpen && marks[0].family === carried.family) {
    stack.push({ open: -1, from: first, to: last, close: -1, family: carried.family, glyph: carried.glyph, continues: carried, isClosed: false })
    before = null
  }
  for (const mark of marks) {
    const at = mark.canClose ? stack.findLastIndex((run) => run.family === mark.family) : -1
    const blocked = mark.family === 'single' && stack.slice(at + 1).some((run) => run.family !== 'single')
    const opensInner = mark.canOpen && stack.length > 0 && at < stack.length - 1
    if (at >= 0 && !blocked && !(opensInner && mark.family === 'single')) {
      const run = stack[at] as Run
      done.push(
        ...stack
          .splice(at)
          .slice(1)
          .filter((inner) => inner.family !== 'single'),
      )
      done.push(Object.assign(run, { to: mark.token, close: mark.token, isClosed: true }))
    } else if (mark.canOpen) {
      const continues = before && mark.token === first ? before : null
      const given = stack.length < DEEPEST ? undefined : stack.shift()
      if (given && given.family !== 'single') done.push(given)
      stack.push({ open: mark.token, from: mark.token + 1, to: last, close: -1, family: mark.family, glyph: mark.glyph, continues, isClosed: false })
    } else if (mark.family !== 'single') strays.push(mark.token)
  }
  return [...done, ...stack.filter((run) => run.family !== 'single')]
}

function closeAt(run: Run, last: number): Run {
  return Object.assign(run, { to: last, isClosed: true })
}

function isLastMark(run: Run, marks: readonly Mark[]): boolean {
  return !marks.some((mark) => mark.token > run.open && mark.family === run.family && !mark.canClose)
}

/** Whether paragraph `p` takes the quotation up again: it opens with a mark, or closes one that it never opened. */
function goesOnIn(laid: Laid, p: number, run: Run): boolean {
  const first = laid.paragraphs[p]
  const last = laid.paragraphs[p + 1]
  if (first === undefined || last === undefined || first >= last) return false
  const marks = findMarks(laid, first, last).filter((mark) => mark.family === run.family)
  const head = marks[0]
  if (!head || isLabelled(laid, first)) return false
  return (head.token === first && head.canOpen && head.glyph === run.glyph) || (!head.canOpen && head.canClose)
}

/** Whether a paragraph opens with a speaker's label behind a mark, as in “LIND: No.”: every turn is a quotation of its own. */
function isLabelled(laid: Laid, first: number): boolean {
  return /^\W{1,2}\p{Lu}{2,}(?: \p{Lu}+)*:/u.test(laid.text.slice(laid.start[first], (laid.start[first] as number) + 40))
}

/** Where the words of a mark that never closes end: never beyond the sentence it opens in, if it opens inside one. */
function endOfUnclosed(laid: Laid, run: Run, openers: readonly number[], last: number): number {
  const next = openers[firstAbove(openers, run.open)]
  const sentence = indexAt(laid.sentences, run.from < laid.count ? run.from : run.open)
  const isAtStart = (laid.sentences[sentence] as number) >= run.open
  let end = laid.sentences[sentence + 1] as number
  if (isAtStart) {
    const limit = next === undefined ? last : (laid.sentences[indexAt(laid.sentences, next)] as number)
    end = Math.max(end, limit)
  }
  if (next !== undefined) end = Math.min(end, next)
  return Math.min(end, last)
}

/** Tokens of the marks that can only open, by family. */
function listOpeners(marks: readonly Mark[]): Map<Mark['family'], number[]> {
  const openers = new Map<Mark['family'], number[]>([
    ['double', []],
    ['guillemet', []],
    ['single', []],
  ])
  for (const mark of marks) if (mark.canOpen && !mark.canClose) openers.get(mark.family)?.push(mark.token)
  return openers
}

/** Index of the first value above a limit in a rising list. */
function firstAbove(values: readonly number[], limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) > limit) high = middle
    else low = middle + 1
  }
  return low
}

/** Depth of each run among runs sorted by their first word. A run inside one that closed after it is nested. */
function nestRuns(runs: readonly Run[]): number[] {
  const open: Run[] = []
  return runs.map((run) => {
    while (open.length > 0 && (open.at(-1) as Run).to <= run.from) open.pop()
    open.push(run)
    return open.length - 1
  })
}

function toQuotation(laid: Laid, run: Run, depth: number, places: ReadonlyMap<Run, number>): Quotation {
  const words = spanOf(laid, run.from, run.to)
  return {
    open: run.open >= 0 ? spanOf(laid, run.open, run.open + 1) : { start: words.start, end: words.start },
    words,
    close: run.close >= 0 ? spanOf(laid, run.close, run.close + 1) : null,
    isClosed: run.isClosed,
    depth,
    continues: run.continues ? (places.get(run.continues) ?? null) : null,
  }
}

function spanOf(laid: Laid, first: number, last: number): Span {
  return { start: laid.start[first] as number, end: laid.end[last - 1] as number }
}

function stateTokens(laid: Laid, runs: readonly Run[], depths: readonly number[], strays: readonly number[]): Uint8Array {
  const state = new Uint8Array(laid.count)
  runs.forEach((run, i) => {
    if (depths[i] === 0) state.fill(run.isClosed ? QuoteState.inside : QuoteState.insideUnclosed, run.from, run.to)
    else if (depths[i] === 1) state.fill(QuoteState.insideInner, run.from, run.to)
    if (run.open >= 0) state[run.open] = depths[i] === 0 ? QuoteState.opening : QuoteState.innerMark
    if (run.close >= 0) state[run.close] = depths[i] === 0 ? QuoteState.closing : QuoteState.innerMark
  })
  for (const token of strays) state[token] = QuoteState.strayMark
  return state
}

function tellBroken(laid: Laid, runs: readonly Run[], strays: readonly number[]): Notice[] {
  const unclosed = runs.filter((run) => !run.isClosed && run.close < 0).slice(0, LIMITS.noticesOfAKind)
  const notices: Notice[] = unclosed.map((run) => ({
    code: 'unclosed-quotation',
    message: 'A quotation mark opens here and never closes: the quotation is taken to end where the sentence about it ends.',
    span: spanOf(laid, Math.max(run.open, 0), run.to),
  }))
  for (const token of strays.slice(0, LIMITS.noticesOfAKind))
    notices.push({
      code: 'unopened-quotation',
      message: 'A quotation mark closes here that was never opened: it is left aside.',
      span: spanOf(laid, token, token + 1),
    })
  return notices.sort((a, b) => (a.span as Span).start - (b.span as Span).start)
}
