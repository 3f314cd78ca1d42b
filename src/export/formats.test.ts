import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { anyReadout } from '../../test/any-readout.ts'
import { makeQuayReadout } from '../../test/quay-readout.ts'
import { makeStraitReadout } from '../../test/strait-readout.ts'
import type { Layers } from '../document/layers.ts'
import type { Readout } from '../document/readout.ts'
import { convertOffsets, verifySpans } from '../record/record.ts'
import { readTokens } from '../text/text.ts'
import { writeCsvRows } from './csv.ts'
import { type ExportFormat, type ExportItem, exportItems, FOLDER_FORMATS, makeExportItem, readFact } from './export.ts'
import { STREAM_FORMATS } from './formats.ts'
import { listFtmEntities } from './ftm.ts'
import { makeNinjs } from './ninjs.ts'

const strait = makeStraitReadout()
const items = [strait, makeQuayReadout()].map(makeExportItem)

/** Layers that say nothing: every token a root. */
async function annotate(text: string) {
  const { tokens } = readTokens(text)
  const { count } = tokens
  const layers: Layers = {
    ...{ upos: new Uint8Array(count), head: new Int32Array(count).fill(-1), relation: new Uint8Array(count), relations: ['dep'] },
    ...{ lemma: Array.from({ length: count }, () => 'lemma'), names: [], attributions: [] },
    reference: { size: 0, anaphor: new Float32Array(), antecedent: new Float32Array() },
  }
  return { tokens, layers }
}

/** All that a format writes, files one behind the other, and how much was left out. */
async function write(format: ExportFormat, given: readonly ExportItem[] = items, kind: 'statements' | null = null): Promise<{ text: string; leftOut: number }> {
  const list = (async function* () {
    yield* given
  })()
  let text = ''
  let leftOut = 0
  for await (const step of exportItems(list, { format, kind, annotate })) {
    text += step.parts.map(({ bytes }) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('latin1'))).join('')
    leftOut += step.leftOut
  }
  return { text, leftOut }
}

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('every format takes any record', async () => {
  const formats = [...STREAM_FORMATS, ...FOLDER_FORMATS]
  await fc.assert(
    fc.asyncProperty(anyReadout(), async (record) => {
      for (const format of formats) await write(format, [makeExportItem(record)])
    }),
    { numRuns: 25 },
  )
})

describe('where the text may not leave', () => {
  const bare = { ...strait, events: strait.events.filter(({ id }) => id !== 'v8') }
  const kept = { ...makeExportItem(bare), mayExportText: false }
  // Parquet is packed: parquet.test.ts looks into it.
  test.each([...STREAM_FORMATS, 'brat', 'graphml'] as const)('%s holds the facts’ own words alone', async (format) => {
    expect((await write(format, [kept])).text).not.toMatch(/\bFour\b|cut the gas/)
  })
  test('and holds them', async () => {
    for (const format of ['csv', 'jsonl', 'annotations', 'ftm', 'ninjs', 'brat'] as const) expect((await write(format, [kept])).text).toContain('expand trade')
    expect((await write('conllu', [kept])).text).toMatch(/\tBelmora\t/)
    expect((await write('ninjs', [kept])).text).toContain('"partial"')
  })
})

test.each(['csv', 'jsonl', 'plover', 'annotations', 'jsonld', 'ftm', 'ninjs', 'conllu', 'bibtex', 'ris', 'csl', 'brat', 'graphml'] as const)(
  '%s says what it was made with',
  async (format) => {
    const record: Readout = { ...strait, producedBy: { readout: '0.1.0', models: { reader: 'abcdef012345'.repeat(5) }, knowledge: '2026.01' } }
    const { text } = await write(format, [makeExportItem(record)])
    for (const words of ['0.1.0', 'abcdef012345', '2026.01']) expect(text).toContain(words)
  },
)

test('facts come back from lines and from annotations, and stand in their text', async () => {
  for (const [format, unit] of [
    ['jsonl', 'utf16'],
    ['annotations', 'codepoint'],
  ] as const) {
    const read = lines((await write(format, [makeExportItem(strait)])).text).map(readFact)
    expect(read.map((one) => one?.fact)).toEqual(
      ['statements', 'events', 'cooperation', 'comparisons', 'entities'].flatMap((kind) => convertOffsets(strait, unit)[kind as 'events']),
    )
    for (const one of read) {
      expect(one).toMatchObject({ articleId: strait.article.id, offsetUnit: unit })
      expect(verifySpans({ offsetUnit: unit, fact: one?.fact }, strait.article.text as string)).toEqual([])
    }
  }
  for (const other of [null, {}, { '@context': 'x', id: 'y', body: [{ value: 'z' }] }, { '@context': 'x', body: 7 }]) expect(readFact(other)).toBeNull()
})

describe('cells of a spreadsheet', () => {
  const check = (words: string, cell: string) =>
    test(JSON.stringify(words), () => {
      const statements = strait.statements.map((statement) => ({ ...statement, cue: { lemma: words, spans: [] } }))
      const [row] = parse(writeCsvRows(makeExportItem({ ...strait, statements }), 'statements'), { record_delimiter: '\r\n' }) as string[][]
      expect(row).toContain(cell)
    })
  check('=1+1', "'=1+1")
  check('+1', "'+1")
  check('-1', "'-1")
  check('@SUM(A1)', "'@SUM(A1)")
  check('\t=1', "'\t=1")
  check('\r=1', "'\r=1")
  check("'=1", "''=1")
  check("'tis", "'tis")
  check('a=1', 'a=1')
})

describe('FollowTheMoney', () => {
  const { entities, leftOut } = listFtmEntities(makeExportItem(strait))
  const article = `readout-${strait.article.id.slice(0, 20)}`
  const check = (id: string, expected: object) => test(id, () => expect(entities.find((one) => one.id === id)).toMatchObject(expected))
  check(article, { schema: 'Article', properties: { title: ['Talks'], publishedAt: ['2024-03-14'], sourceUrl: ['https://strait.example/talks'] } })
  check('readout-Q42', { schema: 'Person', properties: { name: ['Ilva Brandt'], position: ['leader'], wikidataId: ['Q42'], proof: [article] } })
  check('readout-VAR', { schema: 'PublicBody', properties: { name: ['Varland'] } })
  check(`${article}-e5-mention`, { schema: 'Mention', properties: { document: [article], resolved: [`${article}-e5`], name: ['Radu Keshen'] } })
  check(`${article}-s1`, { schema: 'Note', properties: { entity: ['readout-Q42'], keywords: ['statement', 'direct', 'promise'], proof: [article] } })
  check(`${article}-v1`, { schema: 'Event', properties: { involved: ['readout-Q42', `${article}-e5`], location: ['Port Asel'], startDate: ['2024-03-13'] } })
  check(`${article}-v2`, { properties: { organizer: ['readout-VAR'] } })
  test('selectors count code points', () => {
    const points = Array.from(strait.article.text as string)
    const notes = entities.flatMap(({ properties: { notes } }) => notes ?? []).filter((note) => note.startsWith('{'))
    const spans = notes.flatMap((note) => JSON.parse(note).spans as { start: number; end: number; text: string }[])
    expect(spans.length).toBeGreaterThan(20)
    for (const { start, end, text } of spans) expect(points.slice(start, end).join('')).toBe(text)
  })
  test('what did not happen or may not is left out and counted', () => expect([leftOut, entities.some(({ id }) => id.endsWith('-v3'))]).toEqual([4, false]))
  test('codes of states are those of two letters', () => {
    const moved = { ...strait, entities: strait.entities.map((entity) => ({ ...entity, country: 'PRK' })) }
    expect(listFtmEntities(makeExportItem(moved)).entities.find(({ id }) => id === 'readout-Q42')?.properties.country).toEqual(['kp'])
  })
})

test('ninjs: whom and what it names, with rel and uri; facts in an extension', () => {
  const ninjs = makeNinjs(makeExportItem(strait)) as Record<string, unknown>
  expect(ninjs).toMatchObject({
    ...{ uri: 'https://strait.example/talks', type: 'text', representationType: 'full', by: 'Lin Ode', standard: { version: '3.1' } },
    people: [
      { name: 'Ilva Brandt', rel: 'quotes', uri: 'http://www.wikidata.org/entity/Q42' },
      { name: 'Radu Keshen', rel: 'mentions' },
    ],
    places: [{ name: 'Varland', literal: 'VAR' }, { name: 'Ostria' }, { name: 'Belmora' }, { name: 'Port Asel' }],
    readout: { offsetUnit: 'codepoint', statements: convertOffsets(strait, 'codepoint').statements, publishedOn: '2024-03-14' },
  })
  expect((ninjs.events as { id: string }[]).map(({ id }) => id)).toEqual(['v1', 'v2', 'v4', 'v8'])
})

test('CoNLL-U: places in code points, who says what, whom words mean', async () => {
  const { text } = await write('conllu', [makeExportItem(strait)])
  const rows = text
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split('\t'))
  const points = Array.from(strait.article.text as string)
  for (const [, form, , , , , , , , misc] of rows) {
    const [, start, end] = /StartChar=(\d+)\|EndChar=(\d+)/.exec(misc as string) ?? []
    expect(points.slice(Number(start), Number(end)).join('')).toBe(form)
  }
  const find = (form: string) => rows.find((row) => row[1] === form)?.[9]
  expect(find('expand')).toMatch(/Content=s1\|Quote=s1\|Speaker=Ilva Brandt$/)
  expect(find('said')).toContain('Cue=s1')
  expect([find('Ilva'), find('Brandt')]).toEqual([expect.stringContaining('Entity=(e4-person'), expect.stringContaining('Entity=e4)')])
  expect(find('met')).toContain('Event=v1:CONSULT:happened')
  expect(text).toMatch(/^# newdoc id = nih:sha-256;/)
})

describe('GraphML', () => {
  const read = async (given: readonly ExportItem[]) => {
    const files = (await write('graphml', given)).text.split('<?xml').slice(1)
    return files.map(
      (file) => new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'edge' || name === 'node' }).parse(`<?xml${file}`).graphml.graph,
    )
  }
  const tell = (edge: { data: Record<string, unknown>[]; '@_source': string; '@_target': string }) => [
    ...[edge['@_source'], edge['@_target']],
    Object.fromEntries(edge.data.map((data) => [data['@_key'], data['#text']])),
  ]
  test('who met whom: copies of a report weigh as one, what was cancelled is no tie', async () => {
    const copy = { ...makeExportItem({ ...strait, article: { ...strait.article, id: 'f'.repeat(64) } }), reportId: 1 }
    const [meetings] = await read([{ ...makeExportItem(strait), reportId: 1 }, copy])
    expect(meetings.edge.map(tell)).toEqual([['Q42', 'person: radu keshen', expect.objectContaining({ weight: 1, count: 2, article_count: 2 })]])
  })
  test('who speaks of whom, by names alone', async () => {
    const [, speech] = await read([makeExportItem(makeQuayReadout())])
    expect(speech.edge.map(tell)).toEqual([['person: ossi brandt', 'VAR', expect.objectContaining({ weight: 1, first_published_on: '2024-03-14' })]])
  })
  test('signs of markup and what XML may not hold', async () => {
    const entities = strait.entities.map((entity) => (entity.id === 'e4' ? { ...entity, name: 'Ilva <&"> \u0000\ud800' } : entity))
    const [meetings] = await read([makeExportItem({ ...strait, entities })])
    expect(JSON.stringify(meetings.node)).toContain('Ilva')
  })
})

describe('citations', () => {
  const odd = {
    ...makeExportItem({ ...strait, article: { ...strait.article, title: '50% & {more}_#1 ~^\\ $5', authors: ['Lin Ode', 'Sand and Sea, Ltd'] } }),
    ...{ outlet: 'Herald & Co', address: 'https://strait.example/a_b?c=d&e={f}%20' },
  }
  test('BibTeX', async () => {
    const { text } = await write('bibtex', [odd])
    expect(text).toContain('title = {{50\\% \\& \\{more\\}\\_\\#1 \\textasciitilde{}\\textasciicircum{}\\textbackslash{} \\$5}}')
    expect(text).toContain('author = {Lin Ode and {Sand and Sea, Ltd}}')
    expect(text).toContain('journal = {Herald \\& Co}')
    expect(text).toContain('url = {https://strait.example/a_b?c=d&e=%7Bf%7D%20}')
  })
  test('RIS', async () => {
    const { text } = await write('ris', [odd])
    expect(text).toMatch(/^TY {2}- NEWS\r\n[\s\S]*AU {2}- Lin Ode\r\nAU {2}- Sand and Sea, Ltd\r\n[\s\S]*DA {2}- 2024\/03\/14\/\r\n[\s\S]*ER {2}- \r\n\r\n$/)
    for (const line of text.split('\r\n').filter(Boolean)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
  })
  test('CSL-JSON is one list, also of none', async () => {
    const [first, second] = JSON.parse((await write('csl', [odd, ...items])).text)
    expect(first).toMatchObject({
      type: 'article-newspaper',
      'container-title': 'Herald & Co',
      issued: { 'date-parts': [[2024, 3, 14]] },
      author: [{ literal: 'Lin Ode' }, {}],
    })
    expect(second.id).toBe(`readout-${strait.article.id.slice(0, 12)}`)
    expect(JSON.parse((await write('csl', [])).text)).toEqual([])
  })
  test('one a statement, with who said what and where', async () => {
    const found = JSON.parse((await write('csl', items, 'statements')).text) as { note: string; id: string }[]
    expect(found.length).toBe(7)
    expect(found[0]?.note).toMatch(/^Ilva Brandt \(promise, direct\): "We will expand trade.*\[s1, 83–169 in code points\]$/)
  })
})
