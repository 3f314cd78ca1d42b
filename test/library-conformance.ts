import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeNews } from '../bench/news.ts'
import {
  addTargets,
  closeLibrary,
  findOne,
  forgetPlanned,
  type Library,
  listChanges,
  listHealth,
  listRecords,
  mergePeople,
  openLibrary,
  planForgetting,
  rereadArticles,
  retryItems,
  splitPeople,
  watchTargets,
} from '../src/library/library.ts'
import { checkStore, setSourceSetting } from '../src/store/store.ts'
import { serve } from './loopback.ts'

/** A report of talks between invented people. */
const REPORT = (words: string, more = '') =>
  `DRAVIK — Belmora's foreign minister, Ilva Brandt, met Radu Keshen of Ostria on Tuesday to speak about the corridor.\n\n“${words},” Brandt said after the talks.\n\nKeshen, the Ostrian trade minister, did not comment. Officials from Belmora and Ostria are to meet again next month.\n\nThe two countries have been at odds over grain since the bridge at Lesk was closed, and several rounds of talks have ended without result.${more}\n`

const PAGE_OF_A_STORM = `<html><head><title>Storm</title></head><body><article><h1>Storm</h1>${'<p>A storm closed the port of Halle on Monday, the harbour master said, and ships waited outside.</p>'.repeat(4)}</article></body></html>`

/** What the library promises, held against one engine. `makeLocation` gives the place of a new, empty store. */
export function describeLibrary(engine: string, makeLocation: () => string): void {
  const folder = mkdtempSync(join(tmpdir(), 'readout-library-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const open = (options = {}) => openLibrary(makeLocation(), { parallel: 1, ...options })
  let count = 0
  const makeFolder = (files: Record<string, string>) => {
    const place = join(folder, String(++count))
    mkdirSync(place)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text)
    return place
  }
  const line = (id: string, text: string, more = {}) => `${JSON.stringify({ id, text, date: '2024-03-14', title: `Talks ${id}`, ...more })}\n`
  const sound = async ({ store }: Library) => expect(await Array.fromAsync(checkStore(store))).toEqual([])
  const counts = { new: 0, copy: 0, version: 0, unchanged: 0, failed: 0, passed: 0, forgotten: 0, isStopped: false }

  describe(`the library in ${engine}`, () => {
    test('a folder is taken in; again, nothing changes; another text is a version', { timeout: 60_000 }, async () => {
      const library = await open()
      const place = makeFolder({
        'a.txt': REPORT('We will open the corridor'),
        'b.jsonl': `${line('1', `${REPORT('We will open the corridor')}`, { url: 'https://courier.example/talks', publisher: 'Lesk Courier' })}{"id":"2"}\n`,
        'c.html': PAGE_OF_A_STORM,
        'd.txt': ' \n',
      })
      const steps: string[] = []
      const first = await addTargets(library, [place], { onStep: ({ outcome, sentence }) => steps.push(`${outcome} ${sentence ?? ''}`) })
      expect(first).toEqual({ ...counts, new: 2, copy: 1, failed: 2 })
      expect(steps.map((step) => step.split(' ')[0])).toEqual(['new', 'copy', 'failed', 'new', 'failed'])
      expect(steps[2]).toContain('left out')
      expect(steps[4]).toContain('no text to read')
      expect(await addTargets(library, [place])).toEqual({ ...counts, unchanged: 3, failed: 2 })
      writeFileSync(join(place, 'a.txt'), REPORT('We may open the corridor one day'))
      expect(await addTargets(library, [place])).toEqual({ ...counts, version: 1, unchanged: 2, failed: 2 })
      const [change] = await listChanges(library.store, { since: null, limit: 5 })
      const quotation = change?.changes.find(({ factKind }) => factKind === 'statement')
      expect(quotation).toMatchObject({ kind: 'changed', before: '“We will open the corridor,”', after: '“We may open the corridor one day,”' })
      expect((await listHealth(library.store, new Date())).map(({ source }) => [source.name, source.articles, source.failed])).toEqual([[place, 3, 2]])
      await sound(library)
      await closeLibrary(library)
    })

    test('the same people are one; exports leave copies out', { timeout: 60_000 }, async () => {
      const library = await open()
      const lines = [
        line('1', REPORT('We will open the corridor'), { url: 'https://post.example/1' }),
        line('2', REPORT('We will open the corridor', ' More talks are planned.'), { url: 'https://courier.example/1' }),
        line('3', 'Ilva Brandt, the foreign minister of Belmora, said on Friday that the harbour of Halle would stay closed until the spring.\n', {
          url: 'https://x.example/',
        }),
      ]
      await addTargets(library, [join(makeFolder({ 'a.jsonl': lines.join('') }), 'a.jsonl')], { sourceName: 'three' })
      expect(await findOne(library.store, 'Ilva Brandt')).toMatchObject({ kind: 'person', articles: 3 })
      const list = async (filter = {}) => {
        const all = { since: null, until: null, source: null, country: null, hasCopies: false }
        return (await Array.fromAsync(listRecords(library.store, { ...all, ...filter }))).map(({ address, copies }) => [address, copies])
      }
      expect(await list()).toEqual([
        ['https://post.example/1', 1],
        ['https://x.example/', 0],
      ])
      expect(await list({ hasCopies: true, source: 'three' })).toHaveLength(3)
      expect(await list({ since: '2024-03-15' })).toEqual([])
      await closeLibrary(library)
    })

    test('what one thread reads, two read the same', { timeout: 120_000 }, async () => {
      const news = [...makeNews({ seed: 5, count: 30, words: 120, copies: 0.2 })]
      const file = join(makeFolder({ 'news.jsonl': news.map((article) => `${JSON.stringify(article)}\n`).join('') }), 'news.jsonl')
      const read = async (parallel: number) => {
        const library = await open({ parallel })
        await addTargets(library, [file])
        const dumped = await dump(library)
        await sound(library)
        await closeLibrary(library)
        return dumped
      }
      const one = await read(1)
      expect(one.articles).toHaveLength(30)
      expect(one.articles.filter(({ copy_of }) => copy_of !== null).length).toBeGreaterThan(2)
      expect(await read(2)).toEqual(one)
    })

    test('a feed is watched: what is new, what changed, what failed', { timeout: 60_000 }, async () => {
      const library = await open()
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
      await sound(library)
      await closeLibrary(library)
    })

    test('what failed is tried again', { timeout: 60_000 }, async () => {
      const library = await open()
      const state = { isDown: true }
      const site = await serve({
        '/list.txt': (_, response) => response.end(`${site.origin}/a\n${site.origin}/b\n`),
        '/a': (_, response) => response.setHeader('content-type', 'text/plain').end(REPORT('We will open the corridor')),
        '/b': (_, response) =>
          state.isDown ? response.writeHead(503, { 'retry-after': '9999' }).end() : response.end('The port of Halle stays closed, the harbour master said.'),
      })
      const list = join(makeFolder({ 'list.txt': `${site.origin}/a\n${site.origin}/b\n` }), 'list.txt')
      const options = { allowPrivate: true }
      expect(await addTargets(library, [list], options)).toEqual({ ...counts, new: 1, failed: 1 })
      state.isDown = false
      const retried: string[] = []
      const retry = () => retryItems(library, { ...options, onStep: ({ outcome, key }) => retried.push(`${outcome} ${key}`) })
      await retry()
      await retry()
      expect(retried).toEqual([`new ${site.origin}/b`])
      expect((await listHealth(library.store, new Date())).map(({ source }) => [source.articles, source.failed])).toEqual([[2, 0]])
      await closeLibrary(library)
    })

    test('a changed model replaces readings and keeps keys and what people decided', { timeout: 120_000 }, async () => {
      const location = makeLocation()
      const library = await openLibrary(location, { parallel: 1 })
      const other = (words: string) => `Ilva Brandt, a schoolteacher in Lesk, said the bridge was unsafe.\n\n“${words},” Brandt said.\n`
      const lines = [
        line('1', REPORT('We will open the corridor')),
        line('2', REPORT('Nothing is agreed until all is agreed in Dravik', ' It rained.')),
        line('3', other('Nobody asked us')),
      ]
      await addTargets(library, [join(makeFolder({ 'a.jsonl': lines.join('') }), 'a.jsonl')])
      const { id } = await findOne(library.store, 'Radu Keshen')
      const { identityId } = await splitPeople(library, `#${id}`, [2], 'tester')
      await mergePeople(library.store, 'Dravik', 'Lesk', 'tester')
      const before = await dump(library)
      await closeLibrary(library)
      const models = join(folder, `models-${++count}`)
      cpSync('models', models, { recursive: true })
      const file = join(models, 'entities', 'model.json')
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n`)
      const later = await openLibrary(location, { parallel: 1, modelFolder: resolve(models) })
      expect(await rereadArticles(later, { isChangedOnly: true })).toEqual({ reread: 3, left: 0, isStopped: false })
      expect(await rereadArticles(later, { isChangedOnly: true })).toEqual({ reread: 0, left: 0, isStopped: false })
      const after = await dump(later)
      expect({ ...after, records: [] }).toEqual({ ...before, records: [] })
      expect(after.records).not.toEqual(before.records)
      expect(after.entities.filter(({ identity_id }) => identity_id === identityId).map(({ article_id }) => article_id)).toEqual([2])
      await sound(later)
      await closeLibrary(later)
    })

    test('forgetting by article, source and person; retention by source', { timeout: 60_000 }, async () => {
      const library = await open()
      const file = makeFolder({
        'a.jsonl':
          line('1', REPORT('We will open the corridor')) + line('2', 'Olwen Tesk of Norvia said in Sund that the fleet would sail.\n', { date: '2020-01-02' }),
        'b.jsonl': line('3', 'Mira Quist, a judge in Tarn, resigned on Monday.\n'),
      })
      await addTargets(library, [join(file, 'a.jsonl'), join(file, 'b.jsonl')])
      const list = async () => (await library.store.db.selectFrom('article').select('id').orderBy('id').execute()).map(({ id }) => id)
      const forget = async (wish: Parameters<typeof planForgetting>[1]) => forgetPlanned(library.store, await planForgetting(library.store, wish), 'tester')
      expect(await list()).toEqual([1, 2, 3])
      const { id } = await findOne(library.store, 'Mira Quist')
      expect(await forget({ identity: id })).toMatchObject({ articles: 1 })
      await expect(findOne(library.store, 'Mira Quist')).rejects.toMatchObject({ code: 'nobody' })
      const [source] = (await listHealth(library.store, new Date())).filter(({ source: { name } }) => name.endsWith('a.jsonl'))
      await setSourceSetting(library.store, source?.source.id ?? 0, { keepDays: 20_000 })
      expect(await addTargets(library, [join(file, 'a.jsonl')])).toMatchObject({ unchanged: 2, forgotten: 0 })
      const sinceMarch = Math.floor((Date.now() - Date.parse('2024-03-01')) / 86_400_000)
      await setSourceSetting(library.store, source?.source.id ?? 0, { keepDays: sinceMarch })
      expect(await addTargets(library, [join(file, 'a.jsonl')])).toMatchObject({ unchanged: 1, passed: 1, forgotten: 1 })
      expect(await list()).toEqual([1])
      expect(await forget({ source: join(file, 'a.jsonl') })).toMatchObject({ articles: 1 })
      expect(await list()).toEqual([])
      expect(await addTargets(library, [join(file, 'b.jsonl')])).toEqual({ ...counts, passed: 1 })
      writeFileSync(join(file, 'c.txt'), 'Ada Fell, a judge in Tarn, resigned on Monday.\n')
      expect(await addTargets(library, [join(file, 'c.txt')])).toEqual({ ...counts, new: 1 })
      expect(await forget({ article: join(file, 'c.txt') })).toMatchObject({ articles: 1 })
      expect(await addTargets(library, [file])).toMatchObject({ new: 1, passed: 3 })
      expect(await addTargets(library, [join(file, 'c.txt')])).toEqual({ ...counts, new: 1 })
      const notes = await library.store.db.selectFrom('forgotten').select(['who', 'what', 'articles']).orderBy('id').execute()
      expect(notes.map(({ who, articles }) => [who, articles])).toEqual([
        ['tester', 1],
        ['retention', 1],
        ['tester', 1],
        ['tester', 1],
      ])
      expect(notes.some(({ what }) => /Quist|jsonl/.test(what))).toBe(false)
      await sound(library)
      await closeLibrary(library)
    })

    test('what was broken off goes on', { timeout: 60_000 }, async () => {
      const library = await open()
      const news = [...makeNews({ seed: 6, count: 60, words: 60, copies: 0 })]
      const file = join(makeFolder({ 'news.jsonl': news.map((article) => `${JSON.stringify(article)}\n`).join('') }), 'news.jsonl')
      const stop = new AbortController()
      let seen = 0
      const onStep = () => {
        if (++seen === 5) stop.abort()
      }
      const first = await addTargets(library, [file], { onStep, signal: stop.signal })
      expect(first.isStopped).toBe(true)
      expect(first.new).toBeLessThan(60)
      const second = await addTargets(library, [file])
      expect(second).toEqual({ ...counts, new: 60 - first.new })
      // Come to its end, the next run looks at everything again.
      expect(await addTargets(library, [file])).toEqual({ ...counts, unchanged: 60 })
      await sound(library)
      await closeLibrary(library)
    })
  })
}

/** What a library holds, without its instants. */
export async function dump({ store }: Library) {
  const { db } = store
  return {
    articles: await db.selectFrom('article').select(['id', 'key', 'report_id', 'copy_of', 'title']).orderBy('id').execute(),
    records: await db
      .selectFrom('version')
      .innerJoin('producer', 'producer.id', 'version.producer_id')
      .select(['version.id', 'record', 'models'])
      .orderBy('version.id')
      .execute(),
    entities: await db.selectFrom('entity').selectAll().orderBy('article_id').orderBy('number').execute(),
    identities: await db.selectFrom('identity').selectAll().orderBy('id').execute(),
    facts: await db.selectFrom('statement').select(['article_id', 'number', 'fact_key']).orderBy('article_id').orderBy('number').execute(),
    events: await db.selectFrom('event').select(['article_id', 'number', 'fact_key']).orderBy('article_id').orderBy('number').execute(),
  }
}
