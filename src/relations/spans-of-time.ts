import { relationOf, type Syntax } from '../document/syntax.ts'
import type { Claim } from './claim.ts'
import { NUMBER, YEARS } from './history.ts'

/** What a lapse of time is of where it is a gap and no activity: “after four years |of silence|”. */
const GAPS =
  /^(?:silence|absence|isolation|estrangement|tension|tensions|hostility|hostilities|separation|stalemate|neglect|deadlock|closure|inactivity|distance|frost|interruption|nothing)$/

/** “After four years”, “after a decade of silence”, “after a ten-year break”, “a decade later”. */
export function claimGap(syntax: Syntax, i: number, last: number): Claim | null {
  const word = syntax.lower[i] as string
  if (word !== 'after' && word !== 'decade' && word !== 'decades') return null
  // “a decade |later|”, “a decade |after| the fire”
  if (word !== 'after')
    return /^(?:later|after)$/.test(syntax.lower[i + 1] ?? '') ? { claim: 'gap', first: numberStart(syntax, i), last: i + 1, anchor: i, confidence: 0.6 } : null
  let k = i + 1
  while (k < last && k < i + 6 && NUMBER.test(syntax.lower[k] as string)) k++
  if (
    /^.*-?(?:year|decade)(?:-long)?$/.test(syntax.lower[k] ?? '') &&
    /^(?:break|absence|gap|pause|hiatus|lull|silence|interruption|suspension)$/.test(syntax.lower[k + 1] ?? '')
  )
    return { claim: 'gap', first: i, last: k + 1, anchor: i, confidence: 0.8 }
  if (
    k === i + 1 ||
    k >= last ||
    !YEARS.test(syntax.lower[k] as string) ||
    syntax.lower[k] === 'year' ||
    /^(?:more|about|over)$/.test(syntax.lower[k - 1] as string)
  )
    return null
  if (syntax.lower[k + 1] === 'of') return GAPS.test(syntax.lower[k + 2] ?? '') ? { claim: 'gap', first: i, last: k + 2, anchor: i, confidence: 0.8 } : null
  // “after four years in prison”, “after ten years as mayor” are durations
  return /^(?:in|as|at|on|under|with|without|the|a|his|her|their|’|'|['’]s?)$/.test(syntax.lower[k + 1] ?? '')
    ? null
    : { claim: 'gap', first: i, last: k, anchor: i, confidence: 0.75 }
}

function numberStart(syntax: Syntax, i: number): number {
  let from = i
  while (from > 0 && i - from < 4 && NUMBER.test(syntax.lower[from - 1] as string)) from--
  return from
}

/** “A |record high|”, “|record| numbers”. */
export function claimRecord(syntax: Syntax, i: number, last: number): Claim | null {
  if (syntax.lower[i] !== 'record' || i + 1 >= last || !/^(?:amod|compound|nmod:desc)$/.test(relationOf(syntax, i))) return null
  const next = syntax.lower[i + 1] as string
  if (/^(?:high|highs|number|numbers|level|levels|sum|amount|crop|harvest|turnout|attendance|flood|heat)$/.test(next))
    return { claim: 'most', first: i, last: i + 1, anchor: i, confidence: 0.7 }
  return /^lows?$/.test(next) ? { claim: 'least', first: i, last: i + 1, anchor: i, confidence: 0.7 } : null
}

/** “A |twenty-year low|”, “an |all-time high|”. */
export function claimPeak(syntax: Syntax, i: number): Claim | null {
  const before = syntax.lower[i - 1] ?? ''
  if (!/^(?:all-time|.+-(?:year|decade)|decade-long)$/.test(before)) return null
  return { claim: /^low/.test(syntax.lower[i] as string) ? 'least' : 'most', first: i - 1, last: i, anchor: i, confidence: 0.75 }
}
