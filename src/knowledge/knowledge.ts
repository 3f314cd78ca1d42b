/**
 * What Readout knows of the world: states, their names and people, seats and cities, bodies, offices and who held them
 * when. Facts come from `knowledge/world.txt` and a file of the user's own; this room only reads and looks up.
 */
import { describeHolders, readCareer, readSuccession } from './careers.ts'
import { checkText } from './check.ts'
import { readCountry } from './countries.ts'
import type { Gender, Holder, Knowledge, NameSense, Office, Tenure } from './facts.ts'
import { foldName, LONGEST_NAME } from './fold.ts'
import { findPlaces } from './key-table.ts'
import { openLine } from './lines.ts'
import { openWords } from './name-index.ts'
import { chooseSenses, hasCode, lookUpName } from './names.ts'
import { longestTitle, readOffice } from './offices.ts'
import { openRow } from './rows.ts'
import { indexText, tidyText } from './source.ts'
import { matchSpelling } from './spellings.ts'
import { lastDay } from './tenures.ts'

export { areasOf } from './areas.ts'
export type { Gender, Holder, Knowledge, NameSense, Office, OfficeKind } from './facts.ts'
export { foldName, foldSpelling, LONGEST_NAME } from './fold.ts'
export { mergeKnowledge } from './merge.ts'
export { addStates, isOwnState, type OwnState } from './own-states.ts'
export { FORMAT } from './source.ts'

/** Reads a knowledge file. Throws an Error with the line and the reason where a line is malformed. */
export function parseKnowledge(text: string): Knowledge {
  const tidy = tidyText(text.replace(/^\uFEFF/, ''))
  checkText(tidy)
  return indexKnowledge(tidy)
}

/**
 * The same without a check, for the file that comes with the package: its tests check every line. It is indexed here and its
 * lines are read when they are asked for, because this happens at every start.
 */
export function indexKnowledge(text: string): Knowledge {
  const source = indexText(text)
  return { version: source.version, coversUntil: source.coversUntil, sources: [source], ownStates: null }
}

/**
 * What a name may stand for, the likeliest first; empty where it is not known. Accents, points, hyphens, a leading “the”
 * and an ending 's do not matter; capitals may be added (“RUSSIA”), never left out (“us” is not “US”).
 */
export function findSenses(k: Knowledge, words: string): readonly NameSense[] {
  const cased = foldName(words)
  const key = cased.toLowerCase()
  for (const source of k.sources) {
    const senses = lookUpName(source, words, cased, key)
    if (senses.length > 0) return senses
  }
  const own = k.ownStates?.names.get(key)
  return own ? chooseSenses(own, words, cased) : NONE
}

const NONE: readonly never[] = Object.freeze([])

/** Words of the longest name, for matching over tokens. */
export function longestName(_: Knowledge): number {
  return LONGEST_NAME
}

/** Words of the longest office. */
export function longestOffice(k: Knowledge): number {
  return longestTitle(k.sources)
}

/**
 * Who held an office on a day, latest first. `office` is a key of `findOffice` or of a tenure: “president” finds those whom
 * their country calls so, “leader” heads of state and of government. `isCovered` is false where the tables do not tell: after
 * `coversUntil`, in a gap, or without a date (then all holders are given).
 */
export function findHolders(k: Knowledge, office: string, country: string, date: string | null): { holders: readonly Holder[]; isCovered: boolean } {
  const offices = office === 'leader' ? ['head-of-state', 'head-of-government', 'leader-of-body', 'leader'] : [office]
  const holders: Tenure[] = []
  const seen = new Set<string>()
  for (const tenure of offices.flatMap((key) => readSuccession(k, key, country))) {
    if (date !== null && !isHeldOn(tenure, date)) continue
    if (seen.size < seen.add(`${tenure.person}|${tenure.from}`).size) holders.push(tenure)
  }
  holders.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
  return { holders: describeHolders(k, holders), isCovered: date !== null && holders.length > 0 }
}

/** Whether a tenure includes a day: years and months count at their widest, an open end lasts as long as its file vouches for. */
function isHeldOn({ from, to, knownUntil }: Tenure, date: string): boolean {
  return from <= lastDay(date) && date <= lastDay(to ?? knownUntil)
}

/**
 * The tenures of whoever bears a full name or a listed other name, in any usual transliteration, family name first or
 * last, with or without initials. Several people where several are called so.
 */
export function findPeople(k: Knowledge, name: string): readonly Holder[] {
  const exact = findSenses(k, name).filter(({ kind }) => kind === 'person')
  const people = exact.length > 0 ? exact.map((sense) => sense.name) : matchSpelling(k, name)
  return people.length === 0 ? NONE : people.flatMap((person) => describeHolders(k, readCareer(k, person)))
}

/** Gender that a given name tells; null for names of both and unknown ones. */
export function findGender(k: Knowledge, givenName: string): Gender | null {
  const key = foldName(givenName).toLowerCase()
  for (const source of k.sources) {
    const words = openWords(source)
    for (const row of findPlaces(words, key)) {
      const open = openRow(words, row)
      if (open?.section === 'given-names') return open.code === 'm' ? 'man' : 'woman'
    }
  }
  return null
}

/**
 * The office or role that words name, in any case, singular or plural: “Minister of Foreign Affairs”, “spokeswomen”.
 * “former”, “acting” leave it the same, “deputy” makes it `deputy-…`; null for words that are no office.
 */
export function findOffice(k: Knowledge, words: string): Office | null {
  return readOffice(k.sources, words)
}

/** A state or territory by its ISO 3166-1 alpha-3 code. */
export function findCountry(k: Knowledge, code: string): { name: string; code: string; adjective: string } | null {
  for (const { countries } of k.sources) {
    const line = countries.get(code)
    if (line !== undefined) return readCountry(openLine(line))
  }
  return k.ownStates?.countries.get(code) ?? null
}

/** Whether any name is filed under a code: that of a state, UNO, EUR, IGO, NGO, or one of the user's own. */
export function isKnownCode(k: Knowledge, code: string): boolean {
  return k.sources.some((source) => hasCode(source, code))
}

/** Codes of the members of a body: “G7”, “NATO”; null where they are not listed. */
export function findMembers(k: Knowledge, body: string): readonly string[] | null {
  const name = foldName(body)
  for (const { lines } of k.sources) {
    const line = lines
      .get('members')
      ?.map(openLine)
      .findLast(([listed = '']) => foldName(listed) === name)
    if (line) return (line[1] ?? '').split(/[\s;]+/)
  }
  return null
}
