import { hash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IntakeOrder } from '../contract/contract.ts'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { addTargets, type Library, retryItems, type Step } from '../library/library.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'

/** Takes articles into the library, one order after the other, and tells how it goes. */
export interface Intakes {
  /** Begins, or puts it behind what is under way. Returns its number in the events that tell of it. */
  readonly add: (order: IntakeOrder) => number
  /** Tries again what failed and may pass now. */
  readonly retry: () => number
  readonly close: () => Promise<void>
}

/** What an order does: it hears of each step. */
type Work = (hear: (step: Step) => void, signal: AbortSignal) => Promise<void>

/** Between two words about the progress of one order. */
const TELL_MS = 250

export function openIntakes(library: Library, { live, log, allowPrivate }: { live: Live; log: Log; allowPrivate: boolean }): Intakes {
  const stop = new AbortController()
  let line: Promise<void> = Promise.resolve()
  let waiting = 0
  let last = 0
  const begin = (work: Work) => {
    if (waiting >= LIMITS.intakesWaiting) throw new ReadoutError('busy', 'Many intakes wait for their turn: try again in a while.')
    waiting++
    const id = ++last
    line = line.then(() => run(id, work)).finally(() => waiting--)
    return id
  }
  const run = async (id: number, work: Work) => {
    if (stop.signal.aborted) return
    const counts: Record<string, number> = {}
    let toldAt = 0
    let problem: string | null = null
    const tell = (lastKey: string | null, isDone: boolean) => live.tell('intake.progress', { id, counts: { ...counts }, lastKey, isDone, problem })
    const hear = ({ outcome, key, sentence }: Step) => {
      counts[outcome] = (counts[outcome] ?? 0) + 1
      if (outcome === 'failed') problem = sentence
      if (performance.now() - toldAt < TELL_MS) return
      toldAt = performance.now()
      tell(key, false)
    }
    try {
      await work(hear, stop.signal)
    } catch (error) {
      if (!(error instanceof ReadoutError)) log.error({ err: error }, 'intake broke off')
      problem = error instanceof ReadoutError ? error.message : 'A mistake of ours; the log of the server tells more.'
    }
    await live.look()
    tell(null, true)
  }
  const options = (hear: (step: Step) => void, signal: AbortSignal) => ({ allowPrivate, signal, onStep: hear })
  return {
    add: (order) =>
      begin(async (hear, signal) => {
        const sourceName = order.source ?? null
        if (order.text === undefined) await addTargets(library, [order.address as string], { ...options(hear, signal), sourceName })
        else await withFile(order, async (file) => void (await addTargets(library, [file], { ...options(hear, signal), sourceName: sourceName ?? 'pasted' })))
      }),
    retry: () => begin((hear, signal) => retryItems(library, options(hear, signal))),
    close: async () => {
      stop.abort()
      await line
    },
  }
}

/** A pasted text as a file of one line, named by its words: the same text pasted twice is the same article. */
async function withFile({ text = '', title, date, address }: IntakeOrder, work: (file: string) => Promise<void>): Promise<void> {
  const name = hash('sha256', text, 'hex').slice(0, 24)
  const folder = join(tmpdir(), 'readout-pasted')
  const file = join(folder, `${name}.jsonl`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await writeFile(file, `${JSON.stringify({ id: name, text, title, date, url: address })}\n`, { mode: 0o600 })
    await work(file)
  } finally {
    await rm(file, { force: true })
  }
}
