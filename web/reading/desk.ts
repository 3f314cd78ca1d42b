import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ReadoutSpan } from '../../src/document/readout.ts'
import { recallLayers, rememberLayers } from '../settings.ts'
import type { PlacedFact, PlacedRecord } from './facts.ts'
import { LAYERS, type Layer } from './marks.ts'

/** What the reader of one article has chosen; the article and the list of facts both follow it. */
export interface Desk {
  readonly record: Signal<PlacedRecord>
  /** Id of the fact that is held on to, and which of its places. */
  readonly chosen: Signal<string | null>
  readonly at: Signal<number>
  /** What the pointer rests on. */
  readonly rested: Signal<string | null>
  readonly layers: Signal<ReadonlySet<Layer>>
  readonly kinds: Signal<ReadonlySet<PlacedFact['kind']>>
  /** Facts of the kinds that are shown. */
  readonly shown: ReadonlySignal<readonly PlacedFact[]>
  /** The words that an editor works on, in the text's units. */
  readonly edited: Signal<{ readonly start: number; readonly end: number } | null>
  /** On a narrow screen one of the two is to be seen. */
  readonly pane: Signal<'text' | 'facts'>
}

const ALL = 'source cue content event comparison hedge'

export function openDesk(first: PlacedRecord): Desk {
  const kept = recallLayers(ALL)
  const record = signal(first)
  const kinds = signal<ReadonlySet<PlacedFact['kind']>>(new Set(['statement', 'event', 'cooperation', 'comparison']))
  return {
    ...{ record, kinds, chosen: signal<string | null>(null), at: signal(0), rested: signal<string | null>(null) },
    layers: signal<ReadonlySet<Layer>>(new Set(LAYERS.filter((layer) => kept.has(layer)))),
    shown: computed(() => record.value.facts.filter(({ kind }) => kinds.value.has(kind))),
    ...{ edited: signal<{ start: number; end: number } | null>(null), pane: signal<'text' | 'facts'>('text') },
  }
}

/** Holds on to a fact and shows it; again: lets go of it. */
export function chooseFact(desk: Desk, id: string | null, { isToggling = false } = {}): void {
  desk.at.value = 0
  desk.chosen.value = isToggling && desk.chosen.value === id ? null : id
}

/** The fact before or behind the one that is held on to, in the order of the text. */
export function stepFact(desk: Desk, by: 1 | -1): void {
  const facts = desk.shown.value
  if (facts.length === 0) return
  const now = facts.findIndex(({ id }) => id === desk.chosen.value)
  const next = now < 0 ? (by > 0 ? 0 : facts.length - 1) : Math.min(Math.max(now + by, 0), facts.length - 1)
  chooseFact(desk, (facts[next] as PlacedFact).id)
}

/** The next place where the text tells the fact; without a fact, the first one. */
export function stepPlace(desk: Desk, by: 1 | -1): void {
  const spans = spansOf(desk, desk.chosen.value)
  if (spans.length === 0) stepFact(desk, by)
  else desk.at.value = (desk.at.value + by + spans.length) % spans.length
}

export function factOf(desk: Desk, id: string | null): PlacedFact | null {
  return id === null ? null : (desk.record.value.facts.find((one) => one.id === id) ?? null)
}

function spansOf(desk: Desk, id: string | null): readonly ReadoutSpan[] {
  return factOf(desk, id)?.spans ?? []
}

/** The place in the text that is to be seen: of the fact held on to. */
export function placeOf(desk: Desk): number | null {
  return spansOf(desk, desk.chosen.value)[desk.at.value]?.start ?? null
}

export function switchLayer(desk: Desk, layer: Layer): void {
  desk.layers.value = toggled(desk.layers.value, layer)
  rememberLayers(desk.layers.value)
}

export function switchKind(desk: Desk, kind: PlacedFact['kind']): void {
  desk.kinds.value = toggled(desk.kinds.value, kind)
}

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}
