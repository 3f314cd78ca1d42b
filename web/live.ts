import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

export const LIVE_NAMES = ['article.added', 'article.changed', 'correction', 'intake.progress', 'alert'] as const
export type LiveName = (typeof LIVE_NAMES)[number]

/** Whether news of the library arrives by itself. `lost`: the server was there and is not any more. */
export const connection = signal<'starting' | 'there' | 'lost'>('starting')

/** Counts how often the server came back: what is shown may be old then, and is asked for again. */
export const returns = signal(0)

const hearers = new Map<LiveName, Set<(told: unknown) => void>>()
const WAIT_MS = 2_000

/**
 * Listens to the server. The browser itself takes up a broken line again and tells what it heard last, so that nothing is missed; where it
 * has given up, as it does when the answer is an error, we begin anew.
 */
export function startListening(): void {
  const source = new EventSource('/events')
  source.addEventListener('open', () => {
    if (connection.value === 'lost') returns.value++
    connection.value = 'there'
  })
  source.addEventListener('error', () => {
    connection.value = 'lost'
    if (source.readyState !== EventSource.CLOSED) return
    setTimeout(startListening, WAIT_MS)
  })
  for (const name of LIVE_NAMES)
    source.addEventListener(name, (event) => {
      const told: unknown = JSON.parse((event as MessageEvent<string>).data)
      for (const hear of hearers.get(name) ?? []) hear(told)
    })
}

/** Calls `hear` with what the server tells under these names while a part of the page is there. */
export function useLive(names: readonly LiveName[], hear: (told: unknown) => void): void {
  useEffect(() => {
    for (const name of names) hearers.set(name, (hearers.get(name) ?? new Set()).add(hear))
    return () => {
      for (const name of names) hearers.get(name)?.delete(hear)
    }
  })
}
