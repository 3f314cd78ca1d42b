import type { Flag, StoredFactKind, Tables } from './tables.ts'

/** Tables and views. */
export interface Schema extends Tables {
  articles: ArticleView
  statements: StatementView
  events: EventView
  meetings: EventView
  cooperations: CooperationView
  comparisons: ComparisonView
  changes: ChangeView
}

/** What each view of facts tells of the article. */
interface ArticleColumns {
  article_id: number
  title: string | null
  outlet: string | null
  published_on: string | null
  address: string | null
}

interface FactView extends ArticleColumns {
  fact_key: string
  number: number
  sentence: string
  confidence: number
  report_id: number
  copy_of: number | null
}

interface ArticleView extends Omit<ArticleColumns, 'article_id'> {
  id: number
  key: string
  report_id: number
  copy_of: number | null
  first_seen_at: string
  source: string | null
  version: number
  publisher: string | null
  authors: string
  language: string | null
  wire: string | null
  is_truncated: Flag
  length: number
  text: string
}

interface StatementView extends FactView {
  kind: string
  act: string
  is_negated: Flag
  is_hedged: Flag
  speaker_id: number | null
  speaker: string | null
  speaker_country: string | null
  source_kind: string | null
  source: string | null
  on_behalf_of: string | null
  addressee: string | null
  lemma: string | null
  cue: string | null
  content: string
}

interface EventView extends FactView {
  type: string
  mode: string | null
  realis: string
  actors: string | null
  recipients: string | null
  hosts: string | null
  mediators: string | null
  areas: string | null
  place: string | null
  date_start: string | null
  date_end: string | null
  date_grain: string | null
  date_status: string | null
  on_day: string | null
  stated_by: string | null
  words: string
}

interface CooperationView extends FactView {
  parties: string | null
  area: string
  stage: string | null
  realis: string
  stated_by: string | null
  words: string
}

interface ComparisonView extends FactView {
  claim: string
  since_start: string | null
  since_end: string | null
  about_number: number | null
  stated_by: string | null
  words: string
}

interface ChangeView extends ArticleColumns {
  id: number
  kind: 'vanished' | 'appeared'
  fact_kind: StoredFactKind
  fact_key: string
  words: string
  found_at: string
  from_version: number
  to_version: number
}
