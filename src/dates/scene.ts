import { type Syntax, TAG } from '../document/syntax.ts'
import type { Atom } from './atoms.ts'
import { type Period, yearOf } from './calendar.ts'
import { type Direction, readDirection } from './direction.ts'

/** A date told before in the article, for “two days later”. */
export interface Told {
  readonly period: Period
  readonly sentence: number
  /** It dates a saying (“said on Tuesday”): what happens “two days later” is seldom counted from it. */
  readonly isOfSaying: boolean
}

/** What an expression is read from. */
export interface Scene {
  readonly atoms: readonly Atom[]
  readonly syntax: Syntax
  readonly publishedOn: number | null
  readonly sentence: number
  /** Dates told so far, in text order. */
  readonly told: readonly Told[]
  /** The first date told for an act, by the noun or verb that it hangs on: “talks” → Wednesday. */
  readonly acts: ReadonlyMap<string, Told>
}

/** An expression that ends before atom `to`; `period` is null where it names a time that cannot be known. */
export interface Reading {
  readonly to: number
  readonly period: Period | null
  /** The first day of the date told before that it is counted from; left out where it counts from publication or needs no other day. */
  readonly from?: number
}

export function wordAt(scene: Scene, at: number): string {
  return scene.atoms[at]?.word ?? ''
}

export function isDash(word: string): boolean {
  return word === '-' || word === '–' || word === '—'
}

/** Whether an atom is written with a capital. */
export function isCapital(scene: Scene, at: number): boolean {
  return scene.atoms[at]?.isCapital ?? false
}

/** Which way the expression of atoms `from` to `to` (exclusive) lies. */
export function directionOf(scene: Scene, from: number, to: number): Direction {
  const first = scene.atoms[from]?.token ?? 0
  const last = scene.atoms[to - 1]?.token ?? first
  return readDirection(scene.syntax, first, last + 1)
}

/** Past the words at `at` if they stand there in this order. */
export function skip(scene: Scene, at: number, ...expected: readonly string[]): number {
  return expected.every((word, n) => wordAt(scene, at + n) === word) ? at + expected.length : at
}

/** Whether an expression stands before the noun that it describes: “the October 1 rollout”. */
export function isAttribute(scene: Scene, from: number, to: number): boolean {
  const { head, upos } = scene.syntax
  const first = scene.atoms[from]?.token ?? 0
  const last = scene.atoms[to - 1]?.token ?? first
  for (let i = first; i <= last; i++) {
    const above = head[i] as number
    if (above > last && above <= last + 3 && upos[above] === TAG.NOUN && upos[last + 1] !== TAG.PUNCT) return true
  }
  return false
}

/** Whether the story is in an earlier year just now: “In 2011 the war began. In March …” may be a March of then. */
export function isElsewhere(scene: Scene, year: number): boolean {
  const told = scene.told.at(-1)
  return told !== undefined && scene.sentence - told.sentence <= 1 && told.period.grain === 'year' && yearOf(told.period.last) < year
}
