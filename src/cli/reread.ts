import { closeLibrary, openLibrary, rereadArticles } from '../library/library.ts'
import { readThreads } from './add.ts'
import { type Progress, startProgress } from './progress.ts'
import { listenForStop } from './stop.ts'
import { placeStore, showPlace } from './store-place.ts'

interface RereadFlags {
  store?: string
  changed?: boolean
  parallel?: string
  quiet?: boolean
}

/** Reads articles of the library again. Exit code 1 when there was none, 2 when one could not be read, 130 when it was stopped. */
export async function runReread(flags: RereadFlags): Promise<void> {
  const place = placeStore(flags.store)
  const library = await openLibrary(place, readThreads(flags.parallel))
  const shown: { progress: Progress | null } = { progress: null }
  const signal = listenForStop(() => process.stderr.write('readout: stopping; what was read is being saved.\n'))
  let before = 0
  const onProgress = (done: number, all: number) => {
    shown.progress ??= startProgress(all, { isQuiet: flags.quiet ?? false })
    shown.progress.step(done - before)
    before = done
  }
  try {
    const { reread, left, isStopped } = await rereadArticles(library, { isChangedOnly: flags.changed ?? false, onProgress, signal })
    shown.progress?.stop()
    const stopped = isStopped ? ` It was stopped${flags.changed ? ': the same command goes on from here' : ''}.` : ''
    process.stdout.write(`${showPlace(place)}: read again: ${reread}${left > 0 ? `, left as they were: ${left}` : ''}.${stopped}\n`)
    process.exitCode = isStopped ? 130 : left > 0 ? 2 : reread > 0 ? 0 : 1
  } finally {
    shown.progress?.stop()
    await closeLibrary(library)
  }
}
