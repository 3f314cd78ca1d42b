import type { Generated } from 'kysely'
import type { Flag, StoredFactKind } from './tables.ts'

/** Tables of the reading room: what people add, and who may come in. */
export interface RoomTables {
  correction: CorrectionTable
  account: AccountTable
  session: SessionTable
  token: TokenTable
  audit: { id: Generated<number>; at: string; who: string; action: string; what: string }
  collection: { id: Generated<number>; slug: string; title: string; made_by: string; made_at: string; is_archived: Flag }
  collection_item: CollectionItemTable
  saved_search: { id: Generated<number>; slug: string; title: string; query: string; made_by: string; made_at: string }
}

interface CorrectionTable {
  id: Generated<number>
  at: string
  who: string
  article_key: string
  fact_kind: StoredFactKind | 'entity'
  /** Null where the entry adds the fact. */
  fact_key: string | null
  action: 'accept' | 'reject' | 'correct' | 'add' | 'comment' | 'undo'
  /** The words it is about, as JSON. */
  anchor: string
  /** What it says, as JSON. */
  change: string
  /** The entry that it takes back. */
  undoes: number | null
}

interface AccountTable {
  id: Generated<number>
  name: string
  role: 'reader' | 'reviewer' | 'editor' | 'admin'
  password_hash: string
  added_at: string
  is_disabled: Flag
}

interface SessionTable {
  /** Hash of what the browser holds. */
  id: string
  account_id: number
  csrf: string
  made_at: string
  seen_at: string
  ends_at: string
}

interface TokenTable {
  id: Generated<number>
  account_id: number
  name: string
  secret_hash: string
  /** Parted by blanks. */
  scopes: string
  made_at: string
  used_at: string | null
  ends_at: string | null
  is_revoked: Flag
}

interface CollectionItemTable {
  collection_id: number
  number: number
  kind: 'article' | 'fact'
  article_key: string
  fact_key: string | null
  note: string | null
  added_by: string
  at: string
}
