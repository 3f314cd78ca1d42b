/** Spellings of one name: accents, apostrophes, and what different romanisations make of the same sounds. */

/** A word as it is compared: “Orbán's” → “orban”, “al-Sisi” → “alsisi”. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Words shorter than this are compared letter by letter: “Land” is not “Lind”. */
const LEAST_LETTERS = 6

/**
 * The consonants that romanisations agree on: “Zelenskiy”, “Zelensky” and “Zelenskyy” → “zlnsk”; “Mohammed”, “Muhammad” → “mhmd”.
 * Null for words too short to tell apart by them.
 */
export function skeletonOf(folded: string): string | null {
  if (folded.length < LEAST_LETTERS) return null
  const sounds = folded
    .replace(/kh/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/tz|ts|cz/g, 'c')
    .replace(/dh/g, 'd')
    .replace(/[qc](?!h)/g, 'k')
    .replace(/w/g, 'v')
    .replace(/(\p{L})\1+/gu, '$1')
  return (sounds[0] as string) + sounds.slice(1).replace(/[aeiouyj]/g, '')
}

/** Whether two folded words are one name in two spellings. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  const skeleton = skeletonOf(a)
  return skeleton !== null && skeleton.length >= 3 && Math.abs(a.length - b.length) <= 2 && skeleton === skeletonOf(b)
}

/** Whether one given name may stand for the other: “A.” for “Arvo”, “Mike” for “Michael” by its first letters. */
export function isSameGiven(a: string, b: string): boolean {
  if (isSameWord(a, b)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length === 1 ? long.startsWith(short) : short.length >= 3 && long.startsWith(short)
}
