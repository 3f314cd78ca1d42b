import type { Entity } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import { caseOf, childrenOf, isCapitalized, relationOf, TAG } from '../document/syntax.ts'
import { childIn, childSaying, type Scene } from './scene.ts'

/**
 * States that knowledge tells or mentions tie themselves to, and names that the text treats as states without calling them so:
 * with an adjective of their own (“Lund”, “his Lundish colleague”), beside another state (“Ostria and Varland”), behind an
 * office (“the ministers of Ostria and Varland”), or doing what governments do (“Varland rejected the plan”).
 */
export function markStates(scene: Scene, adjectives: Adjectives): Uint8Array {
  const { entities, mentions, entityOf } = scene
  const isState = Uint8Array.from(entities, ({ kind, link }) => Number(kind === 'country' && link.iso3 !== undefined))
  const acts = new Int32Array(entities.length)
  const mayBe = entities.map((entity, e) => isState[e] === 0 && mayBeState(entity))
  const described = listDescribed(entities, mayBe, adjectives)
  mentions.forEach((mention, m) => {
    const e = entityOf[m] as number
    if (e < 0 || isState[e] === 1 || mention.form === 'pronoun' || mention.form === 'nominal') return
    const length = mention.last - mention.first
    const isNamed = (length === 1 && !isDateline(scene, mention.head)) || mention.country?.startsWith('~') || (length === 2 && entities[e]?.kind === 'place')
    // “President Ada Fell |of Lund|” leaves no doubt
    if (isNamed && isOfOfficer(scene, mention.head)) acts[e] = 1
    if (!isNamed || !mayBe[e]) return
    if (mention.form === 'demonym' || described.has(e) || entities[e]?.kind === 'country' || isActing(scene, mention, entities[e] as Entity)) acts[e] = 1
  })
  acts.forEach((isActing, e) => {
    if (isActing === 1) isState[e] = 1
  })
  for (let round = 0; round < 2; round++) spreadOverCoordinations(scene, isState)
  return isState
}

/** “LOMBRY, 4 April –” names where a report was written. */
function isDateline({ syntax }: Scene, head: number): boolean {
  const word = syntax.words[head] as string
  return syntax.isParagraphStart[head] === 1 && word.length > 2 && word === word.toUpperCase()
}

/** Names that lend themselves to adjectives and deeds like states, and are parties, faiths or parts of the world. */
const NO_STATE =
  /^(?:Democrat\w*|Republican\w*|Labour|Tory|Conservatives?|Liberals?|Socialists?|Muslims?|Islam\w*|Christian\w*|Jewish|Catholic\w*|Orthodox|Sunni|Shi\w+|Arabs?|West\w{0,3}|East\w{0,3}|North\w{0,3}|South\w{0,3}|Europe\w*|Asian?|African?|America|Latin)$/

/** A single capitalized name that is nobody's full name: persons have two, so “Varland” may be one that the reader took for a man. */
function mayBeState({ name, kind, roles, country }: Entity): boolean {
  if (NO_STATE.test(name) || kind === 'document' || kind === 'group' || (country !== null && kind !== 'country')) return false
  return /^\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+)?$/u.test(name) && (kind !== 'person' || (!name.includes(' ') && roles.every(({ of }) => of === null)))
}

/** Capitalized words that may be adjectives of states, by what remains without their ending: “ostrian” under “ostri” and “ostr”. */
export type Adjectives = ReadonlyMap<string, readonly string[]>

/** The adjectives that an article may have for its states. */
export function listAdjectives({ syntax }: Scene): Adjectives {
  const seen = new Set<string>()
  const found = new Map<string, string[]>()
  for (let i = 0; i < syntax.count; i++) {
    const whole = syntax.lower[i] as string
    if (!isCapitalized(syntax.words[i] as string) || !ADJECTIVE.test(whole) || seen.has(whole)) continue
    seen.add(whole)
    for (const word of whole.split(/[-–]/))
      for (const ending of ENDINGS)
        if (word.endsWith(ending)) found.set(word.slice(0, -ending.length), [...(found.get(word.slice(0, -ending.length)) ?? []), word])
  }
  return found
}

const ADJECTIVE = /(?:n|ish|ic|ese|i)$/
const ENDINGS = ['n', 'an', 'ian', 'ean', 'ish', 'ic', 'ese', 'i']

/** Entities with an adjective of their own. Of two that it may belong to, the longer name has it: “Kessian” is of Kessia, not of Kess. */
function listDescribed(entities: Scene['entities'], mayBe: readonly boolean[], adjectives: Adjectives): ReadonlySet<number> {
  const owner = new Map<string, number>()
  entities.forEach(({ name }, e) => {
    if (!mayBe[e]) return
    for (const root of rootsOf(name))
      for (const word of adjectives.get(root) ?? []) {
        const before = owner.get(word)
        if (word !== name.toLowerCase() && (before === undefined || (entities[before]?.name.length ?? 0) < name.length)) owner.set(word, e)
      }
  })
  return new Set(owner.values())
}

/** What adjectives are made from: “Ostria” and “Ostr”, “Odden” and “Odd”. Roots of two letters are too short to tell. */
export function rootsOf(name: string): string[] {
  const whole = name.toLowerCase()
  const stem = whole.replace(/(?:land|lund|mark|[aeiouy]+)$/, '')
  // “Odden” and “Oddish”
  const short = whole.replace(/(?:en|and)$/, '')
  return [...new Set([whole, stem, short])].filter((root) => root.length > 2)
}

/** What governments do and cities or men alone hardly do in such words: a name as subject of it is a state. */
const ACTS =
  /^(?:accuse|agree|annex|ban|deny|expel|export|extradite|impose|invade|join|leave|negotiate|propose|ratify|recall|recogni[sz]e|reject|resume|retaliate|sanction|sign|suspend|veto|withdraw|send|offer|initial|ink|cooperate|co-operate|collaborate|supply|sell|import|lend|donate|deploy|deepen|expand|extend|strengthen|upgrade|intensify|halt|freeze|pause|sever|scrap|cancel|restore|reopen|condemn|pledge|vow|promise|urge|say|announce|explore|upgrade|launch|begin|train|double)$/

/** Nouns of what only a state has: “the |army of| Lund”, “Lund's |foreign| minister”. */
const OFFICE =
  /^(?:president|minister|ministry|ministries|government|parliament|senate|chancellor|premier|leader|diplomat|king|queen|army|armies|navy|navies|coastguard|coastguards|republic|kingdom|ambassador|envoy|foreign|cabinet|state|general|troop|citizen)s?$/

/** The same without what a man may have: “Brandt's government”. */
const ARM = /^(?:president|parliament|senate|king|queen|arm(?:y|ies)|nav(?:y|ies)|coastguards?|police|republic|kingdom|embass(?:y|ies)|leaders?|prime|foreign)$/

function isOfOfficer({ syntax }: Scene, head: number): boolean {
  const above = syntax.head[head] as number
  return above >= 0 && caseOf(syntax, head) === 'of' && isOfficer(syntax, above)
}

/** What towns have: “Kelvar's mayor”. */
const OF_TOWNS =
  /^(?:mayor|street|airport|harbou?r|port|station|suburb|outskirts|centre|center|hotel|square|district|quarter|cathedral|church|university|resident|town|people|skyline|council|police|hospital|zoo|stadium|club|team|market|edge|north|south|east|west|name|heart|population|history)s?$/

/** What a state has and sends, and a man or a town hardly: “Lund's |hospitals|”, “|doctors| from Lund”. */
const ESTATE =
  /^(?:forces?|brigades?|prisons?|hospitals?|harbours?|ports|tankers|warships?|frigates?|schools|universities|museums|railways?|borders?|coast|waters|exports?|imports?|economy|citizens|soldiers|troops|pilots|farmers|doctors|nurses|teachers|engineers|diplomats|scientists|bank|banks|airlines?|gas|oil|coal|grain|wheat|agency|helicopters|trains|ships|teams|officials|sailors)$/

/** “|President Ada Fell| of Lund”. */
function isOfficer(syntax: Scene['syntax'], head: number): boolean {
  for (const child of childrenOf(syntax, head)) if (relationOf(syntax, child) === 'nmod:desc' && OFFICE.test(syntax.lower[child] as string)) return true
  return false
}

/** What states have between them or with one another: “the |treaty| between Lund and Ostria”, “the |border| with Lund”. */
const BETWEEN_STATES =
  /^(?:treaty|treaties|agreement|accord|pact|cooperation|relation|tie|trade|war|border|alliance|partnership|talk|negotiation|exchange|memorandum|committee|commission|sharing|dialogue|patrol|drill|exercise)s?$/

/** What cities do as well as states, or what befalls both: all else that a place does to something tells of a government. */
const NO_ACT =
  /^(?:have|see|get|become|host|face|suffer|celebrate|elect|need|lack|lose|win|beat|draw|boast|welcome|remember|mark|experience|lie|remain|seem|know|hold|enjoy|attract|like|love|await|wake|include|contain|offer|give|make|take|look|go|come)$/

const TRADED = /^(?:sales?|sells?|sold|exports?|exported|imports?|imported|suppl(?:y|ies|ied|ying)|loans?|lent|deliveries)$/

function isActing(scene: Scene, mention: Mention, entity: Entity): boolean {
  const { syntax } = scene
  const { head } = mention
  const above = syntax.head[head] as number
  if (above < 0) return false
  // a man's name may be taken for a state: of a name that the reader calls a person less is believed
  const isPerson = entity.kind === 'person'
  if (isPerson && mention.gender !== null) return false
  const relation = relationOf(syntax, head)
  if (relation === 'nsubj') return isActor(scene, head, above, entity.kind)
  // “Lund's army”, “Lund's President Ada Fell”
  if (relation === 'nmod:poss')
    return (
      (isPerson ? ARM : OFFICE).test(syntax.lemma[above] as string) ||
      ESTATE.test(syntax.lower[above] as string) ||
      isOfficer(syntax, above) ||
      (entity.kind === 'place' && syntax.upos[above] === TAG.NOUN && !OF_TOWNS.test(syntax.lower[above] as string))
    )
  if (relation !== 'nmod' && relation !== 'obl' && relation !== 'flat') return false
  const link = caseOf(syntax, head)
  if (relation === 'flat') return link === 'of' && isOfficer(syntax, above)
  return link !== null && isLinkedState(scene, head, link, entity)
}

/** What governments do; what a place does to something; what somebody does to its own, who is no man. */
function isActor(scene: Scene, head: number, verb: number, kind: Entity['kind']): boolean {
  const { syntax } = scene
  const object = childIn(syntax, verb, /^(?:obj|xcomp|obl)$/)
  if (kind === 'place' && object > verb && !NO_ACT.test(syntax.lemma[verb] as string)) return true
  if (kind === 'organization') return false
  if (object > verb && childSaying(syntax, object, /^its$/) >= 0) return true
  // two single names side by side that nobody has given a first name: “Brask and Ulland failed to agree”
  if (kind === 'person') return hasNameBeside(scene, head) && syntax.upos[verb] === TAG.VERB
  return ACTS.test(syntax.lemma[verb] as string)
}

function isLinkedState(scene: Scene, head: number, link: string, { kind }: Entity): boolean {
  const { syntax } = scene
  const above = syntax.head[head] as number
  const isPerson = kind === 'person'
  // “the government |of Lund|” has a single name that is no man's
  if (link === 'of')
    return (
      (isPerson ? ARM : OFFICE).test(syntax.lemma[above] as string) ||
      /^(?:government|ambassador|minister)s?$/.test(syntax.lower[above] as string) ||
      isOfficer(syntax, above) ||
      (!isPerson && syntax.upos[above] === TAG.PROPN)
    )
  // “fishermen |from Lund and Ostria|”
  if (link === 'from' && syntax.upos[above] === TAG.NOUN && (hasNameBeside(scene, head) || (!isPerson && ESTATE.test(syntax.lower[above] as string))))
    return true
  const isPlace = kind === 'place' || kind === 'country'
  // “cooperation |with Lund|”, “gas sales |to Lund|”: of a place only a state is dealt with so
  if (isPlace && link === 'with') return true
  if ((link === 'to' || link === 'from') && TRADED.test(syntax.lower[above] as string) && (isPlace || syntax.upos[above] === TAG.NOUN)) return true
  return (link === 'with' || (link === 'between' && hasNameBeside(scene, head))) && BETWEEN_STATES.test(syntax.lower[above] as string)
}

/** “Lund |and Ostria|”. */
function hasNameBeside({ syntax, mentionAt }: Scene, head: number): boolean {
  for (const child of childrenOf(syntax, head))
    if (relationOf(syntax, child) === 'conj' && (mentionAt[child] as number) >= 0 && syntax.upos[child] === TAG.PROPN) return true
  return false
}

function spreadOverCoordinations(scene: Scene, isState: Uint8Array): void {
  const { syntax, mentions, entities, entityOf } = scene
  mentions.forEach((mention, m) => {
    const e = entityOf[m] as number
    if (e < 0 || relationOf(syntax, mention.head) !== 'conj' || !isCapitalized(syntax.words[mention.head] as string)) return
    const partner = nameAt(scene, syntax.head[mention.head] as number)
    const other = partner >= 0 ? (entityOf[partner] as number) : -1
    if (other < 0) return
    const isAlone = (n: number) => mentions[n]?.form === 'name' && (mentions[n] as Mention).last - (mentions[n] as Mention).first < 3
    if (isState[other] === 1 && isState[e] === 0 && isAlone(m) && mayBeState(entities[e] as Entity)) isState[e] = 1
    if (isState[e] === 1 && isState[other] === 0 && isAlone(partner) && mayBeState(entities[other] as Entity)) isState[other] = 1
  })
}

/** The mention at a head that is a name and no coordination of names, −1 for none. */
function nameAt({ mentions, mentionAt, nextMention }: Scene, head: number): number {
  let m = mentionAt[head] ?? -1
  while (m >= 0 && (mentions[m]?.form !== 'name' || (mentions[m] as Mention).parts.length > 0)) m = nextMention[m] as number
  return m
}
