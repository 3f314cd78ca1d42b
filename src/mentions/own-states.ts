import type { Layers } from '../document/layers.ts'
import { isCapitalized, type Syntax, TAG } from '../document/syntax.ts'
import { addStates, findSenses, type Knowledge, type OwnState } from '../knowledge/knowledge.ts'

/** What has a government: words that a state's name or adjective stands before, “Varland's parliament”, “Belmoran minister”. */
const GOVERNING =
  /^(?:government|parliament|president|premier|minister|ministry|chancellor|king|queen|ambassador|embassy|army|navy|cabinet|delegation|envoy|diplomat|diplomacy|leader|officials?|troops|authorities|foreign|prime|state|senate|counterpart|side|border|crown|capital|spokes(?:man|woman|person))$/
/** What adjectives of states end in beyond the name: “Ostr|ian”, “Varland|ic”, “Belmor|an”, “Norrland|er”. */
const ENDINGS = /^(?:n|an|ian|ean|ese|ish|ic|i|er|ni)s?$/
const STEM = 4
const DIRECTION = /^(?:North|South|East|West|Central)(?:ern)?$/
/** A lone word like this is an adjective whose state the text never names: “the Belmoran”. */
const ADJECTIVAL = /(?:an|ic|ish|ese)$/

/**
 * Adds states that only this text knows: a name that no table has, with the adjective that is made from it (“Belmora”,
 * “Belmoran”), where either stands before words of government. So that a country too small, too new or too invented for the
 * tables is read like any other.
 */
export function addOwnStates(syntax: Syntax, layers: Layers, knowledge: Knowledge): Knowledge {
  const names = listUnknown(syntax, layers, knowledge)
  if (names.size === 0) return knowledge
  const governing = new Set<string>()
  const adjectives = new Set<string>()
  for (let i = 0; i < syntax.count; i++) {
    const word = syntax.words[i] as string
    if (!isCapitalized(word) || word.length <= STEM) continue
    const next = syntax.lower[i + 1] ?? ''
    const after = /^['’]s?$/.test(next) ? (syntax.lower[i + 2] ?? '') : next
    const head = syntax.head[i] as number
    if (GOVERNING.test(after) || (head > i && GOVERNING.test(syntax.lower[head] ?? ''))) governing.add(word)
    if (!names.has(word) && (syntax.upos[i] === TAG.ADJ || syntax.upos[i] === TAG.PROPN || syntax.upos[i] === TAG.NOUN)) adjectives.add(word)
  }
  const states: OwnState[] = []
  for (const name of names) {
    const own = [...adjectives, ...names].filter((word) => word !== name && isMadeFrom(word, name)).map((word) => word.replace(/(?<=n|c|r)s$/, ''))
    const isState = governing.has(name) || own.some((word) => governing.has(word))
    if (isState && !states.some((state) => isMadeFrom(name, state.name)))
      states.push({ name, adjectives: [...new Set(own)], isNamed: own.length > 0 || !ADJECTIVAL.test(name) })
  }
  return states.length > 0 ? addStates(knowledge, states) : knowledge
}

/** Single names that the reader takes for a place, a people or a body and that knowledge does not have, shortest first. */
function listUnknown(syntax: Syntax, layers: Layers, knowledge: Knowledge): Set<string> {
  const persons = new Set<string>()
  const names = new Set<string>()
  for (const { first, last, kind } of layers.names) {
    if (kind === 'person') for (let i = first; i < last; i++) if (last - first > 1) persons.add(syntax.words[i] as string)
    const word = (syntax.words[first] as string).replace(/['’]s$/, '')
    if (last - first !== 1 || kind === 'date' || kind === 'money' || kind === 'product') continue
    if (/^\p{Lu}\p{Ll}{3,}$/u.test(word) && !DIRECTION.test(word) && findSenses(knowledge, word).length === 0) names.add(word)
  }
  for (const word of persons) names.delete(word)
  return new Set([...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)))
}

/** “Belmoran” from “Belmora”, “Ostrians” from “Ostria”: the name without its last vowels, and an ending of adjectives. */
function isMadeFrom(word: string, name: string): boolean {
  const stem = name.toLowerCase().replace(/[aeiouy]+$/, '')
  const lower = word.toLowerCase()
  return stem.length >= STEM && lower.startsWith(stem) && ENDINGS.test(lower.slice(stem.length))
}
