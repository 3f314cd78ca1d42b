import { signal } from '@preact/signals'

/** What the page last said to its reader, seen and read aloud. */
export const said = signal<{ readonly words: string; readonly isBad: boolean } | null>(null)

const STAYS_MS = 8_000
let timer = 0

export function say(words: string, { isBad = false } = {}): void {
  clearTimeout(timer)
  said.value = { words, isBad }
  timer = window.setTimeout(() => {
    said.value = null
  }, STAYS_MS)
}
