import { type Layers, UPOS } from '../document/layers.ts'
import type { Mention } from '../document/mention.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord } from '../document/words.ts'

/** The clauses of an article as reference sees them: who is the subject where, what stands in brackets. */
export interface Clauses {
  /** Of each token: the token that is its subject, −1 for none. */
  readonly subject: Int32Array
  /** Of each token: the token that is its object, −1 for none. */
  readonly object: Int32Array
  /** Of each token: the mention that it heads in syntax (a single one, no coordination), −1 for none. */
  readonly mentionAt: Int32Array
  /** Of each token: number of the pair of brackets around it, 0 outside. */
  readonly bracket: Int32Array
  /** Verbs before each token. */
  readonly verbsBefore: Int32Array
  /** Of each mention: 1 where it is a member of a coordination. */
  readonly isJoined: Uint8Array
  /** Of each sentence: the mention that is the subject of its main clause, −1 for none. */
  readonly leader: Int32Array
}

export function readClauses(tokens: Tokens, layers: Layers, relation: readonly string[], mentions: readonly Mention[]): Clauses {
  const { count } = tokens
  const subject = new Int32Array(count).fill(-1)
  const object = new Int32Array(count).fill(-1)
  for (let i = 0; i < count; i++) {
    const head = layers.head[i] as number
    if (head < 0) continue
    if (relation[i] === 'nsubj' && (subject[head] as number) < 0) subject[head] = i
    if (relation[i] === 'obj' || relation[i] === 'iobj') object[head] = i
  }
  const mentionAt = new Int32Array(count).fill(-1)
  const isJoined = new Uint8Array(mentions.length)
  mentions.forEach((mention, n) => {
    for (const part of mention.parts) isJoined[part] = 1
    if (mention.parts.length === 0) mentionAt[headOf(mention, layers)] = n
  })
  const leader = new Int32Array(tokens.sentences.length).fill(-1)
  for (let s = 0; s + 1 < tokens.sentences.length; s++)
    for (let i = tokens.sentences[s] as number; i < (tokens.sentences[s + 1] as number); i++)
      if ((layers.head[i] as number) < 0 && (subject[i] as number) >= 0) leader[s] = mentionAt[subject[i] as number] as number
  return { subject, object, mentionAt, bracket: numberBrackets(tokens), verbsBefore: countVerbs(layers, count), isJoined, leader }
}

/** Pairs of round brackets, numbered from 1; one that does not close within its sentence is none. */
function numberBrackets(tokens: Tokens): Int32Array {
  const bracket = new Int32Array(tokens.count)
  let pairs = 0
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    let open = -1
    for (let i = tokens.sentences[s] as number; i < (tokens.sentences[s + 1] as number); i++) {
      const word = readWord(tokens, i)
      if (word === '(') open = i
      else if (word === ')' && open >= 0) {
        bracket.fill(++pairs, open, i + 1)
        open = -1
      }
    }
  }
  return bracket
}

const VERB = UPOS.indexOf('VERB')

function countVerbs(layers: Layers, count: number): Int32Array {
  const before = new Int32Array(count)
  for (let i = 1; i < count; i++) before[i] = (before[i - 1] as number) + Number(layers.upos[i - 1] === VERB)
  return before
}

/** Index of the token that heads a span in syntax: the one whose head lies outside. */
export function headOf(span: TokenSpan, layers: Layers): number {
  for (let i = span.first; i < span.last; i++) {
    const head = layers.head[i] as number
    if (head < span.first || head >= span.last) return i
  }
  return span.last - 1
}

/**
 * The subject of a verb's clause, also where it is understood: “Lind rose and |left|”, “Lind began to |laugh|”, “they asked Lind to |go|”,
 * “Lind, who |left| early”, “|Arriving| late, Lind sat down”. −1 where it cannot be told.
 */
export function subjectOf({ subject, object }: Clauses, layers: Layers, relation: readonly string[], verb: number): number {
  let at = verb
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    const own = subject[at] as number
    const head = layers.head[at] as number
    const of = relation[at]
    if (own >= 0) return of === 'acl' && head >= 0 && /^(?:who|which|that)$/i.test(layers.lemma[own] ?? '') ? head : own
    if (of === 'acl' || head < 0) return of === 'acl' ? head : -1
    if (of === 'xcomp' && (object[head] as number) >= 0 && (object[head] as number) < at) return object[head] as number
    if (of !== 'conj' && of !== 'xcomp' && of !== 'advcl') return -1
    at = head
  }
  return -1
}
