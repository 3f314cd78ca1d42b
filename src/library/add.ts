import { type Means, type Taken, takeIn } from '../intake/intake.ts'
import { readPage } from '../pages/pages.ts'
import { noteSourceCheck, type Store } from '../store/store.ts'
import { cutLots, workInOrder } from './flow.ts'
import type { Library } from './open.ts'
import { prepareTaken } from './prepare.ts'
import { applyRetention } from './retention.ts'
import { beginRun, endRun, findUnfinished, listDealt } from './runs.ts'
import { type Outcome, type Step, saveLot } from './save-lot.ts'
import { findSource, giveSource, isAddress, type KnownSource, nameSource, placeTarget, type Target } from './targets.ts'

/** Items saved together, or those of two seconds: what is lost when the machine stops. */
export const LOT = 20
export const LOT_MS = 2_000

/** Items under way for each thread that reads. */
const AHEAD = 4

export interface AddOptions {
  /** Name of the source; without it, the name of the feed, archive, folder or site. */
  readonly sourceName?: string | null
  readonly allowPrivate?: boolean
  /** Hears of every item once it is saved. */
  readonly onStep?: (step: Step) => void
  /** What was read is still saved; the next run goes on from there. */
  readonly signal?: AbortSignal
}

/** How many items became what, and how many articles went because their source keeps them no longer. */
export interface AddReport extends Readonly<Record<Outcome, number>> {
  readonly forgotten: number
  readonly isStopped: boolean
}

/**
 * Adds targets (files, folders, addresses of pages, feeds, sitemaps …) to a library, one after the other, in their order. An item that fails stops
 * no other. What is there already with the same text stays; another text becomes the article's next version.
 */
export async function addTargets(library: Library, targets: readonly string[], options: AddOptions = {}): Promise<AddReport> {
  const counts: Record<Outcome, number> = { new: 0, copy: 0, version: 0, unchanged: 0, failed: 0, passed: 0 }
  const onStep = (step: Step) => {
    counts[step.outcome]++
    options.onStep?.(step)
  }
  for (const written of targets) if (!options.signal?.aborted) await addTarget(library, await placeTarget(written), { ...options, onStep })
  const forgotten = await applyRetention(library.store, new Date().toISOString())
  return { ...counts, forgotten, isStopped: options.signal?.aborted ?? false }
}

/** Adds one target. */
async function addTarget(library: Library, target: Target, { sourceName = null, allowPrivate = false, onStep, signal }: AddOptions): Promise<void> {
  const { store } = library
  const run = await openRun(store, target, sourceName)
  const stop = new AbortController()
  let failure: string | null = null
  const hearStep = (step: Step) => {
    if (step.outcome === 'failed' && step.key === target.written) failure = step.sentence
    onStep?.(step)
  }
  const means: Means = { readPage, allowPrivate, known: run.isDealt, signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal }
  try {
    await addTaken(library, target, takeIn(target.written, means), { run, onStep: hearStep })
  } finally {
    stop.abort()
  }
  if (signal?.aborted) return
  if (run.began !== null) await endRun(store, target)
  if (run.source) await noteCheck(store, run.source.id, failure)
}

/** What watching remembers of a source stays. */
async function noteCheck(store: Store, id: number, failure: string | null): Promise<void> {
  const row = await store.db.selectFrom('source').select(['next_check_at', 'fetch_state']).where('id', '=', id).executeTakeFirst()
  if (row) await noteSourceCheck(store, id, { at: new Date().toISOString(), failure, nextCheckAt: row.next_check_at, fetchState: row.fetch_state })
}

/** One run over a target. */
interface Run {
  began: string | null
  source: KnownSource | null
  readonly isDealt: (key: string) => boolean
  /** Finds or makes the source when the first item tells what the target is. */
  readonly hear: (taken: Taken) => Promise<void>
}

async function openRun(store: Store, target: Target, name: string | null): Promise<Run> {
  const began = await findUnfinished(store, target)
  const source = began === null ? null : await findSource(store, nameSource(target, { isSingle: false, name }))
  const isDealt = began !== null && source ? await listDealt(store, source, target, began) : () => false
  const hear = async (taken: Taken) => {
    const isSingle = taken.key === target.written
    // A file that is not there makes no source.
    if (run.source !== null || 'remark' in taken || ('failure' in taken && isSingle && !isAddress(target.place))) return
    const at = new Date().toISOString()
    run.source = await giveSource(store, target, { isSingle, name, at })
    if (isSingle || run.began !== null) return
    await beginRun(store, target, at)
    run.began = at
  }
  const run: Run = { began, source, isDealt, hear }
  return run
}

/** Whom to ask for the source and to tell what became of items. */
export interface Hearing {
  readonly run: { readonly source: KnownSource | null; readonly hear: (taken: Taken) => Promise<void> }
  readonly onStep: (step: Step) => void
}

/** Prepares and saves what is taken in. */
export async function addTaken(library: Library, target: Target, taken: AsyncIterable<Taken>, { run, onStep }: Hearing): Promise<void> {
  async function* hearEach() {
    for await (const one of taken) {
      await run.hear(one)
      yield one
    }
  }
  const prepared = workInOrder(hearEach(), (one) => prepareTaken(library, target, run.source, one), AHEAD * library.readers.count)
  for await (const items of cutLots(prepared, LOT, LOT_MS)) for (const step of await saveLot(library, { target, source: run.source, items })) onStep(step)
}
