/** Whether two names may be one person's. */
import { foldName, foldSpelling } from '../knowledge/knowledge.ts'
import { listForms } from './given-names.ts'
import { foldIdentityName, joinInitials, trimName } from './names.ts'

/**
 * `same`: the same name in any spelling. The others may be the same, so that something else must speak for them: `shorter` “Ilse Anna Maran”,
 * “Ilse Maran”; `other-order` “Kim Jong Un”, “Jong Un Kim”; `short-form` “I. Maran”, “Bob Tallis”, “Robert Tallis”.
 */
export type Fit = 'same' | 'shorter' | 'other-order' | 'short-form'

interface PersonName {
  /** Initials without points: “hr”. */
  readonly given: string
  /** Names and initials in between. */
  readonly middle: readonly string[]
  readonly family: string
  /** “jr”, “iii”; empty for the elder. */
  readonly generation: string
}

/** Parts of a name in folded words; null for a name of one word. */
function readPerson(name: string): PersonName | null {
  const words = joinInitials(foldName(trimName(name)).toLowerCase().split(' '))
  const generation = /^(?:jr|ii|iii|iv)$/.test(words.at(-1) ?? '') ? (words.pop() as string) : ''
  if (words.at(-1) === 'sr') words.pop()
  const [given = '', ...others] = words.filter((word, n) => n === 0 || !ARTICLES.has(word))
  const family = others.pop()
  return family === undefined ? null : { given, family, middle: others, generation: generation === 'ii' ? 'jr' : generation }
}

/** “Bashar al-Assad”, “Bashar Assad”. */
const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'ul'])

/** Whether a name has a family name and a given name, or two initials, as “H.R. Holt” is always called. */
export function isFullName(name: string): boolean {
  return (readPerson(name)?.given.length ?? 0) > 1
}

/** The word by which somebody is called in the rest of an article. */
export function familyOf(name: string): string {
  return readPerson(name)?.family ?? foldName(trimName(name)).toLowerCase()
}

/** Keys under which somebody of this name may be kept. */
export function listPersonKeys(name: string): string[] {
  const person = readPerson(name)
  if (!person) return [foldIdentityName(name)]
  const { given, middle, family } = person
  const shorter = middle.length > 0 ? [`${given} ${family}`] : []
  return [name, family, ...shorter, ...listForms(given).map((form) => `${form} ${family}`)].map(foldIdentityName)
}

/** How two names fit, or null where they are two people's. */
export function fitPersons(a: string, b: string): Fit | null {
  const [one, two] = [readPerson(a), readPerson(b)]
  if (!one || !two || one.generation !== two.generation) return null
  if (!isSpeltAlike(one.family, two.family)) return areReordered(one, two) ? 'other-order' : null
  if (areMiddlesApart(one.middle, two.middle)) return null
  if (isSpeltAlike(one.given, two.given)) return countLong(one.middle) === countLong(two.middle) ? 'same' : 'shorter'
  return isShortFor(one.given, two.given) || isShortFor(two.given, one.given) ? 'short-form' : null
}

/** Spellings are folded in company only, and longer words: a short one tells too little. */
function isSpeltAlike(a: string, b: string): boolean {
  return a === b || (a.length > 3 && b.length > 3 && foldSpelling(a) === foldSpelling(b))
}

/** “I.” for “Ilse”, “Chris” for “Christopher”, “Bob” for “Robert”. */
function isShortFor(short: string, long: string): boolean {
  if (short.length === 1) return long.startsWith(short)
  return (short.length >= 3 && long.startsWith(short)) || listForms(short).includes(long)
}

/** “John A. Holt” and “John B. Holt” are two; “John Holt” may be either. */
function areMiddlesApart(a: readonly string[], b: readonly string[]): boolean {
  const isInitial = (word: string, other: string) => (word.length === 1 || other.length === 1) && word[0] === other[0]
  return a.slice(0, b.length).some((word, n) => !isSpeltAlike(word, b[n] as string) && !isInitial(word, b[n] as string))
}

function countLong(middle: readonly string[]): number {
  return middle.filter((word) => word.length > 1).length
}

function areReordered(one: PersonName, two: PersonName): boolean {
  const fold = ({ given, middle, family }: PersonName) => foldIdentityName([given, ...middle, family].join(' '))
  return fold(one) === fold(two)
}
