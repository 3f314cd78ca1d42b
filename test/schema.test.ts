import { readdirSync, readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { Readout } from '../src/document/readout.ts'
import { readGolden } from '../src/golden/golden.ts'
import { convertOffsets, openReader, verifyReadout } from '../src/index.ts'
import { makeQuayReadout } from './quay-readout.ts'
import { makeStraitReadout } from './strait-readout.ts'

const schema = JSON.parse(readFileSync('schema/readout-1.schema.json', 'utf8'))
const validate = new Ajv2020.default({ allErrors: true }).compile(schema)
const reader = await openReader()

const texts = ['fixtures/golden', 'fixtures/golden/held-out'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.gold.txt'))
    .map((name) => [name, readGolden(readFileSync(`${folder}/${name}`, 'utf8'), name).article?.text ?? ''] as const),
)

describe('every record', () => {
  test.each(texts)('of %s fits the schema, and every span reads as claimed in both units', async (_, text) => {
    const readout = await reader.read(text, { publishedOn: '2024-03-14' })
    for (const record of [readout, convertOffsets(readout, 'codepoint')]) {
      validate(record)
      expect(validate.errors).toBeNull()
      expect(verifyReadout(record)).toEqual([])
    }
  })

  test('says the same alone and among others', async () => {
    const [first, second] = texts.map(([, text]) => text) as [string, string]
    const alone = JSON.stringify(await reader.read(first))
    await reader.read(second)
    expect(JSON.stringify(await reader.read(first))).toBe(alone)
  })

  test('keeps its facts when a blank line is added before it', async () => {
    const text = texts[0]?.[1] as string
    const facts = (readout: Readout) =>
      readout.statements.map((one) => [one.kind, one.act, one.source?.span.text, one.cue?.lemma, one.content.spans.map((span) => span.text)])
    expect(facts(await reader.read(`\n\n${text}`))).toEqual(facts(await reader.read(text)))
  })
})

test('roles, principals, addressees and nested statements fit the schema', () => {
  const record = makeQuayReadout()
  expect(record.entities.some(({ roles }) => roles.some(({ of }) => of !== null))).toBe(true)
  expect(record.statements[0]).toMatchObject({ source: { onBehalfOf: 'e1' }, addressee: { entity: 'e3' } })
  validate(record)
  expect(validate.errors).toBeNull()
})

test('events of every realis, cooperation, comparisons and dates fit the schema', () => {
  const record = makeStraitReadout()
  expect(new Set(record.events.map(({ realis }) => realis)).size).toBeGreaterThan(4)
  for (const one of [record, convertOffsets(record, 'codepoint')]) {
    validate(one)
    expect(validate.errors).toBeNull()
  }
})

describe('the schema refuses', () => {
  const check = (name: string, damage: (record: Readout) => void) =>
    test(name, () => {
      const record = makeStraitReadout()
      damage(record)
      expect(validate(record)).toBe(false)
    })
  check('a participant who is nobody', (record) => Object.assign(record.events[0]?.participants[0] ?? {}, { entity: null }))
  check('a day that is written otherwise', (record) => Object.assign(record.events[0]?.date ?? {}, { start: '13 March' }))
  check('cooperation of one', (record) => record.cooperation[0]?.between.pop())
  check('a date without its words', (record) => Object.assign(record.comparisons[0]?.since ?? {}, { span: null }))
  check('a type that PLOVER does not have', (record) => Object.assign(record.events[0] ?? {}, { type: 'FIGHT' }))
})

test('the schema refuses what the contract does not have', () => {
  expect(validate({ format: 'readout/1' })).toBe(false)
  expect(validate.errors?.length).toBeGreaterThan(5)
})
