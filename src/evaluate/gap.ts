import type { Readout } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import { addScores, type Figures, type Scored, Tally } from './figures.ts'
import { isSame, numberWords, type Positions, sharesAny, wordsOf } from './spans.ts'

/** A passage of GAP: an ambiguous pronoun, and two names that it may stand for. */
export interface GapPassage {
  readonly id: string
  readonly text: string
  readonly published: null
  readonly pronoun: Span
  readonly isMasculine: boolean
  readonly names: readonly (Span & { readonly isMeant: boolean })[]
}

const GROUPS = ['gap', 'gap_masculine', 'gap_feminine']

/** Reads GAP's table: a header, tabs, no quoting. */
export function parseGap(table: string): GapPassage[] {
  const [header = '', ...lines] = table.split(/\r?\n/).filter(Boolean)
  const columns = header.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (column: string) => cells[columns.indexOf(column)] ?? ''
    const span = (column: string): Span => {
      const start = Number(cell(`${column}-offset`))
      return { start, end: start + cell(column).length }
    }
    return {
      id: cell('ID'),
      text: cell('Text'),
      published: null,
      pronoun: span('Pronoun'),
      isMasculine: ['he', 'him', 'his'].includes(cell('Pronoun').toLowerCase()),
      names: ['A', 'B'].map((name) => ({ ...span(name), isMeant: cell(`${name}-coref`) === 'TRUE' })),
    }
  })
}

/** Answers for both names of every passage as Webster et al. (2018) count them; gap_bias is feminine F1 over masculine F1. */
export function scoreGap(passages: readonly GapPassage[], readouts: readonly Readout[]): Scored {
  const tally = new Tally()
  const misses: string[] = []
  passages.forEach((passage, n) => {
    for (const name of passage.names) {
      const isSaid = doesRefer(passage, readouts[n] as Readout, name)
      for (const group of ['gap', passage.isMasculine ? 'gap_masculine' : 'gap_feminine']) {
        tally.add(`${group}.hits`, Number(isSaid && name.isMeant))
        tally.add(`${group}.found`, Number(isSaid))
        tally.add(`${group}.gold`, Number(name.isMeant))
      }
      if (isSaid !== name.isMeant) misses.push(`${passage.id}: “${read(passage, passage.pronoun)}” is${name.isMeant ? '' : ' not'} “${read(passage, name)}”`)
    }
  })
  const figures: Figures = new Map()
  for (const group of GROUPS) addScores(figures, group, tally.get(`${group}.hits`), tally.get(`${group}.found`), tally.get(`${group}.gold`))
  const masculine = figures.get('gap_masculine_f1') ?? 0
  figures.set('gap_bias', masculine > 0 ? (figures.get('gap_feminine_f1') ?? 0) / masculine : null)
  return { figures, misses }
}

/**
 * Whether an entity with a mention of exactly the pronoun has one of the name: it shares a word with it and does not run on
 * beyond it. “The rower Lena Vask” is a mention of Lena Vask, “Lena Vask's sister” is not.
 */
function doesRefer(passage: GapPassage, readout: Readout, name: Span): boolean {
  const words = numberWords(passage.text)
  const pronoun = wordsOf(passage.text, words, [passage.pronoun])
  const wanted = wordsOf(passage.text, words, [name])
  const end = Math.max(...wanted)
  const doesName = (mention: Positions) => sharesAny(mention, wanted) && Math.max(...mention) <= end
  return readout.entities.some((entity) => {
    const mentions = entity.mentions.map((mention) => wordsOf(passage.text, words, [mention]))
    return mentions.some((mention) => isSame(mention, pronoun)) && mentions.some(doesName)
  })
}

function read(passage: GapPassage, { start, end }: Span): string {
  return passage.text.slice(start, end)
}
