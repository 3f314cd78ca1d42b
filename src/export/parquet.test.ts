import { readFileSync } from 'node:fs'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeQuayReadout } from '../../test/quay-readout.ts'
import { makeStraitReadout } from '../../test/strait-readout.ts'
import type { Readout } from '../document/readout.ts'
import { type ExportItem, exportItems, makeExportItem } from './export.ts'
import { PARQUET_TABLES } from './parquet-tables.ts'

const strait = makeStraitReadout()
const plan = { format: 'parquet', kind: null, annotate: () => Promise.reject(new Error('not needed')) } as const

/** Files as the folder would hold them. */
async function writeFiles(items: readonly ExportItem[]): Promise<Map<string, ArrayBuffer>> {
  const parts = new Map<string, Uint8Array[]>()
  const list = (async function* () {
    yield* items
  })()
  for await (const step of exportItems(list, plan))
    for (const { file, isFirst, bytes } of step.parts)
      parts.set(file as string, [...(isFirst ? [] : (parts.get(file as string) as Uint8Array[])), bytes as Uint8Array])
  return new Map([...parts].map(([file, pieces]) => [file, new Uint8Array(Buffer.concat(pieces)).buffer as ArrayBuffer]))
}

const readRows = async (files: ReadonlyMap<string, ArrayBuffer>, table: string) => {
  const file = files.get(`${table}.parquet`) as ArrayBuffer
  return (await parquetReadObjects({ file })) as Record<string, unknown>[]
}

describe('tables', () => {
  let files = new Map<string, ArrayBuffer>()
  beforeAll(async () => {
    files = await writeFiles([
      makeExportItem(strait),
      { ...makeExportItem(makeQuayReadout()), mayExportText: false, outlet: 'The Quay', reportId: 7, copies: 2 },
    ])
  })

  test('every span reads as the article does, in both units', async () => {
    const texts = new Map([strait, makeQuayReadout()].map(({ article }) => [article.id, article.text as string]))
    let spans = 0
    for (const { name } of PARQUET_TABLES)
      for (const row of await readRows(files, name)) {
        const text = texts.get(row.article_id as string) as string
        for (const [column, start] of Object.entries(row)) {
          if (!column.endsWith('start_codepoint') || start === null) continue
          const at = (end: string) => row[column.replace('start_codepoint', end)] as number
          const words = text.slice(at('start_utf16'), at('end_utf16'))
          expect(
            Array.from(text)
              .slice(start as number, at('end_codepoint'))
              .join(''),
          ).toBe(words)
          const told = String(at('text')).split(' … ')
          expect([words.startsWith(told[0] as string), words.endsWith(told.at(-1) as string)]).toEqual([true, true])
          spans++
        }
      }
    expect(spans).toBeGreaterThan(100)
  })

  const check = (table: string, find: object, expected: object) =>
    test(`${table}: ${JSON.stringify(find)}`, async () =>
      expect(await readRows(files, table)).toContainEqual(expect.objectContaining({ ...find, ...expected })))
  check('articles', { outlet: 'The Quay' }, { text: null, is_text_withheld: true, report_id: 7, copies: 2, readout_version: '0.1.0' })
  check('articles', { title: 'Talks' }, { text: strait.article.text, published_on: new Date('2024-03-14'), authors: ['Lin Ode'], copies: 0 })
  check('entities', { name: 'Ilva Brandt' }, { kind: 'person', wikidata: 'Q42', titles: ['leader'], mention_count: 2 })
  check(
    'statements',
    { speaker: 'Ilva Brandt' },
    { on_behalf_of: 'Varland', act: 'promise', quotation_text: `We will expand trade, 'and soon',`, is_hedged: false },
  )
  check('events', { event_id: 'v1' }, { type: 'CONSULT', areas: ['trade', 'nuclear'], date_from: new Date('2024-03-13'), place: 'Port Asel', mention_count: 2 })
  check('participants', { event_id: 'v1', number: 2 }, { entity: 'Radu Keshen', entity_country: 'OST', role: 'actor' })
  check('cooperation', { area: 'trade' }, { between: ['Varland', 'Ostria'], stated_by: 'Ilva Brandt', confidence: 0.8 })
  check('comparisons', { claim: 'most' }, { since_from: new Date('2009-01-01'), about_id: 'v1' })
  check('spans', { part: 'quotation', fact_id: 's1' }, { fact_kind: 'statements', text: `We will expand trade, 'and soon',` })

  test('provenance and units stand in the file itself', () => {
    const { key_value_metadata } = parquetMetadata(files.get('events.parquet') as ArrayBuffer)
    const told = Object.fromEntries(key_value_metadata?.map(({ key, value }) => [key, value]) ?? [])
    expect(told).toMatchObject({ 'readout.schema': 'readout-parquet/1', 'readout.table': 'events' })
    expect(JSON.parse(told['readout.produced_by'] as string)).toEqual(['Readout 0.1.0'])
    expect(JSON.parse(told['readout.columns'] as string).trigger_start_utf16).toContain('UTF-16')
  })
})

test('without a text the record’s own unit is told, the other is null', async () => {
  const { text: _, ...article } = strait.article
  const files = await writeFiles([makeExportItem({ ...strait, article })])
  const [event] = await readRows(files, 'events')
  expect(event).toMatchObject({ trigger_start_codepoint: null, trigger_start_utf16: strait.events[0]?.trigger.start })
})

test('nothing in, empty tables out', async () => {
  const files = await writeFiles([])
  expect(files.size).toBe(PARQUET_TABLES.length)
  expect(await readRows(files, 'statements')).toEqual([])
})

test('many articles make several row groups, written on the way', async () => {
  const long: Readout = { ...strait, article: { ...strait.article, text: `${strait.article.text}${' '.repeat(3_000_000)}` } }
  const files = await writeFiles([1, 2, 3, 4].map(() => makeExportItem(long)))
  expect(parquetMetadata(files.get('articles.parquet') as ArrayBuffer).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([3, 1])
})

test('the codebook tells every column', () => {
  const lines = PARQUET_TABLES.flatMap(({ name, tells, columns }) => [
    ...[`## ${name}`, `${tells[0]?.toUpperCase()}${tells.slice(1)}.`, '', '| column | type | tells |', '|---|---|---|'],
    ...columns.map((column) => `| \`${column.name}\` | ${column.type}${column.isAlways ? '' : ', may be null'} | ${column.tells} |`),
    '',
  ])
  expect(readFileSync('docs/parquet.md', 'utf8')).toContain(lines.join('\n'))
})
