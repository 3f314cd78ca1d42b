import { ReadoutError } from '../document/readout-error.ts'
import { FetchError } from './fetch-error.ts'
import { runInOrder } from './flight.ts'
import { type Holding, holdFetched } from './holding.ts'
import { takeListed } from './items.ts'
import type { Listed } from './listed.ts'
import { type ListMeans, listItems } from './lists.ts'
import { planAfterFailure, planAfterSuccess } from './schedule.ts'
import { type Failure, failItem, type Means, type Taken } from './taken.ts'
import type { Round, Source, SourceState } from './watch.ts'

interface Work extends ListMeans {
  readonly means: Means
}

/** Checks a source once. A source that cannot be had is a round with one failure; being stopped is thrown (`fetch-stopped`). */
export async function checkSource({ address, state }: Source, work: Work): Promise<Round> {
  const before = state ?? FRESH
  try {
    // An item that is to be tried again stands in the feed alone: “unchanged” would hide it.
    const known = Object.keys(before.pending).length > 0 ? {} : { etag: before.etag, lastModified: before.lastModified }
    const fetched = await work.fetcher.refetch(address, known)
    if (fetched.kind === 'unchanged') return { address, taken: [], state: succeed(address, before, null, work) }
    const holding = holdFetched(fetched)
    if (holding.kind !== 'feed' && holding.kind !== 'sitemap')
      throw new ReadoutError('source-no-feed', `“${address}” is neither a feed nor a sitemap: look for the address of its feed.`)
    return await takeRound(address, holding, { before, etag: fetched.etag, lastModified: fetched.lastModified }, work)
  } catch (error) {
    if (error instanceof FetchError && error.code === 'fetch-stopped') throw error
    const failed = failItem(address, error)
    const retryAfterMs = error instanceof FetchError ? error.retryAfterMs : null
    return { address, taken: [failed], state: 'failure' in failed ? fail(address, before, failed.failure, retryAfterMs, work) : before }
  }
}

const FRESH: SourceState = {
  etag: null,
  lastModified: null,
  nextCheckAt: '',
  lastSuccessAt: null,
  lastError: null,
  failures: 0,
  seen: {},
  pending: {},
  arrivals: [],
}

interface Found extends Pick<SourceState, 'etag' | 'lastModified'> {
  readonly before: SourceState
}

async function takeRound(address: string, holding: Holding, { before, ...validators }: Found, work: Work): Promise<Round> {
  const told: Taken[] = []
  const items: Listed[] = []
  let intervalMs: number | null = null
  for await (const step of listItems(holding, work)) {
    if ('item' in step) items.push(step.item)
    else if ('intervalMs' in step) intervalMs = step.intervalMs
    else told.push(step)
  }
  // What was broken is not “known” next time.
  const broken = items.length === 0 ? told.find((one) => 'failure' in one) : undefined
  if (broken) return { address, taken: told, state: fail(address, before, broken.failure, null, work) }
  const seen = new Map(Object.entries(before.seen))
  const fresh = items.filter((item) => isFresh(item, seen) && !work.means.known?.(item.key))
  const jobs = fresh.map((item) => async () => ({ item, taken: await takeListed(item, work.fetcher, work.means.readPage) }))
  const results: Result[] = []
  for await (const result of runInOrder(jobs, work.limits.itemsAhead)) {
    if ('failure' in result.taken && result.taken.failure.code === 'fetch-stopped') throw new FetchError('fetch-stopped', result.taken.failure.reason)
    results.push(result)
  }
  const state = succeed(address, remember({ ...before, ...validators }, items, results, work), intervalMs, work)
  return { address, taken: [...results.map(({ taken }) => taken), ...told], state }
}

interface Result {
  readonly item: Listed
  readonly taken: Taken
}

/** What tells that an article was changed since. */
function changeOf({ updatedAt, publishedAt }: Listed): string {
  return updatedAt ?? publishedAt ?? ''
}

function isFresh(item: Listed, seen: ReadonlyMap<string, string>): boolean {
  const change = changeOf(item)
  const before = seen.get(item.key)
  return before === undefined || (change !== '' && change !== before)
}

/** An item that still fails then is given up: a feed that lists a dead page for weeks should not have it asked for each time. */
const ATTEMPTS = 5

/** Latest articles by which the rhythm of a source is known. */
const ARRIVALS = 50

function remember(before: SourceState, items: readonly Listed[], results: readonly Result[], { limits }: Work): SourceState {
  const attempts = new Map(Object.entries(before.pending))
  const pending = new Map<string, number>()
  const arrivals = [...before.arrivals]
  for (const { item, taken } of results) {
    const count = (attempts.get(item.key) ?? 0) + 1
    if ('failure' in taken && taken.failure.canRetry && count < ATTEMPTS) pending.set(item.key, count)
    if ('incoming' in taken && !Object.hasOwn(before.seen, item.key)) arrivals.push(taken.incoming.publishedAt ?? new Date().toISOString())
  }
  const done = items.filter(({ key }) => !pending.has(key)).map((item): [string, string] => [item.key, changeOf(item)])
  // What the feed lists now must all be remembered, or it would be taken anew each time; of what it listed once, the latest.
  const now = new Set(items.map(({ key }) => key))
  const once = Object.entries(before.seen).filter(([key]) => !now.has(key))
  const seen = [...done, ...once].slice(0, Math.max(limits.sourceKeys, done.length))
  return {
    ...before,
    seen: Object.fromEntries(seen),
    pending: Object.fromEntries(pending),
    arrivals: arrivals.sort((a, b) => Date.parse(a) - Date.parse(b)).slice(-ARRIVALS),
  }
}

function succeed(address: string, state: SourceState, toldMs: number | null, { limits }: Work): SourceState {
  const now = Date.now()
  const nextCheckAt = new Date(now + planAfterSuccess(address, toldMs, state.arrivals, limits)).toISOString()
  return { ...state, nextCheckAt, lastSuccessAt: new Date(now).toISOString(), lastError: null, failures: 0 }
}

function fail(address: string, before: SourceState, lastError: Failure, retryAfterMs: number | null, { limits }: Work): SourceState {
  const failures = before.failures + 1
  const nextCheckAt = new Date(Date.now() + planAfterFailure(address, failures, retryAfterMs, limits)).toISOString()
  return { ...before, nextCheckAt, lastError, failures }
}
