import { sql } from 'kysely'
import type { Search, Store } from '../store/store.ts'
import { cutLots } from './articles.ts'
import type { Period } from './desk.ts'
import { isTelling } from './telling-words.ts'

/** How often words stand in a library; each is counted once. */
export interface WordCounts {
  readonly store: Store
  readonly period: Period
  /** Articles. */
  readonly total: number
  readonly counts: Map<string, number>
}

export async function openCounts(store: Store, period: Period): Promise<WordCounts> {
  const { total } = await store.db
    .selectFrom('article')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { store, period, total: Number(total), counts: new Map() }
}

/** Articles of a word up to which it tells something; more are not counted. */
const COMMON = 3_000

/** Words of a claim that are counted, the longest, and those that are looked up, the rarest. */
const COUNTED = 24
const LOOKED_UP = 8

/** Articles that are looked at for one claim: of all, and besides of those that tell of its speaker. */
const LOOKED_AT = 25

/** How much a word tells: nothing where every article has it. */
export async function weighWord({ store, total, counts }: WordCounts, word: string): Promise<number> {
  const known = counts.get(word)
  const count = known ?? (await countArticles(store, word))
  counts.set(word, count)
  return Math.log(1 + total / (1 + count))
}

async function countArticles({ db, engine }: Store, word: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select a.id from article a where a.id in ${engine.matchArticles(oneWord(word))} limit ${COMMON + 1}) counted`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

function oneWord(word: string): Search {
  return { all: [[{ words: [word], isPrefix: false }]], none: [] }
}

/** The distinct words of a claim that are worth counting. */
export function chooseWords(words: readonly string[]): string[] {
  const distinct = [...new Set(words)].filter((word) => isTelling(word) && (word.length > 2 || /\d/.test(word)))
  return distinct.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, COUNTED)
}

/**
 * Articles that may hold a claim, by its rarest words: those that hold most of them, the rare ones counting more; of all, and of those that tell of its
 * speaker. Where all words are common, the newest articles that hold every one.
 */
export async function findHolders(counts: WordCounts, words: readonly string[], speakers: readonly number[]): Promise<number[]> {
  const weighed: { word: string; weight: number }[] = []
  for (const word of chooseWords(words)) {
    const weight = await weighWord(counts, word)
    const count = counts.counts.get(word) as number
    if (count > 0 && count <= COMMON) weighed.push({ word, weight })
  }
  const telling = await findTelling(counts, speakers)
  if (weighed.length === 0) return findAllCommon(counts, words, telling)
  const scores = new Map<number, number>()
  for (const { word, weight } of weighed.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, LOOKED_UP))
    for (const id of await selectMatching(counts, oneWord(word), COMMON)) scores.set(id, (scores.get(id) ?? 0) + weight)
  const ranked = [...scores].sort(([a, one], [b, other]) => other - one || b - a).map(([id]) => id)
  return [...new Set([...ranked.slice(0, LOOKED_AT), ...ranked.filter((id) => telling.has(id)).slice(0, LOOKED_AT)])]
}

async function findTelling({ store }: WordCounts, speakers: readonly number[]): Promise<Set<number>> {
  const ids = new Set<number>()
  for (const some of cutLots(speakers))
    for (const { article_id: id } of await store.db.selectFrom('entity').select('article_id').distinct().where('identity_id', 'in', some).execute()) ids.add(id)
  return ids
}

async function findAllCommon(counts: WordCounts, words: readonly string[], telling: ReadonlySet<number>): Promise<number[]> {
  const distinct = [...new Set(words)].slice(0, COUNTED)
  if (distinct.length === 0) return []
  const all = distinct.map((word) => [{ words: [word], isPrefix: false }])
  const found = await selectMatching(counts, { all, none: [] }, COMMON)
  return [...new Set([...found.filter((id) => telling.has(id)).slice(0, LOOKED_AT), ...found.slice(0, LOOKED_AT)])]
}

/** Newest first, copies too: one may have other words than the report that it is from. */
async function selectMatching({ store, period }: WordCounts, search: Search, most: number): Promise<number[]> {
  const { since, until } = period
  const days = [...(since === null ? [] : [sql`a.published_on >= ${since}`]), ...(until === null ? [] : [sql`a.published_on <= ${until}`])]
  const where = sql.join([sql`a.id in ${store.engine.matchArticles(search)}`, ...days], sql` and `)
  const { rows } = await sql<{ id: number }>`select a.id from article a where ${where} order by a.id desc limit ${most}`.execute(store.db)
  return rows.map(({ id }) => id)
}
