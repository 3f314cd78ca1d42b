import { ReadoutError } from '../document/readout-error.ts'
import { type AddReport, addTargets, closeLibrary, countExpected, type Outcome, openLibrary, retryItems, type Step } from '../library/library.ts'
import { startProgress } from './progress.ts'
import { listenForStop } from './stop.ts'
import { placeStore, showPlace } from './store-place.ts'

interface AddFlags {
  store?: string
  source?: string
  retry?: boolean
  parallel?: string
  allowPrivate?: boolean
  quiet?: boolean
}

/** Remarks that are told; the rest is counted. */
const REMARKS = 20

/** Adds targets to the library. Exit code 2 when an item failed, 1 when there was nothing, 130 when it was stopped. */
export async function runAdd(targets: string[], flags: AddFlags): Promise<void> {
  if (targets.length === 0 && !flags.retry) throw new ReadoutError('nothing-named', 'Name what is to be added: files, folders or addresses.')
  const place = placeStore(flags.store)
  const library = await openLibrary(place, readThreads(flags.parallel))
  const progress = startProgress(flags.retry ? null : await countExpected(targets), { isQuiet: flags.quiet ?? false })
  const signal = listenForStop(() => progress.tell('readout: stopping; what was read is being saved.'))
  const counts: Record<Outcome, number> = { new: 0, copy: 0, version: 0, unchanged: 0, failed: 0, passed: 0 }
  let retries = 0
  const onStep = ({ outcome, sentence, canRetry }: Step) => {
    counts[outcome]++
    if (canRetry) retries++
    progress.step()
    if (outcome === 'failed') progress.tell(`readout: ${sentence}`)
    else if (outcome === 'passed' && !flags.quiet && counts.passed <= REMARKS) progress.tell(`readout: ${sentence}`)
  }
  const options = { sourceName: flags.source ?? null, allowPrivate: flags.allowPrivate ?? false, onStep, signal }
  let report: AddReport
  try {
    if (flags.retry) await retryItems(library, options)
    report = await addTargets(library, targets, options)
  } finally {
    progress.stop()
    await closeLibrary(library)
  }
  process.stdout.write(`${tellReport({ ...report, ...counts }, showPlace(place), retries)}\n`)
  const done = counts.new + counts.copy + counts.version + counts.unchanged
  process.exitCode = report.isStopped ? 130 : counts.failed > 0 ? 2 : done > 0 ? 0 : 1
}

/** Options of a library that reads. */
export function readThreads(parallel: string | undefined): { parallel?: number; modelFolder?: string } {
  const count = parallel === undefined ? undefined : Number(parallel)
  if (count !== undefined && (!Number.isInteger(count) || count < 1 || count > 64))
    throw new ReadoutError('bad-number', `“${parallel}” is no number of threads: give one from 1 to 64.`)
  const folder = process.env.READOUT_MODELS
  return { ...(count !== undefined && { parallel: count }), ...(folder && { modelFolder: folder }) }
}

function tellReport(report: AddReport, place: string, retries: number): string {
  const told: readonly (readonly [number, string])[] = [
    [report.copy, 'copies folded'],
    [report.version, 'updated'],
    [report.unchanged, 'unchanged'],
    [report.passed, 'remarks'],
    [report.forgotten, 'no longer kept'],
    [report.failed, 'failed'],
  ]
  const rest = told.flatMap(([count, name]) => (count > 0 ? `, ${name}: ${count}` : []))
  const ends = [
    ...(retries > 0 ? [`Of what failed, ${retries} may pass another time: “readout add --retry”.`] : []),
    ...(report.isStopped ? ['It was stopped: the same command goes on from here.'] : []),
  ]
  return [`${place}: added: ${report.new + report.copy}${rest.join('')}.`, ...ends].join('\n')
}
