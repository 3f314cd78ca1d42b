import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runReadout } from '../run-readout.ts'

const EXAMPLE = 'examples/summit-at-the-port.txt'

test('the example is read for a terminal', async () => {
  const { code, out } = await runReadout(['read', EXAMPLE])
  expect(code).toBe(0)
  expect(out).toContain('Tove Aldane')
  expect(out).toContain('never closes')
})

test('an event alone is something found, nothing at all ends with 1', async () => {
  expect((await runReadout(['read', '-'], 'Belmora and Ostria signed a treaty on Monday.')).code).toBe(0)
  expect((await runReadout(['read', '-'], 'The sea was calm.')).code).toBe(1)
})

test('a page shows the text and holds every fact', async () => {
  const { out } = await runReadout(['read', EXAMPLE, '--format', 'html'])
  expect(out).toContain('<!doctype html>')
  expect(out).not.toMatch(/https?:\/\//)
  expect(out.match(/data-fact="s\d+"/g)?.length).toBeGreaterThan(8)
})

test('records are verified, and faults found', async () => {
  const { out } = await runReadout(['read', EXAMPLE, '--format', 'jsonl'])
  expect((await runReadout(['verify', '-'], out)).code).toBe(0)
  const broken = await runReadout(
    ['verify', '-'],
    out.replace(/"start":(\d+)/g, (_, n) => `"start":${Number(n) + 1}`),
  )
  expect(broken.code).toBe(1)
  expect(broken.out).toMatch(/reads “/)
})

test('without the text nothing can be verified, and that is said', async () => {
  const { out } = await runReadout(['read', EXAMPLE, '--format', 'jsonl', '--no-text'])
  expect(JSON.parse(out).article.text).toBeUndefined()
  expect((await runReadout(['verify', '-'], out)).out).toContain('--no-text')
})

test('given tokens come back as they were', async () => {
  const rows = ['They', 'did', "n't", 'sail', '.'].map((word, n) => `${n + 1}\t${word}${'\t_'.repeat(8)}`)
  const given = `# sent_id = a\n# text = They didn't sail.\n${rows[0]}\n2-3\tdidn't${'\t_'.repeat(8)}\n${rows.slice(1).join('\n')}\n\n`
  const { out } = await runReadout(['annotate', '-', '--input', 'conllu'], given)
  const lines = out.trim().split('\n')
  expect(lines.map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual([
    '# sent_id = a',
    "# text = They didn't sail.",
    '1 They',
    "2-3 didn't",
    '2 did',
    "3 n't",
    '4 sail',
    '5 .',
  ])
  expect(lines.filter((line) => line.split('\t')[6] === '0').length).toBe(1)
})

test('the text that offsets count is written as it is', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'readout-')), 'a.txt')
  writeFileSync(file, '\ufeffOne\r\ntwo ')
  expect((await runReadout(['text', file])).out).toBe('One\r\ntwo ')
})

test('started as a newcomer starts it', async () => {
  const { spawnSync } = await import('node:child_process')
  const done = spawnSync(process.execPath, ['scripts/start.js', 'read', EXAMPLE], { encoding: 'utf8' })
  expect(done.status).toBe(0)
  expect(done.stdout).toContain('promised')
})
