import { ReadoutError } from '../document/readout-error.ts'
import { judgeHealth, listWatched, type Round, type Source, type SourceState, type Taken, watchSources } from '../intake/intake.ts'
import { readPage } from '../pages/pages.ts'
import { addSource, noteSourceCheck, type Store, setSourceSetting } from '../store/store.ts'
import { type AddOptions, addTaken } from './add.ts'
import type { Library } from './open.ts'
import { applyRetention } from './retention.ts'
import type { Step } from './save-lot.ts'
import { isAddress, type KnownSource, placeTarget } from './targets.ts'

export interface WatchOptions extends Pick<AddOptions, 'allowPrivate' | 'signal' | 'onStep'> {
  /** Check each source once, now, and end. */
  readonly isOnce?: boolean
  /** Hears of each check: what came of it, and a sentence where the source fails or has fallen silent. */
  readonly onCheck?: (check: SourceCheckTold) => void
}

export interface SourceCheckTold {
  readonly address: string
  readonly steps: number
  readonly failed: boolean
  readonly health: string | null
}

type WatchedSource = KnownSource & { readonly fetch_state: string | null }

/**
 * Watches feeds and sitemaps: the addresses that a file names (OPML, or one a line), an address itself, or without any the sources of the library
 * that were watched before. Goes on until it is stopped; what was found and what is remembered of a source are saved as they come, so that it can be
 * stopped at any moment and goes on from there.
 */
export async function watchTargets(library: Library, targets: readonly string[], options: WatchOptions = {}): Promise<void> {
  const { allowPrivate = false, isOnce = false } = options
  const sources = await listToWatch(library.store, targets)
  if (sources.length === 0) throw new ReadoutError('no-sources', 'No source is watched yet: name a file of addresses, an OPML file, or the address of a feed.')
  const stop = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
  const waiting = new Set(sources.map(({ address }) => address))
  try {
    const states = sources.map((source) => startFrom(source, isOnce))
    for await (const round of watchSources(states, { readPage, allowPrivate, signal })) {
      const source = sources.find(({ address }) => address === round.address)
      if (source) await saveRound(library, source, round, options)
      waiting.delete(round.address)
      if (isOnce && waiting.size === 0) return
    }
  } finally {
    stop.abort()
  }
}

async function listToWatch(store: Store, targets: readonly string[]): Promise<WatchedSource[]> {
  const at = new Date().toISOString()
  const addresses: string[] = []
  for (const target of targets) addresses.push(...(isAddress(target) ? [target] : await listWatched(target)))
  for (const address of new Set(addresses)) {
    const known = await store.db.selectFrom('source').select('id').where('address', '=', address).where('kind', 'in', ['feed', 'sitemap']).executeTakeFirst()
    if (known) await setSourceSetting(store, known.id, { isWatched: true })
    else await addSource(store, { name: address, kind: /sitemap/i.test(address) ? 'sitemap' : 'feed', address, isWatched: true }, at)
  }
  const query = store.db.selectFrom('source').select(['id', 'name', 'kind', 'address', 'keep_days', 'fetch_state']).where('is_watched', '=', 1).orderBy('id')
  return (targets.length > 0 ? query.where('address', 'in', addresses) : query).execute()
}

/** Asked to look once, it looks now, and not when the source is due. */
function startFrom({ address, fetch_state }: WatchedSource, isOnce: boolean): Source {
  const state = fetch_state === null ? null : (JSON.parse(fetch_state) as SourceState)
  return { address, state: state && isOnce ? { ...state, nextCheckAt: '' } : state }
}

/** The state is saved behind what it remembers: what was taken twice is recognised by its text, what was lost would be lost for good. */
async function saveRound(
  library: Library,
  source: WatchedSource,
  { address, taken, state }: Round,
  { onStep = () => {}, onCheck }: WatchOptions,
): Promise<void> {
  const { store } = library
  const broken = taken.find((one) => 'failure' in one && one.key === address)
  // A source that cannot be had is no item of its own: it is checked again anyway.
  const items = taken.filter((one) => one !== broken)
  const target = await placeTarget(address)
  let steps = 0
  const hearStep = (step: Step) => {
    steps++
    onStep(step)
  }
  await addTaken(library, target, giveEach(items), { run: { source, hear: async () => {} }, onStep: hearStep })
  const now = new Date()
  const check = { at: now.toISOString(), failure: state.lastError?.reason ?? null, nextCheckAt: state.nextCheckAt || null, fetchState: JSON.stringify(state) }
  await noteSourceCheck(store, source.id, check)
  await applyRetention(store, now.toISOString())
  onCheck?.({ address, steps, failed: broken !== undefined, health: judgeHealth(address, state, now).sentence })
}

async function* giveEach(items: readonly Taken[]): AsyncGenerator<Taken> {
  yield* items
}
