/**
 * Taking in: files, folders, feeds, sitemaps, archives and addresses → articles. Each item stands or fails alone, in a fixed order, and nothing
 * is left out in silence.
 */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { isAddress } from './addresses.ts'
import { openFetcher } from './fetcher.ts'
import { runInOrder } from './flight.ts'
import { listFolder } from './folders.ts'
import { explainFile, type Holding, holdFetched, holdFile } from './holding.ts'
import { takeListed } from './items.ts'
import { type ListMeans, listItems } from './lists.ts'
import { takeEntries } from './stocks.ts'
import { failItem, type Means, type Taken } from './taken.ts'

export { type Health, judgeHealth } from './health.ts'
export { type Posted, postGuarded } from './post.ts'
export { listWatched } from './source-list.ts'
export type { Failure, Means, ReadPage, Taken } from './taken.ts'
export { type Round, type Source, type SourceState, watchSources } from './watch.ts'

/** What one call shares among its items. */
interface Work extends ListMeans {
  readonly means: Means
}

/**
 * Takes in everything that a target holds: a file or folder, or an address of a page, feed, sitemap or archive; what it is, its content tells.
 * Never throws on the outside world: a target that cannot be had is one failure. Ends without a further word when asked to stop.
 */
export async function* takeIn(target: string, means: Means): AsyncGenerator<Taken> {
  const stop = new AbortController()
  const signal = means.signal ? AbortSignal.any([means.signal, stop.signal]) : stop.signal
  const limits = { ...LIMITS, ...means.limits }
  const fetcher = openFetcher({ allowPrivate: means.allowPrivate ?? false, signal, limits })
  try {
    for await (const taken of takeTarget(target, { means, fetcher, limits, since: means.since ?? null })) {
      if (signal.aborted) return
      yield taken
    }
  } finally {
    // Whoever stops listening stops what is under way.
    stop.abort()
  }
}

async function* takeTarget(target: string, work: Work): AsyncGenerator<Taken> {
  if (isAddress(target)) return yield* takeAddress(target, work)
  const found = await stat(target).catch((cause) => explainFile(target, cause))
  if (found instanceof ReadoutError) yield failItem(target, found)
  else if (found.isDirectory()) yield* takeFolder(target, work)
  else
    try {
      yield* takeHolding(await holdFile(target, target), work)
    } catch (error) {
      yield failItem(target, error)
    }
}

async function* takeAddress(address: string, work: Work): AsyncGenerator<Taken> {
  work.fetcher.open(address)
  let holding: Holding | null = null
  try {
    holding = holdFetched(await work.fetcher.fetch(address))
  } catch (error) {
    yield failItem(address, error)
  }
  if (holding !== null) yield* takeHolding(holding, work)
}

/** Files of a folder are read where they lie; lists of addresses in it are not followed, so that reading a folder never calls out. */
async function* takeFolder(folder: string, work: Work): AsyncGenerator<Taken> {
  for await (const found of listFolder(folder, work.limits.folderDepth)) {
    if (!('path' in found)) {
      yield found
      continue
    }
    const { path } = found
    const keyOf = (key: string) => (key === path ? path : `${path}#${key}`)
    const means: Means = { ...work.means, known: (key) => work.means.known?.(keyOf(key)) ?? false }
    try {
      const holding = await holdFile(join(folder, path), path)
      if (isList(holding)) yield { key: path, remark: `“${path}” lists addresses (${holding.kind}): name it by itself to fetch them.` }
      else for await (const taken of takeHolding(holding, { ...work, means })) yield { ...taken, key: keyOf(taken.key) }
    } catch (error) {
      yield failItem(path, error)
    }
  }
}

async function* takeHolding(holding: Holding, work: Work): AsyncGenerator<Taken> {
  if (!isList(holding)) return yield* takeEntries(holding, work.means, work.limits)
  yield* runInOrder(makeJobs(holding, work), work.limits.itemsAhead)
}

async function* makeJobs(holding: Holding, work: Work): AsyncGenerator<() => Promise<Taken>> {
  const { readPage, known } = work.means
  for await (const step of listItems(holding, work)) {
    if ('key' in step) yield async () => step
    else if ('item' in step && !known?.(step.item.key)) yield () => takeListed(step.item, work.fetcher, readPage)
  }
}

function isList({ kind }: Holding): boolean {
  return kind === 'feed' || kind === 'sitemap' || kind === 'opml' || kind === 'addresses'
}
