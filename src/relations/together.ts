import type { Area, Stage } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { areasOf } from '../knowledge/knowledge.ts'
import { partiesAt } from './parties.ts'
import { areasIn, areasOfNoun, areasOfSubtree, nounPhrase } from './phrases.ts'
import { type Told, tellRealis } from './realis.ts'
import { childIn, childSaying, isComplement, ownSubject, sentenceOf, subjectOf } from './scene.ts'
import { isGrowing, isLongTold, stageOfVerb } from './stages.ts'
import { inPlay, joinParties, lastGroup, type Party, type Table } from './table.ts'
import { isEnough, linkedParties, partiesOfVerb, type Work } from './work.ts'

const TOGETHER = /^(?:together|jointly|collectively)$/
const COOPERATING = /^(?:cooperat|co-operat|collaborat|partner(?:s|ed|ing)?$)/
/** What people do side by side without working on anything. */
const IDLE =
  /^(?:c[ao]m|st[ao]nd|stood|sit|sat|liv|pos|announc|walk|sa(?:y|id)|gather|ge?ot|get|put|me?et|din|eat|ate|arriv|travel|appear|laugh|sing|sang|hold|held|bring|brought|tak|took|die|spen|play|go|went|pull|been?)/
/** What states share without working on it: “share a border”, “share a language”. */
const NO_WORK =
  /^(?:border|frontier|view|concern|goal|interest|language|history|value|blame|responsibility|opinion|belief|continent|coast|fear|bill|lead|meal|culture|past|prize|name|house|home|stage|moment|fate|responsibility|photo|video|story|news|post)$/

/** What passes between people in a moment: “exchanged fire”, “swapped gifts”. */
const NO_SWAP =
  /^(?:view|fire|gunfire|word|insult|gift|threat|blow|letter|greeting|glance|message|note|accusation|opinion|idea|number|vow|shot|prisoner|place)$/

/** Work that several do together: “have trained together for decades”, “cooperate on rail safety”, “share a patrol ship”. */
export function findTogether(table: Table, i: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  // “a tradition of |training together|” may be read as a noun
  const isNoun = syntax.upos[i] === TAG.NOUN
  if (isNoun ? !isTradition(syntax, i) || childSaying(syntax, i, TOGETHER) < i : !isTogether(syntax, i)) return []
  const areas = areasOfDeed(syntax, i)
  if (areas.length === 0) return []
  const parties = partiesOfDeed(table, i)
  if (!isEnough(parties)) return []
  const told = tellRealis(scene, i)
  const { stage, last: end } = stageOfDeed(table, i, told)
  if (told.realis === 'denied' && stage !== 'ended') return []
  return [
    {
      parties,
      areas,
      stage,
      told: stage === 'ended' ? { realis: 'happened', cues: [] } : told,
      pieces: [extent(table, i, end)],
      confidence: stage === null ? 0.6 : 0.8,
      rule: 'together',
      stageAt: i,
    },
  ]
}

function isTogether(syntax: Syntax, verb: number): boolean {
  const word = syntax.lower[verb] as string
  if (COOPERATING.test(word)) return true
  const object = childIn(syntax, verb, /^obj$/)
  if (/^shar(?:e|es|ed|ing)$/.test(word)) return object >= 0 && !NO_WORK.test(syntax.lemma[object] as string)
  // “have swapped teachers since 1998”
  if (/^(?:swap|exchang|traded$|trading$)/.test(word)) return object >= 0 && !NO_SWAP.test(syntax.lemma[object] as string)
  // “joined forces against crime”, “teamed up”, “joined their colleagues from Varland in mapping the sea”
  if (/^join/.test(word) && object >= 0 && /^(?:force|hand|colleague|counterpart)s?$/.test(syntax.lower[object] as string)) return true
  if (/^(?:team|link)/.test(word) && childSaying(syntax, verb, /^up$/) >= 0) return true
  // “sailors will |train with| Varland's navy”
  if (/^(?:train|exercis|drill|patrol|practis)/.test(word) && hasPhrase(syntax, verb, /^(?:with|alongside)$/)) return true
  if (isSideBySide(syntax, verb) || isEachOthers(syntax, verb)) return true
  if (IDLE.test(word)) return false
  if (childSaying(syntax, verb, TOGETHER) >= 0) return true
  // “counted |herring together|”: the adverb may hang on the object
  if (object > verb && childSaying(syntax, object, TOGETHER) > object) return true
  // “work |with| Varland |on| …”
  return /^work(?:s|ed|ing)?$/.test(word) && hasPhrase(syntax, verb, /^with$/) && hasPhrase(syntax, verb, /^(?:on|in)$/)
}

/** “Will show |each other's| treasures”. */
function isEachOthers(syntax: Syntax, verb: number): boolean {
  if (IDLE.test(syntax.lower[verb] as string) || HOSTILE.test(syntax.lower[verb] as string)) return false
  for (let k = verb + 1; k < Math.min(syntax.count - 2, verb + 5); k++)
    if (syntax.lower[k] === 'each' && syntax.lower[k + 1] === 'other' && /^['’]/.test(syntax.lower[k + 2] as string)) return true
  return false
}

const HOSTILE =
  /^(?:accus|attack|blam|fear|hat|shell|fir|threat|reject|expel|bann?|den[iy]|clos|block|test|quer|question|disput|read|kn[eo]w|watch|follow|seiz)/

/** “Patrolled the strait |side by side|”, “worked |hand in hand|”. */
function isSideBySide(syntax: Syntax, verb: number): boolean {
  for (let k = verb + 2; k < Math.min(syntax.count, verb + 12) && syntax.isSentenceStart[k] !== 1; k++)
    if (
      /^(?:by|in|to)$/.test(syntax.lower[k] as string) &&
      /^(?:side|hand|shoulder)$/.test(syntax.lower[k - 1] as string) &&
      syntax.lower[k + 1] === syntax.lower[k - 1]
    )
      return !IDLE.test(syntax.lower[verb] as string)
  return false
}

function hasPhrase(syntax: Syntax, verb: number, link: RegExp): boolean {
  for (const child of childrenOf(syntax, verb)) if (relationOf(syntax, child).startsWith('obl') && link.test(caseOf(syntax, child) ?? '')) return true
  return false
}

/** From what is worked on: the object, “on rail safety”; else from who works (“the two navies”), else from the deed itself. */
function areasOfDeed(syntax: Syntax, verb: number): Area[] {
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    const isTopic = relation === 'obj' || (/^(?:obl|advcl)/.test(relation) && /^(?:on|in|for|against|at|to)$/.test(caseOf(syntax, child) ?? ''))
    const areas = isTopic ? (relation === 'obj' ? areasOfNoun(syntax, child, syntax.right[child] as number) : areasOfSubtree(syntax, child)) : []
    if (areas.length > 0) return areas
  }
  const purpose = childIn(syntax, verb, /^(?:xcomp|advcl)$/)
  const isAim = purpose > verb && syntax.lower[childIn(syntax, purpose, /^mark$/)] === 'to'
  const further = isAim ? areasOfSubtree(syntax, purpose) : []
  if (further.length > 0) return further.slice(0, 1)
  const doer = doerOf(syntax, verb)
  const own = doer >= 0 ? areasIn(syntax, nounPhrase(syntax, doer).first, doer + 1) : []
  return own.length > 0 ? own : areasOf([stemOf(syntax.lower[verb] as string)])
}

/** Of a verb its subject; of a noun the subject of what it hangs on: “|the armies| have a tradition of training together”. */
function doerOf(syntax: Syntax, verb: number): number {
  if (syntax.upos[verb] === TAG.VERB) return subjectOf(syntax, verb)
  for (let at = verb, steps = 0; at >= 0 && steps < 4; at = syntax.head[at] as number, steps++) {
    const subject = childIn(syntax, at, /^nsubj/)
    if (subject >= 0) return subject
  }
  return -1
}

/** “mined” → “mine”, “patrols” → “patrol”: the lexicon knows nouns. */
function stemOf(word: string): string {
  return word
    .replace(/(?:ling|led)$/, 'l')
    .replace(/ned$/, 'ne')
    .replace(/s$/, '')
}

function partiesOfDeed(table: Table, verb: number): Party[] {
  const { syntax } = table.scene
  const { subject, partners } = partiesOfVerb(table, verb)
  const found = joinParties(partners, [...subject])
  if (found.length === 0 && syntax.upos[verb] === TAG.NOUN) joinParties(partiesAt(table, doerOf(syntax, verb)), found)
  for (const child of childrenOf(syntax, verb)) {
    // “together |with Belmora's|” hangs on the adverb
    if (!TOGETHER.test(syntax.lower[child] as string)) continue
    for (const partner of childrenOf(syntax, child)) joinParties(partiesAt(table, partner), found)
  }
  // “joined |their colleagues from Varland|”
  const object = childIn(syntax, verb, /^obj$/)
  if (/^join/.test(syntax.lower[verb] as string)) joinParties(joinParties(partiesAt(table, object), linkedParties(table, verb, true)), found)
  if (isEnough(found)) return found
  // “our laboratories have worked together”: the pair that was named last
  const doer = subjectOf(syntax, verb)
  const owner = doer >= 0 ? childIn(syntax, doer, /^nmod:poss$/) : -1
  const isPlural =
    !COOPERATING.test(syntax.lower[verb] as string) && [doer, owner].some((at) => at >= 0 && /^(?:we|our|they|their)$/.test(syntax.lower[at] as string))
  if (isPlural) {
    const group = joinParties(lastGroup(table, verb), [...found])
    // “I invited Sorai's minister. |We| mined together”: the speaker's side and whom the speaker has just named
    return isEnough(group) || found.length !== 1 || syntax.lower[doer] !== 'we' ? group : inPlay(table, verb, 2, found, 1)
  }
  // “its army patrols the hills together with Varland's”: whose army is not told, but who is in play
  return found.length === 1 && owner >= 0 && syntax.lower[owner] === 'its' ? inPlay(table, verb, 2, found) : found
}

const ENDING = /^(?:end|stop|ceas|f(?:e|a)ll|collaps|broke)/

function stageOfDeed({ scene }: Table, verb: number, told: Told): { stage: Stage | null; last: number } {
  const { syntax } = scene
  const { last } = sentenceOf(scene, verb)
  const ended = endedBehind(syntax, verb, last)
  if (ended >= 0) return { stage: 'ended', last: ended }
  // “no longer”, “stopped |working together|”, “began to share”
  for (const child of childrenOf(syntax, verb)) if (syntax.lower[child] === 'longer') return { stage: 'ended', last: verb }
  const above = syntax.head[verb] as number
  const governing = above >= 0 && (isComplement(syntax, verb) || relationOf(syntax, verb).startsWith('ccomp')) ? stageOfVerb(syntax, above) : null
  if (governing && governing !== 'aspirational') return { stage: governing, last: verb }
  // “worked together on a telescope |until 2018|”
  if (told.realis === 'happened' && untilOf(syntax, verb) >= 0) return { stage: 'ended', last: untilOf(syntax, verb) }
  const more = growingBeside(syntax, verb)
  if (more >= 0) return { stage: 'expanding', last: more }
  if (isLongTold(syntax, verb, last, scene.publishedOn) || isTradition(syntax, verb)) return { stage: 'longstanding', last: verb }
  if (told.realis === 'hypothetical' || told.realis === 'unknown') return { stage: 'aspirational', last: verb }
  const isBegun = told.realis === 'planned' || /^(?:buil|develop|construct|launch|found|set|establish|open|creat)/.test(syntax.lower[verb] as string)
  return { stage: isBegun ? 'originating' : null, last: verb }
}

function untilOf(syntax: Syntax, verb: number): number {
  for (const child of childrenOf(syntax, verb))
    if (child > verb && caseOf(syntax, child) === 'until' && /^(?:1[5-9]|20)\d\d$/.test(syntax.lower[child] as string)) return child
  return -1
}

/** “We mined together for twenty years. |That ended| four years ago”: the verb of ending in the next sentence. */
function endedBehind(syntax: Syntax, verb: number, last: number): number {
  if (last + 1 >= syntax.count || !/^(?:that|this|it|all)$/.test(syntax.lower[last] as string)) return -1
  for (let i = last + 1; i < Math.min(syntax.count, last + 5); i++) if (ENDING.test(syntax.lower[i] as string) && verb < i) return i
  return -1
}

/** “A long |tradition of| training together”. */
function isTradition(syntax: Syntax, verb: number): boolean {
  const above = syntax.head[verb] as number
  return above >= 0 && syntax.upos[verb] === TAG.NOUN && /^(?:tradition|history|record|custom|decades|years)$/.test(syntax.lower[above] as string)
}

/** “Have shared a ship |and plan a second one|”. */
function growingBeside(syntax: Syntax, verb: number): number {
  for (const child of childrenOf(syntax, verb)) {
    if (relationOf(syntax, child) !== 'conj' || ownSubject(syntax, child) >= 0) continue
    const object = childIn(syntax, child, /^obj$/)
    if (object >= 0 && isGrowing(syntax, object)) return object
  }
  return -1
}

function extent({ scene }: Table, verb: number, end: number): { first: number; last: number } {
  const { syntax } = scene
  let first = verb
  let last = Math.max(verb, end)
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    if (/^(?:aux|nsubj)/.test(relation) && verb - (syntax.left[child] as number) < 12) first = Math.min(first, syntax.left[child] as number)
    if (/^(?:obj|obl|advmod)/.test(relation) && (syntax.right[child] as number) - verb < 20) last = Math.max(last, syntax.right[child] as number)
  }
  return { first, last }
}
