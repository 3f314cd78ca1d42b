import type { EntityKind } from '../document/entity.ts'
import type { Readout, ReadoutEntity } from '../document/readout.ts'
import { addScores, type Figures, type Scored, Tally } from './figures.ts'
import { isAlike, numberWords, type Positions, sharesAny, wordsOf } from './spans.ts'

/** A document of re3d with its annotations. */
export interface Re3dDocument {
  readonly id: string
  readonly text: string
  readonly published: null
  readonly annotations: readonly Re3dAnnotation[]
}

export interface Re3dAnnotation {
  readonly begin: number
  readonly end: number
  readonly type: string
  readonly value: string
  /** 0: a machine's, not confirmed by a person. */
  readonly confidence: number
}

interface FoundMention {
  readonly words: Positions
  /** Annotation types that the entity's kind answers to. */
  readonly types: readonly string[]
  readonly entity: ReadoutEntity
}

const TYPES = ['Person', 'Organisation', 'Location']
/** In alphabetical order: the first is what an unannotated mention counts as. */
const TYPES_OF: Readonly<Record<EntityKind, readonly string[]>> = {
  person: ['Person'],
  organization: ['Organisation'],
  group: ['Organisation'],
  place: ['Location'],
  country: ['Location', 'Nationality', 'Organisation'],
  document: [],
}
const PRONOUNS = new Set('i me my we us our you your he him his she her it its they them their who which that these those this'.split(' '))

/** Reads one folder of re3d: JSON lines of documents and of entities. */
export function parseRe3d(documents: string, entities: string): Re3dDocument[] {
  const annotations = readLines(entities) as (Re3dAnnotation & { documentId: string })[]
  return (readLines(documents) as { _id: string; text: string }[]).map(({ _id, text }) => ({
    id: _id,
    text,
    published: null,
    annotations: annotations.filter((one) => one.documentId === _id && one.end > one.begin),
  }))
}

/**
 * Mentions by type. A mention and an annotation are the same when their words are alike and the kind fits; a country may stand
 * for a place or for a government. What only meets an unconfirmed annotation, or a nationality, neither counts nor costs;
 * pronouns are left out. re3d_nationality: annotated nationalities on which a mention of an entity with a country stands.
 */
export function scoreRe3d(documents: readonly Re3dDocument[], readouts: readonly Readout[]): Scored {
  const tally = new Tally()
  const misses: string[] = []
  documents.forEach((document, n) => {
    const words = numberWords(document.text)
    const found = (readouts[n] as Readout).entities.flatMap((entity) =>
      entity.mentions
        .filter((mention) => mention.form !== 'pronoun' && !PRONOUNS.has(mention.text.toLowerCase()))
        .map((mention): FoundMention => ({ words: wordsOf(document.text, words, [mention]), types: TYPES_OF[entity.kind], entity })),
    )
    const gold = document.annotations
      .filter((one) => !PRONOUNS.has(one.value.toLowerCase()))
      .map((one) => ({ words: wordsOf(document.text, words, [{ start: one.begin, end: one.end }]), one }))
    for (const missed of compare(gold, found, tally)) misses.push(`${document.id}: missed ${missed.type} “${missed.value}”`)
  })
  return { figures: toFigures(tally), misses }
}

function compare(gold: readonly { words: Positions; one: Re3dAnnotation }[], found: readonly FoundMention[], tally: Tally): Re3dAnnotation[] {
  const sure = gold.filter(({ one }) => one.confidence > 0 && TYPES.includes(one.type))
  const unsure = gold.filter(({ one }) => one.confidence === 0 || one.type === 'Nationality')
  const missed: Re3dAnnotation[] = []
  for (const { words, one } of sure) {
    const isHit = found.some((mention) => mention.types.includes(one.type) && isAlike(words, mention.words))
    tally.add(`${one.type}.gold`, 1)
    tally.add(`${one.type}.hits`, Number(isHit))
    if (!isHit) missed.push(one)
  }
  for (const mention of found) {
    const meets = ({ words, one }: (typeof gold)[number]) => mention.types.includes(one.type) && isAlike(words, mention.words)
    const right = sure.find(meets)
    const type = right?.one.type ?? mention.types[0]
    if (type === undefined || (!right && unsure.some(meets))) continue
    tally.add(`${type}.found`, 1)
    tally.add(`${type}.right`, Number(right !== undefined))
  }
  for (const { words, one } of gold)
    if (one.type === 'Nationality')
      tally.count(
        'nationality',
        found.some(({ words: mention, entity }) => sharesAny(words, mention) && Boolean(entity.country || entity.link.iso3)),
      )
  return missed
}

function toFigures(tally: Tally): Figures {
  const figures: Figures = new Map()
  const add = (name: string, types: readonly string[]) => {
    const sum = (what: string) => types.reduce((total, type) => total + tally.get(`${type}.${what}`), 0)
    addScores(figures, name, sum('hits'), sum('found'), sum('gold'), sum('right'))
  }
  for (const type of TYPES) add(`re3d_${type.toLowerCase()}`, [type])
  add('re3d', TYPES)
  figures.set('re3d_nationality', tally.share('nationality'))
  return figures
}

function readLines(lines: string): unknown[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}
