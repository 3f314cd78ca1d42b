import { measureOverlap, type Overlap } from './overlap.ts'
import { foldWords } from './words.ts'

/** What a comparison of two texts tells. */
export interface Comparison {
  /** Share of the shorter text's words that stand in the longer one, from 0 to 1. */
  readonly share: number
  /** `copy`: the same words throughout. `near-copy`: the same report, edited, cut, extended or corrected. */
  readonly verdict: 'copy' | 'near-copy' | 'other'
}

/** Share of both texts that makes them the same words throughout, and the same report whatever their leads are. */
const SAME = 0.95
const SAME_REPORT = 0.85
/** Of the shorter text, for any copy. Rewritten agency reports that say the same have 0.65 to 0.9. */
const LEAST_SHARE = 0.65
/**
 * Of the weighted shares together; set on half of 215 pairs of news reports that were read and judged. Copies have 2.14 to 3.1; follow-ups
 * with a new lead, and reports that quote the same words, up to 2.1.
 */
const LEAST_SCORE = 2.12
/** Reports made from a template share words but not figures and names. */
const LEAST_FIGURES = 0.5
const FIGURES_COUNTED = 4
const LEAST_NAMES = 0.6

/**
 * Whether two articles print the same report. An outlet that cuts it, gives it another headline or adds a paragraph prints a copy; another
 * reporter's story of the same event, one that quotes it, and a follow-up whose lead is new are others. The order of the two does not matter.
 */
export function compareTexts(a: string, b: string): Comparison {
  const overlap = measureOverlap(foldWords(a), foldWords(b))
  const share = overlap.short.whole
  const least = Math.min(share, overlap.long.whole)
  const isCopy = least >= SAME_REPORT || (share >= LEAST_SHARE && scoreOverlap(overlap) >= LEAST_SCORE)
  if (!isCopy || isTemplate(overlap)) return { share, verdict: 'other' }
  return { share, verdict: least >= SAME ? 'copy' : 'near-copy' }
}

/** What stands in both counts most, and whether both begin with the same news: background is reused by whoever writes next. */
function scoreOverlap({ short, long }: Overlap): number {
  return short.whole + long.whole / 2 + Math.min(short.told, long.told) + 0.3 * (short.lead + long.lead)
}

/** “Northport: 14 degrees, rain. Wind from the west at 20.” */
function isTemplate({ figures, figureCount, names }: Overlap): boolean {
  return names < LEAST_NAMES || (figureCount >= FIGURES_COUNTED && figures < LEAST_FIGURES)
}
