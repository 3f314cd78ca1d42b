import type { Generated } from 'kysely'
import type { RoomTables } from './room-tables.ts'

/** Whether something holds, as both engines keep it. */
export type Flag = 0 | 1

/** The tables, as both engines have them; docs/store.md tells what each is for. Offsets count code points. */
export interface Tables extends RoomTables {
  setting: { name: string; value: string }
  source: SourceTable
  producer: { id: Generated<number>; digest: string; readout: string; knowledge: string | null; models: string }
  report: { id: Generated<number>; first_article_id: number | null }
  article: ArticleTable
  version: VersionTable
  copy_band: { band: number; hash: number; article_id: number }
  identity: IdentityTable
  /** `folded` is null where it is the name in small letters: `FOLDED` of names.ts tells it always. */
  identity_name: { identity_id: number; name: string; folded: string | null; told: number }
  identity_decision: DecisionTable
  entity: EntityTable
  statement: StatementTable
  event: EventTable
  participant: ParticipantTable
  event_area: { article_id: number; event_number: number; area: string }
  cooperation: CooperationTable
  party: { article_id: number; cooperation_number: number; number: number; entity_number: number }
  comparison: ComparisonTable
  about: { article_id: number; entity_number: number; statement_number: number }
  change: ChangeTable
  intake_item: ItemTable
  alert_sent: { rule: string; fact_key: string; at: string }
  forgotten: { id: Generated<number>; at: string; who: string; what: string; articles: number; facts: number }
}

export const SOURCE_KINDS = ['file', 'folder', 'page', 'feed', 'sitemap', 'archive', 'list'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

interface SourceTable {
  id: Generated<number>
  name: string
  kind: SourceKind
  address: string
  added_at: string
  is_watched: Flag
  /** Days after which its articles are forgotten; null: kept. */
  keep_days: number | null
  may_export_text: Flag
  checked_at: string | null
  succeeded_at: string | null
  failed_at: string | null
  /** What went wrong the last time; null when the last check succeeded. */
  failure: string | null
  next_check_at: string | null
  /** What the fetcher wants to know the next time, as JSON. */
  fetch_state: string | null
}

interface ArticleTable {
  id: Generated<number>
  /** What tells that two deliveries are the same article: an address, a path, an id of its source. */
  key: string
  source_id: number | null
  report_id: number
  address: string | null
  outlet: string | null
  first_seen_at: string
  published_on: string | null
  title: string | null
  /** The current version. */
  version_id: number
  /** The report's earliest article; null when this is it. */
  copy_of: number | null
}

interface VersionTable {
  id: Generated<number>
  article_id: number
  number: number
  text_hash: string
  title: string | null
  publisher: string | null
  authors: string
  published_on: string | null
  published_at: string | null
  updated_at: string | null
  date_clue: string | null
  language: string | null
  wire: string | null
  is_truncated: Flag
  length: number
  seen_at: string
  producer_id: number
  read_at: string
  repairs: string | null
  /** Where the pieces of the text stand in its page, packed. */
  blocks: Uint8Array
  signature: Uint8Array | null
  /** The record, packed: read by `loadRecord`. */
  record: Uint8Array
  text: string
}

interface IdentityTable {
  id: Generated<number>
  kind: string
  name: string
  country: string | null
  iso3: string | null
  wikidata: string | null
  office: string | null
  first_seen_on: string | null
  last_seen_on: string | null
}

interface DecisionTable {
  id: Generated<number>
  at: string
  who: string
  kind: 'merge' | 'split'
  identity_id: number
  other_id: number | null
  detail: string
  is_undone: Flag
}

/** Only entities that have an identity. */
interface EntityTable {
  article_id: number
  /** Its number in the record: e1 is 1. */
  number: number
  identity_id: number
  /** Mentions of it. */
  told: number
}

interface FactColumns {
  article_id: number
  /** Its number in the record: s1, v1, c1, k1 are 1. */
  number: number
  /** The fact's id across readings and versions, 12 hex digits. */
  fact_key: string
  sentence_start: number
  sentence_end: number
  /** Per cent. */
  confidence: number
}

interface StatementTable extends FactColumns {
  kind: string
  act: string
  speaker_number: number | null
  on_behalf_number: number | null
  addressee_number: number | null
  source_kind: string | null
  source_start: number | null
  source_end: number | null
  cue_start: number | null
  cue_end: number | null
  lemma: string | null
  content_start: number
  content_end: number
  within_number: number | null
  is_negated: Flag
  is_hedged: Flag
}

interface EventTable extends FactColumns {
  type: string
  mode: string | null
  realis: string
  trigger_start: number
  trigger_end: number
  date_start: string | null
  date_end: string | null
  date_grain: string | null
  date_status: string | null
  place_number: number | null
  /** Number of the statement that tells it. */
  stated_in: number | null
  uttered_in: number | null
}

interface CooperationTable extends FactColumns {
  area: string
  stage: string | null
  realis: string
  words_start: number
  words_end: number
  stated_in: number | null
}

interface ComparisonTable extends FactColumns {
  claim: string
  words_start: number
  words_end: number
  since_start: string | null
  since_end: string | null
  /** Number of the event that is compared. */
  about_number: number | null
  stated_in: number | null
}

interface ParticipantTable {
  article_id: number
  event_number: number
  number: number
  role: string
  entity_number: number
  words_start: number
  words_end: number
}

interface ChangeTable {
  id: Generated<number>
  article_id: number
  from_version_id: number
  to_version_id: number
  fact_kind: StoredFactKind
  fact_key: string
  kind: 'vanished' | 'appeared'
  words: string
  found_at: string
}

export type StoredFactKind = 'statement' | 'event' | 'cooperation' | 'comparison'

export type ItemState = 'waiting' | 'done' | 'failed'

interface ItemTable {
  id: Generated<number>
  source_id: number
  key: string
  state: ItemState
  reason: string | null
  code: string | null
  can_retry: Flag
  attempts: number
  article_id: number | null
  at: string
}
