import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { FACT_KINDS, GDELT_COLUMNS } from '../../src/export/export.ts'
import { makeQuayReadout } from '../quay-readout.ts'
import { runReadout } from '../run-readout.ts'
import { makeStraitReadout } from '../strait-readout.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-'))
const strait = makeStraitReadout()
const lines = [strait, makeQuayReadout()].map((record) => `${JSON.stringify(record)}\n`).join('')
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('readout export', () => {
  test('a table has one header and the rows of every record; the counts are told', async () => {
    const { code, out, err } = await runReadout(['export', '--format', 'csv', '-'], lines)
    const rows = parse(out, { columns: true }) as Record<string, string>[]
    expect(code).toBe(0)
    expect(rows.map(({ id }) => id)).toEqual(['s1', 's1', 's2', 's3', 's4', 's5', 's6'])
    expect(err).toMatch(/^readout: articles: 2, statements: 7 \(a table holds one kind; --kind: .*comparisons/)
  })

  test('facts of every kind as lines, from a record in a file', async () => {
    const { out } = await runReadout(['export', '--format', 'jsonl', write('a.json', JSON.stringify(strait, null, 2))])
    const found = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(found.map(({ fact }) => fact)).toEqual(FACT_KINDS.flatMap((kind): unknown[] => strait[kind]))
  })

  test('what PLOVER has no words for is counted', async () => {
    const { code, out, err } = await runReadout(['export', '--format', 'plover', '-'], lines)
    expect([code, out.trim().split('\n').length]).toEqual([0, 4])
    expect(err).toContain('events: 4; 4 left out')
  })

  test('an article is read first', async () => {
    const text = write('quay.txt', 'Arvo Lind runs the harbour. “We will sail,” he said.')
    const { code, out } = await runReadout(['export', '--format', 'annotations', '--kind', 'statements', text, '--date', '2024-03-14'])
    const annotation = JSON.parse(out)
    expect(code).toBe(0)
    expect(annotation.target[0].selector[1].exact).toBe('“We will sail,”')
  })

  test('records without their text go where no text is needed, and are told elsewhere', async () => {
    const { text: _, ...article } = strait.article
    const bare = JSON.stringify({ ...strait, article })
    expect((await runReadout(['export', '--format', 'csv', '--kind', 'events', '-'], bare)).code).toBe(0)
    const { code, err } = await runReadout(['export', '--format', 'jsonld', '-'], bare)
    expect([code, err]).toEqual([2, expect.stringContaining('--no-text')])
  })

  test('one bad line costs that line, and the exit code', async () => {
    const { code, out, err } = await runReadout(['export', '--format', 'jsonld', '-'], `no record\n{"format":"readout/1"}\n${lines}`)
    expect([code, out.trim().split('\n').length]).toEqual([2, 2])
    expect(err).toMatch(/Line 1 of standard input is no JSON[\s\S]*Line 2 of standard input was left out/)
  })

  test('a file instead of standard output', async () => {
    const path = join(folder, 'new', 'a.ris')
    const { code, out, err } = await runReadout(['export', '--format', 'ris', '--output', path, '-'], lines)
    expect([code, out, readFileSync(path, 'utf8').match(/^TY/gm)?.length, err]).toEqual([0, '', 2, 'readout: articles: 2, citations: 2.\n'])
  })

  test('tables in a folder, written anew each time', async () => {
    const path = join(folder, 'tables')
    for (let n = 0; n < 2; n++) expect((await runReadout(['export', '--format', 'parquet', '--output', path, '-'], lines)).code).toBe(0)
    expect(readdirSync(path)).toContain('statements.parquet')
    expect(readFileSync(join(path, 'spans.parquet')).subarray(-4).toString()).toBe('PAR1')
  })

  test('brat there and back', async () => {
    const path = join(folder, 'brat')
    await runReadout(['export', '--format', 'brat', '--output', path, '-'], lines)
    const names = readdirSync(path).filter((name) => name.endsWith('.ann'))
    const { code, out } = await runReadout(['export', '--format', 'jsonl', '--kind', 'statements', ...names.map((name) => join(path, name))])
    expect([code, out.trim().split('\n').length]).toEqual([0, 7])
    writeFileSync(join(path, (names[0] as string).replace('.ann', '.json')), '{}')
    const broken = await runReadout(['export', '--format', 'jsonl', join(path, names[0] as string)])
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining('the .json beside it')])
  })

  test('exported facts are held against their article', async () => {
    const text = write('strait.txt', strait.article.text as string)
    for (const format of ['jsonl', 'annotations']) {
      const { out } = await runReadout(['export', '--format', format, '-'], JSON.stringify(strait))
      const path = write(`facts-${format}.jsonl`, out)
      expect(await runReadout(['verify', path, '--article', text])).toMatchObject({ code: 0, out: expect.stringContaining('every span reads as claimed') })
      const wrong = write('wrong.jsonl', out.replace('the talks', 'no talks'))
      expect(await runReadout(['verify', wrong, '--article', text])).toMatchObject({ code: 1, out: expect.stringContaining('no talks') })
      expect(await runReadout(['verify', path])).toMatchObject({ code: 1, out: expect.stringContaining('--article') })
    }
  })

  test.each([
    [['--format', 'brat'], 2, 'name a folder'],
    [['--format', 'csl', '--output', join(write('no-folder', ''), 'x')], 2, 'could not be written'],
    [['--format', 'ftm', '--kind', 'events'], 2, '--kind goes with'],
    [['--format', 'plover', '--kind', 'events'], 2, '--kind goes with'],
    [['--format', 'csv', '--date', 'May'], 2, 'is no date'],
    [['--format', 'csv', '--kind', 'people'], 2, 'Allowed choices'],
    [['--format', 'csv'], 1, 'statements: 0'],
  ])('%j', async (args, code, words) => {
    const ended = await runReadout(['export', ...args, '-'])
    expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(words)])
  })
})

describe('readout check-gdelt', () => {
  const article = write('strait.jsonl', JSON.stringify(strait))
  const cells: Record<string, string> = { GLOBALEVENTID: '77', SQLDATE: '20240314', Actor1Name: 'OSTRIA', Actor1CountryCode: 'OST', Actor2CountryCode: 'VAR' }
  const writeGdelt = (code: string) => write(`${code}.csv`, `${GDELT_COLUMNS.map((name) => (name === 'EventCode' ? code : (cells[name] ?? ''))).join('\t')}\n`)

  test.each([
    ['036', 0, 'yes · 77 · CAMEO 036: OSTRIA → VAR · v2', 'realis-cue “is to” (179–184)'],
    ['161', 1, 'contradicted · 77 · CAMEO 161: OSTRIA → VAR · v5', 'realis-cue “If”'],
    ['070', 1, 'unsupported · 77 · CAMEO 070: OSTRIA → VAR', 'Nothing in the article tells AID'],
  ])('GDELT’s own row, %s', async (code, exit, head, words) => {
    const ended = await runReadout(['check-gdelt', writeGdelt(code), '--article', article])
    expect([ended.code, ended.out.split('\n')[0], ended.out]).toEqual([exit, head, expect.stringContaining(words)])
  })

  test('a CSV with a header, several rows', async () => {
    const rows = 'EventCode,Actor1Name,Actor2Name\n040,"Brandt","Keshen"\n190,BELMORA,VARLAND\n'
    const { code, out } = await runReadout(['check-gdelt', write('rows.csv', rows), '--article', article])
    expect([code, out.match(/^yes/gm)?.length]).toEqual([0, 2])
  })

  test.each([
    ['a,b\n1,2\n', 'is no table of GDELT events'],
    ['EventCode,Actor1Name\n00,A\n', 'Row 1 of'],
    ['EventCode,Actor1Name\n', 'holds no row'],
  ])('%j is refused', async (rows, words) => {
    const { code, err } = await runReadout(['check-gdelt', write('bad.csv', rows), '--article', article])
    expect([code, err]).toEqual([2, expect.stringContaining(words)])
  })
})
