import type { EventType } from '../document/news-event.ts'

/** What a CAMEO code claims in PLOVER's types; statements and appeals (01, 02) are no events there but statements of ours. */
export interface CameoClaim {
  readonly types: readonly EventType[]
  readonly statement: 'any' | 'ask' | null
  /** Who visits whom: 042 tells it of the visitor, 043 of the host. */
  readonly visit: 'visitor' | 'host' | null
}

/** Reads a CAMEO code (“042”, “1411”) by the longest prefix that the crosswalk knows; null for what is no CAMEO code. */
export function readCameo(code: string): CameoClaim | null {
  const root = code.slice(0, 2)
  const statement = root === '01' ? 'any' : root === '02' ? 'ask' : null
  const visit = code.startsWith('042') ? 'visitor' : code.startsWith('043') ? 'host' : null
  for (let length = code.length; length >= 2; length--) {
    const types = CROSSWALK[code.slice(0, length)]
    if (types) return { types, statement, visit }
  }
  return null
}

/**
 * CAMEO → PLOVER after the manual of PLOVER 2.0, finer codes only where they depart from their root: an apology (055) and an intent to
 * yield (035) concede, a verdict (116) sanctions, a blockade (191) coerces. A bare “yield” (08, 080) may be either.
 */
const CROSSWALK: Readonly<Record<string, readonly EventType[]>> = {
  '01': [],
  '02': ['REQUEST'],
  '03': ['AGREE'],
  '035': ['CONCEDE'],
  '04': ['CONSULT'],
  '05': ['SUPPORT'],
  '055': ['CONCEDE'],
  '06': ['COOPERATE'],
  '07': ['AID'],
  '08': ['CONCEDE', 'RETREAT'],
  '081': ['CONCEDE'],
  '082': ['CONCEDE'],
  '083': ['CONCEDE'],
  '084': ['RETREAT'],
  '085': ['RETREAT'],
  '086': ['RETREAT'],
  '087': ['RETREAT'],
  '0871': ['CONCEDE'],
  '09': ['ACCUSE'],
  '10': ['REQUEST'],
  '11': ['ACCUSE'],
  '116': ['SANCTION'],
  '12': ['REJECT'],
  '13': ['THREATEN'],
  '14': ['PROTEST'],
  '15': ['MOBILIZE'],
  '16': ['SANCTION'],
  '17': ['COERCE'],
  '1712': ['ASSAULT'],
  '175': ['ASSAULT'],
  '18': ['ASSAULT'],
  '19': ['ASSAULT'],
  '191': ['COERCE'],
  '192': ['COERCE'],
  '20': ['ASSAULT'],
}

/** CAMEO's country codes that are not ISO 3166-1 alpha-3. */
const COUNTRIES: Readonly<Record<string, string>> = { ROM: 'ROU', TMP: 'TLS', MTN: 'MNE', WSB: 'PSE', GZS: 'PSE' }

/** Regions that CAMEO counts among countries. */
const REGIONS: ReadonlySet<string> = new Set('AFR ASA BLK CAS CAU CEU CFR CRB EAF EEU EIN EUR LAM MDT MEA NAF NMR PGS SAF SAM SAS SCN SEA WAF WST'.split(' '))

/** The ISO code that CAMEO means by its own; null for none and for regions. */
export function readCameoCountry(code: string): string | null {
  return code === '' || REGIONS.has(code) ? null : (COUNTRIES[code] ?? code)
}
