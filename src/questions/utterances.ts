import { countCommon, holdsRun } from './differences.ts'
import { isTelling } from './telling-words.ts'
import { cutWords } from './words.ts'

/** Words that somebody said, as one article has them. */
export interface Telling {
  readonly articleId: number
  readonly number: number
  /** Day of the article; empty where it is not known. */
  readonly day: string
  /** By `listUttered`. */
  readonly words: readonly string[]
}

/** Words said once, with all articles that have them, the earliest first. */
export interface Utterance<T extends Telling> {
  readonly tellings: readonly [T, ...T[]]
}

/** Days within which the same words count as said once. A weekly repeated phrase is said each time anew. */
const NEAR_DAYS = 3

/** Telling words that two reports of one utterance have at least, from which on one may have a part of the other, and the share that both have. */
const LEAST_WORDS = 3
const RUN_WORDS = 5
const SHARE = 0.75

/**
 * Ties tellings of the same words by one speaker. Take them newest first with `add` (those of one article from its end), then null; each call
 * returns the utterances that no older telling can join. They come newest first by when they were told first, which later reports do not change.
 */
export function gatherUtterances<T extends Telling>(): { add: (telling: T | null) => Utterance<T>[] } {
  let open: T[][] = []
  return {
    add: (telling) => {
      const done = open.filter((tellings) => telling === null || isOver(tellings.at(-1) as T, telling.day))
      open = open.filter((tellings) => !done.includes(tellings))
      if (telling) {
        const known = telling.day === '' ? undefined : open.find((tellings) => tellings.some((one) => areSame(one, telling)))
        if (known) known.push(telling)
        else open.push([telling])
      }
      return done.map((tellings) => ({ tellings: tellings.reverse() as [T, ...T[]] })).sort((a, b) => orderTellings(a.tellings[0], b.tellings[0]))
    },
  }
}

function isOver({ day: last }: Telling, day: string): boolean {
  if (last === '' || day === '') return last !== day
  return daysBetween(day, last) > NEAR_DAYS
}

/** Newest first, those of one article as it has them. */
export function orderTellings(a: Omit<Telling, 'words'>, b: Omit<Telling, 'words'>): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1
  return b.articleId - a.articleId || a.number - b.number
}

/**
 * Whether two reports have one utterance: nearly the same words, or a part of them. “We will never accept it” and “that Belmora would never
 * accept it” have the same telling words. What one article has twice in other words was said twice.
 */
function areSame(one: Telling, other: Telling): boolean {
  const [short, long] = one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words]
  if (short.length < LEAST_WORDS) return false
  if (one.articleId === other.articleId) return short.join(' ') === long.join(' ')
  if (short.length >= RUN_WORDS && holdsRun(long, short)) return true
  const least = SHARE * (short.length + long.length)
  return 2 * short.length >= least && 2 * countCommon(short, long) >= least
}

/** The words by which an utterance is known, the first of a long one. */
export function listUttered(words: string): string[] {
  return cutWords(words)
    .map(({ folded }) => folded)
    .filter(isTelling)
    .slice(0, WORDS_KEPT)
}

const WORDS_KEPT = 60

function daysBetween(earlier: string, later: string): number {
  return Math.abs(Date.parse(later) - Date.parse(earlier)) / 86_400_000
}
