import { closeLibrary, type Outcome, openLibrary, type SourceCheckTold, type Step, watchTargets } from '../library/library.ts'
import { readThreads } from './add.ts'
import { listenForStop } from './stop.ts'
import { placeStore, showPlace } from './store-place.ts'

interface WatchFlags {
  store?: string
  once?: boolean
  parallel?: string
  allowPrivate?: boolean
  quiet?: boolean
}

/** Watches sources until it is stopped, or checks each once. Exit code 2 when a check failed (with --once), else 0. */
export async function runWatch(targets: string[], flags: WatchFlags): Promise<void> {
  const place = placeStore(flags.store)
  const library = await openLibrary(place, readThreads(flags.parallel))
  const tell = (line: string) => process.stderr.write(`readout: ${line}\n`)
  const signal = listenForStop(() => tell('stopping; what was read is being saved.'))
  let counts = startCounts()
  let failures = 0
  const onStep = ({ outcome, sentence }: Step) => {
    counts[outcome]++
    if (outcome === 'failed') failures++
    if (outcome === 'failed' || (outcome === 'passed' && !flags.quiet)) tell(sentence ?? '')
  }
  const onCheck = ({ address, failed, health }: SourceCheckTold) => {
    const { new: fresh, copy, version, failed: broken } = counts
    if (failed) failures++
    if (health !== null) tell(`ATTENTION: ${health}`)
    if (!flags.quiet && fresh + copy + version + broken > 0)
      process.stdout.write(`${new Date().toISOString().slice(0, 19)}Z ${address}: added: ${fresh + copy}, updated: ${version}, failed: ${broken}\n`)
    counts = startCounts()
  }
  if (!flags.quiet) tell(`watching into ${showPlace(place)}${flags.once ? ', once' : '; Ctrl-C stops'}.`)
  try {
    await watchTargets(library, targets, { allowPrivate: flags.allowPrivate ?? false, isOnce: flags.once ?? false, onStep, onCheck, signal })
  } finally {
    await closeLibrary(library)
  }
  process.exitCode = flags.once && failures > 0 ? 2 : 0
}

function startCounts(): Record<Outcome, number> {
  return { new: 0, copy: 0, version: 0, unchanged: 0, failed: 0, passed: 0 }
}
