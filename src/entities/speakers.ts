import type { Mention } from '../document/mention.ts'
import type { Span, TokenSpan } from '../document/span.ts'
import type { SourceKind, Statement } from '../document/statement.ts'
import { readWord, spanOf, tokensOf } from '../document/words.ts'
import { findOffice, type Knowledge } from '../knowledge/knowledge.ts'
import { headOf } from './clauses.ts'
import type { Cluster, Clusters } from './clusters.ts'
import { findInterviewee, isAnswerMark } from './interviews.ts'
import { firstMention, type Scene } from './scene.ts'

/** Who makes each statement, on whose behalf, and to whom. Indices of clusters, −1 where nobody can be known. */
export interface Speaking {
  readonly speaker: Int32Array
  readonly onBehalfOf: Int32Array
  readonly addressee: readonly ({ readonly span: Span; readonly cluster: number } | null)[]
}

export function findSpeakers(scene: Scene, clusters: Clusters, knowledge: Knowledge): Speaking {
  const answers = findInterviewee(scene, clusters)
  const speaker = Int32Array.from(scene.source, (mention, s) => (isAnswerMark(scene, s) ? answers : mention >= 0 ? (clusters.of[mention] as number) : -1))
  return {
    speaker,
    onBehalfOf: Int32Array.from(scene.source, (mention) => (mention >= 0 ? findPrincipal(scene, clusters, mention, knowledge) : -1)),
    addressee: scene.statements.map((statement, s) => findAddressee(scene, clusters, statement, speaker[s] as number)),
  }
}

/**
 * Whom a spokesperson, an envoy or an embassy speaks for: the possessor or complement of the office (“a Kremlin spokesman”,
 * “a spokeswoman for the ministry”, “Varland's ambassador”), else the country that the office is tied to.
 */
function findPrincipal(scene: Scene, clusters: Clusters, n: number, knowledge: Knowledge): number {
  const cluster = clusters.of[n] as number
  const all = cluster >= 0 ? (clusters.list[cluster] as Cluster).mentions : [n]
  for (const m of all) {
    const mention = scene.mentions[m] as Mention
    const spans: TokenSpan[] = [...mention.titles, ...(mention.form === 'nominal' ? [mention] : [])]
    for (const span of spans) {
      if (!speaksForOthers(scene, span, knowledge)) continue
      const principal = principalIn(scene, clusters, span, mention, cluster)
      if (principal >= 0) return principal
    }
  }
  return -1
}

const SPEAKS = /^(?:spokes(?:man|woman|person|people|men|women)|press secretary|envoy|ambassador|representative|lawyer|attorney|emissary|negotiator|delegate)$/i

function speaksForOthers(scene: Scene, span: TokenSpan, knowledge: Knowledge): boolean {
  for (let i = span.first; i < span.last; i++) {
    const lemma = scene.layers.lemma[i] ?? ''
    if (SPEAKS.test(lemma) || findOffice(knowledge, lemma)?.kind === 'spokesperson') return true
  }
  return false
}

/** A country, body, group or person that hangs on the office in syntax (“for the rebels in Merova”), else any named in its words. */
function principalIn(scene: Scene, clusters: Clusters, span: TokenSpan, mention: Mention, own: number): number {
  let named = -1
  const end = Math.max(span.last, mention.last)
  for (let m = firstMention(scene.mentions, Math.max(0, Math.min(span.first, mention.first) - 3)); m < scene.mentions.length; m++) {
    const other = scene.mentions[m] as Mention
    if (other.first >= end + 6) break
    const cluster = clusters.of[m] as number
    if (cluster < 0 || cluster === own || other === mention || other.parts.length > 0 || !PRINCIPALS.has(clusters.list[cluster]?.kind ?? '')) continue
    if (doesHang(scene, other, span)) return cluster
    if (named < 0 && other.first >= span.first && other.last <= end) named = cluster
  }
  return named
}

const PRINCIPALS: ReadonlySet<string> = new Set(['country', 'organization', 'person', 'group'])

/** Whether a mention hangs on a word of the office in syntax: possessor, compound, or complement. */
function doesHang(scene: Scene, other: Mention, span: TokenSpan): boolean {
  const head = scene.layers.head[other.head] as number
  const relation = scene.relation[other.head]
  return head >= span.first && head < span.last && (relation === 'nmod' || relation === 'compound' || relation === 'amod')
}

/** Cues whose object is the one addressed: “told reporters”, “asked the minister whether”. */
const ADDRESSING = /^(?:tell|inform|assure|remind|ask|urge|warn|advise|promise|notify|order|beg|invite|instruct|thank|congratulate|answer|reply)$/

/** “Vale told Lind that …”, “said to reporters”, “in a letter to the council”. */
export function findAddressee(scene: Scene, clusters: Clusters, statement: Statement, speaker: number): { span: Span; cluster: number } | null {
  const cue = statement.cue?.spans[0]
  const at = cue && tokensOf(scene.tokens, cue)
  if (!at) return null
  const verb = headOf(at, scene.layers)
  const limit = Math.min(scene.tokens.count, at.last + 14)
  for (let i = Math.max(0, at.first - 12); i < limit; i++) {
    if ((scene.layers.head[i] as number) !== verb || i === verb) continue
    const isObject = (scene.relation[i] === 'obj' || scene.relation[i] === 'iobj') && ADDRESSING.test(statement.cue?.lemma ?? '')
    const isTo = scene.relation[i] === 'obl' && hasCase(scene, i, verb)
    if (!isObject && !isTo) continue
    const mention = mentionAt(scene, i)
    if (mention < 0 || !isSomebody(scene.mentions[mention] as Mention)) continue
    const cluster = clusters.of[mention] as number
    if (cluster === speaker && cluster >= 0) continue
    return { span: spanOf(scene.tokens, scene.mentions[mention] as Mention), cluster }
  }
  return null
}

function isSomebody(mention: Mention): boolean {
  return (
    mention.kind !== 'document' &&
    mention.kind !== 'place' &&
    (mention.kind !== null || mention.form === 'pronoun') &&
    !(mention.form === 'pronoun' && mention.kind === null && mention.number === 'one')
  )
}

/** “to the council”: the preposition that a complement of a verb of saying needs. */
function hasCase(scene: Scene, token: number, verb: number): boolean {
  for (let i = Math.max(verb + 1, token - 6); i < token; i++)
    if (scene.layers.head[i] === token && scene.relation[i] === 'case')
      return (
        /^to$/i.test(readWord(scene.tokens, i)) &&
        /^(?:say|write|speak|complain|explain|announce|remark|admit|confide|insist|reply|propose|report|suggest|confirm)$/.test(scene.layers.lemma[verb] ?? '')
      )
  return false
}

/** The widest mention that a token heads, −1 for none. */
function mentionAt(scene: Scene, token: number): number {
  let found = -1
  for (let m = firstMention(scene.mentions, Math.max(0, token - 20)); m < scene.mentions.length && (scene.mentions[m] as Mention).first <= token; m++)
    if ((scene.mentions[m] as Mention).head === token && (found < 0 || (scene.mentions[m] as Mention).parts.length > 0)) found = m
  return found
}

/** The kind of a source, now that it is known whom it means. An unnamed source stays anonymous. */
export function kindOfSpeaker(told: SourceKind, cluster: Cluster | null): SourceKind {
  if (told === 'anonymous' || told === 'government' || !cluster?.kind) return told
  if (cluster.kind === 'country' || cluster.kind === 'place') return 'government'
  return cluster.kind === 'person' && cluster.number === 'many' ? 'group' : cluster.kind
}
