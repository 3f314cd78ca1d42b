import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { makeQuayReadout } from '../../test/quay-readout.ts'
import { makeStraitReadout } from '../../test/strait-readout.ts'
import type { ReadoutSpan } from '../document/readout.ts'
import { convertOffsets } from '../record/record.ts'
import { listAnnotations } from './annotations.ts'
import { writeCsvHeader, writeCsvRows } from './csv.ts'
import { FACT_KINDS, type FactKind } from './evidence.ts'
import { makeExportItem } from './item.ts'
import { exportFacts } from './jsonl.ts'
import { makeJsonLd } from './jsonld.ts'
import { listPloverRecords } from './plover.ts'

const strait = makeStraitReadout()
const records = [strait, makeQuayReadout(), convertOffsets(strait, 'codepoint')]

describe('CSV', () => {
  const readTable = (kind: FactKind, record = strait): Record<string, string>[] =>
    parse(writeCsvHeader(kind) + writeCsvRows(makeExportItem(record), kind), { columns: true, record_delimiter: '\r\n' })

  test.each(FACT_KINDS)('%s: a row a fact, and every span reads as the article does', (kind) => {
    for (const record of records) {
      const rows = readTable(kind, record)
      expect(rows.map(({ id }) => id)).toEqual(record[kind].map(({ id }) => id))
      const points = record.offsetUnit === 'codepoint' ? Array.from(record.article.text as string) : (record.article.text as string).split('')
      const slice = (start: number, end: number) => points.slice(start, end).join('')
      for (const row of rows)
        for (const [column, value] of Object.entries(row)) {
          const words = row[column.replace(/_[a-z]+$/, '_text')]
          if (column.endsWith('_start') && value !== '') expect(slice(Number(value), Number(row[column.replace('_start', '_end')]))).toBe(words)
          if (column.endsWith('_spans')) expect((JSON.parse(value) as [number, number][]).map(([start, end]) => slice(start, end)).join(' … ')).toBe(words)
        }
    }
  })
  test('no name stands twice in a header', () => {
    for (const kind of FACT_KINDS) {
      const names = writeCsvHeader(kind).trim().split(',')
      expect(new Set(names).size).toBe(names.length)
    }
  })
  test('quotation marks, commas and the words of the article survive', () =>
    expect(readTable('statements')[0]).toMatchObject({
      ...{ speaker: 'Ilva Brandt', speaker_country: 'VAR', on_behalf_of: 'Varland', quotation_text: `We will expand trade, 'and soon',` },
      content_text: `"We will expand trade, 'and soon'," … calling the talks the longest since 2009`,
    }))
  test('roles, dates and places of an event', () =>
    expect(readTable('events')[0]).toMatchObject({
      ...{ type: 'CONSULT', actor_names: 'Ilva Brandt; Radu Keshen', actor_countries: 'VAR; OST', recipient_ids: '', recipient_spans: '[]' },
      ...{ date_from: '2024-03-13', date_words_text: '13 March', place: 'Port Asel', place_text: 'Port Asel', areas: 'trade; nuclear' },
    }))
})

test('facts as JSON come back as they are in the record', () => {
  const lines = exportFacts(makeExportItem(strait)).map((line) => JSON.parse(JSON.stringify(line)))
  for (const kind of FACT_KINDS) expect(lines.filter((line) => line.kind === kind).map(({ fact }) => fact)).toEqual(strait[kind])
  expect(exportFacts(makeExportItem(strait), ['comparisons']).map(({ fact }) => fact.id)).toEqual(['k1'])
})

describe('PLOVER', () => {
  const { records: coded, leftOut } = listPloverRecords(makeExportItem(strait))
  const check = (id: string, expected: object) => test(`${id}`, () => expect(coded.find((one) => one.readout.id === id)).toMatchObject(expected))
  check('v1', {
    ...{ event: ['CONSULT'], mode: [], context: ['economic'], date: '2024-03-13', enddate: '2024-03-13', quad_code: 1, event_text: ['met', 'the talks'] },
    actor: [
      { code: 'VAR', entity_text: 'Ilva Brandt', identifier_id: 'http://www.wikidata.org/entity/Q42' },
      { code: 'OST', sector: null },
    ],
    ...{ recipient: [], event_loc: { name: 'Port Asel', cc3: 'VAR' } },
  })
  // A planned visit agrees, on the day it was reported; the visit's own day stays beside.
  check('v2', { event: ['AGREE'], mode: [], date: '2024-03-14', enddate: null, recipient: [{ code: 'VAR', sector: 'GOV', readout: { role: 'host' } }] })
  check('v2', { readout: { type: 'CONSULT', mode: 'visit', realis: 'planned', date: { start: '2024-05-01' }, dateFrom: 'publication' } })
  check('v3', { event: ['REJECT'], mode: ['meet'], quad_code: 3, readout: { realis: 'denied' } })
  check('v4', { event: ['ASSAULT'], mode: ['heavy-weapons'], date: '2011-01-01', enddate: '2011-12-31' })
  test('the hypothetical, the unknown, a denied attack and an act without actor are left out and counted', () => {
    expect(coded.map((one) => one.readout.id)).toEqual(['v1', 'v2', 'v3', 'v4'])
    expect(leftOut).toBe(4)
  })
})

describe('W3C Web Annotation', () => {
  test('one a fact; positions count code points and select the same words as the quotation', () => {
    for (const record of records) {
      const points = Array.from(record.article.text as string)
      const annotations = listAnnotations(makeExportItem(record))
      expect(annotations.length).toBe(FACT_KINDS.reduce((sum, kind) => sum + record[kind].length, 0))
      expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length)
      for (const { selector } of annotations.flatMap(({ target }) => target)) {
        const [{ start, end }, { exact, prefix, suffix }] = selector
        expect(points.slice(start, end).join('')).toBe(exact)
        expect(points.join('')).toContain(prefix + exact + suffix)
      }
    }
  })
  test('tags, the whole fact and what each target is', () => {
    const [annotation] = listAnnotations(makeExportItem(strait), ['events'])
    expect(annotation?.body.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value)).toEqual(['event', 'CONSULT', 'meeting', 'happened'])
    expect(JSON.parse(annotation?.body.at(-1)?.value ?? '')).toEqual(convertOffsets(strait, 'codepoint').events[0])
    expect(annotation?.target.map(({ styleClass }) => styleClass)).toEqual(['trigger', 'mention', 'actor', 'actor', 'place', 'date'])
    expect(annotation?.target[0]?.scope).toBe('https://strait.example/talks')
  })
})

describe('JSON-LD', () => {
  const { document, leftOut } = makeJsonLd(makeExportItem(strait))
  const graph = document['@graph'] as Record<string, unknown>[]
  const textIri = `nih:sha-256;${strait.article.id}`
  const find = (id: string) => graph.find((thing) => thing['@id'] === `${textIri}#${id}`)
  test('the article, its people and countries', () => {
    expect(graph[0]).toMatchObject({ '@type': 'NewsArticle', headline: 'Talks', datePublished: '2024-03-14' })
    expect(find('e4')).toMatchObject({ '@type': 'Person', jobTitle: ['leader'], affiliation: [{ '@id': `${textIri}#e1` }] })
    expect(find('e1')).toMatchObject({ '@type': 'Country', name: 'Varland', identifier: 'VAR' })
  })
  test('a quotation with its words and who said them', () =>
    expect(find('s1')).toMatchObject({
      '@type': 'Quotation',
      text: `We will expand trade, 'and soon',`,
      creator: { '@id': `${textIri}#e4` },
      creditText: 'she',
    }))
  test('events that happened or will; the others are counted', () => {
    expect(find('v1')).toMatchObject({ '@type': 'Event', startDate: '2024-03-13', location: { '@id': `${textIri}#e6` }, name: 'met' })
    expect(find('v2')).toMatchObject({ eventStatus: 'https://schema.org/EventScheduled', organizer: [{ '@id': `${textIri}#e1` }] })
    expect(find('v3')).toBeUndefined()
    expect(leftOut).toBe(4)
  })
  test('what a thing points at stands in the graph, and stretches of text read as told', () => {
    const ids = new Set(graph.map((thing) => thing['@id']))
    const points = Array.from(strait.article.text as string)
    const words: string[] = []
    JSON.stringify(graph, (key, value) => {
      const stretch = key === '@id' ? /#char=(\d+),(\d+)$/.exec(value) : null
      if (stretch) words.push(points.slice(Number(stretch[1]), Number(stretch[2])).join(''))
      else if (key === '@id') expect(ids).toContain(value)
      return value
    })
    const spans: ReadoutSpan[] = strait.statements.flatMap(({ content }) => content.spans)
    for (const { text } of spans) expect(words).toContain(text)
  })
  test('nothing is null', () => expect(JSON.stringify(document)).not.toContain('null'))
})
