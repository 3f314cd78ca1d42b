import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Readout } from '../../src/document/readout.ts'
import { verifyReadout } from '../../src/index.ts'
import { runReadout } from '../run-readout.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-'))

async function readRecord(input: string | Uint8Array, more: string[] = []): Promise<Readout> {
  const { out, err, code } = await runReadout(['read', '-', '--format', 'json', ...more], input)
  expect(err).toBe('')
  expect(code).toBeLessThan(2)
  const record = JSON.parse(out) as Readout
  expect(verifyReadout(record)).toEqual([])
  return record
}

const codes = (record: Readout) => record.notices.map((notice) => notice.code)

describe('texts that are no article', () => {
  const check = (name: string, input: string | Uint8Array, code: string) =>
    test(name, async () => {
      const record = await readRecord(input)
      expect(codes(record)).toContain(code)
      expect(record.statements).toEqual([])
    })
  check('an empty file', '', 'empty')
  check('white space only', ' \n\t\n  ', 'empty')
  check(
    'a binary file',
    Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256),
    'binary',
  )
  check(
    'another language',
    'Der Minister sagte am Mittwoch, dass die Brücke noch in diesem Jahr geöffnet werde. „Wir halten unser Wort“, fügte er hinzu.',
    'language',
  )
})

describe('damaged texts', () => {
  test('invalid UTF-8 is told and read', async () => {
    const bytes = Buffer.concat([Buffer.from('“We will sail,” said Ren'), Buffer.from([0xe9]), Buffer.from(' Lind, the harbour master of the town.')])
    const record = await readRecord(bytes)
    expect(codes(record)).toContain('invalid-utf8')
    expect(record.statements.length).toBe(1)
  })
  test('a byte-order mark is left off', async () => {
    const record = await readRecord('\ufeff“We will sail,” said Arvo Lind.')
    expect(record.article.text?.startsWith('“')).toBe(true)
  })
  test('NUL bytes are kept', async () => {
    const text = `“We will sail,” said Arvo Lind. The ferry\u0000 was late. ${'It was a long and quiet day at the harbour. '.repeat(20)}`
    expect((await readRecord(text)).article.text).toBe(text)
  })
  test('lone surrogates are kept and told', async () => {
    const line = '{"id":"a","text":"“We \\ud800 will sail,” said Arvo Lind."}\n'
    const { out } = await runReadout(['read', '-', '--input', 'jsonl', '--format', 'jsonl'], line)
    const record = JSON.parse(out) as Readout
    expect(record.article.text).toBe('“We \ud800 will sail,” said Arvo Lind.')
    expect(codes(record)).toContain('lone-surrogate')
    expect(verifyReadout(record)).toEqual([])
  })
  test('combining characters, emoji and right-to-left runs in both units', async () => {
    const text = '“We will sail 🚢🚢,” said Renée Lind. “שלום לכולם, we are ready,” she added.'
    for (const unit of ['utf16', 'codepoint']) {
      const record = await readRecord(text, ['--offset-unit', unit])
      expect(record.statements.length).toBeGreaterThan(0)
    }
  })
})

describe('huge texts', () => {
  const check = (name: string, text: string) =>
    test(name, { timeout: 120_000 }, async () => {
      await readRecord(text)
    })
  check('five megabytes without a full stop', 'the ferry sails and the wind blows over the old harbour of the town '.repeat(75_000))
  check('a million quotation marks', '"'.repeat(1_000_000))
})

describe('what is not there', () => {
  const check = (name: string, args: string[], expected: RegExp, env: Record<string, string> = {}) =>
    test(name, async () => {
      const { code, err } = await runReadout(args, 'Lind said no.', env)
      expect(err).toMatch(expected)
      expect(err).not.toMatch(/\n\s+at /)
      expect(code).toBe(2)
    })
  const models = (change: (reader: string) => void) => {
    const copy = mkdtempSync(join(folder, 'models-'))
    cpSync('models', copy, { recursive: true })
    change(join(copy, 'reader'))
    return { READOUT_MODELS: copy }
  }
  check('a missing file', ['read', join(folder, 'none.txt')], /There is no file “.*none.txt”: check the name/)
  check('a directory', ['read', folder], /is a folder: name the files in it/)
  check('a wrong date', ['read', '-', '--date', '2024-02-31'], /“2024-02-31” is no date: write it like/)
  check('several inputs as one JSON', ['read', 'a.txt', 'b.txt', '--format', 'json'], /use --format jsonl/)
  check('a missing model', ['read', '-'], /The model file “model.json” is not in .*install Readout again/, { READOUT_MODELS: join(folder, 'nowhere') })
  check(
    'a model cut short',
    ['read', '-'],
    /“encoder.onnx” .* is cut short or changed/,
    models((reader) => writeFileSync(join(reader, 'encoder.onnx'), readFileSync(join(reader, 'encoder.onnx')).subarray(0, 5000))),
  )
  check(
    'a model of another version',
    ['read', '-'],
    /is of version 99, this program reads version/,
    models((reader) => writeFileSync(join(reader, 'model.json'), readFileSync(join(reader, 'model.json'), 'utf8').replace(/"version": \d+/, '"version": 99'))),
  )
})

describe('lines', () => {
  test('a bad line is told with its number, the rest goes on in order', async () => {
    const lines = ['{"id":"a","text":"“No,” said Arvo Lind."}', '{broken', '{"id":"b"}', '{"id":"c","text":"“Yes,” said Edda Vale.","date":"soon"}']
    const { code, out, err } = await runReadout(['read', '-', '--input', 'jsonl', '--format', 'jsonl'], lines.join('\n'))
    const records = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Readout)
    expect(records.map((record) => record.article.source)).toEqual(['a', 'c'])
    expect(codes(records[1] as Readout)).toContain('bad-date')
    expect(err).toMatch(/Line 2 of standard input was left out: it is no JSON\..*\n.*Line 3 .*no “text”/)
    expect(code).toBe(2)
  })
  test('other files are read when one is missing', async () => {
    const good = join(folder, 'good.txt')
    writeFileSync(good, '“No,” said Arvo Lind.')
    const { code, out } = await runReadout(['read', join(folder, 'none.txt'), good, '--format', 'jsonl'])
    expect(JSON.parse(out).article.source).toBe(good)
    expect(code).toBe(2)
  })
  test('a closed pipe ends quietly', async () => {
    const { spawnSync } = await import('node:child_process')
    const lines = '{"id":"a","text":"“No,” said Arvo Lind."}\n'.repeat(400)
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'many.jsonl')
    writeFileSync(file, lines)
    const done = spawnSync('bash', ['-c', `"${process.execPath}" src/cli/readout.ts read "${file}" --format jsonl | head -1`], { encoding: 'utf8' })
    expect(done.stderr).toBe('')
    expect(done.stdout.split('\n').length).toBe(2)
  })
})
