import { strict as de } from 'chrono-node/de'
import { strict as en } from 'chrono-node/en'
import { strict as es } from 'chrono-node/es'
import { strict as fr } from 'chrono-node/fr'
import { strict as it } from 'chrono-node/it'
import { strict as nl } from 'chrono-node/nl'
import { strict as pt } from 'chrono-node/pt'

/** A day, with as much of its time as was told: “2024-03-14”, “2024-03-14T10:45”, “2024-03-14T10:45:00+01:00”. */
export interface Moment {
  readonly day: string
  readonly instant: string
}

/** Strict readers: what chrono would have to guess is no date. English ones first where a page tells no language. */
const READERS: Readonly<Record<string, readonly { parse: typeof en.parse }[]>> = {
  de: [de, en],
  es: [es, en],
  fr: [fr, en],
  it: [it, en],
  nl: [nl, en],
  pt: [pt, en],
}
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T\s]+(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?/i

/** Reads what a machine was told: ISO dates, the dates of mail, seconds or milliseconds since 1970, else a written day. */
export function readMachineMoment(told: string, language: string | null): Moment | null {
  const text = told.trim()
  const iso = ISO.exec(text)
  if (iso) return readIso(iso)
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromInstant(Number(text) * (text.length === 10 ? 1000 : 1))
  const joined = /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(text)
  if (joined) return toMoment(joined[1], joined[2], joined[3], '')
  // Programs write both orders into the same field, whatever the language of the page.
  return readWrittenMoment(text, /^en-us/i.test(language ?? '') || !/^\d{1,2}\//.test(text) ? language : null)
}

function readIso([, year, month, day, hour, minute, second, zone]: RegExpExecArray): Moment | null {
  if (hour === undefined) return toMoment(year, month, day, '')
  const offset =
    zone === undefined ? '' : /^(?:Z|UTC|GMT)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)?$/, (_, hours, minutes) => `${hours}:${minutes ?? '00'}`)
  return toMoment(year, month, day, `T${hour}:${minute}${second ? `:${second}` : ''}${offset}`)
}

/** Reads a day written for people (“Thursday 14 March 2024, 10.45 GMT”) with day, month and year; null when one is missing or open. */
export function readWrittenMoment(text: string, language: string | null): Moment | null {
  if (!/\d/.test(text) || text.length > 200) return null
  const dotted = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)/.exec(text)
  if (dotted) return toMoment(dotted[3], dotted[2], dotted[1], '')
  const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)(?!\d)/.exec(text)
  if (slashed) return readSlashed(Number(slashed[1]), Number(slashed[2]), slashed[3] as string, language)
  const code = (language ?? 'en').slice(0, 2).toLowerCase()
  for (const reader of READERS[code] ?? [en, de]) {
    const start = reader.parse(text).find(({ start }) => start.isCertain('day') && start.isCertain('month') && start.isCertain('year'))?.start
    if (!start) continue
    const time = start.isCertain('hour')
      ? `T${two(start.get('hour'))}:${two(start.get('minute') ?? 0)}${offsetOf(start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null)}`
      : ''
    return toMoment(String(start.get('year')), two(start.get('month')), two(start.get('day')), time)
  }
  return null
}

/** “13/03/2024” has one reading; “05/06/2024” is the fifth of June outside the United States, and open where no country is told. */
function readSlashed(first: number, second: number, year: string, language: string | null): Moment | null {
  if (first > 12) return toMoment(year, two(second), two(first), '')
  if (second > 12 || first === second) return toMoment(year, two(first), two(second), '')
  if (/^en-us/i.test(language ?? '')) return toMoment(year, two(first), two(second), '')
  return language === null || /^en$/i.test(language) ? null : toMoment(year, two(second), two(first), '')
}

function fromInstant(milliseconds: number): Moment | null {
  const instant = new Date(milliseconds)
  return Number.isNaN(instant.getTime()) ? null : { day: instant.toISOString().slice(0, 10), instant: `${instant.toISOString().slice(0, 19)}Z` }
}

/** Null when there is no such day. */
function toMoment(year = '', month = '', day = '', time: string): Moment | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const midnight = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(date)) return null
  return { day: date, instant: time === '' || Number.isNaN(new Date(`${date}${time}`).getTime()) ? date : `${date}${time}` }
}

function offsetOf(minutes: number | null): string {
  if (minutes === null) return ''
  const size = Math.abs(minutes)
  return minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function two(number: number | null): string {
  return String(number).padStart(2, '0')
}
