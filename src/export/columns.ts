import type { ReadoutEntity, ReadoutSpan } from '../document/readout.ts'
import { joinPieces } from './evidence.ts'

export type Cell = string | number | boolean | null

/** Entities of the record by their id. */
export type Entities = ReadonlyMap<string, ReadoutEntity>

/** A column of a table: its name and how a fact fills it. */
export type Column<F> = readonly [name: string, read: (fact: F, entities: Entities) => Cell]

/** `x_start`, `x_end`, `x_text` for a part that is one span; empty where the fact has none. */
export function spanColumns<F>(name: string, find: (fact: F) => ReadoutSpan | null | undefined): Column<F>[] {
  return [
    [`${name}_start`, (fact) => find(fact)?.start ?? null],
    [`${name}_end`, (fact) => find(fact)?.end ?? null],
    [`${name}_text`, (fact) => find(fact)?.text ?? null],
  ]
}

/** `x_spans`, a JSON list of [start, end], and `x_text`, the pieces joined by “ … ”, for a part of any number of spans. */
export function listColumns<F>(name: string, list: (fact: F) => readonly ReadoutSpan[]): Column<F>[] {
  return [
    [`${name}_spans`, (fact) => JSON.stringify(list(fact).map(({ start, end }) => [start, end]))],
    [`${name}_text`, (fact) => joinPieces(list(fact))],
  ]
}

/** `x_id`, `x`, `x_country` of one entity; empty where it is unresolved. */
export function entityColumns<F>(name: string, find: (fact: F) => string | null | undefined): Column<F>[] {
  const entityOf = (fact: F, entities: Entities) => entities.get(find(fact) ?? '')
  return [
    [`${name}_id`, (fact) => find(fact) ?? null],
    [name, (fact, entities) => entityOf(fact, entities)?.name ?? null],
    [`${name}_country`, (fact, entities) => entityOf(fact, entities)?.country ?? null],
  ]
}

/** `x_ids`, `x_names`, `x_countries` of several entities, joined by “; ”, one for each id, in the same order. */
export function entitiesColumns<F>(name: string, list: (fact: F) => readonly string[]): Column<F>[] {
  const join = (fact: F, read: (id: string) => string) => list(fact).map(read).join('; ')
  return [
    [`${name}_ids`, (fact) => join(fact, (id) => id)],
    [`${name}_names`, (fact, entities) => join(fact, (id) => entities.get(id)?.name ?? '')],
    [`${name}_countries`, (fact, entities) => join(fact, (id) => entities.get(id)?.country ?? '')],
  ]
}
