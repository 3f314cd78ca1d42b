import { rmSync } from 'node:fs'
import { expect } from 'vitest'
import {
  addSource,
  backupStore,
  changeStore,
  closeStore,
  copyStore,
  deleteArticles,
  findIdentities,
  listForgettable,
  loadRecord,
  measureStore,
  mergeIdentities,
  noteForgotten,
  noteItems,
  openStore,
  type Store,
  saveTaken,
  splitIdentity,
  undoDecision,
} from '../src/store/store.ts'
import { AT, draft, fold, makeTalk } from './library-sample.ts'
import { type Check, listProblems, searchKeys } from './store-problems.ts'

/** Who is who, and decisions about it. */
export function describeIdentities(check: Check): void {
  const dump = async ({ db }: Store) => [
    await db.selectFrom('entity').selectAll().orderBy('article_id').orderBy('number').execute(),
    await db.selectFrom('identity').selectAll().orderBy('id').execute(),
    await db.selectFrom('identity_name').selectAll().orderBy('identity_id').orderBy('name').execute(),
  ]
  check('found by any of their names; one draft is made once', async (store) => {
    const brandt = draft('person', 'Ilva Brandt')
    const talks = [
      makeTalk({ key: 'a', identities: [brandt, null, null, null] }),
      makeTalk({ key: 'b', speaker: 'Ílva Brandt', day: '2024-03-20', identities: [brandt, null, null, null] }),
    ]
    await saveTaken(store, talks, fold)
    const found = await findIdentities(store, { folded: ['ilva brandt', 'nobody'] })
    expect(found).toMatchObject([{ name: 'Ilva Brandt', firstSeenOn: '2024-03-14', lastSeenOn: '2024-03-20' }])
    expect(found[0]?.names).toEqual([
      { name: 'Ilva Brandt', folded: 'ilva brandt', told: 2 },
      { name: 'Ílva Brandt', folded: 'ilva brandt', told: 2 },
    ])
  })
  check('a merge and a split can be taken back', async (store) => {
    await saveTaken(store, [makeTalk({ key: 'a' }), makeTalk({ key: 'b', speaker: 'Chancellor Brandt' })], fold)
    expect(await findIdentities(store, { folded: [], iso3: ['OST'] })).toMatchObject([{ name: 'Ostria' }, { name: 'Ostria' }])
    const before = await dump(store)
    const [kept] = await findIdentities(store, { folded: ['ilva brandt'] })
    const [gone] = await findIdentities(store, { folded: ['chancellor brandt'] })
    const merged = await mergeIdentities(store, { keptId: kept?.id ?? 0, goneId: gone?.id ?? 0, who: 'ada', at: AT })
    expect((await findIdentities(store, { folded: ['chancellor brandt'] })).map(({ name }) => name)).toEqual(['Ilva Brandt'])
    expect((await store.db.selectFrom('statements').select('speaker').execute()).map(({ speaker }) => speaker)).toEqual(['Ilva Brandt', 'Ilva Brandt'])
    expect(await listProblems(store)).toEqual([])
    await undoDecision(store, merged)
    expect(await dump(store)).toEqual(before)
    await expect(undoDecision(store, merged)).rejects.toThrow(/no decision/)
    const split = await splitIdentity(store, { identityId: kept?.id ?? 0, articleIds: [1], draft: draft('person', 'Another Brandt'), who: 'ada', at: AT })
    expect((await store.db.selectFrom('statements').select('speaker').where('article_id', '=', 1).execute())[0]?.speaker).toBe('Another Brandt')
    await undoDecision(store, split.decisionId)
    expect(await dump(store)).toEqual(before)
  })
}

/** Forgetting and copying. */
export function describeKeeping(check: Check, file: (name: string) => string): void {
  check('what is forgotten leaves nothing behind, what others tell stays', async (store) => {
    const id = await addSource(store, { name: 'S', kind: 'list', address: 'list.txt', isWatched: false }, AT)
    await saveTaken(store, [makeTalk({ key: 'a', sourceId: id }), makeTalk({ key: 'b', words: 'B', copyOf: 'a', day: '2020-01-01' })], fold)
    await noteItems(store, id, [{ key: 'a', state: 'done', reason: null, code: null, canRetry: false, articleId: 1 }], AT)
    const [kept] = await findIdentities(store, { folded: ['radu keshen'] })
    expect(await listForgettable(store, { sourceId: id })).toEqual([1])
    expect(await listForgettable(store, { before: '2024-01-01' })).toEqual([2])
    expect(await listForgettable(store, { sourceId: id, before: '2024-01-01' })).toEqual([])
    expect(await listForgettable(store, { identityId: kept?.id ?? 0 })).toEqual([1])
    const gone = await deleteArticles(store, [1, 77])
    await noteForgotten(store, { ...gone, at: AT, who: 'ada', what: '{"source":1}' })
    expect(gone).toEqual({ articles: 1, facts: 2 })
    expect((await measureStore(store)).counts).toMatchObject({ article: 1, report: 1, identity: 3, statement: 1, intake_item: 0, forgotten: 1 })
    expect(await searchKeys(store, 'trade')).toEqual([])
  })
  check('a copy in the other kind of store and back is the same', async (store) => {
    const merged = await saveTaken(store, [makeTalk({ key: 'a' }), makeTalk({ key: 'b', speaker: 'Brandt', words: 'B', copyOf: 'a' })], fold)
    await mergeIdentities(store, { keptId: 1, goneId: 4, who: 'ada', at: AT })
    const path = file('copy.db')
    const backup = file('backup.db')
    for (const place of [path, backup]) rmSync(place, { force: true })
    const copy = await openStore(path)
    await copyStore(store, copy)
    expect(await listProblems(copy)).toEqual([])
    expect((await measureStore(copy)).counts).toEqual((await measureStore(store)).counts)
    expect(await loadRecord(copy, merged[1]?.articleId ?? 0)).toEqual(await loadRecord(store, merged[1]?.articleId ?? 0))
    expect(await searchKeys(copy, 'expand')).toEqual(['a'])
    await expect(copyStore(copy, store)).rejects.toThrow(/not empty/)
    await deleteArticles(store, [1, 2])
    expect((await saveTaken(copy, [makeTalk({ key: 'c' })], fold))[0]?.articleId).toBe(3)
    await backupStore(copy, backup)
    await expect(backupStore(copy, backup)).rejects.toThrow(/exists already/)
    await closeStore(copy)
  })
}

/** Planted faults. */
export function describeFaults(check: Check): void {
  check('the check tells what is wrong', async (store) => {
    await saveTaken(store, [makeTalk({ key: 'a' }), makeTalk({ key: 'b', words: 'B' })], fold)
    const fault = (damage: (step: Store) => Promise<unknown>) =>
      changeStore(store, async (step) => {
        await damage(step)
        const problems = await listProblems(step)
        throw new Error(problems.join(' | ') || 'nothing')
      }).catch((error: unknown) => String((error as Error).message))
    expect(await fault(({ db }) => db.updateTable('statement').set({ act: 'deny' }).where('article_id', '=', 1).execute())).toMatch(
      /Article 1: the rows of “statement” are not those/,
    )
    expect(await fault(({ db }) => db.deleteFrom('participant').where('article_id', '=', 2).execute())).toMatch(
      /Article 2: the rows of “participant”.*2 missing/,
    )
    expect(await fault(({ db }) => db.updateTable('version').set({ text: 'other words' }).where('id', '=', 1).execute())).toMatch(
      /Article 1, version 1: |cannot be unpacked/,
    )
    expect(await fault(({ db, engine }) => engine.unindexTexts(db, [2]))).toMatch(/Article 2 is not found by its words/)
    expect(await fault(({ db }) => db.insertInto('report').values({ first_article_id: null }).execute())).toMatch(/reports without an article: 3/)
    expect(
      await fault(({ db }) =>
        db
          .insertInto('identity')
          .values({ ...draft('person', 'N'), first_seen_on: null, last_seen_on: null })
          .execute(),
      ),
    ).toMatch(/no article tells of/)
  })
}
