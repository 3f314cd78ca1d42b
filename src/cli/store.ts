import { backupStore, checkStore, closeStore, copyStore, measureStore, openStore, type Store } from '../store/store.ts'
import { openForReading } from './ask.ts'
import { writeOut } from './files.ts'
import { placeStore } from './store-place.ts'

interface StoreFlags {
  store?: string
}

/** Looks at a store without changing it. */
export async function withStore(flags: { store?: string }, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openForReading(placeStore(flags.store))
  try {
    await work(store)
  } finally {
    await closeStore(store)
  }
}

/** Holds the store against itself. Exit code 2 when something is wrong. */
export async function runStoreCheck(flags: StoreFlags): Promise<void> {
  await withStore(flags, async (store) => {
    let faults = 0
    for await (const fault of checkStore(store)) {
      faults++
      await writeOut(`${fault}\n`)
    }
    const { counts } = await measureStore(store)
    const verdict = faults === 0 ? 'sound' : `faults: ${faults}`
    await writeOut(
      `${store.name}: ${verdict}; articles: ${counts.article}, versions: ${counts.version}, statements: ${counts.statement}, events: ${counts.event}.\n`,
    )
    process.exitCode = faults > 0 ? 2 : 0
  })
}

/** Copies a store into an empty one, of either engine. */
export async function runStoreCopy(flags: { from: string; to: string }): Promise<void> {
  await withStore({ store: flags.from }, async (from) => {
    const to = await openStore(flags.to)
    try {
      await copyStore(from, to)
      await writeOut(`${from.name} was copied to ${to.name}.\n`)
    } finally {
      await closeStore(to)
    }
  })
}

export async function runStoreBackup(path: string, flags: StoreFlags): Promise<void> {
  await withStore(flags, async (store) => {
    await backupStore(store, path)
    await writeOut(`${store.name} was copied to “${path}”, a store of its own.\n`)
  })
}

export async function runStoreMeasure(flags: StoreFlags & { format: 'text' | 'json' }): Promise<void> {
  await withStore(flags, async (store) => {
    const size = await measureStore(store)
    if (flags.format === 'json') return writeOut(`${JSON.stringify(size, null, 2)}\n`)
    const { bytes, textBytes, counts } = size
    const over = counts.article > 0 ? `, over its text: ${((bytes - textBytes) / 1000 / counts.article).toFixed(1)} kB an article` : ''
    const rows = Object.entries(counts).map(([name, count]) => `  ${name.replace('_', ' ').padEnd(14)}${count}\n`)
    await writeOut(`${store.name}: ${(bytes / 1e6).toFixed(1)} MB, of these text: ${(textBytes / 1e6).toFixed(1)} MB${over}.\n${rows.join('')}`)
  })
}
