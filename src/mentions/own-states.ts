import type { Layers, NameKind } from '../document/layers.ts'
import { isCapitalized, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { addStates, findSenses, type Knowledge, type OwnState } from '../knowledge/knowledge.ts'
import { findNounKind } from './head-nouns.ts'
import { ENOUGH, GOVERNED, isSomebody, listOwners, readSign, type SignKind } from './state-signs.ts'

/** A name that may be that of a state, with what speaks for it. */
interface Candidate {
  readonly name: string
  readonly kind: SignKind
  /** Where it stands, by token. */
  readonly places: number[]
  /** Weight by sort of sign, so that a sort counts once. */
  readonly signs: Map<string, number>
  isRefuted: boolean
}

const DIRECTION = /^(?:North|South|East|West|Central)(?:ern)?$/
/** A lone word like this is an adjective whose state the text never names: “the Belmoran”. */
const ADJECTIVAL = /(?:an|ic|ish|ese|i)$/
/** Names and adjectives that stand like those of states, and are parties, faiths, thoughts or parts of the world. */
const NO_STATE =
  /^(?:Democrat\w*|Republican\w*|Labou?r|Tory|Tories|Conservatives?|Liberals?|Socialists?|Communists?|Muslims?|Islam\w*|Christian\w*|Jewish|Jews?|Catholic\w*|Orthodox|Protestants?|Anglican\w*|Lutheran\w*|Evangelical\w*|Hindus?|Buddhists?|Sikhs?|Sunnis?|Shi\w+|Salafi\w*|Sufis?|Arabs?|Hispanics?|Latin\w*|West\w{0,3}|East\w{0,3}|North\w{0,3}|South\w{0,3}|Europe\w*|Asian?s?|African?s?|America\w*|Nordic|Baltic|Balkans?|Slavic|Arctic|Antarctic|Atlantic|Pacific|Caribbean|Olympics?|Internet|\w+ist|\w+ists|\w+ians?ism)$/

/**
 * Adds states that only this text knows: a name that no table has, where what stands around it treats it as one. It has an adjective
 * (“Lund”, “his Lundish colleague”), an army or a foreign minister, treaties with others, it expels ambassadors, or it stands
 * beside a state (“Ostria and Lund”). So a country too small, too new or too invented for the tables is read like any other.
 */
export function addOwnStates(syntax: Syntax, layers: Layers, knowledge: Knowledge): Knowledge {
  const candidates = listCandidates(syntax, layers, knowledge)
  if (candidates.size === 0) return knowledge
  const adjectives = matchAdjectives(syntax, candidates)
  const owners = listOwners(syntax)
  for (const candidate of candidates.values()) {
    for (const i of candidate.places) {
      candidate.isRefuted ||= isSomebody(syntax, i) || isDefinite(syntax, i)
      const sign = readSign(syntax, i, candidate.kind)
      if (sign) note(candidate, sign.sort, sign.weight)
      if (owners.has(i)) note(candidate, 'its', 2)
    }
    for (const [word, isGoverning] of adjectives.get(candidate.name) ?? []) note(candidate, 'adjective', isGoverning ? 2 : word.endsWith('er') ? 0 : 1)
  }
  // twice, so that what a later list tells holds for an earlier one
  for (let round = 0; round < 2; round++) spreadOverLists(syntax, candidates, knowledge)
  const described = new Set([...adjectives].flatMap(([name, words]) => (isState(candidates.get(name) as Candidate) ? [...words.keys()] : [])))
  const states: OwnState[] = []
  for (const candidate of candidates.values()) {
    const { name } = candidate
    if (!isState(candidate) || described.has(name)) continue
    const own = [...new Set([...(adjectives.get(name)?.keys() ?? [])].map((word) => word.replace(/(?<=[ncrhi])s$/, '')))].filter((word) => word !== name)
    states.push({ name, adjectives: own, isNamed: own.length > 0 || !isAdjective(syntax, candidate) })
  }
  return states.length > 0 ? addStates(knowledge, states) : knowledge
}

/** “Sorai” is a name, “Lomari” an adjective where it stands before nouns only. */
function isAdjective(syntax: Syntax, { name, places }: Candidate): boolean {
  return /(?:an|ic|ish|ese)$/.test(name) || (name.endsWith('i') && places.every((i) => /^(?:amod|compound)$/.test(relationOf(syntax, i))))
}

/** “The Forum” has an article, states of one word have none; “the Lund treaty” has its own. */
function isDefinite(syntax: Syntax, i: number): boolean {
  return syntax.lower[i - 1] === 'the' && syntax.head[i - 1] === i && !ADJECTIVAL.test(syntax.words[i] as string)
}

function note({ signs }: Candidate, sort: string, weight: number): void {
  signs.set(sort, Math.max(signs.get(sort) ?? 0, weight))
}

function isState({ signs, isRefuted }: Candidate): boolean {
  let weight = 0
  for (const sign of signs.values()) weight += sign
  return weight >= ENOUGH && !isRefuted
}

const SIGN_KINDS: Readonly<Partial<Record<NameKind, SignKind>>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  facility: 'place',
  norp: 'place',
  misc: 'organization',
}

/** Single names that knowledge does not have, wherever they stand. Words of full names of people are none: “Clara Lund”. */
function listCandidates(syntax: Syntax, layers: Layers, knowledge: Knowledge): Map<string, Candidate> {
  const persons = new Set<string>()
  const kinds = new Map<string, SignKind>()
  for (const { first, last, kind } of layers.names) {
    const told = SIGN_KINDS[kind]
    if (told === 'person' && last - first > 1) for (let i = first; i < last; i++) persons.add(syntax.words[i] as string)
    const word = syntax.words[first] as string
    if (!told || last - first !== 1 || word.length < 3 || !/^\p{Lu}\p{Ll}+$/u.test(word)) continue
    // of several opinions of the reader the one that names a place is the likeliest to be right
    if (kinds.get(word) !== 'place') kinds.set(word, told)
  }
  const found = new Map<string, Candidate>()
  for (const [name, kind] of kinds)
    if (
      !persons.has(name) &&
      !DIRECTION.test(name) &&
      !NO_STATE.test(name) &&
      findNounKind(name.toLowerCase()) === null &&
      findSenses(knowledge, name).length === 0
    )
      found.set(name, { name, kind, places: [], signs: new Map(), isRefuted: false })
  for (let i = 0; i < syntax.count && found.size > 0; i++) if (isCapitalized(syntax.words[i] as string)) found.get(syntax.words[i] as string)?.places.push(i)
  return found
}

/** What adjectives of states end in beyond the name: “Ostr|ian”, “Varland|ic”, “Belmor|an”, “Lund|ish”, “Norrland|er”. */
const ENDINGS = ['n', 'an', 'ian', 'ean', 'ese', 'ish', 'ic', 'i', 'er', 'ni']
const STEM = 4

/**
 * The adjectives of each name in the text, with whether one stands before a word of government or for its people (“the Lundish
 * colleague”, “the Ostrians”). Of two names that one may belong to, the longer has it: “Kessian” is of Kessia, not of Kess.
 */
function matchAdjectives(syntax: Syntax, candidates: ReadonlyMap<string, Candidate>): Map<string, Map<string, boolean>> {
  const names = new Map<string, string>()
  for (const name of [...candidates.keys()].sort((a, b) => a.length - b.length)) {
    const lower = name.toLowerCase()
    const stem = lower.replace(/[aeiouy]+$/, '')
    if (stem.length >= STEM) names.set(stem, name)
    names.set(lower, name)
  }
  const found = new Map<string, Map<string, boolean>>()
  for (let i = 0; i < syntax.count; i++) {
    const word = syntax.words[i] as string
    if (!isCapitalized(word) || word.length <= STEM || !/(?:n|ese|ish|ic|i|er)s?$/.test(word)) continue
    if (syntax.upos[i] !== TAG.ADJ && syntax.upos[i] !== TAG.PROPN && syntax.upos[i] !== TAG.NOUN) continue
    const name = nameOf(names, syntax.lower[i] as string)
    if (!name || name === word) continue
    const own = found.get(name) ?? new Map<string, boolean>()
    own.set(word, own.get(word) === true || isGoverning(syntax, i))
    found.set(name, own)
  }
  return found
}

function nameOf(names: ReadonlyMap<string, string>, lower: string): string | null {
  let best: string | null = null
  for (const word of lower.endsWith('s') ? [lower, lower.slice(0, -1)] : [lower])
    for (const ending of ENDINGS) {
      const name = word.endsWith(ending) ? names.get(word.slice(0, -ending.length)) : undefined
      if (name && name.length > (best?.length ?? 0)) best = name
    }
  return best
}

function isGoverning(syntax: Syntax, i: number): boolean {
  const next = syntax.lower[i + 1] ?? ''
  const head = syntax.head[i] as number
  if (GOVERNED.test(next) || (head > i && GOVERNED.test(syntax.lower[head] as string))) return true
  // “the Ostrians”; “the Wolverines” have no name beside them
  return (syntax.lower[i] as string).endsWith('s') && syntax.lower[i - 1] === 'the' && syntax.upos[i] !== TAG.ADJ
}

/** Names in a row are of one kind, read from the text because the tree is often wrong there. What stands together “in Ostria and Kelvar” need not be alike. */
function spreadOverLists(syntax: Syntax, candidates: ReadonlyMap<string, Candidate>, knowledge: Knowledge): void {
  for (let i = 0; i < syntax.count; i++) {
    // cheap questions first: most words stand in no row
    let joint = isCapitalized(syntax.words[i] as string) ? jointBehind(syntax, i) : -1
    if (joint < 0 || !mayBeInRow(syntax, candidates, knowledge, i)) continue
    const row = [i]
    while (joint >= 0 && mayBeInRow(syntax, candidates, knowledge, joint + 1)) {
      row.push(joint + 1)
      joint = syntax.lower[joint] === 'and' ? -1 : jointBehind(syntax, joint + 1)
    }
    const last = row.at(-1) as number
    if (syntax.lower[last - 1] === 'and' && isRow(syntax, i, last, row.length)) spread(row.map((at) => candidates.get(syntax.words[at] as string)))
    i = last
  }
}

/** The comma or “and” behind a name that another name follows, −1 where none does. */
function jointBehind({ words, lower }: Syntax, i: number): number {
  const joint = words[i + 1] === ',' && lower[i + 2] === 'and' ? i + 2 : i + 1
  return (words[joint] === ',' || lower[joint] === 'and') && isCapitalized(words[joint + 1] ?? '') ? joint : -1
}

function mayBeInRow(syntax: Syntax, candidates: ReadonlyMap<string, Candidate>, knowledge: Knowledge, i: number): boolean {
  const word = syntax.words[i] as string
  return candidates.has(word) || findSenses(knowledge, word)[0]?.kind === 'country'
}

/** “Egon |Pask and Belmora|'s Karin Dahl” are no two states, and neither are two clauses: “the |Forum, and Ostria| says”. */
function isRow(syntax: Syntax, first: number, last: number, count: number): boolean {
  const before = syntax.words[first - 1] ?? ''
  const after = syntax.words[last + 1] ?? ''
  if ((isCapitalized(before) && syntax.isSentenceStart[first - 1] === 0) || isCapitalized(after) || /^['’]s?$/.test(after)) return false
  return !/^(?:in|at|near|to|from|around)$/.test(before.toLowerCase()) && (count > 2 || last - first === 2)
}

/** A state of the text makes states of its neighbours; one that knowledge has (no candidate) only lends a weak sign. */
function spread(names: readonly (Candidate | undefined)[]): void {
  const weight = names.some((name) => name && isState(name)) ? 2 : names.some((name) => !name) ? 1 : 0
  if (weight > 0) for (const name of names) if (name) note(name, 'beside', weight)
}
