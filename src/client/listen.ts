import type { LiveEvents, LiveName } from '../contract/contract.ts'
import type { Connection } from './ask.ts'
import { readProblem } from './problem.ts'

/** Something new. `id`: from where on to listen the next time; null for what no store keeps. */
export type Heard = { readonly [Name in LiveName]: { readonly id: string | null; readonly name: Name; readonly data: LiveEvents[Name] } }[LiveName]

interface Frame {
  readonly id: string | null
  readonly name: string
  readonly data: string
}

/** The pause before coming back grows to this. */
const PAUSE_MOST_MS = 10_000

/** News until it is stopped. A server that says no (401, 403) is not asked again. */
export async function* listen(connection: Connection, { lastId, signal }: { lastId?: string; signal?: AbortSignal }): AsyncGenerator<Heard> {
  let last = lastId ?? null
  for (let pauseMs = 250; !signal?.aborted; pauseMs = Math.min(2 * pauseMs, PAUSE_MOST_MS)) {
    try {
      for await (const { id, name, data } of openLine(connection, last, signal)) {
        pauseMs = 250
        last = id ?? last
        if (name !== 'ready') yield { id, name, data: JSON.parse(data) } as Heard
      }
    } catch (error) {
      if (signal?.aborted) return
      if ('status' in (error as object) && (error as { status: number }).status < 500) throw error
    }
    if (!signal?.aborted) await pause(pauseMs, signal)
  }
}

async function* openLine({ address, headers }: Connection, last: string | null, signal: AbortSignal | undefined): AsyncGenerator<Frame> {
  const told = { accept: 'text/event-stream', ...headers, ...(last !== null && { 'last-event-id': last }) }
  const response = await fetch(`${address}/events`, { headers: told, ...(signal && { signal }) })
  if (!response.ok || !response.body) throw await readProblem(response)
  let rest = ''
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    const frames = (rest + part).split('\n\n')
    rest = frames.pop() as string
    for (const frame of frames) {
      const read = readFrame(frame)
      if (read) yield read
    }
  }
}

/** Null for signs of life. */
function readFrame(frame: string): Frame | null {
  const fields = new Map(frame.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trimStart()]))
  const data = fields.get('data')
  return data === undefined ? null : { id: fields.get('id') ?? null, name: fields.get('event') ?? 'message', data }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
