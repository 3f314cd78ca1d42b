import type { Entity, Speaker } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import type { EventDate } from '../document/news-event.ts'
import type { Statement } from '../document/statement.ts'
import { numberStretches } from '../document/stretches.ts'
import { headOf, isCapitalized, type Syntax, TAG } from '../document/syntax.ts'
import type { Tokens } from '../document/tokens.ts'
import { tokensOf } from '../document/words.ts'

/** What the rules of this room ask of the article, computed once. −1 means none. */
export interface Scene {
  readonly tokens: Tokens
  readonly syntax: Syntax
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly entityOf: Int32Array
  readonly statements: readonly Statement[]
  readonly speakers: readonly Speaker[]
  readonly dates: readonly EventDate[]
  /** Token → the mention whose head it is; of a coordination, its part. */
  readonly mentionAt: Int32Array
  /** Token → the shortest mention that covers it. */
  readonly coveredBy: Int32Array
  /** Token → the innermost statement whose content holds it. */
  readonly statedIn: Int32Array
  /** Token → the statement whose cue holds it. */
  readonly cueOf: Int32Array
  /** Token → its sentence's number. */
  readonly sentenceOf: Int32Array
  /** Sentence → the token behind the dash of its dateline (“TARNBY, July 18 (Norda) – ”). */
  readonly behindDateline: Int32Array
  /** Entity → code of the state that it is or belongs to, the article's own states included. */
  readonly codeOf: readonly (string | null)[]
  /** Code → the entity that is that state. */
  readonly stateOf: ReadonlyMap<string, number>
  /** Code → the persons named in the article who belong to that state. */
  readonly peopleOf: ReadonlyMap<string, readonly number[]>
}

export type SceneParts = Omit<Scene, 'mentionAt' | 'coveredBy' | 'statedIn' | 'cueOf' | 'sentenceOf' | 'behindDateline' | 'codeOf' | 'stateOf' | 'peopleOf'>

export function setScene(parts: SceneParts): Scene {
  const { count } = parts.tokens
  const mentionAt = new Int32Array(count).fill(-1)
  const coveredBy = new Int32Array(count).fill(-1)
  const { mentions, tokens } = parts
  mentions.forEach((mention, m) => {
    const before = mentionAt[mention.head] as number
    if (before < 0 || isBetter(mention, mentions[before] as Mention)) mentionAt[mention.head] = m
    if (mention.parts.length > 0) return
    // the tree hangs a name by its first word: “charges against |Arvo| Lind”
    const top = headOf(parts.syntax, mention.first, mention.last)
    if ((mentionAt[top] as number) < 0) mentionAt[top] = m
    for (let i = mention.first; i < mention.last; i++) {
      const other = mentions[coveredBy[i] as number]
      if (!other || mention.last - mention.first < other.last - other.first) coveredBy[i] = m
    }
  })
  return {
    ...parts,
    mentionAt,
    coveredBy,
    ...markStatements(parts),
    sentenceOf: numberStretches(tokens.sentences, tokens.count),
    behindDateline: findDatelines(parts),
    ...readStates(parts),
  }
}

/** A part before the coordination it opens, the longer before the shorter: “her Georgian counterpart”. */
function isBetter(mention: Mention, other: Mention): boolean {
  if (mention.parts.length > 0 !== other.parts.length > 0) return other.parts.length > 0
  return mention.last - mention.first > other.last - other.first
}

function markStatements({ statements, tokens }: SceneParts): { statedIn: Int32Array; cueOf: Int32Array } {
  const statedIn = new Int32Array(tokens.count).fill(-1)
  const cueOf = new Int32Array(tokens.count).fill(-1)
  const depth = statements.map(() => 0)
  statements.forEach((statement, s) => {
    let at = statement.within
    for (let steps = 0; at !== null && steps < 8; steps++) {
      depth[s] = steps + 1
      at = statements[at]?.within ?? null
    }
  })
  statements.forEach((statement, s) => {
    for (const span of statement.content) {
      const held = tokensOf(tokens, span)
      for (let i = held?.first ?? 0; held && i < held.last; i++) {
        const before = statedIn[i] as number
        if (before < 0 || (depth[s] as number) > (depth[before] as number)) statedIn[i] = s
      }
    }
    for (const span of statement.cue?.spans ?? []) {
      const held = tokensOf(tokens, span)
      for (let i = held?.first ?? 0; held && i < held.last; i++) if ((cueOf[i] as number) < 0) cueOf[i] = s
    }
  })
  return { statedIn, cueOf }
}

function readStates({ mentions, entities, entityOf }: SceneParts): {
  codeOf: (string | null)[]
  stateOf: Map<string, number>
  peopleOf: Map<string, number[]>
} {
  const codeOf = entities.map((entity) => entity.country)
  const stateOf = new Map<string, number>()
  mentions.forEach(({ country }, m) => {
    const e = entityOf[m] as number
    if (e < 0 || country === null) return
    codeOf[e] ??= country
    if (entities[e]?.kind === 'country' && !stateOf.has(country)) stateOf.set(country, e)
  })
  const peopleOf = new Map<string, number[]>()
  entities.forEach(({ kind, mentions: told }, e) => {
    const code = codeOf[e] ?? null
    if (kind !== 'person' || code === null || !told.some(({ form }) => form === 'name')) return
    const others = peopleOf.get(code)
    if (others) others.push(e)
    else peopleOf.set(code, [e])
  })
  return { codeOf, stateOf, peopleOf }
}

/** Tokens of a sentence that a dateline may take. */
const DATELINE = 16

function findDatelines({ tokens, syntax }: SceneParts): Int32Array {
  const found = new Int32Array(Math.max(1, tokens.sentences.length - 1)).fill(-1)
  for (let n = 0; n + 1 < tokens.sentences.length; n++) {
    const first = tokens.sentences[n] as number
    const last = Math.min(tokens.sentences[n + 1] as number, first + DATELINE)
    if (first < last && !isCapitalized(syntax.words[first] as string)) continue
    for (let i = first + 1; i < last; i++) {
      if (syntax.upos[i] === TAG.VERB || syntax.upos[i] === TAG.AUX) break
      if (/^(?:-|--|–|—)$/.test(syntax.words[i] as string)) {
        found[n] = i + 1
        break
      }
    }
  }
  return found
}
