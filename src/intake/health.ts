import type { SourceState } from './watch.ts'

/** How a watched source does. `sentence` is null while all is well. */
export interface Health {
  readonly articlesADay: number | null
  readonly sentence: string | null
}

const DAY_MS = 86_400_000

/** Fewer articles tell no rhythm. */
const FEWEST = 5

/** Judges a source by its history: whether it fails, or has fallen silent (nothing new for three times its usual gap, and more than a day). */
export function judgeHealth(address: string, { arrivals, failures, lastError, lastSuccessAt }: SourceState, now: Date): Health {
  const times = arrivals.map((instant) => Date.parse(instant)).sort((a, b) => a - b)
  const first = times[0] ?? 0
  const last = times.at(-1) ?? 0
  const articlesADay = times.length < FEWEST ? null : Math.round(((times.length - 1) / Math.max(1, (last - first) / DAY_MS)) * 10) / 10
  if (failures > 0 && lastError !== null) {
    const since = lastSuccessAt === null ? 'was never read' : `was last read on ${lastSuccessAt.slice(0, 10)}`
    return { articlesADay, sentence: `“${address}” ${since}; failed checks in a row: ${failures}. ${lastError.reason}` }
  }
  const usualMs = findUsualGapMs(times)
  const silentMs = now.getTime() - last
  if (usualMs === null || silentMs <= DAY_MS || silentMs <= 3 * usualMs) return { articlesADay, sentence: null }
  return {
    articlesADay,
    sentence: `“${address}” has fallen silent: nothing new for ${sayTime(silentMs)}, where it brings an article every ${sayTime(usualMs)} or so.`,
  }
}

/** Median time between articles that follow each other; null for too few. `times` must be in order. */
export function findUsualGapMs(times: readonly number[]): number | null {
  if (times.length < FEWEST) return null
  const gaps = times.slice(1).map((time, index) => time - (times[index] as number))
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null
}

/** “3 days”, “5 hours”, “20 minutes”. */
function sayTime(ms: number): string {
  const [size, unit] = ms >= 2 * DAY_MS ? [DAY_MS, 'day'] : ms >= 7_200_000 ? [3_600_000, 'hour'] : [60_000, 'minute']
  const count = Math.max(1, Math.round(ms / (size as number)))
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
