import type { Readout } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import { countryOf } from './countries.ts'
import { type Scored, Tally } from './figures.ts'
import { f1Of, numberWords, wordsOf } from './spans.ts'

/** A mention of NGEC's actor tests, made the subject of a sentence. */
export interface NgecActor {
  readonly id: string
  readonly text: string
  readonly published: string | null
  readonly mention: Span
  /** Alpha-3 code or `IGO`; null: nobody's. */
  readonly country: string | null
  /** NGEC itself needs an encyclopedia for it. */
  readonly isKnown: boolean
}

interface NgecRow {
  readonly id: string
  readonly mention: string
  readonly context?: string | null
  readonly query_date?: string | null
  readonly country?: string | null
  readonly known_failure?: boolean
  readonly must_not_be?: unknown
  readonly no_result?: boolean
  readonly needs_wiki?: boolean
}

const BODIES = ['IGO', 'UNO', 'EUR', 'NGO']
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** Reads JSON lines of actors; those that NGEC marks as its failures, or that tell no country, are left out. */
export function parseNgecActors(lines: string): NgecActor[] {
  const rows = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as NgecRow)
  return rows.filter(isScored).map((row) => {
    const words = [row.context, row.mention.trim()].filter(Boolean).join(' ')
    const mention = words.charAt(0).toUpperCase() + words.slice(1)
    return {
      id: row.id,
      text: `${mention} issued a statement in the morning.`,
      published: readDay(row.query_date ?? ''),
      mention: { start: 0, end: mention.length },
      country: countryOf(row.country),
      isKnown: Boolean(row.needs_wiki),
    }
  })
}

function isScored(row: NgecRow): boolean {
  const code = row.country ?? null
  if (row.known_failure || row.must_not_be || (code === null && !row.no_result)) return false
  return !code || countryOf(code) !== 'IGO' || BODIES.includes(code)
}

/** “2022-01-01”, “1 July 2021”, “July 1, 2021”. */
function readDay(given: string): string | null {
  const iso = given.match(/^(\d{4})-(\d\d?)-(\d\d?)$/)
  const worded = given.match(/^(\d\d?) ([a-z]+) (\d{4})$/i) ?? given.match(/^([a-z]+) (\d\d?), (\d{4})$/i)
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  if (!worded) return null
  const [first = '', second = ''] = worded.slice(1)
  const [day, month] = /\d/.test(first) ? [first, second] : [second, first]
  return toDay(Number(worded[3]), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day))
}

function toDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

/**
 * Whose country is it? actor_country: mentions that say enough by themselves or need common knowledge of governments;
 * actor_country_known: those for which NGEC needs an encyclopedia; actor_country_none: those without one (“two men”).
 */
export function scoreNgecActors(actors: readonly NgecActor[], readouts: readonly Readout[]): Scored {
  const tally = new Tally()
  const misses: string[] = []
  actors.forEach((actor, n) => {
    const told = toldCountry(actor, readouts[n] as Readout)
    tally.count(actor.country === null ? 'actor_country_none' : actor.isKnown ? 'actor_country_known' : 'actor_country', told === actor.country)
    if (told !== actor.country) misses.push(`${actor.id} “${actor.text.slice(0, actor.mention.end)}”: found ${told}, gold ${actor.country}`)
  })
  const names = ['actor_country', 'actor_country_known', 'actor_country_none']
  return { figures: new Map(names.map((name) => [name, tally.share(name)])), misses }
}

/** The country of the entity whose mention is most like the given one or, where that has none, of the next within it. */
function toldCountry(actor: NgecActor, readout: Readout): string | null {
  const words = numberWords(actor.text)
  const wanted = wordsOf(actor.text, words, [actor.mention])
  const likely = readout.entities.flatMap((entity) => {
    const likeness = Math.max(0, ...entity.mentions.map((mention) => f1Of(wanted, wordsOf(actor.text, words, [mention]))))
    const iso = entity.kind === 'country' ? entity.link.iso3 : null
    return likeness > 0 ? [{ likeness, country: countryOf(entity.country || iso) }] : []
  })
  return likely.sort((a, b) => b.likeness - a.likeness).find(({ country }) => country !== null)?.country ?? null
}
