import type { Cooperation } from '../document/cooperation.ts'
import type { Realis } from '../document/news-event.ts'
import { doOverlap, type Span } from '../document/span.ts'
import { TAG } from '../document/syntax.ts'
import { readWord } from '../document/words.ts'
import { findAims, findProjects } from './aims.ts'
import { findFrames } from './frames.ts'
import { findHelp } from './help.ts'
import { findLists, findLongstanding } from './lists.ts'
import { noteGroups } from './parties.ts'
import { findPostings } from './postings.ts'
import type { Scene } from './scene.ts'
import { findSides } from './sides.ts'
import { betweenOf, setTable, type Table } from './table.ts'
import { findPartners, findTies } from './ties.ts'
import { findTogether } from './together.ts'
import { findTransfers } from './transfers.ts'
import { GENERIC, isEnough, type Memory, namesOfWork, type Work } from './work.ts'

type Entry = { -readonly [K in keyof Cooperation]: Cooperation[K] }

/** An entry of the ledger, and the place that told it first. */
export interface Line {
  readonly entry: Cooperation
  readonly work: Work
}

/** The ledger of who works with whom: one entry for parties, an area and a stage, in text order. */
export function readLedger(scene: Scene): Line[] {
  const table = setTable(scene, findSides(scene))
  const memory: Memory = { parties: new Map(), areas: new Map(), last: null }
  const ledger = new Map<string, { entry: Entry; work: Work }>()
  const { sentences, count } = scene.tokens
  const isTold = new Uint8Array(count)
  for (let s = 0; s + 1 < sentences.length; s++) {
    const first = sentences[s] as number
    const last = sentences[s + 1] as number
    const take = (work: Work) => {
      enter(ledger, scene, work)
      remember(memory, scene, work)
      for (const piece of work.pieces) isTold.fill(1, piece.first, piece.last + 1)
    }
    for (let i = first; i < last; i++) findWork(table, memory, i).forEach(take)
    // what a verb has told of a project says more than that it is a project
    for (const findMore of [findProjects, findPartners, findHelp, findTies])
      for (let i = first; i < last; i++) {
        if (isTold[i] === 0) findMore(table, i).forEach(take)
      }
    noteGroups(table, first, last)
  }
  return [...ledger.values()]
}

/** What the rules find at a token. A deed done together says more than the frame of the same verb. */
function findWork(table: Table, memory: Memory, i: number): readonly Work[] {
  const tag = table.scene.syntax.upos[i]
  if (tag === TAG.VERB) {
    const together = findTogether(table, i)
    if (together.length > 0) return together
    const frames = findFrames(table, memory, i)
    return [...frames, ...(frames.length > 0 ? NOTHING : [...findTransfers(table, i), ...findPostings(table, i)]), ...findAims(table, i)]
  }
  if (tag !== TAG.NOUN && tag !== TAG.PROPN) return NOTHING
  return [...findFrames(table, memory, i), ...findTogether(table, i), ...findLists(table, i), ...findLongstanding(table, i), ...findAims(table, i)]
}

const NOTHING: readonly Work[] = []

function enter(ledger: Map<string, { entry: Entry; work: Work }>, scene: Scene, work: Work): void {
  // of two bodies that nobody's state stands behind it is plain business
  if (work.parties.every(({ state }) => state < 0)) return
  // a man beside a state whose own nobody knows: “the president of Lund, |Isak Teller|, and his Ostrian colleague”
  const rest = betweenOf(work.parties.filter(({ own, state }) => state >= 0 || scene.entities[own]?.kind !== 'person'))
  const between = rest.length > 1 ? rest : betweenOf(work.parties)
  const spans = work.pieces.map((piece) => spanOf(scene, piece))
  for (const area of work.areas) {
    const key = `${[...between].sort((a, b) => a - b).join()} ${area} ${work.stage}`
    const before = ledger.get(key)?.entry
    if (before === undefined) {
      const { realis, cues } = work.told
      const statedIn = statedAt(scene, work)
      ledger.set(key, { entry: { between, area, stage: work.stage, spans, realis, realisCues: cues, statedIn, confidence: work.confidence }, work })
      continue
    }
    if (before.spans.some((other) => spans.some((span) => doOverlap(other, span)))) continue
    before.spans = [...before.spans, ...spans]
    before.confidence = Math.min(0.95, before.confidence + 0.05)
    if (CERTAINTY.indexOf(work.told.realis) < CERTAINTY.indexOf(before.realis)) {
      before.realis = work.told.realis
      before.realisCues = work.told.cues
    }
  }
}

/** Of one entry told twice, the firmer telling counts. */
const CERTAINTY: readonly Realis[] = ['happened', 'ongoing', 'denied', 'planned', 'hypothetical', 'unknown']

/** Later words may mean the same work: “the joint patrols”. */
function remember(memory: Memory, { syntax }: Scene, work: Work): void {
  if (!isEnough(work.parties)) return
  memory.last = { token: work.pieces[0]?.first ?? 0, areas: work.areas }
  for (const { first, last } of work.pieces)
    for (let i = first; i <= last; i++)
      for (const name of namesOfWork(syntax, i)) {
        if (name.length < 4 || GENERIC.test(name) || (syntax.upos[i] !== TAG.NOUN && syntax.upos[i] !== TAG.VERB)) continue
        memory.parties.set(name, work.parties)
        memory.areas.set(name, work.areas)
      }
}

/** Innermost statement that holds the whole first piece; of one that runs over its edge, none. */
function statedAt(scene: Scene, { pieces }: Work): number | null {
  const { first, last } = pieces[0] as Work['pieces'][number]
  let s = scene.stated[first] as number
  for (let steps = 0; s >= 0 && steps < 20; steps++) {
    if (scene.stated[last] === s || isWithin(scene, scene.stated[last] as number, s)) return s
    s = scene.statements[s]?.within ?? -1
  }
  return null
}

function isWithin(scene: Scene, inner: number, outer: number): boolean {
  for (let s = inner, steps = 0; s >= 0 && steps < 20; steps++) {
    if (s === outer) return true
    s = scene.statements[s]?.within ?? -1
  }
  return false
}

/** Characters of a piece, without punctuation and “and” at its edges. */
function spanOf({ tokens }: Scene, piece: Work['pieces'][number]): Span {
  let { first, last } = piece
  while (last > first && EDGE.test(readWord(tokens, last))) last--
  while (first < last && EDGE.test(readWord(tokens, first))) first++
  return { start: tokens.start[first] as number, end: tokens.end[last] as number }
}

const EDGE = /^(?:[\p{P}\p{S}]+|and|or)$/u
