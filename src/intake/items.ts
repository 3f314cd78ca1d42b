import type { Incoming } from '../document/incoming.ts'
import type { Fetcher } from './fetcher.ts'
import type { Listed } from './listed.ts'
import { failItem, type ReadPage, type Taken } from './taken.ts'
import { completeIncoming, readFragment, type Told } from './told.ts'

/** Takes in one article that a feed, sitemap or list names: from the feed where that carries all of it, else from its page. */
export async function takeListed(item: Listed, fetcher: Fetcher, readPage: ReadPage): Promise<Taken> {
  try {
    return { key: item.key, incoming: await readListed(item, fetcher, readPage) }
  } catch (error) {
    return failItem(item.key, error)
  }
}

async function readListed(item: Listed, fetcher: Fetcher, readPage: ReadPage): Promise<Incoming> {
  const told: Told = { ...item, dateClue: 'feed' }
  if (item.fullText !== null) return readFragment(item.fullText, told, item.address ?? item.key, readPage)
  const { bytes, contentType, address } = await fetcher.fetch(item.address ?? '')
  // What the page tells of itself is surer than what a feed tells of it.
  return completeIncoming(await readPage(bytes, { contentType, address, source: address }), told)
}
