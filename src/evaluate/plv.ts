import type { Readout, ReadoutEvent } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import { type Figures, type Scored, Tally } from './figures.ts'
import { f1Of, numberWords, type Positions, wordsOf } from './spans.ts'

/** A sentence of PLV: two sides and what one does to the other. */
export interface PlvSentence {
  readonly id: string
  readonly text: string
  readonly published: null
  /** One of 15 roots: PLOVER's types, CONCEDE and RETREAT as YIELD. */
  readonly root: string
  readonly quad: string
  readonly source: readonly Span[]
  readonly target: readonly Span[]
}

const QUADS: readonly string[][] = [
  ['AGREE', 'CONSULT', 'SUPPORT'],
  ['COOPERATE', 'AID', 'YIELD'],
  ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'],
  ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'],
]
const QUAD_OF = new Map(QUADS.flatMap((roots, n) => roots.map((root): [string, string] => [root, String(n + 1)])))

/** Reads PLV's table: a header, tabs, no quoting; the sides are marked in the sentence as <s>…</s> and <t>…</t>. */
export function parsePlv(table: string): PlvSentence[] {
  const [header = '', ...lines] = table.split(/\r?\n/).filter(Boolean)
  const columns = header.split('\t')
  return lines.map((line, n) => {
    const cells = line.split('\t')
    const cell = (column: string) => cells[columns.indexOf(column)] ?? ''
    return {
      id: `plv:${cell('uid') || n}`,
      text: cell('sentence'),
      published: null,
      root: cell('gold_root'),
      quad: cell('gold_penta'),
      ...readSides(cell('marked_sentence')),
    }
  })
}

function readSides(marked: string): { source: Span[]; target: Span[] } {
  const source: Span[] = []
  const target: Span[] = []
  let opened = 0
  let length = 0
  for (const part of marked.split(/(<\/?[st]>)/)) {
    if (/^<[st]>$/.test(part)) opened = length
    else if (/^<\/[st]>$/.test(part)) (part[2] === 's' ? source : target).push({ start: opened, end: length })
    else length += part.length
  }
  return { source, target }
}

/**
 * plv_root_f1 and plv_quad_f1: the unweighted mean F1 over the roots and quad classes of the gold, from the raw sentence. No event at
 * all is always wrong; plv_coverage is the share of sentences with any.
 */
export function scorePlv(sentences: readonly PlvSentence[], readouts: readonly Readout[]): Scored {
  const tally = new Tally()
  const misses: string[] = []
  const answers = sentences.map((sentence, n) => {
    const found = readRoot(sentence, readouts[n] as Readout)
    tally.count('plv_root_accuracy', found === sentence.root)
    tally.count('plv_coverage', found !== null)
    if (found !== sentence.root) misses.push(`${sentence.id}: found ${found}, gold ${sentence.root}: ${sentence.text}`)
    return found
  })
  const roots = sentences.map(({ root }, n) => ({ gold: root, found: answers[n] ?? null }))
  const quads = sentences.map(({ quad }, n) => ({ gold: quad, found: QUAD_OF.get(answers[n] ?? '') ?? null }))
  const figures: Figures = new Map([
    ['plv_root_f1', macroF1(roots)],
    ['plv_quad_f1', macroF1(quads)],
  ])
  for (const name of ['plv_root_accuracy', 'plv_coverage']) figures.set(name, tally.share(name))
  return { figures, misses }
}

/** The root of the event that the sentence puts forward whose participants match the two sides best; of equal ones the most confident. */
function readRoot(sentence: PlvSentence, readout: Readout): string | null {
  const asserted = readout.events.filter(({ realis }) => realis !== 'hypothetical' && realis !== 'unknown')
  const words = numberWords(sentence.text)
  const cover = (spans: readonly Span[]) => wordsOf(sentence.text, words, spans)
  const [source, target] = [cover(sentence.source), cover(sentence.target)]
  let best: { likeness: number; event: ReadoutEvent } | null = null
  for (const event of asserted.length > 0 ? asserted : readout.events) {
    const actors = cover(event.participants.filter(({ role }) => role !== 'recipient').map(({ span }) => span))
    const recipients = cover(event.participants.filter(({ role }) => role === 'recipient').map(({ span }) => span))
    const likeness = f1Of(actors, source) + f1Of(recipients, target) + 0.5 * f1Of(union(actors, recipients), union(source, target))
    const isBetter = !best || likeness > best.likeness || (likeness === best.likeness && event.confidence > best.event.confidence)
    if (isBetter) best = { likeness, event }
  }
  return best && rootOf(best.event)
}

function union(a: Positions, b: Positions): Positions {
  return new Set([...a, ...b])
}

/** The root as PLOVER's manual wants it: what is planned between two sides is AGREE, a meeting that is off is REJECT. */
function rootOf({ type, realis }: ReadoutEvent): string {
  const root = type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type
  if (realis === 'planned' && ['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'].includes(root)) return 'AGREE'
  return realis === 'denied' && root === 'CONSULT' ? 'REJECT' : root
}

function macroF1(answers: readonly { gold: string; found: string | null }[]): number | null {
  const classes = [...new Set(answers.map(({ gold }) => gold))].sort()
  const scores = classes.map((name) => {
    const hits = answers.filter(({ gold, found }) => gold === name && found === name).length
    const total = answers.reduce((sum, { gold, found }) => sum + Number(gold === name) + Number(found === name), 0)
    return (2 * hits) / total
  })
  return classes.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / classes.length : null
}
