import type { Kysely, RawBuilder, Transaction } from 'kysely'
import type { Schema } from './schema.ts'
import type { Search } from './search.ts'

/** Connections to a store, or one transaction on it. */
export type Db = Kysely<Schema> | Transaction<Schema>

/** An open library. All that is kept and asked goes through `db`; what the two engines do differently through `engine`. */
export interface Store {
  readonly db: Db
  readonly engine: Engine
  /** The path of the file, or the address without its password. */
  readonly name: string
}

/** A current version's words for the full text. */
export interface IndexedText {
  readonly articleId: number
  readonly versionId: number
  readonly title: string | null
  readonly text: string
}

/** What SQLite and PostgreSQL do differently. */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres'
  /** Makes other writers wait until the transaction ends. */
  lockWrites(db: Db): Promise<void>
  /** Ids of the articles whose current version a search finds, as a subquery. */
  matchArticles(search: Search): RawBuilder<number>
  /** Puts current versions into the full text, which must not hold their articles. */
  indexTexts(db: Db, texts: readonly IndexedText[]): Promise<void>
  unindexTexts(db: Db, articleIds: readonly number[]): Promise<void>
  /** Of these current versions, the ids of the articles that the full text does not hold as they stand. */
  findUnindexed(db: Db, texts: readonly IndexedText[]): Promise<number[]>
  /** What is wrong with the database itself, a sentence each. */
  checkEngine(db: Db): Promise<string[]>
  /** Takes what was deleted out of the files too. */
  cleanFiles(db: Db): Promise<void>
  /** After rows were written with their ids: the next row gets a new one. */
  countOn(db: Db): Promise<void>
  /** Bytes of the whole database. */
  measureBytes(db: Db): Promise<number>
  /** A copy at this path, made while the store is in use; null where the engine has none of its own. */
  readonly copyFile: ((db: Db, path: string) => Promise<void>) | null
}
