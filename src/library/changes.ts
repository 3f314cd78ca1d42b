import type { Store } from '../store/store.ts'

/** What a version of an article took out, put in, or worded otherwise. */
export interface FactChange {
  readonly kind: 'vanished' | 'appeared' | 'changed'
  readonly factKind: string
  /** The words before; null for what appeared. */
  readonly before: string | null
  readonly after: string | null
}

/** What one version of an article changed in its facts. */
export interface VersionChange {
  readonly articleId: number
  readonly title: string | null
  readonly outlet: string | null
  readonly address: string | null
  readonly foundAt: string
  readonly fromVersion: number
  readonly toVersion: number
  readonly changes: readonly FactChange[]
}

export interface ChangesQuestion {
  /** Instant or day from which on changes were found. */
  readonly since: string | null
  readonly limit: number
}

/** The latest versions that changed facts of their article, the newest first. */
export async function listChanges({ db }: Store, { since, limit }: ChangesQuestion): Promise<VersionChange[]> {
  let versions = db.selectFrom('change').select('to_version_id').distinct().orderBy('to_version_id', 'desc').limit(limit)
  if (since !== null) versions = versions.where('found_at', '>=', since)
  const ids = (await versions.execute()).map(({ to_version_id }) => to_version_id)
  const rows = await db
    .selectFrom('change')
    .innerJoin('article', 'article.id', 'change.article_id')
    .innerJoin('version as earlier', 'earlier.id', 'change.from_version_id')
    .innerJoin('version as later', 'later.id', 'change.to_version_id')
    .select(['change.id', 'change.article_id', 'change.to_version_id', 'change.kind', 'change.fact_kind', 'change.words', 'change.found_at'])
    .select(['article.title', 'article.outlet', 'article.address', 'earlier.number as fromVersion', 'later.number as toVersion'])
    .where('change.to_version_id', 'in', [0, ...ids])
    .orderBy('change.to_version_id', 'desc')
    .orderBy('change.id')
    .execute()
  return [...Map.groupBy(rows, ({ to_version_id, fromVersion }) => `${to_version_id} ${fromVersion}`).values()].map((group) => {
    const [first] = group as [(typeof group)[number]]
    const { article_id: articleId, title, outlet, address, found_at: foundAt, fromVersion, toVersion } = first
    return { articleId, title, outlet, address, foundAt, fromVersion, toVersion, changes: pairChanges(group) }
  })
}

interface Noted {
  readonly kind: 'vanished' | 'appeared'
  readonly fact_kind: string
  readonly words: string
}

/** Share of words from which on one fact is the other in other words. */
const LEAST_LIKENESS = 0.5

/** What vanished beside what appeared in its place: the same kind of fact in words that are half the same. Each is paired once, the likeliest first. */
export function pairChanges(noted: readonly Noted[]): FactChange[] {
  const vanished = noted.filter(({ kind }) => kind === 'vanished')
  const appeared = noted.filter(({ kind }) => kind === 'appeared')
  const pairs = vanished.flatMap((from) =>
    appeared.filter((to) => to.fact_kind === from.fact_kind).map((to) => ({ from, to, likeness: compareWords(from.words, to.words) })),
  )
  const partner = new Map<Noted, Noted>()
  const taken = new Set<Noted>()
  for (const { from, to, likeness } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (likeness < LEAST_LIKENESS || partner.has(from) || taken.has(to)) continue
    partner.set(from, to)
    taken.add(to)
  }
  return [
    ...vanished.map((from): FactChange => {
      const to = partner.get(from)
      return { kind: to ? 'changed' : 'vanished', factKind: from.fact_kind, before: from.words, after: to?.words ?? null }
    }),
    ...appeared.filter((to) => !taken.has(to)).map((to): FactChange => ({ kind: 'appeared', factKind: to.fact_kind, before: null, after: to.words })),
  ]
}

/** Words that both have, of those that the longer one has. */
function compareWords(a: string, b: string): number {
  const [one, other] = [countWords(a), countWords(b)]
  let shared = 0
  for (const [word, count] of one) shared += Math.min(count, other.get(word) ?? 0)
  const all = (words: Map<string, number>) => [...words.values()].reduce((sum, count) => sum + count, 0)
  return shared / Math.max(1, all(one), all(other))
}

function countWords(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of words.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
