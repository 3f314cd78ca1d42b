import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import {
  addTargets,
  closeLibrary,
  findOne,
  forgetPlanned,
  listHealth,
  listRecords,
  mergePeople,
  openLibrary,
  planForgetting,
  rereadArticles,
  splitPeople,
} from '../src/library/library.ts'
import { setSourceSetting } from '../src/store/store.ts'
import { dump, expectSound, type Kit, line, NOTHING, REPORT } from './library-kit.ts'

export async function tiesPeople(kit: Kit): Promise<void> {
  const library = await kit.open()
  const lines = [
    line('1', REPORT('We will open the corridor'), { url: 'https://post.example/1' }),
    line('2', REPORT('We will open the corridor', ' More talks are planned.'), { url: 'https://courier.example/1' }),
    line('3', 'Ilva Brandt, the foreign minister of Belmora, said on Friday that the harbour of Halle would stay closed until the spring.\n', {
      url: 'https://x.example/',
    }),
  ]
  await addTargets(library, [join(kit.makeFolder({ 'a.jsonl': lines.join('') }), 'a.jsonl')], { sourceName: 'three' })
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
}

export async function rereads(kit: Kit): Promise<void> {
  const location = kit.makeLocation()
  const library = await openLibrary(location, { parallel: 1 })
  const other = (words: string) => `Ilva Brandt, a schoolteacher in Lesk, said the bridge was unsafe.\n\n“${words},” Brandt said.\n`
  const lines = [
    line('1', REPORT('We will open the corridor')),
    line('2', REPORT('Nothing is agreed until all is agreed in Dravik', ' It rained.')),
    line('3', other('Nobody asked us')),
  ]
  await addTargets(library, [join(kit.makeFolder({ 'a.jsonl': lines.join('') }), 'a.jsonl')])
  const { id } = await findOne(library.store, 'Radu Keshen')
  const { identityId } = await splitPeople(library, `#${id}`, [2], 'tester')
  await mergePeople(library.store, 'Dravik', 'Lesk', 'tester')
  const before = await dump(library)
  await closeLibrary(library)
  const models = join(kit.makeFolder(), 'models')
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
  await expectSound(later)
  await closeLibrary(later)
}

export async function forgets(kit: Kit): Promise<void> {
  const library = await kit.open()
  const file = kit.makeFolder({
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
  expect(await addTargets(library, [join(file, 'b.jsonl')])).toEqual({ ...NOTHING, passed: 1 })
  writeFileSync(join(file, 'c.txt'), 'Ada Fell, a judge in Tarn, resigned on Monday.\n')
  expect(await addTargets(library, [join(file, 'c.txt')])).toEqual({ ...NOTHING, new: 1 })
  expect(await forget({ article: join(file, 'c.txt') })).toMatchObject({ articles: 1 })
  expect(await addTargets(library, [file])).toMatchObject({ new: 1, passed: 3 })
  expect(await addTargets(library, [join(file, 'c.txt')])).toEqual({ ...NOTHING, new: 1 })
  const notes = await library.store.db.selectFrom('forgotten').select(['who', 'what', 'articles']).orderBy('id').execute()
  expect(notes.map(({ who, articles }) => [who, articles])).toEqual([
    ['tester', 1],
    ['retention', 1],
    ['tester', 1],
    ['tester', 1],
  ])
  expect(notes.some(({ what }) => /Quist|jsonl/.test(what))).toBe(false)
  await expectSound(library)
  await closeLibrary(library)
}
