import { type Taken, takeIn } from '../intake/intake.ts'
import { readPage } from '../pages/pages.ts'
import { changeStore, claimItems, type ItemRow, listItems, noteItems, type Store } from '../store/store.ts'
import { type AddOptions, addTaken } from './add.ts'
import type { Library } from './open.ts'
import { isAddress, type KnownSource, placeTarget, splitItem, type Target } from './targets.ts'

/** Items that are tried again in one run, and how long another process may have them before they count as left behind. */
const MOST = 100_000
const LEFT_MS = 3_600_000

/** Items of one source that came from the same target. */
interface Group {
  readonly source: KnownSource
  readonly place: string
  /** Key inside the target → name of the item. */
  readonly items: Map<string, string>
}

/** Tries again what failed and may pass now. Each item is tried once; what fails again stays to be tried. */
export async function retryItems(library: Library, options: Pick<AddOptions, 'allowPrivate' | 'onStep' | 'signal'> = {}): Promise<void> {
  const { store } = library
  const now = Date.now()
  const items = await claimItems(store, { at: new Date(now).toISOString(), staleBefore: new Date(now - LEFT_MS).toISOString(), limit: MOST })
  try {
    for (const group of await groupItems(store, items)) if (!options.signal?.aborted) await retryGroup(library, group, options)
  } finally {
    await releaseItems(store, items)
  }
}

async function groupItems({ db }: Store, items: readonly ItemRow[]): Promise<Group[]> {
  const sources = await db.selectFrom('source').select(['id', 'name', 'kind', 'address', 'keep_days']).execute()
  const groups = new Map<string, Group>()
  for (const { source_id, key: item } of items) {
    const source = sources.find(({ id }) => id === source_id)
    if (!source) continue
    const { place, key } = splitItem(source, item)
    const name = `${source_id} ${place}`
    const group = groups.get(name) ?? { source, place, items: new Map() }
    group.items.set(key, item)
    groups.set(name, group)
  }
  return [...groups.values()]
}

/** The target is taken in once more, without the items that did not fail. Those that it offers no more are fetched from their own address. */
async function retryGroup(library: Library, { source, place, items }: Group, options: Parameters<typeof retryItems>[1]): Promise<void> {
  const { allowPrivate = false, onStep = () => {}, signal } = options ?? {}
  const target = await placeTarget(place)
  const missing = new Set(items.keys())
  const means = { readPage, allowPrivate, known: (key: string) => !items.has(key), ...(signal && { signal }) }
  async function* takeAgain(): AsyncGenerator<Taken> {
    for await (const taken of takeIn(place, means)) {
      missing.delete(taken.key)
      // What is wrong with the whole target is wrong with each of its items.
      if ('failure' in taken && taken.key === place && !items.has(place)) for (const key of missing) yield { ...taken, key }
      else yield taken
      if ('failure' in taken && taken.key === place) return missing.clear()
    }
    for (const key of missing) yield* takeDirectly(key, means)
  }
  await addTaken(library, target, takeAgain(), { run: { source, hear: async () => {} }, onStep })
  await settleList(library.store, { source, target, items })
}

/** An item that its feed lists no longer. */
async function* takeDirectly(key: string, means: Parameters<typeof takeIn>[1]): AsyncGenerator<Taken> {
  const address = [key, key.slice(key.lastIndexOf('#') + 1)].find(isAddress)
  if (means.signal?.aborted) return
  if (address === undefined)
    yield { key, failure: { code: 'not-offered', reason: `“${key}” is not offered any more: it cannot be tried again.`, canRetry: false } }
  else for await (const taken of takeIn(address, { ...means, known: () => false })) yield { ...taken, key }
}

/** A feed that could not be had before and gave its items now is itself dealt with. */
async function settleList(store: Store, { source, target, items }: { source: KnownSource; target: Target; items: Group['items'] }): Promise<void> {
  const name = items.get(target.place)
  const waiting = name === undefined ? [] : await listItems(store, 'waiting', { sourceId: source.id, limit: MOST })
  if (name === undefined || !waiting.some(({ key }) => key === name)) return
  await noteItems(store, source.id, [{ key: name, state: 'done', reason: null, code: null, canRetry: false, articleId: null }], new Date().toISOString())
}

/** What was not come to is free for the next run. */
async function releaseItems(store: Store, items: readonly ItemRow[]): Promise<void> {
  for (let first = 0; first < items.length; first += 1_000) {
    const ids = items.slice(first, first + 1_000).map(({ id }) => id)
    await changeStore(store, ({ db }) =>
      db.updateTable('intake_item').set({ state: 'failed', can_retry: 1 }).where('id', 'in', ids).where('state', '=', 'waiting').execute(),
    )
  }
}
