/**
 * Whether a found entity is who a golden article means. Names are compared without case, accents, punctuation, “the” and
 * possessive s; countries and some bodies by any of their names; a person also by a part of the name, first or last, unless
 * two names of the article share that part (two Parks).
 */
import type { Readout, ReadoutEntity } from '../document/readout.ts'
import type { GoldenFact, GoldenPiece } from '../golden/golden.ts'
import { COUNTRY_NAMES } from './countries.ts'

/** The names of one article's gold, to be asked about the entities of one readout. */
export interface Names {
  readonly entities: ReadonlyMap<string, ReadoutEntity>
  /** Key of a name → key of one that means the same: readings joined by “|” anywhere are one identity. */
  readonly group: Map<string, string>
  /** Parts that names of several identities share. */
  readonly shared: ReadonlySet<string>
}

const BODIES: readonly (readonly string[])[] = [
  ['united nations', 'un', 'u n'],
  ['european union', 'eu'],
  ['nato', 'north atlantic treaty organization'],
  ['islamic state', 'isil', 'isis', 'daesh', 'islamic state of iraq and the levant', 'islamic state of iraq and syria'],
  ['washington', 'washington dc'],
  ['korean central news agency', 'kcna'],
  ['agence france presse', 'afp'],
  ['united nations security council', 'un security council', 'security council'],
]

const BODY_OF = new Map(BODIES.flatMap((names) => names.map((name): [string, string] => [name, names[0] as string])))
const ISO_OF = new Map([...COUNTRY_NAMES].map(([name, code]): [string, string] => [normalName(name), code]))

/** Words after or before which a part does not stand for the whole: “mayor of Ostria” is not Ostria. */
const LINKING = new Set(['of', 'to', 'for', 'by', 'and', 'with', 'from', 'in', 'on'])

/** A name as it is compared: “The Halden government's” → “halden government”, “U.S.” → “us”. */
export function normalName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’`]/g, "'")
    .replace(/'s(?![\p{L}\p{N}_])|s'(?=\s|$)/gu, (end) => (end.startsWith('s') ? 's' : ''))
    .replace(/(?<=(?<![\p{L}\p{N}_])[\p{L}\p{N}_])\.(?=[\p{L}\p{N}_](?![\p{L}\p{N}_])|\s|$)/gu, '')
    .replace(/'/g, '')
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const first = words.findIndex((word, n) => n === words.length - 1 || !['the', 'a', 'an'].includes(word))
  return words.slice(Math.max(0, first)).join(' ')
}

/** One key for all names of the same country or body; the pronoun “us” is no country. */
function keyOfName(name: string): string {
  const key = normalName(name)
  if (name.trim() === 'us') return key
  return ISO_OF.get(key) ?? BODY_OF.get(key) ?? key
}

/**
 * All that is accepted for some pieces of the gold: the readings, and the copied words where they contain a reading. “ministers of
 * the Coalition” (= ministers) may be an entity's name as it stands; “the pundit” (= Madden) may not.
 */
export function acceptedReadings(pieces: readonly GoldenPiece[], text: string): string[] {
  const copied = pieces.flatMap(({ span, readings }) => {
    const words = span ? text.slice(span.start, span.end) : ''
    return readings.some((reading) => reading !== '?' && ` ${normalName(words)} `.includes(` ${normalName(reading)} `)) ? [words] : []
  })
  return [...pieces.flatMap((piece) => piece.readings), ...copied]
}

/** Gathers the names of an article's facts, traps and optional ones included. */
export function collectNames(facts: readonly GoldenFact[], readout: Readout): Names {
  const group = new Map<string, string>()
  for (const { fields } of facts)
    for (const { readings } of [...fields.values()].flat()) {
      const keys = readings.filter((reading) => reading !== '?').map(keyOfName)
      for (const key of keys) if (!group.has(key)) group.set(key, key)
      for (const key of keys.slice(1)) group.set(rootOf(group, key), rootOf(group, keys[0] as string))
    }
  const owners = new Map<string, Set<string>>()
  for (const key of group.keys()) for (const part of partsOf(key)) owners.set(part, (owners.get(part) ?? new Set()).add(rootOf(group, key)))
  const shared = new Set([...owners].filter(([, roots]) => roots.size > 1).map(([part]) => part))
  return { entities: new Map(readout.entities.map((entity) => [entity.id, entity])), group, shared }
}

/**
 * Whether an entity is the one that the readings name: its own name is one of them (or its country is); else its name is nobody
 * else's, a mention is one of them, and no mention names somebody else: two people merged into one entity are not right.
 */
export function isRightEntity(names: Names, id: string | null, readings: readonly string[]): boolean {
  const entity = names.entities.get(id ?? '')
  if (!entity) return false
  const isPerson = entity.kind === 'person'
  if (isNamed(names, entity.name, readings, isPerson)) return true
  const iso = entity.link.iso3 ?? entity.country
  if (entity.kind === 'country' && iso && readings.some((reading) => ISO_OF.get(normalName(reading)) === iso)) return true
  const wanted = new Set(readings.map(keyOfName).flatMap((key) => (names.group.has(key) ? [rootOf(names.group, key)] : [])))
  const isElse = (name: string) => identitiesOf(names, name, isPerson).some((root) => !wanted.has(root))
  const mentions = spokenNames(entity)
  return !isElse(entity.name) && mentions.some((words) => isNamed(names, words, readings, isPerson)) && !mentions.some(isElse)
}

/** Whether an entity is any of those that the gold names. */
export function isKnownEntity(names: Names, id: string): boolean {
  const entity = names.entities.get(id)
  return entity !== undefined && [entity.name, ...spokenNames(entity)].some((words) => identitiesOf(names, words, entity.kind === 'person').length > 0)
}

/** For words that may lead to an entity: the entity is right, or there is none and the words themselves are the name. */
export function isMeant(names: Names, words: string, id: string | null, readings: readonly string[]): boolean {
  return id === null ? isNamed(names, words, readings, false) : isRightEntity(names, id, readings)
}

function spokenNames(entity: ReadoutEntity): string[] {
  return entity.mentions.filter((mention) => mention.form !== 'pronoun').map((mention) => mention.text)
}

function isNamed(names: Names, name: string, readings: readonly string[], isPerson: boolean): boolean {
  const key = keyOfName(name)
  return readings.some((reading) => {
    if (reading === '?') return false
    const wanted = keyOfName(reading)
    return (normalName(name) !== '' && key === wanted) || (isPerson && isPart(names, key, wanted))
  })
}

/** Whom of the gold a name may mean. */
function identitiesOf(names: Names, name: string, isPerson: boolean): string[] {
  const key = keyOfName(name)
  if (names.group.has(key)) return [rootOf(names.group, key)]
  return isPerson ? [...names.group.keys()].filter((known) => isPart(names, key, known)).map((known) => rootOf(names.group, known)) : []
}

/** Whether one name is the beginning or the end of the other, and says enough to tell who is meant: “Pohl”, “Jana” for “Jana Pohl”. */
function isPart(names: Names, a: string, b: string): boolean {
  const [short, long] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length) as [string[], string[]]
  const part = short.join(' ')
  if (part === '' || short.length === long.length || names.shared.has(part)) return false
  const [before, after] = [long.slice(0, -short.length), long.slice(short.length)]
  if (long.slice(-short.length).join(' ') === part) return !before.some((word) => LINKING.has(word))
  return long.slice(0, short.length).join(' ') === part && !after.some((word) => LINKING.has(word)) && long.length <= 4
}

/** All proper beginnings and ends of a name of several words. */
function partsOf(key: string): Set<string> {
  const words = key.split(' ')
  return new Set(words.slice(1).flatMap((_, n) => [words.slice(0, n + 1).join(' '), words.slice(n + 1).join(' ')]))
}

function rootOf(group: ReadonlyMap<string, string>, key: string): string {
  let at = key
  while (group.get(at) !== at) at = group.get(at) as string
  return at
}
