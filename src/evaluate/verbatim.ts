import type { Span } from '../document/span.ts'

const DOUBLE = /["“”„«»]/
const SINGLE = /['‘’]/

/** A verbatim run of a gold content, marks left out. */
export interface GoldRun extends Span {
  readonly isClosed: boolean
}

/**
 * The verbatim runs in a gold content. What is direct and nothing else is verbatim as a whole even without marks (a
 * transcript, a block quotation).
 */
export function verbatimRuns(text: string, spans: readonly Span[], kinds: readonly string[]): GoldRun[] {
  const isDirect = kinds.length === 1 && kinds[0] === 'direct'
  return spans.flatMap(({ start, end }) =>
    isDirect && !DOUBLE.test(text[start] ?? '') && !SINGLE.test(text[start] ?? '')
      ? [{ start, end, isClosed: true }]
      : runsIn(text, start, end, kinds.includes('direct')),
  )
}

function runsIn(text: string, start: number, end: number, isDirect: boolean): GoldRun[] {
  const places = Array.from({ length: end - start }, (_, n) => start + n)
  const first = places.find((at) => DOUBLE.test(text[at] as string) || doesOpen(text, at))
  if (first === undefined) return []
  const isDouble = DOUBLE.test(text[first] as string)
  if (!isDouble || (isDirect && first === start)) {
    const last = places.filter((at) => at > first && (isDouble ? DOUBLE.test(text[at] as string) : doesClose(text, at))).at(-1)
    if (last !== undefined && !(isDirect && /[\p{L}\p{N}]/u.test(text.slice(last, end)))) return [{ start: first + 1, end: last, isClosed: true }]
    return [{ start: first + 1, end, isClosed: false }]
  }
  return pairDouble(text, places, end)
}

function pairDouble(text: string, places: readonly number[], end: number): GoldRun[] {
  const runs: GoldRun[] = []
  let opened: number | null = null
  for (const at of places) {
    if (!DOUBLE.test(text[at] as string)) continue
    if (opened === null) opened = at + 1
    else {
      runs.push({ start: opened, end: at, isClosed: true })
      opened = null
    }
  }
  return opened !== null && opened < end ? [...runs, { start: opened, end, isClosed: false }] : runs
}

/** Whether a single mark can open a quotation here: no apostrophe, no mark at the end of a word. */
function doesOpen(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  return SINGLE.test(text[at] as string) && (/[\s(—–-]/.test(before) || DOUBLE.test(before)) && /\S/.test(text[at + 1] ?? ' ')
}

function doesClose(text: string, at: number): boolean {
  return SINGLE.test(text[at] as string) && !/\s/.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')
}
