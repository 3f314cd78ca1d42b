import type { Syntax } from '../document/syntax.ts'

/** Forms of address before a name, with the gender that they tell. They are no part of the name. */
const HONORIFICS: ReadonlyMap<string, 'man' | 'woman' | null> = new Map([
  ...pair('man', 'mr mister sir lord fr monsieur herr señor senor'),
  ...pair('woman', 'mrs ms miss madam madame mme lady dame frau señora senora sister'),
  ...pair(null, 'dr prof hon rev mx he hrh hm'),
])

/** Short forms of ranks and offices before a name: titles of the person, with the words that knowledge knows them by. */
const RANKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'senator',
    sens: 'senators',
    rep: 'representative',
    reps: 'representatives',
    gov: 'governor',
    gen: 'general',
    lt: 'lieutenant',
    col: 'colonel',
    maj: 'major',
    capt: 'captain',
    cpt: 'captain',
    sgt: 'sergeant',
    cmdr: 'commander',
    adm: 'admiral',
    brig: 'brigadier',
    cpl: 'corporal',
    pres: 'president',
    amb: 'ambassador',
    det: 'detective',
    supt: 'superintendent',
    insp: 'inspector',
    atty: 'attorney',
    sec: 'secretary',
  }),
)

/** Words that belong to a family name and may be written small: “van der Bellen”, “bin Salman”. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den ten ter de da di do dos das du del della la le los bin ibn bint al el ben abu abd ul zu zur af av st e y'.split(' '),
)

/** Words behind a name that belong to it. */
export const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** “Mr.” → “mr”: a short form without its point, in lower case. */
export function withoutPoint(lower: string): string {
  return lower.endsWith('.') ? lower.slice(0, -1) : lower
}

export function isHonorific(word: string): boolean {
  // “HE”, “Don”, “Sir” begin with a capital letter; “he” and “don” are other words, and so is “He” at the start of a sentence
  const plain = withoutPoint(word)
  return plain === 'He' || plain === 'Miss.' ? false : HONORIFICS.has(plain.toLowerCase()) && plain !== plain.toLowerCase()
}

/** Gender that a form of address tells: “Mrs” → woman; null where it tells none. */
export function genderOfHonorific(lower: string): 'man' | 'woman' | null {
  return HONORIFICS.get(withoutPoint(lower)) ?? null
}

/** Whether a word is a form of address or a rank: “Mr.”, “Gen.”. */
export function isAddress({ words, lower }: Pick<Syntax, 'words' | 'lower'>, i: number): boolean {
  return isHonorific(words[i] as string) || expandRank(lower[i] as string) !== null
}

/** The office that a short form stands for: “Sen.” → “senator”; null where it is no short form. */
export function expandRank(lower: string): string | null {
  return RANKS.get(withoutPoint(lower)) ?? null
}

function pair(gender: 'man' | 'woman' | null, words: string): [string, 'man' | 'woman' | null][] {
  return words.split(' ').map((word) => [word, gender])
}
