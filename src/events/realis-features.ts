import { relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { childrenNear } from './children.ts'
import { isQuestion } from './negation.ts'
import type { Told } from './told.ts'
import { readVerb } from './told-verbs.ts'

/** Words of a clause that its features look at, at most. */
const CLAUSE = 40
/** Words of time and of doubt in the sentence around it. */
const TIME = 'now today yesterday tomorrow tonight already soon ago last next since recently later yet still never always usually often rarely once'
const DOUBT = 'if unless whether please perhaps maybe would could should may might will can must let you your any anyone'
const AROUND: ReadonlyMap<string, 'time' | 'doubt'> = new Map([
  ...TIME.split(' ').map((word) => [word, 'time'] as const),
  ...DOUBT.split(' ').map((word) => [word, 'doubt'] as const),
])

/**
 * What the scorer of realis sees of a word: what the rules made of it, its form and auxiliaries, what opens its clause, who does it, and the
 * words above it. Function words, closed classes and verbs only; no names.
 */
export function describeDeed(syntax: Syntax, token: number, carrier: number, told: Told): string[] {
  const isNoun = carrier !== token
  const verb = isNoun ? carrier : token
  const found = [`rule=${told.rule}`, `rule=${told.rule}&${formOf(syntax, token)}`, `noun=${isNoun}&${carrier >= 0}`]
  if (isNoun) pushNoun(syntax, token, found)
  else found.push(`lemma=${lemmaOf(syntax, token)}`)
  if (verb >= 0) pushVerb(syntax, verb, found)
  pushAbove(syntax, verb >= 0 ? verb : token, found)
  pushClause(syntax, verb >= 0 ? verb : token, found)
  if (isQuestion(syntax, token)) found.push('question')
  return [...new Set(found)]
}

function pushNoun(syntax: Syntax, noun: number, found: string[]): void {
  const relation = relationOf(syntax, noun)
  const isPlural = syntax.lower[noun] !== syntax.lemma[noun]
  let determiner = 'none'
  for (const child of childrenNear(syntax, noun)) {
    const kind = relationOf(syntax, child)
    if (kind === 'det' || kind === 'nmod:poss')
      determiner = syntax.upos[child] === TAG.DET || syntax.upos[child] === TAG.PRON ? (syntax.lower[child] as string) : 'owner'
    if (kind === 'case') found.push(`case=${syntax.lower[child]}`)
    if (kind === 'amod') found.push(`amod=${lemmaOf(syntax, child)}`)
  }
  found.push(`det=${determiner}&${isPlural}`, `noun:${relation}`)
}

function pushVerb(syntax: Syntax, verb: number, found: string[]): void {
  const form = formOf(syntax, verb)
  const helpers: string[] = []
  let subject = 'none'
  for (const child of childrenNear(syntax, verb)) {
    const relation = relationOf(syntax, child)
    const word = syntax.lower[child] as string
    if (isHelping(relation)) helpers.push(word)
    if (/^(?:mark|cc|case)$/.test(relation) && child < verb) found.push(`mark=${word}`, `mark=${word}&${form}`)
    if (relation === 'advmod') found.push(`adverb=${lemmaOf(syntax, child)}`)
    if (relation === 'discourse') found.push(`discourse=${word}`)
    if (relation === 'obj') found.push(`object=${sortOf(syntax, child)}`)
    if (/^(?:xcomp|ccomp|advcl)$/.test(relation)) found.push(`has=${relation}`)
    if (/^nsubj/.test(relation)) subject = sortOf(syntax, child)
  }
  found.push(`aux=${helpers.join('+')}&${form}`, `subject=${subject}`, `subject=${subject}&${form}&${helpers.length > 0}`)
}

function pushAbove(syntax: Syntax, token: number, found: string[]): void {
  const relation = relationOf(syntax, token)
  const head = syntax.head[token] as number
  found.push(`relation=${relation}`, `relation=${relation}&${formOf(syntax, token)}`)
  if (head < 0) return
  const helpers = Array.from(childrenNear(syntax, head))
    .filter((child) => isHelping(relationOf(syntax, child)))
    .map((child) => syntax.lower[child])
  found.push(
    `above=${lemmaOf(syntax, head)}`,
    `${relation}:${lemmaOf(syntax, head)}`,
    `${relation}:${formOf(syntax, head)}`,
    `${relation}:aux=${helpers.join('+')}`,
  )
  found.push(`${relation}<${relationOf(syntax, head)}`)
  if (syntax.upos[head] === TAG.VERB || syntax.upos[head] === TAG.ADJ) {
    const { realis, rule } = readVerb(syntax, head)
    found.push(`${relation}:${realis}`, `${relation}:${rule}`, `${relation}:${realis}&${formOf(syntax, token)}`)
  }
  const further = syntax.head[head] as number
  if (further >= 0) found.push(`further=${relationOf(syntax, head)}:${formOf(syntax, further)}`)
  if (further >= 0 && syntax.upos[further] === TAG.VERB) found.push(`further=${lemmaOf(syntax, further)}`)
}

function isHelping(relation: string): boolean {
  return relation === 'cop' || relation.startsWith('aux')
}

/** Words of time and doubt in the sentence around it, near and far. */
function pushClause(syntax: Syntax, token: number, found: string[]): void {
  for (let i = token; i > Math.max(0, token - CLAUSE) && syntax.isSentenceStart[i] !== 1; i--) pushWord(syntax, i - 1, token, found)
  for (let i = token + 1; i < Math.min(syntax.count, token + CLAUSE) && syntax.isSentenceStart[i] !== 1; i++) pushWord(syntax, i, token, found)
}

function pushWord(syntax: Syntax, i: number, token: number, found: string[]): void {
  const word = syntax.lower[i] as string
  const kind = AROUND.get(word)
  if (kind === undefined) return
  found.push(kind === 'time' ? `time=${word}` : `${i < token ? 'before' : 'behind'}=${word}`)
}

/** Who does it: a pronoun itself, else singular or plural, with its article. */
function sortOf(syntax: Syntax, noun: number): string {
  if (syntax.upos[noun] === TAG.PRON) return syntax.lower[noun] as string
  if (syntax.upos[noun] === TAG.PROPN) return 'name'
  const determiner = childrenNear(syntax, noun).find((child) => /^(?:det|nmod:poss)$/.test(relationOf(syntax, child)))
  const article = determiner === undefined || syntax.upos[determiner] === TAG.NOUN || syntax.upos[determiner] === TAG.PROPN ? '' : syntax.lower[determiner]
  return `${article}/${syntax.lower[noun] === syntax.lemma[noun] ? 'one' : 'many'}`
}

function formOf(syntax: Syntax, i: number): string {
  const word = syntax.lower[i] as string
  if (syntax.upos[i] !== TAG.VERB && syntax.upos[i] !== TAG.AUX) return syntax.upos[i] === TAG.ADJ ? 'adjective' : 'other'
  const hasTo = childrenNear(syntax, i).some((child) => child < i && syntax.lower[child] === 'to' && relationOf(syntax, child) === 'mark')
  if (hasTo) return 'to'
  if (word.endsWith('ing')) return 'ing'
  if (word === syntax.lemma[i]) return 'base'
  return word.endsWith('s') ? 's' : 'past'
}

function lemmaOf(syntax: Syntax, i: number): string {
  return syntax.upos[i] === TAG.PROPN ? '<name>' : syntax.upos[i] === TAG.NUM ? '<number>' : (syntax.lemma[i] as string)
}
