import { readdirSync, readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { Readout } from '../src/document/readout.ts'
import { readGolden } from '../src/golden/golden.ts'
import { convertOffsets, openReader, verifyReadout } from '../src/index.ts'
import { makeQuayReadout } from './quay-readout.ts'

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

test('the schema refuses what the contract does not have', () => {
  expect(validate({ format: 'readout/1' })).toBe(false)
  expect(validate.errors?.length).toBeGreaterThan(5)
})
