import type { Readout, ReadoutComparison, ReadoutCooperation, ReadoutEntity, ReadoutEvent, ReadoutStatement } from '../document/readout.ts'
import { makeGround } from './anchors.ts'
import { openCast, placeNewcomers } from './cast.ts'
import type { Correction, ReviewAction, ReviewKind } from './correction.ts'
import { applyGroup, type Folding } from './decide.ts'
import type { Item, LISTS } from './fields.ts'
import { findItems } from './find-items.ts'
import { groupCorrections, type Verdict } from './groups.ts'
import { addNotes, insertAdded, settleReferences } from './settle.ts'

/** A record with the keys of its entities and facts, list by list. */
export interface Reading {
  readonly readout: Readout
  readonly version: number
  readonly keys: Readonly<Record<(typeof LISTS)[ReviewKind]['list'], readonly string[]>>
}

/** What people decided on a fact of a folded reading; stands beside what the fact says. */
export interface FactNote {
  /** The key by which corrections know it: the one that it had when it was first corrected. */
  readonly factKey: string
  /** Its key in the machine's latest reading, and in the tables of the store; null where the machine finds no such fact. */
  readonly machineKey: string | null
  readonly origin: 'machine' | 'machine+human' | 'human'
  readonly decision: { readonly verdict: Verdict; readonly who: string; readonly at: string } | null
  /** Where the latest reading of the machine says something else than what people decided, and something else than it said then. */
  readonly differs: readonly Difference[]
  readonly comments: readonly { readonly id: number; readonly who: string; readonly at: string; readonly comment: string }[]
  /** Id of the latest entry on it: what a new one must have seen. */
  readonly lastCorrection: number | null
  /** Whether its words stand where they were when it was decided on, elsewhere, or were changed a little. */
  readonly stands: 'exact' | 'moved' | 'changed'
}

/** One line each for people. `field` is “fact” where the machine does not find the fact at all. */
export interface Difference {
  readonly field: string
  readonly human: string
  readonly machine: string
}

/** A record with corrections folded in. Each fact has its note; all else is a record of the format. */
export interface ReviewedReadout extends Readout {
  entities: (ReadoutEntity & FactNote)[]
  statements: (ReadoutStatement & FactNote)[]
  events: (ReadoutEvent & FactNote)[]
  cooperation: (ReadoutCooperation & FactNote)[]
  comparisons: (ReadoutComparison & FactNote)[]
}

/** A fact that is kept away. */
export interface Rejected {
  readonly id: number
  readonly factKind: ReviewKind
  readonly factKey: string
  readonly who: string
  readonly at: string
  readonly words: string
  /** The machine still finds it: as it reads it now. */
  readonly fact: Item | null
  readonly comments: FactNote['comments']
  readonly lastCorrection: number
}

/** An entry, or one value of an entry, that finds no place in this reading. */
export interface Displaced {
  readonly id: number
  readonly factKind: ReviewKind
  readonly factKey: string
  readonly action: ReviewAction
  /** Null where the entry as a whole finds none. */
  readonly field: string | null
  readonly words: string
  /** What the entry says, one line. */
  readonly says: string
  readonly who: string
  readonly at: string
  /** A sentence. */
  readonly why: string
}

export interface Reviewed {
  readonly record: ReviewedReadout
  readonly rejected: readonly Rejected[]
  readonly displaced: readonly Displaced[]
}

/** Entities first, since facts refer to them; comparisons last, since they refer to events. */
const ORDER: readonly ReviewKind[] = ['entity', 'statement', 'event', 'cooperation', 'comparison']

/**
 * The latest reading of an article with all corrections applied. Machine and people are kept apart: what a person decided holds, what the machine
 * reads otherwise is told beside it, and an entry that finds no place any more is shown, not lost. `corrections` stand in the order of their ids.
 * Pure; the same entries over the same reading give the same record, and the record verifies.
 */
export function foldCorrections(reading: Reading, corrections: readonly Correction[]): Reviewed {
  const { readout } = reading
  const ground = makeGround(readout.article.text ?? '', reading.version)
  const groups = groupCorrections(corrections)
  const found = findItems(groups, reading, ground)
  const folding: Folding = {
    ...{ cast: openCast(reading), ground, original: readout, notes: new Map(), gone: new Map(), rejected: [], displaced: [], added: [] },
    record: { ...readout, statements: [...readout.statements], events: [...readout.events] },
  }
  folding.record = { ...folding.record, entities: folding.cast.entities, cooperation: [...readout.cooperation], comparisons: [...readout.comparisons] }
  for (const kind of ORDER) {
    for (const group of groups) if (group.kind === kind) applyGroup(group, found.get(group) ?? null, folding)
    insertAdded(kind, folding)
  }
  settleReferences(folding)
  placeNewcomers(folding.record, readout.entities.length)
  return { record: addNotes(folding, reading), rejected: folding.rejected, displaced: folding.displaced }
}
