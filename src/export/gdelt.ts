import { type CameoClaim, readCameo, readCameoCountry } from './cameo.ts'

/** The columns of GDELT 2.0's event table, in order: its files are separated by tabs and have no header. */
export const GDELT_COLUMNS: readonly string[] = [
  ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
  ...listActorColumns('Actor1'),
  ...listActorColumns('Actor2'),
  ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale', 'NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
  ...['Actor1Geo', 'Actor2Geo', 'ActionGeo'].flatMap((place) =>
    ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'].map((name) => `${place}_${name}`),
  ),
  ...['DATEADDED', 'SOURCEURL'],
]

function listActorColumns(actor: string): string[] {
  const names = ['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code', 'Religion2Code', 'Type1Code', 'Type2Code', 'Type3Code']
  return names.map((name) => actor + name)
}

/** What one row claims. */
export interface GdeltRow {
  readonly id: string
  readonly code: string
  readonly claim: CameoClaim
  /** Null where the row names none. */
  readonly actors: readonly [GdeltActor | null, GdeltActor | null]
  /** ISO day. */
  readonly day: string | null
  readonly place: string | null
}

export interface GdeltActor {
  /** As in the row: “NORTH KOREA”. */
  readonly name: string
  /** ISO 3166-1 alpha-3; null for the regions that CAMEO counts among countries. */
  readonly country: string | null
  /** Code of a known body: “UNO”. */
  readonly group: string | null
}

/** Reads a row, its values by the names of the columns; a sentence instead where it claims nothing that can be checked. */
export function readGdeltRow(values: Readonly<Record<string, string>>): GdeltRow | string {
  const code = normalizeCode((values.EventCode ?? '').trim(), (values.EventRootCode ?? '').trim())
  if (!/\d/.test(code)) return 'it has no EventCode'
  const claim = readCameo(code)
  if (claim === null) return `“${code}” is no CAMEO code`
  const actors = [readActor(values, 'Actor1'), readActor(values, 'Actor2')] as const
  if (actors[0] === null && actors[1] === null) return 'it names no actor'
  const day = /^(\d{4})(\d\d)(\d\d)$/.exec(values.SQLDATE ?? '')
  return {
    id: values.GLOBALEVENTID || '(no id)',
    code,
    claim,
    actors,
    day: day ? `${day[1]}-${day[2]}-${day[3]}` : null,
    place: values.ActionGeo_FullName || null,
  }
}

/** Numeric columns lose the leading zero: “42” is 042; of “112” (0112 or 112?) the root code tells which it is. */
function normalizeCode(code: string, root: string): string {
  if (/^\d{1,2}$/.test(root) && !code.startsWith(root.padStart(2, '0'))) return `0${code}`
  return /^[1-9]\d{1,2}$/.test(code) && Number(code.slice(0, 2)) > 20 ? `0${code}` : code
}

function readActor(values: Readonly<Record<string, string>>, actor: string): GdeltActor | null {
  const name = (values[`${actor}Name`] ?? '').trim()
  const country = readCameoCountry((values[`${actor}CountryCode`] ?? '').trim())
  const group = (values[`${actor}KnownGroupCode`] ?? '').trim() || null
  return name === '' && country === null && group === null ? null : { name: name || (country ?? (group as string)), country, group }
}
