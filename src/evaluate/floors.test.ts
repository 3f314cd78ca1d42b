import { expect, test } from 'vitest'
import { checkFloors, type Floors, pinFloors } from './floors.ts'

const FLOORS: Floors = { gold: 'a', tolerance: 0.005, figures: { 'golden.said_right': 0.8, 'gap.gap_f1': 0.6 }, lowered: [] }
const setOf = (set: string, name: string, value: number | null) => new Map([[set, new Map([[name, value]])]])

test('a figure below its floor is told, one that was not measured too; sets that did not run are not', () => {
  expect(checkFloors(FLOORS, setOf('gap', 'gap_f1', 0.596), null)).toEqual([])
  expect(checkFloors(FLOORS, setOf('gap', 'gap_f1', 0.594), null)).toEqual(['gap.gap_f1 is 0.594, its floor is 0.600.'])
  expect(checkFloors(FLOORS, setOf('golden', 'said_right', null), 'a')).toEqual(['golden.said_right is not measured, its floor is 0.800.'])
  expect(checkFloors(FLOORS, setOf('gap', 'gap_f1', 0.7), 'b')[0]).toMatch(/pin the floors anew/)
})

test('a floor rises by itself and falls only with a reason', () => {
  expect(pinFloors(FLOORS, setOf('gap', 'gap_f1', 0.7), null, null).figures['gap.gap_f1']).toBe(0.7)
  expect(pinFloors(FLOORS, setOf('gap', 'gap_f1', 0.5), null, null).figures['gap.gap_f1']).toBe(0.6)
  expect(pinFloors(FLOORS, setOf('gap', 'gap_f1', 0.5), null, 'new names').lowered).toEqual([{ name: 'gap.gap_f1', from: 0.6, to: 0.5, reason: 'new names' }])
})

test('held-out figures and those where less is better are never pinned', () => {
  expect(pinFloors(FLOORS, setOf('held-out', 'said_right', 0.9), null, null).figures).toEqual(FLOORS.figures)
  expect(pinFloors(FLOORS, setOf('golden', 'speaker_wrong', 0.2), null, null).figures).toEqual(FLOORS.figures)
})
