import type { Layers } from '../document/layers.ts'
import type { Mention } from '../document/mention.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Statement } from '../document/statement.ts'
import { numberStretches, placeContents } from '../document/stretches.ts'
import { QuoteState, type Tokens } from '../document/tokens.ts'
import { readWord, tokensOf } from '../document/words.ts'
import { type Clauses, headOf, readClauses } from './clauses.ts'

/** Where each mention stands: what linking asks again and again, computed once an article. */
export interface Scene {
  readonly tokens: Tokens
  readonly layers: Layers
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  /** Of each token: its sentence and paragraph; the innermost statement whose content holds it, −1 for none. */
  readonly sentence: Int32Array
  readonly paragraph: Int32Array
  readonly stated: Int32Array
  /** Of each mention: the statement that it is the source of, −1 for none. */
  readonly sourceOf: Int32Array
  /** Of each statement: the mention that is its source, −1 for none. */
  readonly source: Int32Array
  /** Of each token: 1 between quotation marks. */
  readonly isQuoted: Uint8Array
  /** Relation of each token without its subtype. */
  readonly relation: readonly string[]
  /** Of each mention: how it stands to its clause, and the word that governs this clause. */
  readonly role: readonly Role[]
  readonly governor: Int32Array
  readonly clauses: Clauses
}

export type Role = 'subject' | 'object' | 'possessor' | 'oblique' | 'other'

export function setScene(tokens: Tokens, layers: Layers, mentions: readonly Mention[], statements: readonly Statement[]): Scene {
  const sources = statements.map((statement) => statement.source && tokensOf(tokens, statement.source.span))
  const source = Int32Array.from(sources, (span) => (span ? findSource(span, mentions, layers) : -1))
  const sourceOf = new Int32Array(mentions.length).fill(-1)
  source.forEach((mention, s) => {
    if (mention >= 0 && sourceOf[mention] === -1) sourceOf[mention] = s
  })
  const names = layers.relations.map((name) => name.split(':')[0] as string)
  const relation = Array.from(layers.relation, (n) => names[n] as string)
  const tree = { layers, relation }
  const clauses = readClauses(tokens, layers, relation, mentions)
  return {
    tokens,
    layers,
    mentions,
    statements,
    sentence: numberStretches(tokens.sentences, tokens.count),
    paragraph: numberStretches(tokens.paragraphs, tokens.count),
    stated: placeContents(tokens, statements),
    sourceOf,
    source,
    isQuoted: Uint8Array.from(tokens.quoteState, (state) => Number(state !== QuoteState.outside && state !== QuoteState.strayMark)),
    relation,
    role: mentions.map((mention) => (isCleft(tokens, clauses, mention, layers) ? 'subject' : roleOf(tree, mention.head))),
    governor: Int32Array.from(mentions, ({ head }) => governorOf(tree, head)),
    clauses,
  }
}

/** The mention that a source means: the widest around its head in syntax (“Vale and Lind” before “Vale”); else a person's name in it. */
function findSource(span: TokenSpan, mentions: readonly Mention[], layers: Layers): number {
  const inside: number[] = []
  for (let n = firstMention(mentions, span.first); n < mentions.length && (mentions[n] as Mention).first < span.last; n++)
    if ((mentions[n] as Mention).last <= span.last) inside.push(n)
  const head = headOf(span, layers)
  const headed = inside.filter((n) => (mentions[n] as Mention).head === head)
  const named = (n: number) => Number((mentions[n] as Mention).name !== null)
  if (headed.length > 0) return headed.sort((a, b) => sizeOf(mentions[b]) - sizeOf(mentions[a]) || named(b) - named(a))[0] as number
  const person = inside.find((n) => (mentions[n] as Mention).kind === 'person' && named(n))
  return (
    person ??
    inside.find((n) => (mentions[n] as Mention).first <= head && head < (mentions[n] as Mention).last) ??
    inside.find((n) => (mentions[n] as Mention).first === span.first) ??
    -1
  )
}

function sizeOf(mention: Mention | undefined): number {
  return mention ? mention.last - mention.first : 0
}

/** Index of the first mention that begins at a token or behind it; mentions stand in text order. */
export function firstMention(mentions: readonly Mention[], token: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle] as Mention).first < token) low = middle + 1
    else high = middle
  }
  return low
}

/** The verb, noun or adjective that governs a token's clause: up over case, conjunction and name parts. */
function governorOf(scene: Pick<Scene, 'layers' | 'relation'>, token: number): number {
  let at = token
  for (let steps = 0; steps < 12; steps++) {
    const relation = scene.relation[at] as string
    const head = scene.layers.head[at] as number
    if (head < 0) return at
    if (!PASSED.has(relation)) return head
    at = head
  }
  return at
}

/** Relations that do not change the clause: “Putin and |Kim|”, “|President| Lind”. */
const PASSED = new Set(['conj', 'flat', 'appos', 'compound', 'nummod', 'amod'])

/** “It was |Lind| who explained”: the subject of what follows. */
function isCleft(tokens: Tokens, clauses: Clauses, mention: Mention, layers: Layers): boolean {
  if (mention.last >= tokens.count || !/^(?:who|that)$/i.test(readWord(tokens, mention.last))) return false
  const subject = clauses.subject[headOf(mention, layers)] as number
  return subject >= 0 && /^it$/i.test(readWord(tokens, subject))
}

/** How a mention stands to its clause. */
function roleOf(scene: Pick<Scene, 'layers' | 'relation'>, token: number): Role {
  let at = token
  for (let steps = 0; steps < 6; steps++) {
    const relation = scene.relation[at] as string
    if (relation === 'nsubj' || relation === 'csubj') return 'subject'
    if (relation === 'obj' || relation === 'iobj') return 'object'
    if (scene.layers.relations[scene.layers.relation[at] as number] === 'nmod:poss') return 'possessor'
    if (relation === 'obl' || relation === 'nmod') return 'oblique'
    if (!PASSED.has(relation)) return 'other'
    at = scene.layers.head[at] as number
    if (at < 0) return 'other'
  }
  return 'other'
}
