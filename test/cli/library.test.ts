import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { serve } from '../loopback.ts'
import { runReadout } from '../run-readout.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-cli-library-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const store = join(folder, 'library.db')
const run = (...args: string[]) => runReadout(args, '', { READOUT_STORE: store })

test('from the first article to a change, an export and forgetting', { timeout: 120_000 }, async () => {
  const file = join(folder, 'talks.txt')
  const write = (words: string) =>
    writeFileSync(file, `Belmora's foreign minister, Ilva Brandt, met Radu Keshen of Ostria.\n\n“${words},” Brandt said after the talks in Dravik.\n`)
  expect(await run('sources')).toMatchObject({ code: 2, err: expect.stringContaining('There is no store') })
  write('We will open the corridor')
  expect(await run('add', file, join(folder, 'nosuch.txt'))).toMatchObject({
    code: 2,
    out: `${store}: added: 1, failed: 1.\n`,
    err: expect.stringContaining('There is no file'),
  })
  expect(await run('add', file)).toMatchObject({ code: 0, out: `${store}: added: 0, unchanged: 1.\n`, err: '' })
  expect(await run('changes')).toMatchObject({ code: 1, out: '' })
  write('We may open the corridor')
  expect(await run('add', file)).toMatchObject({ code: 0, out: `${store}: added: 0, updated: 1.\n` })
  const changes = await run('changes')
  expect(changes.out).toContain('− “We will open the corridor,”\n    + “We may open the corridor,”')
  const people = await run('people', 'show', 'Ilva Brandt')
  expect(people.out).toMatch(/^#\d+ {2}Ilva Brandt \(person, .*articles: 1/)
  expect((await run('export', '--format', 'csv', '--kind', 'statements')).out).toContain('We may open the corridor')
  expect(await run('sources', 'set', folder, '--keep-days', '0')).toMatchObject({ code: 2 })
  expect((await run('sources', 'set', folder, '--export-text', 'no')).out).toContain('its text does not leave')
  expect(await run('store', 'check')).toMatchObject({ code: 0, out: expect.stringContaining('sound; articles: 1, versions: 2') })
  expect(await run('forget', '--article', file)).toMatchObject({ code: 2, err: expect.stringContaining('--yes') })
  expect((await run('forget', '--article', file, '--yes')).out).toContain('Forgotten: articles: 1')
  expect(await run('export', '--format', 'csv')).toMatchObject({ code: 1 })
})

test('watching ends cleanly when it is told to', { timeout: 60_000 }, async () => {
  const site = await serve({
    '/feed.xml': (_, response) =>
      response.end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item><guid>a</guid><link>${site.origin}/a</link></item></channel></rss>`,
      ),
    '/a': (_, response) => response.setHeader('content-type', 'text/plain').end('The port of Halle stays closed, the harbour master said on Monday.'),
  })
  const list = join(folder, 'feeds.txt')
  writeFileSync(list, `${site.origin}/feed.xml\n`)
  const child = spawn(process.execPath, ['src/cli/readout.ts', 'watch', list, '--store', join(folder, 'watch.db'), '--allow-private', '--parallel', '1'])
  let out = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const added = new Promise<void>((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString()
      if (out.includes('\n')) resolve()
    })
  })
  await Promise.race([added, ended])
  child.kill('SIGTERM')
  expect([await ended, out]).toEqual([0, expect.stringContaining(`${site.origin}/feed.xml: added: 1, updated: 0, failed: 0`)])
  expect(await run('store', 'check', '--store', join(folder, 'watch.db'))).toMatchObject({ code: 0, out: expect.stringContaining('articles: 1') })
})
