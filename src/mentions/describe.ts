import type { EntityKind } from '../document/entity.ts'
import type { Mention, Title } from '../document/mention.ts'
import { childrenOf, headOf, relationOf, type Syntax } from '../document/syntax.ts'
import { findGender, findOffice, findPeople, findSenses, type Knowledge } from '../knowledge/knowledge.ts'
import { weighGovernment } from './capitals.ts'
import { readDemonym } from './demonyms.ts'
import { genderOfHonorific, isHonorific } from './honorifics.ts'
import type { ProperName } from './names.ts'
import { findOwner, genderOfPhrase } from './nominals.ts'
import { isPeople } from './peoples.ts'
import { measurePhrase } from './phrases.ts'
import { wordsOf } from './reader-names.ts'
import { type CountryAt, findTie } from './ties.ts'
import { type FoundTitles, findTitles } from './titles.ts'

type Gender = Mention['gender']

/** What is known of a person by name, kept for the next mention of the same words in the article. */
interface Known {
  readonly country: string | null
  readonly gender: Gender
}

export type KnownPeople = Map<string, Known>

/** The mention that a proper name makes, the tokens that carry it in the tree: its own head and the title nouns before it, which are no mentions of their own. */
export interface DescribedName {
  readonly mention: Mention
  readonly head: number
  readonly premodifiers: readonly number[]
}

export function describeName(syntax: Syntax, knowledge: Knowledge, name: ProperName, countryAt: CountryAt, seen: KnownPeople): DescribedName {
  const head = headOf(syntax, name.first, name.last)
  if (name.sense && isPeople(name.sense)) return { mention: describePeople(syntax, name, head, name.sense), head, premodifiers: [] }
  if (name.sense?.kind === 'demonym') return { mention: describeDemonym(syntax, name, head, name.sense), head, premodifiers: [] }
  if (name.kind === 'person') return describePerson(syntax, knowledge, name, head, countryAt, seen)
  const isCapital = name.sense?.kind === 'capital'
  const isSeat = name.sense?.kind === 'seat'
  const actsFor = (isCapital || isSeat) && weighGovernment(syntax, name.first, head, name.last, isSeat) > 0
  // “Brussels declined to comment” is the European Union, not Belgium
  const body = actsFor && isCapital ? findSenses(knowledge, wordsOf(syntax, name)).find((sense) => sense.kind === 'organization') : undefined
  if (body) return { mention: { ...blank(syntax, name, head), form: 'metonym', kind: 'organization', country: body.country }, head, premodifiers: [] }
  const kind: EntityKind = actsFor ? 'country' : isSeat ? 'place' : name.kind
  const isGroup = name.kind === 'group'
  // believers or party members “in Ostria” are tied to it, the faith is not
  const country = isGroup ? name.country : (name.country ?? findTie(syntax, head, countryAt) ?? countryBeside(syntax, name, head, countryAt))
  return { mention: { ...blank(syntax, name, head), form: actsFor ? 'metonym' : 'name', kind, country }, head, premodifiers: [] }
}

function blank(syntax: Syntax, { first, last }: ProperName, head: number): Mention {
  const base = { first, last, head: last - 1, form: 'name', kind: null, number: 'one', gender: null, person: 3, country: null } as const
  return { ...base, name: { first, last }, titles: [], owner: findOwner(syntax, head), parts: [] }
}

function describeDemonym(syntax: Syntax, name: ProperName, head: number, sense: NonNullable<ProperName['sense']>): Mention {
  const use = readDemonym(syntax, head, sense)
  const span = use.isNoun && !name.isNested ? measurePhrase(syntax, head) : name
  return {
    ...blank(syntax, name, head),
    first: span.first,
    last: span.last,
    form: 'demonym',
    kind: use.kind,
    number: use.number,
    country: name.country,
    name: null,
  }
}

/** A people without a state is a group, by its noun (“the Kurds”) and by its adjective; its name is what ties its mentions. */
function describePeople(syntax: Syntax, name: ProperName, head: number, sense: NonNullable<ProperName['sense']>): Mention {
  const plural = (syntax.lower[name.last - 1] as string).endsWith('s')
  const mention = describeDemonym(syntax, name, head, { ...sense, plural })
  return mention.kind === 'person' ? mention : { ...mention, kind: 'group', number: 'many', name: { first: name.first, last: name.last } }
}

/** Small words between a name and the country it lies in: “the Halden Cosmodrome in the Varlandic capital”. */
const BETWEEN = /^(?:in|,|the|northern|southern|eastern|western|central)$/

/** “Skarne, Varland”, “the Cosmodrome in Varland's north”, “the Security Service, Ostria's agency for …”: the country told beside a name. */
function countryBeside(syntax: Syntax, { last }: ProperName, head: number, countryAt: CountryAt): string | null {
  for (const child of childrenOf(syntax, head)) {
    if (child < last || !/^(?:appos|nmod:unmarked|conj)$/.test(relationOf(syntax, child))) continue
    if (relationOf(syntax, child) !== 'appos' && child !== last + 1) continue
    const own = (syntax.words[child - 1] === ',' ? countryAt[child] : null) ?? findTie(syntax, child, countryAt)
    if (own && relationOf(syntax, child) !== 'conj') return own
  }
  if (syntax.words[last] === 'in') {
    let next = last + 1
    while (next < syntax.count && next < last + 3 && BETWEEN.test(syntax.lower[next] as string)) next++
    if (countryAt[next]) return countryAt[next] ?? null
  }
  const above = syntax.head[head] as number
  return relationOf(syntax, head) === 'appos' && above >= 0 ? findTie(syntax, above, countryAt) : null
}

function describePerson(syntax: Syntax, knowledge: Knowledge, name: ProperName, head: number, countryAt: CountryAt, seen: KnownPeople): DescribedName {
  const told = findTitles(syntax, knowledge, name, head, countryAt)
  const words = wordsOf(syntax, name)
  const known = seen.get(words) ?? recall(knowledge, name, words)
  const country = told.titles.find((title: Title) => title.of)?.of ?? tieOfPerson(syntax, head, countryAt) ?? name.country ?? known.country
  const gender = genderOfPerson(syntax, knowledge, name, told, country) ?? known.gender
  seen.set(words, { country: known.country, gender })
  return {
    mention: {
      ...blank(syntax, name, head),
      kind: 'person',
      gender,
      country,
      titles: told.titles,
      owner: findOwner(syntax, head) ?? ownerOfTitle(syntax, told),
    },
    head,
    premodifiers: told.premodifiers,
  }
}

/** What knowledge tells of a person by name alone; a surname tells nobody. */
function recall(knowledge: Knowledge, name: ProperName, words: string): Known {
  const holders = name.last - name.first > 1 || name.sense ? findPeople(knowledge, words) : []
  const [first] = holders
  const isOne = first !== undefined && holders.every((holder) => holder.country === first.country)
  return { country: isOne ? first.country : null, gender: holders.find((holder) => holder.gender)?.gender ?? null }
}

/** “his wife Ida”, “Georgia's Foreign Minister Nino Beridze”: the possessor hangs on the title. */
function ownerOfTitle(syntax: Syntax, told: FoundTitles): Mention['owner'] {
  for (const noun of told.premodifiers) {
    const owner = findOwner(syntax, noun)
    if (owner) return owner
  }
  return null
}

/** “Varland's Ida Vale”, “Arvo Lind of Belmora”; where somebody is at the moment ties nobody. */
function tieOfPerson(syntax: Syntax, head: number, countryAt: CountryAt): string | null {
  for (const child of childrenOf(syntax, head)) {
    const relation = relationOf(syntax, child)
    if (!countryAt[child]) continue
    if (child < head && /^(?:amod|compound|nmod:poss|nmod:desc)$/.test(relation)) return countryAt[child] ?? null
    if (child > head && relation === 'nmod' && /^(?:of|from)$/.test(syntax.lower[child - 1] as string)) return countryAt[child] ?? null
  }
  return null
}

/** Told by the form of address, a title (“spokeswoman”, “his wife”), or the given name; names that begin with the family's tell nothing. */
function genderOfPerson(syntax: Syntax, knowledge: Knowledge, name: ProperName, told: FoundTitles, country: string | null): Gender {
  for (let i = name.first - 1; i >= 0 && i >= name.first - 2 && isHonorific(syntax.words[i] as string); i--) {
    const gender = genderOfHonorific(syntax.lower[i] as string)
    if (gender) return gender
  }
  for (const noun of [...told.premodifiers, ...told.appositions]) {
    const gender = genderOfPhrase(syntax, knowledge, noun)
    if (gender) return gender
  }
  for (const title of told.titles) {
    const gender = findOffice(knowledge, syntax.lower.slice(title.first, title.last).join(' '))?.gender
    if (gender) return gender
  }
  const isFamilyFirst = country === 'CHN' || country === 'PRK' || country === 'KOR' || country === 'VNM' || country === 'TWN'
  return name.last - name.first > 1 && !isFamilyFirst ? findGender(knowledge, syntax.words[name.first] as string) : null
}
