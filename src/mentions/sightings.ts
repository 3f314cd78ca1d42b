import type { TokenSpan } from '../document/span.ts'
import { isCapitalized, type Syntax, TAG } from '../document/syntax.ts'
import { findSenses, type Knowledge, longestName, type NameSense } from '../knowledge/knowledge.ts'

/** Words that knowledge has a name for, the longest first where several begin at one word. */
export interface Sighting extends TokenSpan {
  readonly senses: readonly NameSense[]
  /** A country or demonym that a longer name begins with: “Saudi” in “Saudi National Guard”. */
  readonly inner: { readonly last: number; readonly sense: NameSense } | null
}

/** Small words that stand inside names: “Bank of England”, “Trinidad and Tobago”, “Ministry for the Environment”. */
const LINKING = new Set([
  'of',
  'the',
  'and',
  'for',
  'de',
  'la',
  'del',
  'du',
  'des',
  'al',
  'el',
  'bin',
  'ibn',
  'van',
  'von',
  'der',
  '-',
  '–',
  "'",
  '’',
  "'s",
  '’s',
  '&',
  'in',
  'on',
])

/**
 * Looks every run of capitalised words up in knowledge, from left to right, longest name first; sightings do not overlap. A run is
 * at most as long as knowledge's longest name, so this is linear in the text.
 */
export function findSightings(syntax: Syntax, knowledge: Knowledge): Sighting[] {
  const found: Sighting[] = []
  const limit = longestName(knowledge)
  const reach = measureRuns(syntax)
  let i = 0
  while (i < syntax.count) {
    const sighting = mayBegin(syntax, i) ? lookUp(syntax, knowledge, i, Math.min(limit, reach[i] as number)) : null
    if (sighting) found.push(sighting)
    i = sighting ? sighting.last : i + 1
  }
  return found
}

/** Names begin with a capital, or with an Arabic article: “al Qaeda”. */
function mayBegin({ words, lower }: Syntax, i: number): boolean {
  return (isCapitalized(words[i] as string) && lower[i] !== 'the') || (words[i] === 'al' && isCapitalized(words[i + 1] ?? ''))
}

/** How many tokens a name that begins at each token may have: to the last capitalised word of its run. */
function measureRuns({ words, lower, count, isSentenceStart }: Syntax): Int32Array {
  const reach = new Int32Array(count)
  let end = 0
  for (let i = count - 1; i >= 0; i--) {
    const isName = isCapitalized(words[i] as string)
    const goesOn = i + 1 < count && isSentenceStart[i + 1] === 0
    if (isName) {
      if (!goesOn || end <= i) end = i + 1
      reach[i] = end - i
    } else if (words[i] === 'al') reach[i] = end - i
    else if (!LINKING.has(lower[i] as string) || !goesOn) end = i
    if (!goesOn && !isName) end = i
  }
  return reach
}

function lookUp(syntax: Syntax, knowledge: Knowledge, first: number, longest: number): Sighting | null {
  if (longest === 1 || first + 1 >= syntax.count) return lookUpWord(syntax, knowledge, first)
  const parts = [syntax.words[first] as string]
  for (let n = 1; n < longest; n++) parts.push(glue(syntax, first + n))
  for (let n = longest; n > 1; n--) {
    if (LINKING.has(syntax.lower[first + n - 1] as string)) continue
    const senses = findSenses(knowledge, parts.slice(0, n).join(''))
    if (senses.length > 0) return { first, last: first + n, senses, inner: lookInside(knowledge, parts, first, n) }
  }
  return lookUpWord(syntax, knowledge, first)
}

function lookInside(knowledge: Knowledge, parts: readonly string[], first: number, count: number): Sighting['inner'] {
  for (let n = Math.min(2, count - 1); n > 0; n--) {
    const sense = findSenses(knowledge, parts.slice(0, n).join('')).find(({ kind }) => kind === 'country' || kind === 'demonym')
    if (sense) return { last: first + n, sense }
  }
  return null
}

/** A word with the space before it, as names are written: “Guinea-Bissau”, not “Guinea - Bissau”. */
function glue({ words }: Syntax, i: number): string {
  const word = words[i] as string
  return /^[-–'’]/.test(word) || /^[-–'’]$/.test(words[i - 1] as string) ? word : ` ${word}`
}

/** Tags of words that a name of one word may have; a verb (“Turkey”, “Polish”) at the start of a sentence is none. */
const NAME_TAGS: ReadonlySet<number> = new Set([TAG.PROPN, TAG.ADJ, TAG.NOUN, TAG.X])

function lookUpWord(syntax: Syntax, knowledge: Knowledge, i: number): Sighting | null {
  const word = syntax.words[i] as string
  if (!NAME_TAGS.has(syntax.upos[i] as number) && !(word.length > 3 && word === word.toUpperCase())) return null
  const senses = findSenses(knowledge, word).filter((sense) => sense.kind !== 'place' || syntax.upos[i] !== TAG.ADJ)
  return senses.length > 0 ? { first: i, last: i + 1, senses, inner: null } : null
}
