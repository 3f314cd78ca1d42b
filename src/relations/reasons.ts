import type { Cooperation } from '../document/cooperation.ts'
import type { Span } from '../document/span.ts'
import { childrenOf, relationOf } from '../document/syntax.ts'
import { readLedger } from './cooperation.ts'
import { areasIn } from './phrases.ts'
import { type Reading, type Scene, sentenceOf, setScene } from './scene.ts'
import type { Rule, Work } from './work.ts'

/** Why an entry of the ledger has its area and stage. */
export interface CooperationReason {
  /** The kind of construction that was read. */
  readonly rule: Rule
  /** The words that tell how far along it is; null where nothing tells. */
  readonly stageWords: Span | null
  /** The words that tell the area; null where it follows from the work itself or from what was told of it before. */
  readonly areaWords: Span | null
}

/** One reason for each cooperation that `findRelations` gives for the same reading, in the same order. */
export function explainCooperation(given: Reading): CooperationReason[] {
  const scene = setScene(given)
  return readLedger(scene).map(({ entry, work }) => ({
    rule: work.rule,
    stageWords: entry.stage === null || work.stageAt < 0 ? null : stageWordsAt(scene, work.stageAt),
    areaWords: findAreaWords(scene, work, entry.area),
  }))
}

/** The word that tells, with its particle: “stepped up”, “put … on hold” only as far as “put”. */
function stageWordsAt({ syntax, tokens }: Scene, at: number): Span {
  let last = at
  for (const child of childrenOf(syntax, at)) if (child === at + 1 && relationOf(syntax, child) === 'compound:prt') last = child
  return { start: tokens.start[at] as number, end: tokens.end[last] as number }
}

/** Phrases of the lexicon have four words at most. */
const LONGEST_PHRASE = 4

/** The shortest words that name the area, in the pieces of the work, else in its sentence. */
function findAreaWords(scene: Scene, { pieces }: Work, area: Cooperation['area']): Span | null {
  const first = pieces[0] as Work['pieces'][number]
  const sentence = sentenceOf(scene, first.first)
  for (const { first: from, last } of [...pieces, { first: sentence.first, last: sentence.last - 1 }])
    for (let length = 1; length <= LONGEST_PHRASE; length++)
      for (let i = from; i + length <= last + 1; i++)
        if (areasIn(scene.syntax, i, i + length)[0] === area) return { start: scene.tokens.start[i] as number, end: scene.tokens.end[i + length - 1] as number }
  return null
}
