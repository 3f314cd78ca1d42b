import type { ReadingOrder } from '../contract/contract.ts'
import type { Incoming } from '../document/incoming.ts'
import { LIMITS } from '../document/limits.ts'
import type { Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { takeIn } from '../intake/intake.ts'
import type { Library } from '../library/library.ts'
import { readPage } from '../pages/pages.ts'

/** Reads texts of which nothing is kept, one after the other. */
export interface Readings {
  readonly read: (order: ReadingOrder) => Promise<Readout>
}

export function openReadings(library: Library, { allowPrivate, told }: { allowPrivate: boolean; told: (seconds: number) => void }): Readings {
  let waiting = 0
  return {
    read: async (order) => {
      if (waiting >= LIMITS.readingsWaiting) throw new ReadoutError('busy', 'Many texts wait to be read: try again in a while.')
      waiting++
      const began = performance.now()
      try {
        const { article, notices } = order.address === undefined ? await takeText(order) : await takePage(order.address, order, allowPrivate)
        return await library.readers.read(article, notices)
      } finally {
        waiting--
        told((performance.now() - began) / 1000)
      }
    },
  }
}

type Taken = Pick<Incoming, 'article' | 'notices'>

async function takeText({ text = '', title, date }: ReadingOrder): Promise<Taken> {
  return { article: { text, source: null, title: title ?? null, publisher: null, authors: [], publishedOn: date ?? null }, notices: [] }
}

/** The first article of an address; one that lists many is not read here. */
async function takePage(address: string, { title, date }: ReadingOrder, allowPrivate: boolean): Promise<Taken> {
  const stop = new AbortController()
  try {
    for await (const taken of takeIn(address, { readPage, allowPrivate, signal: stop.signal })) {
      if ('failure' in taken) throw new ReadoutError(taken.failure.code, taken.failure.reason)
      if ('remark' in taken) continue
      const { article, notices } = taken.incoming
      if (taken.key !== address) throw new ReadoutError('many-articles', 'This address lists articles: name one of them, or add it as a source.')
      if (article.text.length > LIMITS.readingUnits)
        throw new ReadoutError('too-large', `The page has ${article.text.length} characters, more than the ${LIMITS.readingUnits} that are read at once.`)
      return { article: { ...article, title: title ?? article.title, publishedOn: date ?? article.publishedOn }, notices }
    }
  } finally {
    stop.abort()
  }
  throw new ReadoutError('fetch-nothing', 'There is no article at this address.')
}
