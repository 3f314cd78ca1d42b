import type { Entity } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import type { EventDate, NewsEvent } from '../document/news-event.ts'
import type { Statement } from '../document/statement.ts'
import { numberStretches, placeContents } from '../document/stretches.ts'
import { childrenOf, headOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import type { Tokens } from '../document/tokens.ts'
import { tokensOf } from '../document/words.ts'

/** What relations are read from. `entityOf[m]` is the entity of mention m, −1 for none. */
export interface Reading {
  readonly tokens: Tokens
  readonly syntax: Syntax
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly entities: readonly Entity[]
  readonly entityOf: Int32Array
  readonly events: readonly NewsEvent[]
  readonly dates: readonly EventDate[]
  readonly publishedOn: string | null
}

/** What every rule asks of an article, computed once. */
export interface Scene extends Reading {
  /** Of each token: its sentence, and the innermost statement whose content holds it (−1 for none). */
  readonly sentence: Int32Array
  readonly stated: Int32Array
  /** Of each token: the first mention that it heads, −1 for none; of each mention: the next with the same head. */
  readonly mentionAt: Int32Array
  readonly nextMention: Int32Array
}

export function setScene(reading: Reading): Scene {
  const { tokens, syntax, mentions } = reading
  const sentence = numberStretches(tokens.sentences, tokens.count)
  const mentionAt = new Int32Array(tokens.count).fill(-1)
  const nextMention = new Int32Array(mentions.length).fill(-1)
  for (let m = mentions.length - 1; m >= 0; m--) {
    const head = syntacticHead(syntax, mentions[m] as Mention)
    nextMention[m] = mentionAt[head] as number
    mentionAt[head] = m
  }
  return { ...reading, sentence, stated: placeContents(tokens, reading.statements), mentionAt, nextMention }
}

/** A mention's head is the last word of a name, the tree's its first: of “Ada Fell” the verb governs “Ada”. */
function syntacticHead(syntax: Syntax, { first, last, head }: Mention): number {
  let at = head
  while (relationOf(syntax, at) === 'flat' && (syntax.head[at] as number) >= first && (syntax.head[at] as number) < last) at = syntax.head[at] as number
  return at
}

/** Steps out of reports in reports. */
const DEEPEST = 20

/** First and last token (exclusive) of the sentence that holds a token. */
export function sentenceOf(scene: Scene, token: number): { first: number; last: number } {
  const s = scene.sentence[token] as number
  return { first: scene.tokens.sentences[s] as number, last: scene.tokens.sentences[s + 1] as number }
}

/** The entity that makes the innermost statement around a token, −1 where none is known. */
export function speakerAt(scene: Scene, token: number): number {
  let s = scene.stated[token] as number
  for (let steps = 0; s >= 0 && steps < DEEPEST; steps++) {
    const { source, within } = scene.statements[s] as Statement
    const span = source && tokensOf(scene.tokens, source.span)
    const mention = span ? (scene.mentionAt[headOf(scene.syntax, span.first, span.last)] as number) : -1
    if (mention >= 0) return scene.entityOf[mention] as number
    s = within ?? -1
  }
  return -1
}

/** The first child that stands in one of the relations, −1 for none. */
export function childIn(syntax: Syntax, i: number, relations: RegExp): number {
  for (const child of childrenOf(syntax, i)) if (relations.test(relationOf(syntax, child))) return child
  return -1
}

/** The first child that is one of the words, −1 for none. */
export function childSaying(syntax: Syntax, i: number, words: RegExp): number {
  for (const child of childrenOf(syntax, i)) if (words.test(syntax.lower[child] as string)) return child
  return -1
}

/**
 * A verb's own subject, −1 for none. Of several the nearest before it (“TARNBY -- |Belmora and Lund| will run a train”); one that
 * the parser calls passive counts where no “be” or “get” makes it so (“|the navies| have trained together”).
 */
export function ownSubject(syntax: Syntax, verb: number): number {
  let found = -1
  for (const child of childrenOf(syntax, verb)) {
    if (found >= 0 && child > verb) break
    const relation = relationOf(syntax, child)
    if (relation === 'nsubj' || (relation === 'nsubj:pass' && !isPassive(syntax, verb))) found = child
  }
  return found
}

/** Whether a form of “be” or “get” stands by the verb, or it is told with nothing but a participle. */
export function isPassive(syntax: Syntax, verb: number): boolean {
  let hasAux = false
  for (const child of childrenOf(syntax, verb)) {
    if (!relationOf(syntax, child).startsWith('aux')) continue
    hasAux = true
    if (/^(?:am|is|are|was|were|be|been|being|'s|’s|'re|’re|gets?|got|getting)$/.test(syntax.lower[child] as string)) return true
  }
  return !hasAux
}

/** “Agreed |to resume| flights”, “agreed on Monday |to resume| flights”: what the verb above governs, wherever the parser draws the line to a purpose. */
export function isComplement(syntax: Syntax, verb: number): boolean {
  const relation = relationOf(syntax, verb)
  if (relation === 'xcomp') return true
  const above = syntax.head[verb] as number
  return (
    relation === 'advcl' &&
    above >= 0 &&
    above < verb &&
    GOVERNING.test(syntax.lower[above] as string) &&
    isInfinitive(syntax, verb) &&
    childIn(syntax, above, /^obj$/) < 0
  )
}

/** Verbs that take an infinitive: without an object before it, it is what they are about. */
const GOVERNING =
  /^(?:agree|plan|pledg|promis|vow|intend|decid|prepar|commit|undert|aim|hop|want|seek|sought|wish|aspir|offer|propos|threat|fail|refus|declin|start|beg[aiu]n|continu)/

function isInfinitive(syntax: Syntax, verb: number): boolean {
  for (const child of childrenOf(syntax, verb)) if (relationOf(syntax, child) === 'mark') return syntax.lower[child] === 'to'
  return false
}

/**
 * The word that does what a verb tells: its subject, the noun a relative clause hangs on, or the subject of the verb that it
 * depends on (“agreed |to resume|”, “signed a treaty and |opened| a school”). −1 where there is none.
 */
export function subjectOf(syntax: Syntax, verb: number): number {
  let at = verb
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    const own = ownSubject(syntax, at)
    const relation = relationOf(syntax, at)
    if (own >= 0) return /^(?:which|who|that)$/.test(syntax.lower[own] as string) && relation.startsWith('acl') ? (syntax.head[at] as number) : own
    if (childIn(syntax, at, /^nsubj:pass$/) >= 0) return -1
    if (!/^(?:xcomp|conj|advcl|acl|parataxis)/.test(relation)) return -1
    const before = at
    at = syntax.head[at] as number
    // “criticised |Lund| for selling”
    if (relation === 'advcl' && at >= 0 && childSaying(syntax, before, /^for$/) >= 0 && childIn(syntax, at, /^obj$/) >= 0) return childIn(syntax, at, /^obj$/)
    // “a plan |to build| …”: who plans is who builds; “Varland, |having left| …”
    if (at < 0 || syntax.upos[at] === TAG.VERB || relation === 'conj') continue
    const told = ownSubject(syntax, at)
    if (told >= 0) return told
    // “in return for |Lund| halting the exercises”
    if (relation === 'acl' && syntax.upos[at] === TAG.PROPN && /ing$/.test(syntax.lower[before] as string)) return at
    // a headline: “|Varland and Lund| to share satellites”
    if (relation === 'acl' && (syntax.head[at] as number) < 0 && syntax.upos[at] === TAG.PROPN) return at
    return relation.startsWith('acl') ? governorSubject(syntax, at) : at
  }
  return -1
}

function governorSubject(syntax: Syntax, noun: number): number {
  const head = syntax.head[noun] as number
  if (head < 0 || syntax.upos[head] !== TAG.VERB || !/^(?:obj|obl|xcomp)/.test(relationOf(syntax, noun))) return -1
  return ownSubject(syntax, head)
}
