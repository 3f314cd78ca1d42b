import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { makeNews } from '../bench/news.ts'
import { addTargets, closeLibrary, listChanges, listHealth } from '../src/library/library.ts'
import { dump, expectSound, type Kit, line, NOTHING, PAGE_OF_A_STORM, REPORT } from './library-kit.ts'

export async function takesFolders(kit: Kit): Promise<void> {
  const library = await kit.open()
  const place = kit.makeFolder({
    'a.txt': REPORT('We will open the corridor'),
    'b.jsonl': `${line('1', `${REPORT('We will open the corridor')}`, { url: 'https://courier.example/talks', publisher: 'Lesk Courier' })}{"id":"2"}\n`,
    'c.html': PAGE_OF_A_STORM,
    'd.txt': ' \n',
  })
  const steps: string[] = []
  const first = await addTargets(library, [place], { onStep: ({ outcome, sentence }) => steps.push(`${outcome} ${sentence ?? ''}`) })
  expect(first).toEqual({ ...NOTHING, new: 2, copy: 1, failed: 2 })
  expect(steps.map((step) => step.split(' ')[0])).toEqual(['new', 'copy', 'failed', 'new', 'failed'])
  expect(steps[2]).toContain('left out')
  expect(steps[4]).toContain('no text to read')
  expect(await addTargets(library, [place])).toEqual({ ...NOTHING, unchanged: 3, failed: 2 })
  writeFileSync(join(place, 'a.txt'), REPORT('We may open the corridor one day'))
  expect(await addTargets(library, [place])).toEqual({ ...NOTHING, version: 1, unchanged: 2, failed: 2 })
  const [change] = await listChanges(library.store, { since: null, limit: 5 })
  const quotation = change?.changes.find(({ factKind }) => factKind === 'statement')
  expect(quotation).toMatchObject({ kind: 'changed', before: '“We will open the corridor,”', after: '“We may open the corridor one day,”' })
  expect((await listHealth(library.store, new Date())).map(({ source }) => [source.name, source.articles, source.failed])).toEqual([[place, 3, 2]])
  await expectSound(library)
  await closeLibrary(library)
}

export async function readsAlike(kit: Kit): Promise<void> {
  const news = [...makeNews({ seed: 5, count: 30, words: 120, copies: 0.2 })]
  const file = join(kit.makeFolder({ 'news.jsonl': news.map((article) => `${JSON.stringify(article)}\n`).join('') }), 'news.jsonl')
  const read = async (parallel: number) => {
    const library = await kit.open({ parallel })
    await addTargets(library, [file])
    const dumped = await dump(library)
    await expectSound(library)
    await closeLibrary(library)
    return dumped
  }
  const one = await read(1)
  expect(one.articles).toHaveLength(30)
  expect(one.articles.filter(({ copy_of }) => copy_of !== null).length).toBeGreaterThan(2)
  expect(await read(2)).toEqual(one)
}

export async function goesOn(kit: Kit): Promise<void> {
  const library = await kit.open()
  const news = [...makeNews({ seed: 6, count: 60, words: 60, copies: 0 })]
  const file = join(kit.makeFolder({ 'news.jsonl': news.map((article) => `${JSON.stringify(article)}\n`).join('') }), 'news.jsonl')
  const stop = new AbortController()
  let seen = 0
  const onStep = () => {
    if (++seen === 5) stop.abort()
  }
  const first = await addTargets(library, [file], { onStep, signal: stop.signal })
  expect(first.isStopped).toBe(true)
  expect(first.new).toBeLessThan(60)
  const second = await addTargets(library, [file])
  expect(second).toEqual({ ...NOTHING, new: 60 - first.new })
  // Come to its end, the next run looks at everything again.
  expect(await addTargets(library, [file])).toEqual({ ...NOTHING, unchanged: 60 })
  await expectSound(library)
  await closeLibrary(library)
}
