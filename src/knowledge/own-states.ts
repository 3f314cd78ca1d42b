import type { Country, Knowledge, NameGroup } from './facts.ts'
import { addName, startNames } from './names.ts'

/** A state that no table has, as one article tells it: “Belmora”, “Belmoran”. */
export interface OwnState {
  readonly name: string
  readonly adjectives: readonly string[]
  /** False where the text has only the adjective, which then is the name. */
  readonly isNamed: boolean
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
  for (const { name, adjectives, isNamed } of states) {
    const code = `${MARK}${name}`
    countries.set(code, { code, name, adjective: adjectives[0] ?? name })
    const demonym: NameGroup = { kind: 'demonym', country: code, plural: false, link: { iso3: code } }
    if (isNamed) addName(names, name, name, { ...demonym, kind: 'country' })
    for (const adjective of isNamed ? adjectives : [name]) {
      addName(names, adjective, name, demonym)
      addName(names, `${adjective}s`, name, { ...demonym, plural: true })
    }
  }
  return { ...k, countries, names: [...k.names, names], longestName: Math.max(k.longestName, names.longest) }
}
