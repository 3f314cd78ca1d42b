import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Readout } from '../../src/document/readout.ts'
import { runReadout } from '../run-readout.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-knowledge-'))
let files = 0

/** A new path for a user's own knowledge, with that text if any. */
function makeOwn(text?: string): string {
  const file = join(folder, `own-${++files}.txt`)
  if (text !== undefined) writeFileSync(file, text)
  return file
}

function write(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const run = (own: string, args: string[], input = '') => runReadout(['knowledge', ...args], input, { READOUT_KNOWLEDGE: own })

describe('show', () => {
  const check = (name: string, args: string[], code: number, expected: RegExp) =>
    test(name, async () => {
      const ended = await run(makeOwn(), ['show', ...args])
      expect(ended.err).toBe('')
      expect(ended.out).toMatch(expected)
      expect(ended.code).toBe(code)
    })
  check(
    'a holder on a day',
    ['Sergei Lavrov', '--date', '2019-05-01'],
    0,
    /^person: Sergei Lavrov, man.*\n {2}2004-03-09 – .*Foreign Minister.* — holds on 2019-05-01\n$/,
  )
  check('the same in another writing, before the tenure', ['Sergey', 'Lavrov', '--date', '2001-01-01'], 0, / — does not hold on 2001-01-01\n/)
  check('past what is known', ['Sergei Lavrov', '--date', '2199-01-01'], 0, / — not known on that day\n.*tables end on \d{4}-\d\d-\d\d/)
  check(
    'a state and who led it',
    ['Germany', '--date', '2015-01-01'],
    0,
    /^country: Germany.*\n(?:.*\n)*.*head-of-government on 2015-01-01: Angela Merkel \(Chancellor\)/,
  )
  check('its leaders past what is known', ['Germany', '--date', '2199-01-01'], 0, /head-of-state on 2199-01-01: not known/)
  check('an office', ['foreign ministers'], 0, /^office: foreign-minister, minister\n$/)
  check('nothing', ['Belmora'], 1, /^Nothing is known of “Belmora” \(knowledge .*, until \d{4}-\d\d-\d\d\)\.\n$/)
  test('a wrong day', async () => {
    const { code, err } = await run(makeOwn(), ['show', 'Russia', '--date', 'soon'])
    expect([code, err]).toEqual([2, 'readout: “soon” is no date: write it like 2024-03-14.\n'])
  })
})

const HOLDER = {
  personLabel: 'Ida Vale',
  positionLabel: 'Minister of Foreign Affairs of Estonia',
  iso3: 'EST',
  start: '2020-02-03T00:00:00Z',
  genderLabel: 'female',
}
const SPARQL = JSON.stringify({
  results: { bindings: [Object.fromEntries(Object.entries(HOLDER).map(([name, value]) => [name, { type: 'literal', value }]))] },
})

describe('import', () => {
  test('results of a SPARQL query, whose holder takes the place of ours', async () => {
    const own = makeOwn()
    const done = await run(own, ['import', write('query.json', SPARQL)])
    expect(done).toEqual({ code: 0, err: '', out: `Added 1 holders to ${own}.\n` })
    expect((await run(own, ['show', 'Ida Vale', '--date', '2020-02-03'])).out).toMatch(/^person: Ida Vale, woman\n.*Estonia \(EST\) — holds on 2020-02-03\n$/)
    expect((await run(own, ['show', 'Ida Vale', '--date', '2020-01-31'])).out).toContain('does not hold')
    expect((await run(own, ['show', 'Estonia', '--date', '2020-02-03'])).out).toContain('foreign-minister on 2020-02-03: Ida Vale')
  })
  test('CSV with quoted fields, twice into one file', async () => {
    const own = makeOwn()
    const csv = 'personLabel,positionLabel,iso3,start,altLabel\r\n"Vale, the ""younger""",mayor,EST,2024-05-06,"I. Vale, Ida B. Vale"\r\n'
    expect((await run(own, ['import', write('mayors.csv', csv)])).code).toBe(0)
    expect((await run(own, ['import', '-'], 'name,kind,country,aliases\nPort Halden,city,Estonia,Halden\n')).code).toBe(0)
    expect((await run(own, ['show', 'Ida B. Vale'])).out).toContain('2024-05-06')
    expect((await run(own, ['show', 'Halden'])).out).toBe('place: Port Halden, Estonia (EST)\n')
  })
  const before = 'format readout-knowledge/1\n[places]\nEST | Port Halden\n'
  const refuse = (name: string, file: string, text: string, reason: RegExp) =>
    test(`refused: ${name}`, async () => {
      const own = makeOwn(before)
      const { code, err, out } = await run(own, ['import', write(file, text)])
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(reason)
      expect(err).not.toMatch(/\n\s+at /)
      expect(readFileSync(own, 'utf8')).toBe(before)
    })
  refuse(
    'a row without a date, after a good one',
    'a.csv',
    'person,office,country,start\nIda Vale,mayor,EST,2024\nArvo Lind,mayor,EST,\n',
    /a\.csv” was not imported, line 3: a holder needs a date/,
  )
  refuse('a row too short', 'b.csv', 'person,office,country\nIda Vale,mayor\n', /b\.csv” was not imported, .*line 2/)
  refuse('an open quotation mark', 'c.csv', 'person,office\n"Ida Vale,mayor\n', /c\.csv” was not imported, .*Nothing was changed/)
  refuse('JSON that ends too early', 'd.json', SPARQL.slice(0, -3), /d\.json” was not imported/)
  refuse('JSON of another kind', 'e.json', '{"results": []}', /no list “results\.bindings”/)
  refuse('a result without a value', 'f.json', '{"results":{"bindings":[{"person":{}}]}}', /result 1: “person” has no value/)
  refuse('no rows', 'g.csv', 'person,office\n', /holds no rows/)
  refuse('bytes that are no text', 'h.csv', '\ufffd', /h\.csv” was not imported|holds no rows/)
  test('a file that is not there', async () => {
    const { code, err } = await run(makeOwn(), ['import', join(folder, 'none.csv')])
    expect([code, err]).toEqual([2, `readout: There is no file “${join(folder, 'none.csv')}”: check the name and the folder.\n`])
  })
})

describe('an article', () => {
  const TEXT = '“We will sail,” said Belmoran President Arvo Lind. His visitor, Ida Vale, came from Port Halden.'
  const read = async (own: string) => runReadout(['read', '-', '--format', 'json', '--date', '2024-06-01'], TEXT, { READOUT_KNOWLEDGE: own })

  test('is read with what the user added, and the record tells so', async () => {
    const without = JSON.parse((await read(makeOwn())).out) as Readout
    const own = makeOwn('format readout-knowledge/1\n[places]\nEST | Port Halden = Halden\n')
    const readout = JSON.parse((await read(own)).out) as Readout
    const find = ({ entities }: Readout) => entities.find(({ name }) => name === 'Port Halden')
    expect(find(without)?.country ?? null).toBeNull()
    expect(find(readout)).toMatchObject({ kind: 'place', country: 'EST' })
    expect(readout.producedBy.knowledge).toMatch(new RegExp(`^${without.producedBy.knowledge}\\+[0-9a-f]{12}$`))
  })
  test('is not read where the user’s file is malformed, and the line is told', async () => {
    const own = makeOwn('format readout-knowledge/1\n[places]\nEST | Port Halden\nest | Kell\n')
    const { code, err, out } = await read(own)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(new RegExp(`^readout: The knowledge file “${own}” is malformed, line 4: “est” is no code.*mend or remove that line.*\n$`))
  })
})
