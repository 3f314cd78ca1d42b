import { Chrono, configuration } from 'chrono-node/en'
import { numberDay } from './calendar.ts'

/** Month first where slashes leave it open; such dates never get here. No state is kept between texts. */
const CHRONO = new Chrono(configuration.createConfiguration(true, false))
/** Only needed for what chrono guesses, and we take nothing that is guessed. A leap year, so that 29 February passes. */
const REFERENCE = { instant: new Date(Date.UTC(2024, 0, 1, 12)), timezone: 0 }

interface WrittenDate {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  readonly untilDay: number | null
  readonly isImpossible: boolean
}

/** Reads a written calendar date of a few words (“3 to 5 june 2024”, “2024-03-14”). The caller has found the extent. */
export function parseWritten(text: string): WrittenDate {
  const [found] = CHRONO.parse(text, REFERENCE)
  const month = found?.start.get('month') ?? null
  const day = found?.start.get('day') ?? null
  const year = found?.start.isCertain('year') ? found.start.get('year') : null
  const untilDay = found?.end?.get('day') ?? null
  const isDay = month !== null && day !== null && found?.text.length === text.length && numberDay(year ?? 2024, month, day) !== null
  if (!isDay || (untilDay !== null && untilDay < day)) return { year: null, month: null, day: null, untilDay: null, isImpossible: true }
  return { year, month, day, untilDay, isImpossible: false }
}
