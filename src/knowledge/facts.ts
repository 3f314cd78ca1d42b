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

/** A way to write a name, with what it then means. */
export interface Naming {
  readonly written: string
  readonly sense: NameSense
}

/** What the sections of a file are called. */
export const SECTIONS = [
  'countries',
  'seats',
  'places',
  'institutions',
  'organizations',
  'people',
  'members',
  'holders',
  'portfolios',
  'offices',
  'given-names',
] as const

export type SectionName = (typeof SECTIONS)[number]

/** Names as they stand in the lines of one section. */
export interface NameBlock {
  readonly section: SectionName
  /** Row of the first name. */
  readonly first: number
  /** What stands between separators: a line's code behind a line feed, names with their marks, other names behind “=”. */
  readonly parts: readonly string[]
}

/** Where names are found: a row is a place in the parts of all blocks, counted through. */
export interface NameIndex {
  readonly blocks: readonly NameBlock[]
  /** Folded name → its first row. */
  readonly rows: ReadonlyMap<string, number>
  /** First row of a name → its later ones. */
  readonly laterRows: ReadonlyMap<number, readonly number[]>
  /** Words of the longest name. */
  readonly longest: number
}

/** A file with its indexes. Lines are read when they are asked for. */
export interface Source {
  readonly version: string
  /** Last day that the file vouches for, ISO. */
  readonly coversUntil: string
  readonly lines: ReadonlyMap<SectionName, readonly string[]>
  readonly names: NameIndex
  /** Code → line of its country. */
  readonly countries: ReadonlyMap<string, string>
  /** Code → its lines of holders. */
  readonly holders: ReadonlyMap<string, readonly HolderLine[]>
  readonly givenNames: { readonly men: ReadonlySet<string>; readonly women: ReadonlySet<string> }
  readonly titles: Titles
  readonly opened: Opened
}

/** A line of holders with the day that open ends are known until. */
export interface HolderLine {
  readonly text: string
  readonly knownUntil: string
}

/** What was asked for once and is kept, so that it is read once only; it has no more entries than the file has. */
export interface Opened {
  readonly tenures: Map<string, readonly Tenure[]>
  soundingAlike: ReadonlyMap<string, readonly number[]> | null
}

/** What words may call an office. */
export interface Titles {
  /** By title, lower case, singular. */
  readonly offices: ReadonlyMap<string, Office>
  /** Portfolio → key of its minister: “foreign affairs” → “foreign-minister”. */
  readonly portfolios: ReadonlyMap<string, string>
}

/** States that no file has, of one article. */
export interface OwnStates {
  readonly countries: ReadonlyMap<string, Country>
  /** By folded name. */
  readonly names: ReadonlyMap<string, readonly Naming[]>
}

/** Everything that is known: the files, whose own first, and what they say together. */
export interface Knowledge {
  readonly version: string
  readonly coversUntil: string
  readonly sources: readonly Source[]
  readonly titles: Titles
  /** Words of the longest name, and of the longest office. */
  readonly longestName: number
  readonly longestOffice: number
  readonly ownStates: OwnStates | null
}
