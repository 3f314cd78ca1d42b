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

test('where less is better, the bound is a ceiling: it sinks by itself and rises only with a reason', () => {
  const pinned = pinFloors(FLOORS, setOf('dates', 'dates_wrong', 0.0401), null, null)
  expect(pinned.figures['dates.dates_wrong']).toBe(0.041)
  expect(checkFloors(pinned, setOf('dates', 'dates_wrong', 0.045), null)).toEqual([])
  expect(checkFloors(pinned, setOf('dates', 'dates_wrong', 0.05), null)).toEqual(['dates.dates_wrong is 0.050, its ceiling is 0.041.'])
  expect(pinFloors(pinned, setOf('dates', 'dates_wrong', 0.02), null, null).figures['dates.dates_wrong']).toBe(0.02)
  expect(pinFloors(pinned, setOf('dates', 'dates_wrong', 0.2), null, null).figures['dates.dates_wrong']).toBe(0.041)
  expect(pinFloors(pinned, setOf('dates', 'dates_wrong', 0.2), null, 'more read').lowered).toHaveLength(1)
})

test('a trap more than pinned is told', () => {
  const pinned = pinFloors(FLOORS, setOf('golden', 'traps_found', 2), null, null)
  expect(checkFloors(pinned, setOf('golden', 'traps_found', 2), 'a').filter((problem) => problem.includes('traps'))).toEqual([])
  expect(checkFloors(pinned, setOf('golden', 'traps_found', 3), 'a')).toContain('golden.traps_found is 3.000, its ceiling is 2.000.')
})

test('held-out figures are never pinned, nor are those that are only told', () => {
  expect(pinFloors(FLOORS, setOf('held-out', 'said_right', 0.9), null, null).figures).toEqual(FLOORS.figures)
  expect(pinFloors(FLOORS, setOf('golden', 'content_overlap', 0.9), null, null).figures).toEqual(FLOORS.figures)
})
