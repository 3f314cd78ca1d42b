import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { loadIncoming, loadRecord, measureStore, saveReadings, saveTaken } from '../src/store/store.ts'
import { AT, draft, fold, makeTalk } from './library-sample.ts'
import { type Check, searchKeys } from './store-problems.ts'
import { makeStraitReadout } from './strait-readout.ts'

/** What is saved comes back, and is seen in the views. */
export function describeSaving(check: Check): void {
  check('a record comes back to the letter', async (store) => {
    const talk = makeTalk({ key: 'a' })
    const readout = makeStraitReadout()
    const strait = { ...makeTalk({ key: 'b' }), readout, identities: readout.entities.map(() => null) }
    const saved = await saveTaken(store, [talk, strait], fold)
    expect(saved).toMatchObject([{ outcome: 'new' }, { outcome: 'new' }])
    expect(JSON.stringify(await loadRecord(store, saved[0]?.articleId ?? 0))).toBe(JSON.stringify(talk.readout))
    expect(JSON.stringify(await loadRecord(store, saved[1]?.articleId ?? 0, 1))).toBe(JSON.stringify(readout))
    expect(await loadIncoming(store, saved[0]?.articleId ?? 0)).toEqual(talk.incoming)
    expect(await loadRecord(store, 999)).toBeNull()
  })
  check('signs that no database keeps come back too', async (store) => {
    const talk = makeTalk({ key: 'a\u0000b', words: 'NUL \u0000 and half \ud83d of a pair', title: 'T\u0000\udc00' })
    const [saved] = await saveTaken(store, [talk], fold)
    expect(JSON.stringify(await loadRecord(store, saved?.articleId ?? 0))).toBe(JSON.stringify(talk.readout))
    expect(await saveTaken(store, [talk], fold)).toMatchObject([{ outcome: 'unchanged' }])
  })
  check('keys and names of any length', async (store) => {
    const talks = ['x', 'y'].map((end) => makeTalk({ key: `${'k'.repeat(5_000)}${end}`, speaker: `Ilva ${'Brandt'.repeat(1_000)}` }))
    expect(await saveTaken(store, talks, fold)).toMatchObject([{ outcome: 'new' }, { outcome: 'new' }])
    expect(await saveTaken(store, talks, fold)).toMatchObject([{ outcome: 'unchanged' }, { outcome: 'unchanged' }])
  })
  check('views show words, names and the day', async (store) => {
    await saveTaken(store, [makeTalk({ key: 'a' })], fold)
    const shown = { title: 'Talks 🚢', outlet: 'strait.example', published_on: '2024-03-14', address: 'https://www.strait.example/a' }
    expect(await store.db.selectFrom('statements').selectAll().execute()).toMatchObject([
      { speaker: 'Ilva Brandt', cue: 'said', content: '“Varland will expand trade,”', source: 'Ilva Brandt', confidence: 0.93, ...shown },
    ])
    const meetings = await store.db.selectFrom('meetings').selectAll().execute()
    expect(meetings).toMatchObject([
      { actors: 'Ilva Brandt', recipients: 'Radu Keshen', hosts: null, areas: 'diplomacy', on_day: '2024-03-13', words: 'met', ...shown },
    ])
    expect(meetings[0]?.sentence).toBe('🚢 Ilva Brandt met Radu Keshen of Ostria on 13 March.')
  })
}

/** The questions that the manual shows. */
export function describeQuestions(check: Check): void {
  const questions = Array.from(readFileSync('docs/store.md', 'utf8').matchAll(/```sql\n(.*?);\n```/gs), (match) => match[1] as string)
  check('the questions of the manual are answered', async (store) => {
    await saveTaken(store, [makeTalk({ key: 'a' })], fold)
    await saveTaken(store, [makeTalk({ key: 'a', words: 'Varland will end trade' })], fold)
    await store.db.updateTable('statement').set({ act: 'promise' }).execute()
    const answers: number[] = []
    for (const question of questions) answers.push((await sql.raw(question).execute(store.db)).rows.length)
    expect(answers).toEqual([1, 1, 1, 1, 1])
    await store.db.updateTable('statement').set({ act: 'say' }).execute()
  })
}

/** New texts and new readings of what is there. */
export function describeVersions(check: Check): void {
  check('another text is a new version; what changed is noted, what only moved is not', async (store) => {
    const first = makeTalk({ key: 'a' })
    const second = makeTalk({ key: 'a', words: 'Varland will end trade' })
    await saveTaken(store, [first], fold)
    const [saved] = await saveTaken(store, [second], fold)
    expect(saved?.outcome).toBe('version')
    const changes = await store.db.selectFrom('changes').selectAll().orderBy('id').execute()
    expect(changes).toMatchObject([
      { kind: 'vanished', fact_kind: 'statement', words: '“Varland will expand trade,”', from_version: 1, to_version: 2 },
      { kind: 'appeared', fact_kind: 'statement', words: '“Varland will end trade,”' },
    ])
    expect((await loadRecord(store, 1, 1))?.article.id).toBe(first.readout.article.id)
    expect((await loadRecord(store, 1))?.article.id).toBe(second.readout.article.id)
    expect([await searchKeys(store, 'expand'), await searchKeys(store, 'end')]).toEqual([[], ['a']])
    await saveTaken(store, [first], fold)
    expect([await searchKeys(store, 'expand'), await searchKeys(store, 'end')]).toEqual([['a'], []])
    expect((await measureStore(store)).counts).toMatchObject({ article: 1, version: 2, statement: 1, change: 4 })
  })
  check('a new reading replaces the facts', async (store) => {
    const talk = makeTalk({ key: 'a' })
    const [saved] = await saveTaken(store, [talk], fold)
    const readout = { ...talk.readout, producedBy: { ...talk.readout.producedBy, readout: '0.2.0' }, events: [] }
    const again = { versionId: saved?.versionId ?? 0, readout, identities: [null, null, null, draft('person', 'An aide')], at: AT }
    expect(await saveReadings(store, [again, { ...again, versionId: 99 }], fold)).toBe(1)
    expect(await loadRecord(store, 1)).toEqual(readout)
    expect((await store.db.selectFrom('identity').select('name').execute()).map(({ name }) => name)).toEqual(['An aide'])
    expect((await measureStore(store)).counts).toMatchObject({ event: 0, change: 0, version: 1 })
  })
  check('a batch is saved whole or not at all', async (store) => {
    const broken = { ...makeTalk({ key: 'b' }), identities: [12_345, null, null, null] }
    await expect(saveTaken(store, [makeTalk({ key: 'a' }), broken], fold)).rejects.toThrow()
    expect((await measureStore(store)).counts).toMatchObject({ article: 0, identity: 0 })
  })
}
