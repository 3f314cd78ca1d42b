const BREAK = /[.!?]['"’”)]*\s+(?=['"‘“(]?(?![a-z])[\p{L}\p{N}])|\n\s*\n/gu
const ABBREVIATION = /(?<![\p{L}\p{N}_])(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|No|[A-Z]|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$/u

/** Where sentences end, roughly, told by marks alone: what is measured must not be the measure. “Dr. Vask left. Lind stayed.” has one. */
export function findBreaks(text: string): number[] {
  return [...text.matchAll(BREAK)]
    .filter(({ index }) => !ABBREVIATION.test(text.slice(Math.max(0, index - 6), index)))
    .map((match) => match.index + match[0].length)
}

/** The number of the sentence in which a place lies. */
export function sentenceAt(breaks: readonly number[], at: number): number {
  const next = breaks.findIndex((end) => end > at)
  return next < 0 ? breaks.length : next
}
