import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { describeCheck } from '../../test/desk-check.ts'
import { openStore } from '../store/store.ts'
import { alignQuoted, cutWordsAt, readQuoted } from './quoted-words.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
describeCheck('SQLite', () => openStore(join(folder, `${++count}.db`)))

describe('quotations and rows of words', () => {
  const align = (pieces: readonly string[], row: string) => {
    const words = cutWordsAt(row, 0)
    const found = alignQuoted(readQuoted(pieces, 400), words)
    return found && `${row.slice(words[found.start]?.start, words[found.end - 1]?.end)} ${found.share.toFixed(2)}`
  }
  test.each([
    [['we sail'], 'Today we sail on.', 'we sail 1.00'],
    [['We … on'], 'Today we sail far on.', 'we sail far on 1.00'],
    [['we [the crew] sail'], 'we sail', 'we sail 1.00'],
    [['[the crew] sails on'], 'the whole old crew sails on', 'sails on 1.00'],
    [['it [is] done'], 'it was by then done', 'it was by then done 1.00'],
    [['we sail', 'at dawn'], 'we sail and fish and rest at dawn', 'we sail and fish and rest at dawn 1.00'],
    [['we sail at dawn'], 'we sailed at dawn', 'we sailed at dawn 0.75'],
    [['we sail at dawn'], 'nothing of it', null],
    [['…'], 'we sail', null],
    [['we sail'], '', null],
  ] as const)('%j in “%s”', (pieces, row, expected) => {
    const found = align(pieces, row)
    if (expected === null) expect(found === null || found.endsWith(' 0.00')).toBe(true)
    else expect(found).toBe(expected)
  })

  test('long quotations are cut, and say so', () => {
    const quoted = readQuoted(['word '.repeat(500)], 400)
    expect([quoted.words.length, quoted.isCut]).toEqual([400, true])
  })

  test('what is cut out of a row is found in it, also where words are left out', () => {
    const word = fc.constantFrom('we', 'will', 'sail', 'on', 'grain', 'corridor', 'by', 'June')
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 40 }), fc.nat(), fc.nat(), fc.nat(), (words, a, b, c) => {
        const [first, middle, last] = [a, b, c].map((n) => n % words.length).sort((x, y) => x - y) as [number, number, number]
        const row = cutWordsAt(words.join(' '), 0)
        const whole = words.slice(first, last + 1)
        const gapped = [...words.slice(first, middle), '…', ...words.slice(last)]
        expect(alignQuoted(readQuoted([whole.join(', ')], 400), row)?.share).toBe(1)
        expect(alignQuoted(readQuoted([gapped.join(' ')], 400), row)?.share).toBe(1)
      }),
    )
  })
})
