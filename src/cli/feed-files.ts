import { type FileHandle, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { ReadoutError } from '../document/readout-error.ts'
import { addEntries, type Deliver, type FeedEntry, makeEntry, readJsonFeed, writeAtomFeed, writeJsonFeed } from '../questions/questions.ts'

/**
 * Adds alerts to two feeds, PATH.atom and PATH.json, which hold the same. Both are there from the first run on, also without alerts. Each file is
 * replaced whole, so that a reader never sees a part of it.
 */
export function makeFeedDelivery(named: string, now: Date): Deliver {
  const path = named.replace(/\.(?:atom|json|xml)$/, '')
  return (alerts, onSent) =>
    holdLock(`${path}.lock`, async () => {
      const known = await readKnown(`${path}.json`)
      if (known && alerts.length === 0) return
      const fresh = alerts.map((alert) => makeEntry(alert, now.toISOString()))
      const entries = addEntries(known ?? [], fresh)
      await replaceFile(`${path}.atom`, writeAtomFeed(entries, now))
      await replaceFile(`${path}.json`, writeJsonFeed(entries))
      for (const alert of alerts) await onSent(alert)
    })
}

async function readKnown(path: string): Promise<FeedEntry[] | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw refuse(path, error)
  })
  return text === null ? null : readJsonFeed(text, path)
}

async function replaceFile(path: string, text: string): Promise<void> {
  try {
    await writeFile(`${path}.part`, text)
    await rename(`${path}.part`, path)
  } catch (error) {
    throw refuse(path, error)
  }
}

function refuse(path: string, cause: unknown): ReadoutError {
  return new ReadoutError('feed-unwritable', `The feed “${path}” could not be read or written (${(cause as Error).message}).`, { cause })
}

/** Two runs at once would lose what one of them writes. A lock of a process that is gone does not count. */
async function holdLock(path: string, work: () => Promise<void>): Promise<void> {
  const lock = await takeLock(path)
  try {
    await lock.writeFile(String(process.pid))
    await lock.close()
    await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function takeLock(path: string): Promise<FileHandle> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await open(path, 'wx')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw refuse(path, error)
      if (attempt > 0 || (await isHeld(path)))
        throw new ReadoutError('feed-busy', `Another run writes this feed at the moment: try again. If none does, remove “${path}”.`, { cause: error })
      await rm(path, { force: true })
    }
  }
}

async function isHeld(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''))
  try {
    return pid > 0 ? process.kill(pid, 0) : true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
