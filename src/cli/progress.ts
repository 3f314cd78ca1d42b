import { MultiBar } from 'cli-progress'

/** How far a long command is, on standard error. */
export interface Progress {
  readonly step: (count?: number) => void
  /** A line that stays. */
  readonly tell: (line: string) => void
  readonly stop: () => void
}

/** Milliseconds of the past by which the rate is told: what was slow an hour ago is not so now. */
const WINDOW_MS = 30_000

/** A bar with rate and time left on a terminal, with a count alone where nobody knows how many there will be; elsewhere only the lines. */
export function startProgress(total: number | null, { isQuiet }: { isQuiet: boolean }): Progress {
  const tell = (line: string) => process.stderr.write(`${line}\n`)
  if (isQuiet || process.stderr.isTTY !== true) return { step: () => {}, tell, stop: () => {} }
  const format = total === null ? '{value} | {rate} a second' : '{bar} {value} of {total} | {rate} a second | {left} left'
  const bars = new MultiBar({ stream: process.stderr, format, hideCursor: true, clearOnComplete: true, barsize: 24, fps: 5 })
  const bar = bars.create(total ?? Number.MAX_SAFE_INTEGER, 0, { rate: '–', left: '–' })
  const past: { readonly at: number; readonly count: number }[] = [{ at: Date.now(), count: 0 }]
  let count = 0
  return {
    step: (by = 1) => {
      count += by
      const now = Date.now()
      past.push({ at: now, count })
      while (past.length > 2 && now - (past[0]?.at ?? now) > WINDOW_MS) past.shift()
      const [first = { at: now, count }] = past
      const rate = (count - first.count) / Math.max(0.001, (now - first.at) / 1000)
      // A target may hold more than was counted.
      if (total !== null && count > total) bar.setTotal(count)
      bar.update(count, { rate: rate < 10 ? rate.toFixed(1) : rate.toFixed(0), left: total === null || rate === 0 ? '–' : sayTime((total - count) / rate) })
    },
    tell: (line) => {
      bars.log(`${line}\n`)
    },
    stop: () => {
      // Lines told since the last drawing come with the next.
      bars.update()
      bars.stop()
    },
  }
}

/** “1 h 20 min”, “3 min”, “40 s”. */
function sayTime(seconds: number): string {
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`
  return seconds >= 90 ? `${Math.round(seconds / 60)} min` : `${Math.max(0, Math.ceil(seconds))} s`
}
