import { expect, test } from 'vitest'
import type { Readout } from '../../src/document/readout.ts'
import { runReadout } from '../run-readout.ts'

const LINES = ['read', '-', '--input', 'jsonl', '--format', 'jsonl']

const parseLines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readout)

test('a line separator inside a line of JSON does not part it', async () => {
  const text = '“We will sail,” said Arvo Lind.\u2028“No,” said Edda Vale.'
  const { out, err } = await runReadout(LINES, `\ufeff{"id":"a","text":${JSON.stringify(text)}}\r\n\n{"id":"b","text":"“Yes,” said Edda Vale."}`)
  expect(err).toBe('')
  expect(parseLines(out).map((record) => record.article.source)).toEqual(['a', 'b'])
  expect(parseLines(out)[0]?.article.text).toBe(text)
})

test('bytes of a line that are no UTF-8 are told', async () => {
  const line = Buffer.concat([Buffer.from('{"id":"a","text":"“No,” said Ren'), Buffer.from([0xe9]), Buffer.from(' Lind."}\n')])
  const { out } = await runReadout(LINES, line)
  expect(parseLines(out)[0]?.notices.map((notice) => notice.code)).toContain('invalid-utf8')
})

test('a text cannot steer the terminal', async () => {
  const { out } = await runReadout(['read', '-'], '“No \u001b]0;mine\u0007 way,” said Edda Vale of the harbour office.')
  expect(out).toContain('way')
  expect(out).not.toMatch(/[\u001b\u0007]/)
})

test('a text cannot bring markup into the page', async () => {
  const { out } = await runReadout(['read', '-', '--format', 'html', '--title', '<img src=x>'], '“No </script><b>way,” said Edda Vale of the office.')
  expect(out).toContain("default-src 'none'")
  expect(out).not.toMatch(/<img|<b>way|<\/script><b/)
})

test('a wrong option is an error, help is not', async () => {
  expect((await runReadout(['read', 'a.txt', '--format', 'xml'])).code).toBe(2)
  expect((await runReadout(['read', '--help'])).code).toBe(0)
})
