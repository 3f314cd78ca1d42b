import type { Realis } from '../document/news-event.ts'
import type { ReadoutDate } from '../document/readout.ts'
import type { GoldenFact } from '../golden/golden.ts'
import type { GoldenCase } from './golden-case.ts'
import { acceptedReadings } from './names.ts'

/** Names that are accepted for a field. */
export function readingsOf(one: GoldenCase, fact: GoldenFact, field: string): string[] {
  return acceptedReadings(fact.fields.get(field) ?? [], one.article.text)
}

/** Dates that are accepted for a field. */
export function datesOf(fact: GoldenFact, field: string): string[] {
  return (fact.fields.get(field) ?? []).flatMap((piece) => piece.readings)
}

/** Whether a date has the first and the last day of one of the readings: “2024-03-14”, “2024-03-10/2024-03-12”; “?”: it must not be resolved. */
export function isDateRight(found: ReadoutDate | null, readings: readonly string[]): boolean {
  const start = found?.start ?? null
  const end = found?.end ?? start
  return readings.some((reading) => {
    if (reading === '?') return start === null
    const [first, last = first] = reading.split('/')
    return start === first && end === last
  })
}

/** Whether a fact may have this realis; one that tells none may have any. */
export function isRealisRight(fact: GoldenFact, realis: Realis): boolean {
  const reading = fact.fields.get('realis')?.[0]?.readings[0]
  return reading === undefined || reading.split('|').includes(realis)
}
