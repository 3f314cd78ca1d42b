/**
 * Mentions: the words of an article that name somebody or something, with what they say by themselves. Names come from the reader and
 * from knowledge, nouns and pronouns from the syntax; whom a mention means is told elsewhere.
 */
import type { Layers } from '../document/layers.ts'
import type { Mention } from '../document/mention.ts'
import { type Syntax, TAG } from '../document/syntax.ts'
import { findSenses, type Knowledge } from '../knowledge/knowledge.ts'
import { findCoordinations } from './coordinations.ts'
import { describeName, type KnownPeople } from './describe.ts'
import { nameHalves } from './halves.ts'
import { findNames, type ProperName } from './names.ts'
import { findNominals, markSources } from './nominals.ts'
import { addOwnStates } from './own-states.ts'
import { findPronouns } from './pronouns.ts'

/**
 * Finds the mentions of an article, in text order, the longer first where two begin together. Names nest only as a country in a longer
 * name; noun phrases hold the names in them; a coordination stands before its parts. Linear in the text.
 */
export function findMentions(syntax: Syntax, layers: Layers, known: Knowledge): Mention[] {
  const knowledge = addOwnStates(syntax, layers, known)
  const isSource = markSources(syntax, layers)
  const names = findNames(syntax, layers, knowledge, isSource)
  const countryAt = markCountries(syntax, knowledge, names)
  const taken = new Uint8Array(syntax.count)
  const mentionAt: (Mention | null)[] = new Array(syntax.count).fill(null)
  const found: Mention[] = []
  const people: KnownPeople = new Map()
  for (const name of names) {
    const described = describeName(syntax, knowledge, name, countryAt, people)
    taken.fill(1, name.first, name.last)
    // “Chief of Staff Ada Fell” speaks of no staff
    for (const noun of described.premodifiers) taken.fill(1, noun, name.first)
    found.push(described.mention)
    if (name.isNested) continue
    for (const at of [described.head, ...described.premodifiers]) mentionAt[at] = described.mention
  }
  const isTaken = (i: number) => taken[i] === 1
  const nominals = nameHalves(syntax, names, findNominals(syntax, knowledge, countryAt, isSource, isTaken))
  for (const mention of [...nominals, ...findPronouns(syntax, isTaken)]) {
    found.push(mention)
    mentionAt[mention.head] ??= mention
  }
  return placeMentions(found, findCoordinations(syntax, mentionAt))
}

/** The country that each token of a name stands for; people's names tie nothing. “Ostria-based” counts as “in Ostria”. */
function markCountries(syntax: Syntax, knowledge: Knowledge, names: readonly ProperName[]): (string | null)[] {
  const countryAt: (string | null)[] = new Array(syntax.count).fill(null)
  for (const { first, last, kind, country } of names) if (kind !== 'person' && country) for (let i = first; i < last; i++) countryAt[i] ??= country
  for (let i = 0; i < syntax.count; i++) {
    if (countryAt[i] || (syntax.upos[i] !== TAG.ADJ && syntax.upos[i] !== TAG.PROPN)) continue
    const word = syntax.words[i] as string
    const based = /^(.+)-(?:based|born|ruled|occupied|held)$/i.exec(word)
    if (based) countryAt[i] = findSenses(knowledge, based[1] as string)[0]?.country ?? null
  }
  return countryAt
}

function placeMentions(found: readonly Mention[], coordinations: readonly { mention: Mention; parts: readonly Mention[] }[]): Mention[] {
  const partsOf = new Map(coordinations.map(({ mention, parts }) => [mention, parts]))
  const sorted = [...found, ...partsOf.keys()].sort((a, b) => a.first - b.first || b.last - a.last || a.head - b.head)
  const place = new Map(sorted.map((mention, n) => [mention, n]))
  return sorted.map((mention) => {
    const parts = partsOf.get(mention)
    return parts ? { ...mention, parts: parts.map((part) => place.get(part) as number) } : mention
  })
}
