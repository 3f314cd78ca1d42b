import { describe, expect, test } from 'vitest'
import { addCorrection, exportGolden, listCorrections, listVerdicts, loadQueue, loadReviewed, undoCorrection } from '../src/review/review.ts'
import {
  changeStore,
  closeStore,
  copyStore,
  deleteArticles,
  loadReading,
  measureStore,
  openStore,
  type Store,
  saveReadings,
  saveTaken,
} from '../src/store/store.ts'
import { fold } from './library-sample.ts'
import { readReport, takeReport } from './review-sample.ts'
import { listProblems } from './store-problems.ts'

export const NOW = '2024-03-15T09:00:00Z'

/** What review must do alike in both engines. `open` gives a new empty store. */
export function describeReview(engine: string, open: () => Promise<Store>): void {
  const check = (name: string, work: (store: Store) => Promise<void>) =>
    test(name, async () => {
      const store = await open()
      try {
        await saveTaken(store, [takeReport(0), takeReport(1), takeReport(2, readReport(2), 'report-1')], fold)
        await work(store)
        expect(await listProblems(store)).toEqual([])
      } finally {
        await closeStore(store)
      }
    })
  describe(`corrections in ${engine}`, () => {
    describeKeeping(check)
    describeMeeting(check)
    describeQueue(check)
    describeFaults(check)
  })
}

type Check = (name: string, work: (store: Store) => Promise<void>) => void

/** The fact of an article, by its place in its list. */
export async function keyOfEvent(store: Store, articleId: number, n: number): Promise<string> {
  return (await loadReading(store, articleId))?.keys.events[n] ?? ''
}

function describeKeeping(check: Check): void {
  check('are kept, listed, folded in and taken back', async (store) => {
    const draft = { factKind: 'event', factKey: await keyOfEvent(store, 1, 0), action: 'correct', fields: { mode: 'visit' } } as const
    const kept = await addCorrection(store, 1, draft, { who: 'ada', at: NOW, seen: null })
    expect(kept).toMatchObject({
      id: 1,
      who: 'ada',
      articleKey: 'report-0',
      change: { fields: { type: 'CONSULT', mode: 'visit' }, was: { mode: 'meeting' }, confidence: 0.9 },
    })
    expect((await loadReviewed(store, 1))?.record.events[0]).toMatchObject({ mode: 'visit', origin: 'machine+human', lastCorrection: 1 })
    expect(await undoCorrection(store, 1, { who: 'ben', at: NOW })).toMatchObject({ id: 2, undoes: 1 })
    expect(await loadReviewed(store, 1)).toMatchObject({ lastCorrection: 2 })
    expect((await loadReviewed(store, 1))?.record.events[0]).toMatchObject({ mode: 'meeting', origin: 'machine', lastCorrection: 2 })
    await expect(undoCorrection(store, 1, { who: 'ada', at: NOW })).rejects.toMatchObject({
      code: 'correction-conflict',
      message: expect.stringContaining('ben'),
    })
    await expect(undoCorrection(store, 2, { who: 'ada', at: NOW })).rejects.toMatchObject({ code: 'bad-correction' })
    await expect(undoCorrection(store, 99, { who: 'ada', at: NOW })).rejects.toMatchObject({ code: 'no-correction' })
    expect((await listCorrections(store, { articleId: 1 })).map(({ id, action, articleId }) => [id, action, articleId])).toEqual([
      [1, 'correct', 1],
      [2, 'undo', 1],
    ])
    expect(await listCorrections(store, { after: 2 })).toEqual([])
  })
  check('go with the article, and with a person whom they name', async (store) => {
    const speaker = { name: 'Xylia Qorvath', kind: 'person', country: null } as const
    const statement = (await loadReading(store, 1))?.keys.statements[3] ?? ''
    await addCorrection(store, 1, { factKind: 'statement', factKey: statement, action: 'correct', fields: { speaker } }, { who: 'ada', at: NOW, seen: null })
    await addCorrection(store, 1, { factKind: 'event', factKey: await keyOfEvent(store, 1, 0), action: 'accept' }, { who: 'ada', at: NOW, seen: null })
    await addCorrection(store, 2, { factKind: 'event', factKey: await keyOfEvent(store, 2, 0), action: 'accept' }, { who: 'ada', at: NOW, seen: null })
    const other = takeReport(7)
    const entities = other.readout.entities.map((entity, n) => (n === 4 ? { ...entity, name: 'Xylia Qorvath' } : entity))
    await saveTaken(
      store,
      [{ ...other, readout: { ...other.readout, entities }, identities: entities.map(({ kind, name }) => ({ ...NOBODY, kind, name })) }],
      fold,
    )
    const { id } = await store.db.selectFrom('identity').select('id').where('name', '=', 'Xylia Qorvath').executeTakeFirstOrThrow()
    await deleteArticles(store, [4], id)
    expect((await listCorrections(store, {})).map((entry) => entry.id)).toEqual([2, 3])
    await deleteArticles(store, [2])
    expect((await listCorrections(store, {})).map((entry) => entry.id)).toEqual([2])
    await deleteArticles(store, [1])
    expect((await measureStore(store)).counts.correction).toBe(0)
  })
  check('are copied with a store', async (store) => {
    await addCorrection(store, 1, { factKind: 'event', factKey: await keyOfEvent(store, 1, 0), action: 'accept' }, { who: 'ada', at: NOW, seen: null })
    await undoCorrection(store, 1, { who: 'ada', at: NOW })
    const copy = await openStore(':memory:')
    await copyStore(store, copy)
    expect(await listCorrections(copy, {})).toEqual(await listCorrections(store, {}))
    await closeStore(copy)
  })
}

function describeFaults(check: Check): void {
  check('that hang in the air are told by the check of a store', async (store) => {
    await addCorrection(store, 1, { factKind: 'event', factKey: await keyOfEvent(store, 1, 0), action: 'accept' }, { who: 'ada', at: NOW, seen: null })
    const fault = (damage: (step: Store) => Promise<unknown>) =>
      changeStore(store, async (step) => {
        await damage(step)
        throw new Error((await listProblems(step)).join(' | ') || 'nothing')
      }).catch((error: unknown) => String((error as Error).message))
    expect(await fault(({ db }) => db.updateTable('correction').set({ article_key: 'gone' }).execute())).toMatch(/corrections of articles that are gone: 1/)
    const item = { collection_id: 1, number: 1, kind: 'article', article_key: 'gone', fact_key: null, note: null, added_by: 'ada', at: NOW } as const
    const collect = async ({ db }: Store) => {
      await db.insertInto('collection').values({ slug: 's', title: 'S', made_by: 'ada', made_at: NOW, is_archived: 0 }).execute()
      const { id } = await db.selectFrom('collection').select('id').executeTakeFirstOrThrow()
      await db
        .insertInto('collection_item')
        .values({ ...item, collection_id: id })
        .execute()
    }
    expect(await fault(collect)).toMatch(/collections that hold articles that are gone/)
  })
}

const NOBODY = { country: null, iso3: null, wikidata: null, office: null }

function describeMeeting(check: Check): void {
  check('of two people at once: neither is overwritten, the second is told', async (store) => {
    const factKey = await keyOfEvent(store, 1, 0)
    const correct = (who: string, mode: string, seen: number | null) =>
      addCorrection(store, 1, { factKind: 'event', factKey, action: 'correct', fields: { mode } }, { who, at: NOW, seen })
    const [first, second] = await Promise.allSettled([correct('ada', 'visit', null), correct('ben', 'phone', null)])
    expect(first).toMatchObject({ status: 'fulfilled' })
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'correction-conflict', message: expect.stringMatching(/^ada made an entry/) } })
    await correct('ben', 'phone', 1)
    expect((await listCorrections(store, {})).map(({ who }) => who)).toEqual(['ada', 'ben'])
    expect((await loadReviewed(store, 1))?.record.events[0]).toMatchObject({ mode: 'phone', decision: { who: 'ben' } })
    // Another fact of the same article is another matter.
    await addCorrection(store, 1, { factKind: 'event', factKey: await keyOfEvent(store, 1, 1), action: 'accept' }, { who: 'ada', at: NOW, seen: null })
  })
  check('of what is not there or does not read so are refused', async (store) => {
    const add = (articleId: number, factKey: string, fields?: object) =>
      addCorrection(
        store,
        articleId,
        { factKind: 'event', factKey, action: fields ? 'correct' : 'accept', ...(fields && { fields: { ...fields } }) },
        { who: 'ada', at: NOW, seen: null },
      )
    await expect(add(99, 'x')).rejects.toMatchObject({ code: 'no-article' })
    await expect(add(1, 'x')).rejects.toMatchObject({ code: 'no-fact' })
    await expect(add(1, await keyOfEvent(store, 1, 0), { trigger: { start: 0, end: 3, text: 'met' } })).rejects.toMatchObject({
      code: 'bad-correction',
      message: expect.stringContaining('not “met”'),
    })
    expect(await listCorrections(store, {})).toEqual([])
  })
  check('of a rejected fact: it can be decided on again', async (store) => {
    const factKey = await keyOfEvent(store, 1, 0)
    const decide = (action: 'accept' | 'reject', seen: number | null) =>
      addCorrection(store, 1, { factKind: 'event', factKey, action }, { who: 'ada', at: NOW, seen })
    await decide('reject', null)
    expect((await loadReviewed(store, 1))?.record.events.map(({ id }) => id)).toEqual(['v2', 'v3', 'v4'])
    expect((await listVerdicts(store, [1])).get(1)?.get(factKey)).toBe('rejected')
    await decide('accept', 1)
    expect((await loadReviewed(store, 1))?.record.events[0]).toMatchObject({ id: 'v1', decision: { verdict: 'accepted' } })
  })
}

function describeQueue(check: Check): void {
  check('come from a queue: least certain and weightiest first, copies folded, decided ones left out', async (store) => {
    const { items, total } = await loadQueue(store, { limit: 100 })
    expect(total).toBe(20)
    expect(new Set(items.map(({ articleId }) => articleId))).toEqual(new Set([1, 2]))
    const weights = items.map(({ weight }) => weight)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(items[0]).toMatchObject({ articleId: 2, factKind: 'event', number: 4, isMeeting: true, copies: 1, confidence: 50 })
    const pages: string[] = []
    for (let after: string | null = null; ; ) {
      const page = await loadQueue(store, { after, limit: 3 })
      pages.push(...page.items.map(({ factKey }) => factKey))
      after = page.next
      if (after === null) break
    }
    expect(pages).toEqual(items.map(({ factKey }) => factKey))
    const top = items[0] as (typeof items)[number]
    await addCorrection(store, 2, { factKind: 'event', factKey: top.factKey, action: 'accept' }, { who: 'ada', at: NOW, seen: null })
    expect((await loadQueue(store, { kind: 'event' })).items.map(({ factKey }) => factKey)).not.toContain(top.factKey)
    // Read as something else since, it has another key, and is decided all the same.
    const changed = readReport(1, undefined, (given) => ({
      ...given,
      events: given.events.map((one) => (one.type === 'CONSULT' ? { ...one, type: 'AGREE' as const } : one)),
    }))
    await saveReadings(store, [{ ...takeReport(1, changed), versionId: 2 }], fold)
    const left = (await loadQueue(store, { kind: 'event', limit: 100 })).items
    expect(left.filter(({ articleId }) => articleId === 2).map(({ number }) => number)).toEqual([2, 3, 1])
    await expect(loadQueue(store, { after: 'WzFd' })).rejects.toMatchObject({ code: 'bad-cursor' })
  })
  check('become golden articles', async (store) => {
    await addCorrection(store, 1, { factKind: 'event', factKey: await keyOfEvent(store, 1, 0), action: 'accept' }, { who: 'ada', at: NOW, seen: null })
    await addCorrection(store, 1, { factKind: 'event', factKey: await keyOfEvent(store, 1, 1), action: 'reject' }, { who: 'ada', at: NOW, seen: null })
    const [file, ...rest] = await Array.fromAsync(exportGolden(store))
    expect(rest).toEqual([])
    expect(file).toMatchObject({ articleId: 1, name: 'talks-0-1.gold.txt', left: [] })
    expect(file?.text).toMatch(/\nevent CONSULT meeting\n {2}trigger: +met\n/)
    expect(file?.text).toMatch(/\nnot event MOBILIZE\n {2}trigger: +crossed\n/)
    expect(file?.text).toMatch(/\noptional event AID\n/)
  })
}
