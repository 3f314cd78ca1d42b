import type { Limits } from './fetch.ts'
import { findUsualGapMs } from './health.ts'
import { backOffMs, fractionOf } from './pace.ts'

/** A source of which nothing is known yet is looked at again after an hour. */
const UNKNOWN_MS = 3_600_000

/**
 * How long until a source is checked again: as it asks itself, else half its usual gap between articles, within the bounds; up to a tenth more,
 * always the same for one source, so that many are not asked in the same second.
 */
export function planAfterSuccess(address: string, toldMs: number | null, arrivals: readonly string[], limits: Limits): number {
  const gapMs = findUsualGapMs(arrivals.map((instant) => Date.parse(instant)))
  return clamp(toldMs ?? (gapMs === null ? UNKNOWN_MS : gapMs / 2), limits) * (1 + fractionOf(address) / 10)
}

/** The same after failures: longer with each, and not before the server wishes. */
export function planAfterFailure(address: string, failures: number, retryAfterMs: number | null, limits: Limits): number {
  return clamp(Math.max(retryAfterMs ?? 0, backOffMs(failures, limits.checkLeastMs, address)), limits)
}

function clamp(ms: number, { checkLeastMs, checkMostMs }: Limits): number {
  return Math.max(checkLeastMs, Math.min(checkMostMs, ms))
}
