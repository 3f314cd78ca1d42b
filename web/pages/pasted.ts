import { signal } from '@preact/signals'
import { sendJson } from '../api.ts'
import { go } from '../route.ts'
import type { JudgedReadout } from '../shapes.ts'

interface Order {
  readonly text?: string
  readonly address?: string
  readonly date?: string
}

/** The reading of a text that was pasted, and what was asked for. */
export const pasted = signal<{ readonly order: Order; readonly record: JudgedReadout } | null>(null)

/** Reads a text, or the page of an address, and goes to the reading. Throws a `Problem`. */
export async function readPasted(given: string, date: string | undefined): Promise<void> {
  const isAddress = /^https?:\/\/\S+$/.test(given)
  const order: Order = { ...(isAddress ? { address: given } : { text: given }), ...(date ? { date } : {}) }
  const record = await sendJson<JudgedReadout>('POST', '/readings', order)
  pasted.value = { order, record }
  go('/?reading')
}
