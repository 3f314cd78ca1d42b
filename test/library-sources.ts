import { join } from 'node:path'
import { expect } from 'vitest'
import { addTargets, closeLibrary, listHealth, retryItems, watchTargets } from '../src/library/library.ts'
import { expectSound, type Kit, NOTHING, PAGE_OF_A_STORM, REPORT } from './library-kit.ts'
import { serve } from './loopback.ts'

export async function watchesFeeds(kit: Kit): Promise<void> {
  const library = await kit.open()
  const page = (words: string) =>
    `<html><head><title>Talks in Dravik</title></head><body><article><h1>Talks in Dravik</h1>${REPORT(words)
      .split('\n\n')
      .map((text) => `<p>${text}</p>`)
      .join('')}</article></body></html>`
  const pages = { one: page('We will open the corridor'), day: '2024-03-14T08:00:00Z', isBroken: true }
  const site = await serve({
    '/feed.xml': (_, response) =>
      response.end(
        `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>f</id><updated>${pages.day}</updated>${['one', 'two'].map((id) => `<entry><id>${id}</id><title>Talks</title><link href="/${id}"/><updated>${pages.day}</updated></entry>`).join('')}</feed>`,
      ),
    '/one': (_, response) => response.end(pages.one),
    '/two': (_, response) => (pages.isBroken ? response.writeHead(404).end() : response.end(PAGE_OF_A_STORM)),
  })
  const watch = async () => {
    const found: string[] = []
    const feed = `${site.origin}/feed.xml`
    await watchTargets(library, [feed], { isOnce: true, allowPrivate: true, onStep: ({ outcome, key }) => found.push(`${outcome} ${key}`) })
    return found
  }
  expect(await watch()).toEqual(['new one', 'failed two'])
  expect(await watch()).toEqual([])
  pages.one = page('We may open the corridor one day')
  pages.day = '2024-03-14T12:00:00Z'
  pages.isBroken = false
  expect(await watch()).toEqual(['version one', 'new two'])
  const [health] = await listHealth(library.store, new Date())
  expect(health).toMatchObject({ source: { kind: 'feed', is_watched: 1, articles: 2, failed: 0, failure: null }, sentence: null })
  await expectSound(library)
  await closeLibrary(library)
}

export async function triesAgain(kit: Kit): Promise<void> {
  const library = await kit.open()
  const state = { isDown: true }
  const site = await serve({
    '/list.txt': (_, response) => response.end(`${site.origin}/a\n${site.origin}/b\n`),
    '/a': (_, response) => response.setHeader('content-type', 'text/plain').end(REPORT('We will open the corridor')),
    '/b': (_, response) =>
      state.isDown ? response.writeHead(503, { 'retry-after': '9999' }).end() : response.end('The port of Halle stays closed, the harbour master said.'),
  })
  const list = join(kit.makeFolder({ 'list.txt': `${site.origin}/a\n${site.origin}/b\n` }), 'list.txt')
  const options = { allowPrivate: true }
  expect(await addTargets(library, [list], options)).toEqual({ ...NOTHING, new: 1, failed: 1 })
  state.isDown = false
  const retried: string[] = []
  const retry = () => retryItems(library, { ...options, onStep: ({ outcome, key }) => retried.push(`${outcome} ${key}`) })
  await retry()
  await retry()
  expect(retried).toEqual([`new ${site.origin}/b`])
  expect((await listHealth(library.store, new Date())).map(({ source }) => [source.articles, source.failed])).toEqual([[2, 0]])
  await closeLibrary(library)
}
