/** What a name may stand for. */
export interface NameSense {
  readonly kind: 'country' | 'demonym' | 'capital' | 'seat' | 'place' | 'organization' | 'institution' | 'person'
  /** The canonical name: “Ivory Coast” for “Côte d'Ivoire”; for a demonym the country's. */
  readonly name: string
  /** ISO 3166-1 alpha-3 (Kosovo: XKX) it is or belongs to; for bodies UNO, EUR, IGO, NGO; null where several or none. */
  readonly country: string | null
  /** A demonym for several people: “Russians”. */
  readonly plural: boolean
  /** Only what is known: `iso3` of a country, `wikidata` of a private addition. */
  readonly link: Readonly<Record<string, string>>
}

export type Gender = 'man' | 'woman'

/** Somebody's time in an office. */
export interface Holder {
  /** Canonical full name. */
  readonly person: string
  readonly aliases: readonly string[]
  /** head-of-state, head-of-government, foreign-minister, defence-minister, leader-of-body, … */
  readonly office: string
  /** The office as its country calls it: “President”, “Taoiseach”. */
  readonly title: string
  /** ISO alpha-3, or the name of a body as its tenures are filed: UNO, EUR, NATO, IMF, … */
  readonly country: string
  /** ISO date; a month (2010-05) or a year where the day is not known: any day in it is possible. */
  readonly from: string
  /** As `from`; null: in office until the end of what is known. The day of handing over belongs to both. */
  readonly to: string | null
  readonly gender: Gender | null
  readonly link: Readonly<Record<string, string>>
}

/** A holder as a file tells it. */
export interface Tenure extends Holder {
  /** Day up to which its file vouches for an open end. */
  readonly knownUntil: string
  /** Why others may hold the office at the same time; null where nobody else may. */
  readonly shared: string | null
}

/** The kinds that an office or role may be of. */
export const OFFICE_KINDS = [
  'head-of-state',
  'head-of-government',
  'minister',
  'diplomat',
  'legislator',
  'military',
  'spokesperson',
  'official',
  'party',
  'judge',
  'lawyer',
  'police',
  'cleric',
  'rebel',
  'business',
  'expert',
  'media',
  'civil',
] as const

export type OfficeKind = (typeof OFFICE_KINDS)[number]

/** An office or role that words name. */
export interface Office {
  /** “foreign-minister”, “president”, “spokesperson”, “expert”: what `findHolders` takes. */
  readonly key: string
  readonly kind: OfficeKind
  /** Told by the word itself: king, spokeswoman. */
  readonly gender: Gender | null
}

export interface Country {
  readonly code: string
  readonly name: string
  /** The usual adjective; the name where there is none. */
  readonly adjective: string
}

/** What a file says of a person apart from offices. */
export interface Person {
  readonly otherNames: readonly string[]
  readonly gender: Gender | null
  readonly link: Readonly<Record<string, string>>
}

/** What the names of one line of a file have in common. */
export type NameGroup = Omit<NameSense, 'name'>

/**
 * Names as they are written, a row each; rows of one key are chained in the order of the file. Numbers and shared groups rather
 * than an object a name, because there are thousands and they are read at every start.
 */
export interface NameTable {
  readonly first: ReadonlyMap<string, number>
  /** Row → next row of the same key, -1 at the end. */
  readonly next: readonly number[]
  readonly written: readonly string[]
  /** Row → the canonical name that this is a writing of. */
  readonly names: readonly string[]
  readonly groups: readonly NameGroup[]
}

/** Facts with their indexes. Plain data: nothing in it changes after it is made. */
export interface Knowledge {
  readonly version: string
  /** Last day that the tables vouch for, ISO. */
  readonly coversUntil: string
  readonly countries: ReadonlyMap<string, Country>
  /** A user's own names before ours: the first table that knows a name tells its meaning. */
  readonly names: readonly NameTable[]
  /** Words of the longest name, and of the longest office. */
  readonly longestName: number
  readonly longestOffice: number
  readonly members: ReadonlyMap<string, readonly string[]>
  readonly people: ReadonlyMap<string, Person>
  /** Tenures by “RUS|foreign-minister”; the office as it is filed, and the one that its title names where that is another. */
  readonly tenures: ReadonlyMap<string, readonly Tenure[]>
  readonly careers: ReadonlyMap<string, readonly Tenure[]>
  /** By title, lower case, singular. */
  readonly offices: ReadonlyMap<string, Office>
  /** Portfolio → key of its minister: “foreign affairs” → “foreign-minister”. */
  readonly portfolios: ReadonlyMap<string, string>
  readonly givenNames: ReadonlyMap<string, Gender>
}
