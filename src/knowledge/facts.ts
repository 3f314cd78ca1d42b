import type { KeyTable } from './key-table.ts'

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

/** A name where it stands. */
export interface OpenRow extends Person {
  readonly section: SectionName
  /** Code that its line begins with. */
  readonly code: string
  /** Of its line. */
  readonly fields: readonly string[]
  readonly written: string
  /** The name under which its thing is filed: Lyon for `Lyon = Lyons`. */
  readonly name: string
}

/**
 * Where names are found. Keys are folded names, and before those of a line what it begins with, behind a line feed; the place of a
 * key is called row.
 */
export interface NameIndex extends KeyTable {
  readonly lines: readonly string[]
  /** Section of each line. */
  readonly sections: readonly SectionName[]
  /** Where each line begins in the text of the keys. */
  readonly feeds: readonly number[]
  /** Rows that were asked for, read once only. */
  readonly opened: Map<number, OpenRow | null>
}

/** People's names by the sounds of their first word and the last: “sr vrv”. */
export interface SoundIndex extends KeyTable {
  /** Row of the first name. */
  readonly first: number
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
  readonly opened: Opened
}

/** A line of holders with the day that open ends are known until. */
export interface HolderLine {
  readonly text: string
  readonly knownUntil: string
}

/** What was asked for and is kept, so that it is read once only; it never has more entries than the file. */
export interface Opened {
  /** Titles, portfolios and given names. */
  words: NameIndex | null
  /** Code → tenures of its lines of holders. */
  readonly tenures: Map<string, readonly Tenure[]>
  readonly namings: Map<number, readonly Naming[]>
  sounds: SoundIndex | null
  /** Row of a person's name → its spellings. */
  readonly spellings: Map<number, readonly string[]>
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
  readonly ownStates: OwnStates | null
}
