import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeTalk } from '../../test/library-sample.ts'
import { makeStraitReadout } from '../../test/strait-readout.ts'
import type { Readout } from '../document/readout.ts'
import { packLayout, unpackLayout } from './pack-blocks.ts'
import { packRecord } from './pack-record.ts'
import { frameSentences } from './sentences.ts'
import { unpackRecord } from './unpack-record.ts'

function check(readout: Readout): void {
  const sentences = Uint32Array.from([0, 5, 300])
  const { text = '', id } = readout.article
  const unpacked = unpackRecord(packRecord(readout, sentences), { text, hash: id, producedBy: readout.producedBy })
  expect(JSON.stringify(unpacked.readout) === JSON.stringify(readout)).toBe(true)
  expect(unpacked.sentences).toEqual(sentences)
}

test('records come back to the letter, keys in their order', () => {
  check(makeStraitReadout())
  check(makeTalk({ key: 'a', words: 'NUL \u0000, half \ud83d' }).readout)
  expect(packRecord(makeStraitReadout(), new Uint32Array()).length).toBeLessThan(1_300)
})

test('whatever else a record may hold one day comes back too', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const readout = structuredClone(makeStraitReadout()) as unknown as Record<string, unknown> & Readout
      readout.later = one
      Object.assign(readout.statements[0] ?? {}, { later: other, id: 's7' })
      Object.assign(readout.entities[0] ?? {}, { name: 'Nowhere in the text' })
      Object.assign(readout.events[0]?.trigger ?? {}, { text: 'not the words' })
      check(readout)
    }),
    { numRuns: 50 },
  )
})

test('layouts come back', () => {
  const blocks = [
    { start: 3, end: 9, element: 'html > body > p:nth-of-type(1)', page: null },
    { start: 9, end: 30, element: null, page: 2 },
  ]
  const notices = [{ code: 'invalid-utf8' as const, message: 'Some bytes are no UTF-8.', span: null }]
  expect(unpackLayout(packLayout({ blocks, notices }))).toEqual({ blocks, notices })
  expect(unpackLayout(packLayout({ blocks: [], notices: [] }))).toEqual({ blocks: [], notices: [] })
})

test('the sentence round a fact', () => {
  const text = `Brandt left.  She met Keshen. ${'🚢'.repeat(3_000)}`
  const around = frameSentences(text, Uint32Array.from([0, 14, 30]))
  const words = (start: number, end: number) => text.slice(around(start, end).start, around(start, end).end)
  expect(words(0, 6)).toBe('Brandt left.')
  expect(words(18, 21)).toBe('She met Keshen.')
  expect(words(7, 17)).toBe('Brandt left.  She met Keshen.')
  expect([words(3_000, 3_002).isWellFormed(), words(3_000, 3_002).length < 4_010]).toEqual([true, true])
})
