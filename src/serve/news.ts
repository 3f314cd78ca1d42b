import type { LiveEvents, LiveName } from '../contract/contract.ts'
import type { Store } from '../store/store.ts'

/** Numbers of the last version, correction and decision that were told: the store's own order, the same after a restart. */
export interface Marks {
  readonly version: number
  readonly correction: number
  readonly decision: number
}

/** Something new, and where it stands. */
export interface News<Name extends LiveName = LiveName> {
  readonly marks: Marks
  readonly name: Name
  readonly data: LiveEvents[Name]
}

/** Rows that are told together. */
const TOGETHER = 200

export function writeMarks({ version, correction, decision }: Marks): string {
  return `${version}.${correction}.${decision}`
}

/** Null for what no server of ours has given. */
export function readMarks(id: string | null): Marks | null {
  const found = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})$/.exec(id ?? '')
  return found && { version: Number(found[1]), correction: Number(found[2]), decision: Number(found[3]) }
}

/** The last of everything. */
export async function findMarks({ db }: Store): Promise<Marks> {
  const last = async (table: 'version' | 'correction' | 'identity_decision') =>
    (await db.selectFrom(table).select('id').orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
  return { version: await last('version'), correction: await last('correction'), decision: await last('identity_decision') }
}

/** What came after some marks, up to others, the oldest of each kind first. As much as is told together; more is behind the last one's marks. */
export async function listNews({ db }: Store, after: Marks, upTo: Marks): Promise<News[]> {
  const news: News[] = []
  let marks = after
  if (after.version < upTo.version)
    for (const { id, ...row } of await selectVersions()) {
      marks = { ...marks, version: id }
      news.push({ marks, ...tellVersion(row) })
    }
  if (news.length === TOGETHER) return news
  if (after.correction < upTo.correction)
    for (const { id, article_id, fact_kind, fact_key, action, who } of await selectCorrections()) {
      marks = { ...marks, correction: id }
      news.push({ marks, name: 'correction', data: { id, articleId: article_id, factKind: fact_kind, factKey: fact_key, action, who } })
    }
  if (after.decision < upTo.decision)
    for (const { id, kind, identity_id, other_id, who } of await selectDecisions()) {
      marks = { ...marks, decision: id }
      news.push({ marks, name: 'decision', data: { id, kind, identityId: identity_id, otherId: other_id, who } })
    }
  return news

  function selectVersions() {
    return db
      .selectFrom('version')
      .innerJoin('article', 'article.id', 'version.article_id')
      .select(['version.id', 'version.number', 'article.id as articleId', 'article.title', 'article.outlet', 'article.published_on', 'article.copy_of'])
      .where('version.id', '>', after.version)
      .where('version.id', '<=', upTo.version)
      .orderBy('version.id')
      .limit(TOGETHER)
      .execute()
  }
  function selectCorrections() {
    return db
      .selectFrom('correction')
      .leftJoin('article', 'article.key', 'correction.article_key')
      .select(['correction.id', 'article.id as article_id', 'fact_kind', 'fact_key', 'action', 'who'])
      .where('correction.id', '>', after.correction)
      .where('correction.id', '<=', upTo.correction)
      .orderBy('correction.id')
      .limit(TOGETHER)
      .execute()
  }
  function selectDecisions() {
    const query = db.selectFrom('identity_decision').select(['id', 'kind', 'identity_id', 'other_id', 'who']).where('id', '>', after.decision)
    return query.where('id', '<=', upTo.decision).orderBy('id').limit(TOGETHER).execute()
  }
}

interface VersionRow {
  number: number
  articleId: number
  title: string | null
  outlet: string | null
  published_on: string | null
  copy_of: number | null
}

function tellVersion({ number, articleId, title, outlet, published_on, copy_of }: VersionRow): Pick<News, 'name' | 'data'> {
  if (number > 1) return { name: 'article.changed', data: { articleId, title, version: number } }
  return { name: 'article.added', data: { articleId, title, outlet, publishedOn: published_on, copyOf: copy_of } }
}
