import type { Block } from '../document/incoming.ts'
import type { Notice } from '../document/notice.ts'
import { packBytes } from './pack-record.ts'
import { unpackBytes } from './unpack-record.ts'

/** Where the pieces of a text stand in its page or paper, and what was noticed when it was taken. */
export interface Layout {
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
}

/** Packed layouts are read by this: it never changes. */
const DICTIONARY = Buffer.from('html > body > div > main > section > article > p:nth-of-type(1)')

/** Columns pack better than rows: gaps before blocks, their lengths, and elements in which only the last number differs. */
export function packLayout({ blocks, notices }: Layout): Buffer {
  const gaps = blocks.map(({ start }, n) => start - (blocks[n - 1]?.end ?? 0))
  const lengths = blocks.map(({ start, end }) => end - start)
  const pages = blocks.some(({ page }) => page !== null) ? blocks.map(({ page }) => page) : null
  const elements = blocks.map(({ element }) => element)
  return packBytes(Buffer.from(JSON.stringify([gaps, lengths, pages, elements, notices])), DICTIONARY)
}

/** The layout that was packed. */
export function unpackLayout(packed: Uint8Array): Layout {
  type Columns = [number[], number[], (number | null)[] | null, (string | null)[], Notice[]]
  const [gaps, lengths, pages, elements, notices] = JSON.parse(unpackBytes(packed, DICTIONARY).toString()) as Columns
  let at = 0
  const blocks = gaps.map((gap, n) => {
    const start = at + gap
    at = start + (lengths[n] as number)
    return { start, end: at, element: elements[n] ?? null, page: pages?.[n] ?? null }
  })
  return { blocks, notices }
}
