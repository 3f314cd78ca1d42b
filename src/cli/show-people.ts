import type { Readout, ReadoutEntity, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'

/** Entities of a record, ready to be asked for by id, and what each country is called in the text. */
export interface People {
  readonly byId: ReadonlyMap<string, ReadoutEntity>
  readonly byCountry: ReadonlyMap<string, { readonly name: string; readonly words: readonly string[] }>
}

/** Who makes a statement, in words. */
export interface ShownSpeaker {
  /** Id of the entity, null where nobody is known. */
  readonly entity: string | null
  /** The full name; “unknown”, “anonymous” or “nobody named” where there is none. */
  readonly name: string
  /** Office and country, as far as known and not in the name already; else empty. */
  readonly office: string
  /** Words of the source where they differ from the name; else empty. */
  readonly words: string
  /** “on behalf of …”, “to …”. */
  readonly more: readonly string[]
}

/** One of those who appear, with what they said. */
export interface Appearing {
  readonly entity: ReadoutEntity
  /** Kind, roles and country. */
  readonly traits: readonly string[]
  readonly statements: readonly ReadoutStatement[]
}

export function indexPeople(entities: readonly ReadoutEntity[]): People {
  const byCountry = new Map<string, { name: string; words: string[] }>()
  for (const { kind, country, name, mentions } of entities) {
    if (kind !== 'country' || !country || byCountry.has(country)) continue
    const told = mentions.filter(({ form }) => form === 'name' || form === 'demonym').map(({ text }) => fold(text))
    byCountry.set(country, { name, words: [...new Set([fold(name), ...told])] })
  }
  return { byId: new Map(entities.map((entity) => [entity.id, entity])), byCountry }
}

export function describeSpeaker({ source, addressee }: ReadoutStatement, people: People): ShownSpeaker {
  const to = addressee ? [`to ${nameOf(addressee, people)}`] : []
  if (!source) return { entity: null, name: 'nobody named', office: '', words: '', more: to }
  const words = source.span.text.replace(/[\s,]+$/, '')
  const principal = source.onBehalfOf ? people.byId.get(source.onBehalfOf) : undefined
  const more = [...(principal ? [`on behalf of ${principal.name}`] : []), ...to]
  const entity = source.entity === null ? undefined : people.byId.get(source.entity)
  if (source.kind === 'anonymous') return { entity: source.entity, name: 'anonymous', office: '', words, more }
  if (entity) return { entity: entity.id, name: entity.name, office: sayOffice(entity, people), words: doesTell(entity, words, people) ? '' : words, more }
  return PRONOUN.test(words) ? { entity: null, name: 'unknown', office: '', words, more } : { entity: null, name: `“${words}”`, office: '', words: '', more }
}

/** Words that describe nobody: “unknown (“She”)”, while “a draft seen by the paper” speaks for itself. */
const PRONOUN = /^(?:I|me|we|us|you|he|him|she|her|it|they|them|who|which|that|this|these|those|one|both|others?|another|some|many)$/i

/** Whether the words say no more than name, titles and country do: “Keshen”, “Ostrian leader Radu Keshen” of Radu Keshen; not “Keshen and Trent”. */
function doesTell(entity: ReadoutEntity, words: string, people: People): boolean {
  const told = [entity.name, ...entity.roles.map(({ title }) => title), ...(people.byCountry.get(entity.country ?? '')?.words ?? [])].map(fold)
  let rest = fold(words)
  if (fold(entity.name).includes(rest)) return true
  for (const one of told) rest = rest.replaceAll(one, '  ')
  return !/\p{L}/u.test(rest.replace(/ (?:the|mr|mrs|ms|dr)\.? /g, ' '))
}

/** The name of whom the words mean; the words themselves, quoted, where nobody is known. */
export function nameOf({ span, entity }: { span: ReadoutSpan; entity: string | null }, people: People): string {
  return (entity !== null && people.byId.get(entity)?.name) || `“${span.text}”`
}

/** “Prime Minister, Belmora”: the first office tied to a country, else the first role; the country unless the words tell it. */
export function sayOffice(entity: ReadoutEntity, people: People): string {
  const titles = titlesOf(entity)
  const role = titles.find(({ of }) => of !== null) ?? titles[0]
  return [role?.title, countryOf(entity, role ? [role.title] : [], people)].filter(Boolean).join(', ')
}

/** Roles that the name does not hold already, each once. */
function titlesOf({ name, roles }: ReadoutEntity): ReadoutEntity['roles'] {
  const told = [fold(name)]
  return roles.filter(({ title }) => {
    const words = fold(title)
    if (told.some((one) => one.includes(words))) return false
    told.push(words)
    return true
  })
}

/** The country by name, by its code where the text does not name it; nothing where name or title tell it (“the Ostrian envoy”). */
function countryOf({ kind, name, country }: ReadoutEntity, titles: readonly string[], people: People): string | undefined {
  if (country === null || kind === 'country') return undefined
  const state = people.byCountry.get(country)
  const told = fold([name, ...titles].join(' '))
  return state?.words.some((words) => told.includes(words)) ? undefined : (state?.name ?? country)
}

/**
 * Whoever speaks, every person, and every government, organisation, group or document mentioned at least twice; those who say
 * most come first, then those mentioned most.
 */
export function listAppearing(readout: Readout, people: People): Appearing[] {
  const said = Map.groupBy(readout.statements, (statement) => statement.source?.entity ?? null)
  return readout.entities
    .map((entity) => ({ entity, statements: said.get(entity.id) ?? [] }))
    .filter(({ entity, statements }) => statements.length > 0 || entity.kind === 'person' || (entity.kind !== 'place' && entity.mentions.length > 1))
    .map((one) => ({ ...one, traits: traitsOf(one.entity, people) }))
    .sort((a, b) => b.statements.length - a.statements.length || b.entity.mentions.length - a.entity.mentions.length)
}

export function traitsOf(entity: ReadoutEntity, people: People): string[] {
  const titles = titlesOf(entity).map(({ title }) => title)
  const country = entity.kind === 'country' ? (entity.country ?? undefined) : countryOf(entity, titles, people)
  return [KINDS[entity.kind], ...titles, ...(country ? [country] : [])]
}

/** The format keeps American spelling; readers see what the project writes elsewhere. A state stands for its government. */
const KINDS: Readonly<Record<ReadoutEntity['kind'], string>> = {
  person: 'person',
  country: 'government',
  organization: 'organisation',
  place: 'place',
  group: 'group',
  document: 'document',
}

/** “3 mentions”, “1 mention”. */
export function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`
}

/** For comparing whole words: lower case between blanks, without the possessive ending (“Varland's envoy”). */
function fold(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/['’]s(?=\s|$)/gu, '')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')} `
}
