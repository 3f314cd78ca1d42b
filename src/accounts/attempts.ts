import { LIMITS } from '../document/limits.ts'

/** Failed attempts to sign in by what they have in common, oldest first. Plain data; it lives as long as the server. */
export type Attempts = Map<string, { readonly failures: number; readonly lastMs: number }>

/** Who tries to sign in, from where. */
export interface Trying {
  readonly name: string
  readonly address: string
}

/** The wait after the first failure too many; it doubles with each further one. */
const FIRST_WAIT_MS = 1_000

/**
 * How many milliseconds somebody must wait before he may try again; 0 when he may. One name from one address waits soonest, so that whoever
 * guesses at a name keeps nobody else out.
 */
export function tellWait(attempts: Attempts, trying: Trying, nowMs: number): number {
  const waits = listKeys(trying).map(({ key, free }) => {
    const known = attempts.get(key)
    if (!known || known.failures < free) return 0
    const wait = Math.min(LIMITS.attemptWaitMs, FIRST_WAIT_MS * 2 ** Math.min(30, known.failures - free))
    return Math.max(0, known.lastMs + wait - nowMs)
  })
  return Math.max(...waits)
}

/** Counts an attempt that failed. What is longest ago is forgotten when there are too many. */
export function noteFailure(attempts: Attempts, trying: Trying, nowMs: number): void {
  for (const { key } of listKeys(trying)) {
    const known = attempts.get(key)
    // After four times the longest wait without a failure one begins anew.
    const before = known && nowMs - known.lastMs < 4 * LIMITS.attemptWaitMs ? known.failures : 0
    attempts.delete(key)
    attempts.set(key, { failures: before + 1, lastMs: nowMs })
  }
  for (const key of attempts.keys()) {
    if (attempts.size <= LIMITS.attemptKeys) return
    attempts.delete(key)
  }
}

/** Takes back what `noteFailure` counted of an attempt that did not fail. Whoever knows the password starts anew from this address. */
export function noteSuccess(attempts: Attempts, trying: Trying): void {
  const [together, ...others] = listKeys(trying)
  attempts.delete(together?.key ?? '')
  for (const { key } of others) {
    const known = attempts.get(key)
    if (!known || known.failures <= 1) attempts.delete(key)
    else attempts.set(key, { ...known, failures: known.failures - 1 })
  }
}

function listKeys({ name, address }: Trying): { key: string; free: number }[] {
  const who = name.toLowerCase().slice(0, LIMITS.accountNameUnits)
  return [
    { key: JSON.stringify([who, address]), free: LIMITS.attemptsTogether },
    { key: JSON.stringify([null, address]), free: LIMITS.attemptsAddress },
    { key: JSON.stringify([who, null]), free: LIMITS.attemptsName },
  ]
}
