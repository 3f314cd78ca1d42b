import { afterAll, describe, test } from 'vitest'
import { goesOn, readsAlike, takesFolders } from './library-adding.ts'
import { forgets, rereads, tiesPeople } from './library-keeping.ts'
import { makeKit } from './library-kit.ts'
import { triesAgain, watchesFeeds } from './library-sources.ts'

const TESTS = [
  ['a folder is taken in; again, nothing changes; another text is a version', takesFolders],
  ['the same people are one; exports leave copies out', tiesPeople],
  ['what one thread reads, two read the same', readsAlike],
  ['a feed is watched: what is new, what changed, what failed', watchesFeeds],
  ['what failed is tried again', triesAgain],
  ['a changed model replaces readings and keeps keys and what people decided', rereads],
  ['forgetting by article, source and person; retention by source', forgets],
  ['what was broken off goes on', goesOn],
] as const

/** What the library promises, held against one engine. `makeLocation` gives the place of a new, empty store. */
export function describeLibrary(engine: string, makeLocation: () => string): void {
  const kit = makeKit(makeLocation)
  afterAll(kit.close)
  describe(`the library in ${engine}`, () => {
    for (const [name, work] of TESTS) test(name, { timeout: 120_000 }, () => work(kit))
  })
}
