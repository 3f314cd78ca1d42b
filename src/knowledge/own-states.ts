import type { Country, Knowledge, NameSense, Naming } from './facts.ts'
import { foldName } from './fold.ts'

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
  const countries = new Map<string, Country>()
  const names = new Map<string, Naming[]>()
  const add = (written: string, sense: NameSense) => {
    const key = foldName(written).toLowerCase()
    const known = names.get(key)
    if (known) known.push({ written, sense })
    else names.set(key, [{ written, sense }])
  }
  for (const { name, adjectives, isNamed } of states) {
    const code = `${MARK}${name}`
    countries.set(code, { code, name, adjective: adjectives[0] ?? name })
    const demonym: NameSense = { kind: 'demonym', name, country: code, plural: false, link: { iso3: code } }
    if (isNamed) add(name, { ...demonym, kind: 'country' })
    for (const adjective of isNamed ? adjectives : [name]) {
      add(adjective, demonym)
      add(`${adjective}s`, { ...demonym, plural: true })
    }
  }
  return { ...k, ownStates: { countries, names } }
}
