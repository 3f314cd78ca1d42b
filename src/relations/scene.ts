import type { Entity } from '../document/entity.ts'
import type { Layers } from '../document/layers.ts'
import type { Mention } from '../document/mention.ts'
import type { EventDate, NewsEvent } from '../document/news-event.ts'
import type { Statement } from '../document/statement.ts'
import { childrenOf, headOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import type { Tokens } from '../document/tokens.ts'
import { tokensOf } from '../document/words.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** What relations are read from. `entityOf[m]` is the entity of mention m, −1 for none. */
export interface Reading {
  readonly tokens: Tokens
  readonly layers: Layers
  readonly syntax: Syntax
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly entities: readonly Entity[]
  readonly entityOf: Int32Array
  readonly events: readonly NewsEvent[]
  readonly dates: readonly EventDate[]
  readonly knowledge: Knowledge
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
  const { tokens, mentions } = reading
  const sentence = new Int32Array(tokens.count)
  for (let s = 0; s + 1 < tokens.sentences.length; s++) sentence.fill(s, tokens.sentences[s], tokens.sentences[s + 1])
  const mentionAt = new Int32Array(tokens.count).fill(-1)
  const nextMention = new Int32Array(mentions.length).fill(-1)
  for (let m = mentions.length - 1; m >= 0; m--) {
    const { head } = mentions[m] as Mention
    nextMention[m] = mentionAt[head] as number
    mentionAt[head] = m
  }
  return { ...reading, sentence, stated: placeContents(reading), mentionAt, nextMention }
}

/** Innermost statement of each token: outer ones are written first. */
function placeContents({ tokens, statements }: Reading): Int32Array {
  const stated = new Int32Array(tokens.count).fill(-1)
  const depths = statements.map((_, s) => depthOf(statements, s))
  const order = statements.map((_, s) => s).sort((a, b) => (depths[a] as number) - (depths[b] as number) || a - b)
  for (const s of order)
    for (const span of (statements[s] as Statement).content) {
      const piece = tokensOf(tokens, span)
      if (piece) stated.fill(s, piece.first, piece.last)
    }
  return stated
}

/** Reports in reports are never deeper than this in writing that people read. */
const DEEPEST = 20

function depthOf(statements: readonly Statement[], s: number): number {
  let depth = 0
  for (let at = statements[s]?.within ?? null; at !== null && depth < DEEPEST; at = statements[at]?.within ?? null) depth++
  return depth
}

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
 * The word that does what a verb tells: its subject, the noun a relative clause hangs on, or the subject of the verb that it
 * depends on (“agreed |to resume|”, “signed a treaty and |opened| a school”). −1 where there is none.
 */
export function subjectOf(syntax: Syntax, verb: number): number {
  let at = verb
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    const own = childIn(syntax, at, /^nsubj$/)
    const relation = relationOf(syntax, at)
    if (own >= 0) return /^(?:which|who|that)$/.test(syntax.lower[own] as string) && relation.startsWith('acl') ? (syntax.head[at] as number) : own
    if (childIn(syntax, at, /^nsubj:pass$/) >= 0) return -1
    if (!/^(?:xcomp|conj|advcl|acl|parataxis)/.test(relation)) return -1
    at = syntax.head[at] as number
    // “a plan |to build| …”: who plans is who builds; “Varland, |having left| …”
    if (at < 0 || syntax.upos[at] === TAG.VERB || relation === 'conj') continue
    const told = childIn(syntax, at, /^nsubj$/)
    if (told >= 0) return told
    return relation.startsWith('acl') ? governorSubject(syntax, at) : at
  }
  return -1
}

function governorSubject(syntax: Syntax, noun: number): number {
  const head = syntax.head[noun] as number
  if (head < 0 || syntax.upos[head] !== TAG.VERB || !/^(?:obj|obl|xcomp)/.test(relationOf(syntax, noun))) return -1
  return childIn(syntax, head, /^nsubj$/)
}
