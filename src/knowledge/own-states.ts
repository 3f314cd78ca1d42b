import type { Country, Knowledge, NameSense } from './facts.ts'
import { addName, startNames } from './names.ts'

/** A state that no table has, as one article tells it: “Belmora”, “Belmoran”. */
export interface OwnState {
  readonly name: string
  readonly adjectives: readonly string[]
}

/** Marks codes that hold for one article only and never leave the program. */
const MARK = '~'

/** Whether a code stands for a state that only the article at hand knows. */
export function isOwnState(code: string): boolean {
  return code.startsWith(MARK)
}

/** The same knowledge with states of one article below: what is known by name goes before. */
export function addStates(k: Knowledge, states: readonly OwnState[]): Knowledge {
  const names = startNames()
  const countries = new Map<string, Country>(k.countries)
  for (const { name, adjectives } of states) {
    const code = `${MARK}${name}`
    countries.set(code, { code, name, adjective: adjectives[0] ?? name })
    const sense: NameSense = { kind: 'demonym', name, country: code, plural: false, link: { iso3: code } }
    addName(names, name, { ...sense, kind: 'country' })
    for (const adjective of adjectives) {
      addName(names, adjective, sense)
      addName(names, `${adjective}s`, { ...sense, plural: true })
    }
  }
  return { ...k, countries, names: [...k.names, names], longestName: Math.max(k.longestName, names.longest) }
}
