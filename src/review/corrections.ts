import type { Selectable } from 'kysely'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { changeStore, type KeyedReading, loadReading, type Store, type Tables } from '../store/store.ts'
import { type CorrectionDraft, checkDraft } from './check-draft.ts'
import { type Anchor, type Change, type Correction, nameFact } from './correction.ts'
import { describeDraft } from './describe-draft.ts'
import { foldCorrections, type Reviewed } from './fold.ts'
import { groupCorrections, type Verdict } from './groups.ts'

/** Who makes an entry, when, and the latest entry on the same fact that he has seen (`lastCorrection` of the fact). */
export interface Entering {
  readonly who: string
  readonly at: string
  readonly seen: number | null
}

/** An article's current reading with all corrections folded in. */
export interface ReviewedArticle extends Reviewed {
  readonly articleId: number
  readonly articleKey: string
  readonly version: number
  /** The latest entry on the article, 0 where there is none: with the version, it tells whether anything changed. */
  readonly lastCorrection: number
}

/** Null when there is no such article. */
export async function loadReviewed(store: Store, articleId: number): Promise<ReviewedArticle | null> {
  const reading = await loadReading(store, articleId)
  return reading && foldReading(reading, await loadCorrections(store, reading.articleKey))
}

function foldReading(reading: KeyedReading, corrections: readonly Correction[]): ReviewedArticle {
  const { articleId, articleKey, version } = reading
  return { articleId, articleKey, version, lastCorrection: corrections.at(-1)?.id ?? 0, ...foldCorrections(reading, corrections) }
}

/**
 * Keeps a correction of an article's current version. Throws `bad-correction` with a sentence for everything that is wrong with it, `no-fact` when
 * the article has no such fact (any more), and `correction-conflict` when somebody made an entry on the same fact that this one has not seen:
 * that entry stands, and this one can be sent again when its maker has looked at it.
 */
export async function addCorrection(store: Store, articleId: number, draft: CorrectionDraft, entering: Entering): Promise<Correction> {
  return changeStore(store, async (step) => {
    const reading = await loadReading(step, articleId)
    if (!reading) throw new ReadoutError('no-article', `There is no article ${articleId}: it may have been forgotten meanwhile.`)
    const corrections = await loadCorrections(step, reading.articleKey)
    const reviewed = foldReading(reading, corrections)
    const problems = checkDraft(draft, reviewed.record)
    if (problems.length > 0) throw new ReadoutError('bad-correction', problems.join(' '))
    const told = describeDraft(draft, reading, reviewed, groupCorrections(corrections))
    if (!told) throw new ReadoutError('no-fact', 'The article has no such fact in its current version: load it again, it may have changed meanwhile.')
    checkSeen(corrections, draft.factKind, told.factKey, entering.seen)
    return insertCorrection(step, { ...told, articleKey: reading.articleKey, action: draft.action, undoes: null }, entering)
  })
}

/** Takes an entry back: by an entry of its own, so that both stay in the journal. */
export async function undoCorrection(store: Store, id: number, entering: Omit<Entering, 'seen'>): Promise<Correction> {
  return changeStore(store, async (step) => {
    const row = await step.db.selectFrom('correction').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw new ReadoutError('no-correction', `There is no correction ${id}: it may have been forgotten with its article.`)
    if (row.action === 'undo') throw new ReadoutError('bad-correction', `Correction ${id} takes another back: decide on the fact again instead.`)
    const undo = await step.db.selectFrom('correction').select(['id', 'who']).where('undoes', '=', id).executeTakeFirst()
    if (undo) throw new ReadoutError('correction-conflict', `Correction ${id} was taken back already, by ${undo.who}.`)
    const target = readCorrection(row)
    return insertCorrection(step, { ...target, factKey: nameFact(target), action: 'undo', change: {}, undoes: id }, entering)
  })
}

/** Entries of an article in their order, or of the whole library. `after`: only those behind this id. */
export async function listCorrections(
  { db }: Store,
  { articleId, after = 0, limit = 1_000 }: { articleId?: number; after?: number; limit?: number },
): Promise<(Correction & { articleId: number })[]> {
  let query = db
    .selectFrom('correction')
    .innerJoin('article', 'article.key', 'correction.article_key')
    .selectAll('correction')
    .select('article.id as article_id')
    .where('correction.id', '>', after)
  if (articleId !== undefined) query = query.where('article.id', '=', articleId)
  const rows = await query.orderBy('correction.id').limit(limit).execute()
  return rows.map((row) => ({ ...readCorrection(row), articleId: row.article_id }))
}

/**
 * What was decided on facts of these articles, by article and by the key under which each was decided: for lists of facts, which the machine's
 * tables give. A fact that the machine reads otherwise since has another key there; `loadReviewed` finds it all the same.
 */
export async function listVerdicts({ db }: Store, articleIds: readonly number[]): Promise<Map<number, Map<string, Verdict>>> {
  const verdicts = new Map<number, Map<string, Verdict>>()
  const query = db.selectFrom('correction').innerJoin('article', 'article.key', 'correction.article_key').selectAll('correction')
  const rows = await query
    .select('article.id as article_id')
    .where('article.id', 'in', [0, ...articleIds])
    .orderBy('correction.id')
    .execute()
  for (const [articleId, some] of Map.groupBy(rows, ({ article_id }) => article_id)) {
    const decided = groupCorrections(some.map(readCorrection)).flatMap(({ key, verdict }) => (verdict ? [[key, verdict] as const] : []))
    verdicts.set(articleId, new Map(decided))
  }
  return verdicts
}

/** All entries on one article, in their order. */
async function loadCorrections({ db }: Store, articleKey: string): Promise<Correction[]> {
  const rows = await db.selectFrom('correction').selectAll().where('article_key', '=', articleKey).orderBy('id').execute()
  return rows.map(readCorrection)
}

function checkSeen(corrections: readonly Correction[], kind: CorrectionDraft['factKind'], factKey: string | null, seen: number | null): void {
  if (factKey === null) return
  const group = groupCorrections(corrections).find((one) => one.kind === kind && one.key === factKey)
  if (!group || group.lastId <= (seen ?? 0)) return
  const last = corrections.find(({ id }) => id === group.lastId) as Correction
  throw new ReadoutError('correction-conflict', `${last.who} made an entry on this fact meanwhile (${last.action}, ${last.at}): look at it, then decide again.`)
}

async function insertCorrection({ db }: Store, entry: Omit<Correction, 'id' | 'at' | 'who'>, { who, at }: Omit<Entering, 'seen'>): Promise<Correction> {
  const { articleKey, factKind, factKey, action, undoes } = entry
  const [anchor, change] = [JSON.stringify(entry.anchor), JSON.stringify(entry.change)]
  if (anchor.length + change.length > LIMITS.correctionUnits)
    throw new ReadoutError('bad-correction', 'The correction is too long to be kept: choose fewer words.')
  const row = { at, who, article_key: articleKey, fact_kind: factKind, fact_key: factKey, action, anchor, change, undoes }
  const kept = await db.insertInto('correction').values(row).returningAll().executeTakeFirstOrThrow()
  return readCorrection(kept)
}

/** JSON escapes NUL and halves of pairs, so that every database keeps it. */
function readCorrection(row: Selectable<Tables['correction']>): Correction {
  const { id, at, who, undoes, action } = row
  const told = { articleKey: row.article_key, factKind: row.fact_kind, factKey: row.fact_key }
  return { id, at, who, ...told, action, anchor: JSON.parse(row.anchor) as Anchor, change: JSON.parse(row.change) as Change, undoes }
}
