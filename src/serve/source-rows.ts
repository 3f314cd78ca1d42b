import type { z } from '@hono/zod-openapi'
import type { SourceList } from '../contract/contract.ts'
import { listHealth, type SourceHealth } from '../library/library.ts'
import { listItems, type Store } from '../store/store.ts'

type SourceLine = z.input<typeof SourceList>['items'][number]

/** Failures of a source that are told. */
const FAILURES = 20

/** All sources with how they do, and what failed and why. */
export async function listSourceRows(store: Store): Promise<SourceLine[]> {
  const healths = await listHealth(store, new Date())
  const rows = await store.db
    .selectFrom('article')
    .select(({ fn }) => ['source_id', fn.countAll<number>().as('count')])
    .where('copy_of', 'is not', null)
    .groupBy('source_id')
    .execute()
  const copies = new Map(rows.map(({ source_id, count }) => [source_id, count]))
  const lines: SourceLine[] = []
  for (const health of healths) lines.push(await tellSource(store, health, copies.get(health.source.id) ?? 0))
  return lines
}

async function tellSource(store: Store, { source, articlesADay, sentence }: SourceHealth, copies: number): Promise<SourceLine> {
  const failed = source.failed > 0 ? await listItems(store, 'failed', { sourceId: source.id, limit: FAILURES }) : []
  return {
    ...{ id: source.id, name: source.name, kind: source.kind, address: source.address, isWatched: source.is_watched === 1, keepDays: source.keep_days },
    ...{ mayExportText: source.may_export_text === 1, articles: source.articles, copies, waiting: source.waiting, articlesADay },
    ...{ checkedAt: source.checked_at, succeededAt: source.succeeded_at, nextCheckAt: source.next_check_at, sentence },
    failed: failed.map(({ key, reason, can_retry, attempts, at }) => ({ key, sentence: reason ?? 'It failed.', canRetry: can_retry === 1, attempts, at })),
  }
}
