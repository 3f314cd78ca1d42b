import { expect } from 'vitest'
import {
  addSource,
  claimItems,
  deleteArticles,
  findCopyCandidates,
  listItems,
  listSources,
  noteItems,
  noteSourceCheck,
  parseSearch,
  saveTaken,
  setSourceSetting,
} from '../src/store/store.ts'
import { AT, fold, makeTalk } from './library-sample.ts'
import { type Check, searchKeys } from './store-problems.ts'

/** Sources and what they offered. */
export function describeSources(check: Check): void {
  check('sources with their settings and counts', async (store) => {
    const source = { name: 'Strait', kind: 'feed', address: 'https://strait.example/feed', isWatched: true } as const
    const id = await addSource(store, source, AT)
    expect(await addSource(store, source, AT)).toBe(id)
    await expect(addSource(store, { ...source, address: 'https://other.example' }, AT)).rejects.toThrow(/another address/)
    await setSourceSetting(store, id, { keepDays: 30, mayExportText: false })
    await noteSourceCheck(store, id, { at: AT, failure: 'No answer.', nextCheckAt: null, fetchState: '{}' })
    await noteSourceCheck(store, id, { at: '2024-03-16T00:00:00Z', failure: null, nextCheckAt: null, fetchState: null })
    await saveTaken(store, [makeTalk({ key: 'a', sourceId: id })], fold)
    const failed = { state: 'failed', reason: 'Too slow.', code: 'slow', canRetry: true, articleId: null } as const
    await noteItems(
      store,
      id,
      [
        { key: 'a', state: 'done', reason: null, code: null, canRetry: false, articleId: 1 },
        { key: 'b', ...failed },
      ],
      AT,
    )
    await noteItems(store, id, [{ key: 'b', ...failed }], AT)
    expect(await listSources(store)).toMatchObject([
      {
        name: 'Strait',
        is_watched: 1,
        keep_days: 30,
        may_export_text: 0,
        articles: 1,
        failed: 1,
        waiting: 0,
        failed_at: AT,
        succeeded_at: '2024-03-16T00:00:00Z',
        failure: null,
      },
    ])
    expect(await listItems(store, 'failed')).toMatchObject([{ key: 'b', attempts: 2, can_retry: 1 }])
  })
  check('an item is claimed by one, and again when it was left lying', async (store) => {
    const id = await addSource(store, { name: 'S', kind: 'list', address: 'list.txt', isWatched: false }, AT)
    const failed = { state: 'failed', reason: 'Too slow.', code: 'slow', articleId: null } as const
    await noteItems(
      store,
      id,
      [
        { key: 'a', ...failed, canRetry: true },
        { key: 'b', ...failed, canRetry: false },
      ],
      AT,
    )
    const claim = (at: string, staleBefore: string) => claimItems(store, { at, staleBefore, limit: 10 })
    const claims = await Promise.all([claim('2024-03-16T00:00:00Z', AT), claim('2024-03-16T00:00:00Z', AT)])
    expect(claims.flat().map(({ key }) => key)).toEqual(['a'])
    expect((await claim('2024-03-17T00:00:00Z', '2024-03-16T12:00:00Z')).map(({ key }) => key)).toEqual(['a'])
  })
}

/** Copies and searches. */
export function describeFinding(check: Check): void {
  check('copies are one report, told by the earliest', async (store) => {
    const bands = [7, 4_294_967_295]
    await saveTaken(store, [makeTalk({ key: 'a', bands }), makeTalk({ key: 'b', day: '2024-03-15', copyOf: 'a', words: 'B', bands: [7, 1] })], fold)
    await saveTaken(store, [makeTalk({ key: 'c', day: '2024-03-12', copyOf: 'b', words: 'C' })], fold)
    const list = () => store.db.selectFrom('article').select(['key', 'report_id', 'copy_of']).orderBy('id').execute()
    expect(await list()).toEqual([
      { key: 'a', report_id: 1, copy_of: 3 },
      { key: 'b', report_id: 1, copy_of: 3 },
      { key: 'c', report_id: 1, copy_of: null },
    ])
    expect((await findCopyCandidates(store, [7, 1], 9)).map(({ key }) => key)).toEqual(['b', 'a'])
    expect((await findCopyCandidates(store, [8, 4_294_967_295], 9)).map(({ key, shared }) => [key, shared])).toEqual([['a', 1]])
    await deleteArticles(store, [3])
    expect(await list()).toEqual([
      { key: 'a', report_id: 1, copy_of: null },
      { key: 'b', report_id: 1, copy_of: 1 },
    ])
    await saveTaken(store, [makeTalk({ key: 'b', words: 'Quite another text' })], fold)
    expect((await list()).map(({ copy_of }) => copy_of)).toEqual([null, null])
  })
  check('search: words, phrases, beginnings, OR, minus', async (store) => {
    await saveTaken(
      store,
      [
        makeTalk({ key: 'a', words: 'Sanctions hurt the café trade', title: 'North' }),
        makeTalk({ key: 'b', words: 'The trade will hurt; sanctioned', title: "South's" }),
      ],
      fold,
    )
    const cases: [string, string[]][] = [
      ['sanctions', ['a']],
      ['sanction*', ['a', 'b']],
      ['SANCTION* -"hurt the"', ['b']],
      ['"hurt the"', ['a']],
      ['"hurt sanctioned"', ['b']],
      ['CAFE', ['a']],
      ['café trade', ['a']],
      ['north OR south', ['a', 'b']],
      ['"north star" OR south', ['b']],
      ['north south', []],
      ['trade -south', ['a']],
      ['"the caf"*', ['a']],
      ['"trade said"', []],
      ["south's", ['b']],
      ['"north ilva"', []],
      ['NEAR(trade) AND hurt) OR "', []],
      ['sanctions* " OR \\ \' ; drop', []],
    ]
    for (const [typed, keys] of cases) expect([typed, await searchKeys(store, typed)]).toEqual([typed, keys])
    for (const typed of ['', '-trade', '" "', '-*']) expect(() => parseSearch(typed)).toThrow(/no word to look for/)
  })
}
