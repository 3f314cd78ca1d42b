import { ReadoutError } from '../document/readout-error.ts'
import { findCountry, findSenses, isKnownCode } from '../knowledge/knowledge.ts'
import { findIdentities, type Identity, loadIdentities } from '../store/store.ts'
import type { Desk } from './desk.ts'

/** Somebody whom the library tells of. */
export interface Who {
  readonly id: number
  readonly kind: string
  readonly name: string
  readonly country: string | null
  /** Names by which articles tell of it. */
  readonly names: readonly string[]
}

/**
 * Whom a name means: by any name that articles tell, in any spelling, and by what is known of it (“the Kremlin” is Russia). “#12” is
 * the one of that number. Null where nobody is called so; where several are, a `ReadoutError` lists them, since a guess would put words
 * into somebody's mouth.
 */
export async function findWho(desk: Desk, name: string): Promise<Who | null> {
  const number = /^#(\d{1,15})$/.exec(name.trim())?.[1]
  const found = number === undefined ? await findNamed(desk, name) : await loadIdentities(desk.store, [Number(number)])
  if (found.length > 1) throw new ReadoutError('ambiguous-name', tellChoice(name, found))
  const [one] = found
  return one ? { id: one.id, kind: one.kind, name: one.name, country: one.iso3 ?? one.country, names: one.names.map((told) => told.name) } : null
}

/** States and bodies go by what is known of them; people by their own names alone, since a surname is nobody's own. */
async function findNamed({ store, knowledge, fold }: Desk, name: string): Promise<Identity[]> {
  const [sense] = findSenses(knowledge, name)
  const state = sense && STATES.has(sense.kind) ? sense.country : null
  const body = sense?.kind === 'organization' ? sense.name : null
  const folded = [...new Set([name, body ?? name].map(fold))].filter((one) => one !== '')
  const found = await findIdentities(store, { folded, iso3: state ? [state] : [] })
  if (state) {
    const states = found.filter(({ kind, iso3 }) => kind === 'country' && iso3 === state)
    if (states.length > 0) return states
  }
  const others = found.filter(({ kind }) => kind !== 'place')
  const likely = others.length > 0 ? others : found
  const exact = likely.filter((one) => folded.includes(fold(one.name)))
  return exact.length > 0 && !isSurname(name, likely) ? exact : likely
}

const STATES: ReadonlySet<string> = new Set(['country', 'capital', 'seat', 'demonym'])

/** “Brandt” is the name of nobody where several people are called so, even if an article tells one of them by nothing else. */
function isSurname(name: string, likely: readonly Identity[]): boolean {
  return !name.trim().includes(' ') && likely.every(({ kind }) => kind === 'person')
}

/** So many are listed; a name of more is too short to choose by. */
const LISTED = 10

function tellChoice(name: string, found: readonly Identity[]): string {
  const told = (one: Identity) => one.names.reduce((sum, { told }) => sum + told, 0)
  const sorted = [...found].sort((a, b) => told(b) - told(a) || a.id - b.id)
  const lines = sorted.slice(0, LISTED).map((one) => {
    const days = [one.firstSeenOn, one.lastSeenOn].filter((day) => day !== null)
    const traits = [one.kind, one.country, one.office, `told of ${told(one)} times`, [...new Set(days)].join(' to ')]
    return `  "#${one.id}"  ${one.name} (${traits.filter(Boolean).join(', ')})`
  })
  const more = found.length > LISTED ? `\n  and ${found.length - LISTED} more: give a fuller name` : ''
  return `“${name}” is the name of ${found.length} in this library: ask with a fuller name, or with the number of the one you mean.\n${lines.join('\n')}${more}`
}

/** The code of a country that is named by its code, a name, or a name for its government. */
export async function findCountryCode(desk: Desk, name: string): Promise<string> {
  if (/^[A-Z]{3}$/.test(name) && (findCountry(desk.knowledge, name) || isKnownCode(desk.knowledge, name))) return name
  const [sense] = findSenses(desk.knowledge, name)
  if (sense?.country && STATES.has(sense.kind)) return sense.country
  const who = await findWho(desk, name)
  const code = who?.country ?? (/^[A-Z]{3}$/.test(name) ? name : null)
  if (code !== null) return code
  throw new ReadoutError('unknown-country', `No country is known as “${name}”: write its name or its ISO code of three letters.`)
}
