import { describe, expect, test } from 'vitest'
import { type Given, type Intake, parseDate, readBytes, readJsonLine, readText } from './reading.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const codes = ({ notices }: Intake) => notices.map((notice) => notice.code)

describe('bytes of a file', () => {
  const check = (name: string, bytes: Uint8Array | number[], text: string, expected: string[]) =>
    test(name, () => {
      const intake = readBytes(Uint8Array.from(bytes), {})
      expect(intake.article.text).toBe(text)
      expect(codes(intake)).toEqual(expected)
    })
  check('plain text, line ends untouched', bytesOf('Lind spoke.\r\n\r\nVale left.\n'), 'Lind spoke.\r\n\r\nVale left.\n', [])
  check('a byte-order mark is left off', [0xef, 0xbb, 0xbf, ...bytesOf('Lind spoke.')], 'Lind spoke.', [])
  check('a second byte-order mark stays', bytesOf('\ufeff\ufeffLind'), '\ufeffLind', [])
  check('damaged bytes are told', [...bytesOf('Li'), 0xff, ...bytesOf('nd')], 'Li\ufffdnd', ['invalid-utf8'])
  check('a sign cut short is told', [...bytesOf('Lind'), 0xe2, 0x80], 'Lind\ufffd', ['invalid-utf8'])
  check('“�” that stood in the text is no damage', bytesOf('Li\ufffdnd'), 'Li\ufffdnd', [])
  check('a single NUL is text', bytesOf('Lind\0 spoke of the harbour.'), 'Lind\0 spoke of the harbour.', [])
  check('many NULs are binary', bytesOf('L\0i\0n\0d\0'), 'L\0i\0n\0d\0', ['binary'])
  check('control characters are binary', [1, 2, 3, 4, 65], '\u0001\u0002\u0003\u0004A', ['binary'])
  check('a binary file is not told to be damaged as well', [0, 0, 0, 0xff], '\0\0\0\ufffd', ['binary'])
  check('tabs, form feeds and escapes are text', bytesOf('\t\f\u001b[1m'), '\t\f\u001b[1m', [])
  check('nothing', [], '', [])
})

describe('decoded text', () => {
  const check = (name: string, text: string, expected: [string, number?][]) =>
    test(name, () => {
      const intake = readText(text, {})
      expect(intake.article.text).toBe(text)
      expect(intake.notices.map(({ code, span }) => (span ? [code, span.start] : [code]))).toEqual(expected)
    })
  check('a pair is whole', 'Lind 😀', [])
  check('the first half of a pair', 'Lind \ud83d spoke', [['lone-surrogate', 5]])
  check('the second half of a pair', 'Lind 😀\ude00', [['lone-surrogate', 7]])
  test('a text beyond the limit is told', () => expect(codes(readText('a'.repeat(50_000_001), {}))).toEqual(['too-long']))
})

describe('dates', () => {
  const check = (date: string | null | undefined, expected: string | null, told: string[] = []) =>
    test(String(date), () => {
      const intake = readText('Lind spoke.', date === undefined ? {} : { publishedOn: date })
      expect(intake.article.publishedOn).toBe(expected)
      expect(codes(intake)).toEqual(told)
    })
  check(undefined, null)
  check(null, null)
  check('', null)
  check('2024-03-14', '2024-03-14')
  check('2024-02-29', '2024-02-29')
  check('2024-03-14T23:30:00+09:00', '2024-03-14')
  check('2023-02-29', null, ['bad-date'])
  check('2024-13-01', null, ['bad-date'])
  check('14 March 2024', null, ['bad-date'])
  check('2024-03-14 or so', null, ['bad-date'])
  check('2024', null, ['bad-date'])
  test('a day that is told must be whole', () => {
    expect(parseDate('2024-03-14')).toBe('2024-03-14')
    expect(parseDate('2024-03-14T10:00:00Z')).toBeNull()
    expect(parseDate('2024-3-14')).toBeNull()
  })
})

describe('lines of JSON', () => {
  const check = (name: string, line: string, expected: Partial<Intake['article']> | string, defaults: Given = {}) =>
    test(name, () => {
      const intake = readJsonLine(bytesOf(line), 'news.jsonl:3', defaults)
      if (typeof expected === 'string') expect(intake).toBe(expected)
      else expect((intake as Intake).article).toMatchObject(expected)
    })
  check('text alone goes by its line', '{"text":"Lind spoke."}', { text: 'Lind spoke.', source: 'news.jsonl:3', title: null, publishedOn: null })
  check('all that may stand in it', '{"id":"n1","text":"Lind spoke.","date":"2024-03-14","title":"Lind speaks","url":"https://lund.example/1"}', {
    source: 'n1',
    title: 'Lind speaks',
    publishedOn: '2024-03-14',
  })
  check('the address names it where no id does', '{"url":"https://lund.example/1","text":"a"}', { source: 'https://lund.example/1' })
  check('a number is an id', '{"id":7,"text":"a"}', { source: '7' })
  check(
    'its own title and date go before those of the command',
    '{"text":"a","title":"Own","date":"2024-03-14"}',
    { title: 'Own', publishedOn: '2024-03-14' },
    {
      title: 'Given',
      publishedOn: '2020-01-01',
    },
  )
  check('those of the command fill in', '{"text":"a"}', { title: 'Given', publishedOn: '2020-01-01' }, { title: 'Given', publishedOn: '2020-01-01' })
  check('a byte-order mark before the first line', '\ufeff{"text":"a"}', { text: 'a' })
  check('a carriage return behind it', '{"text":"a"}\r', { text: 'a' })
  check('an empty text is a text', '{"text":""}', { text: '' })
  check('no JSON', '{"text":', 'it is no JSON')
  check('a list', '["a"]', 'it is no JSON object')
  check('null', 'null', 'it is no JSON object')
  check('no text', '{"id":"n1"}', 'it has no “text” (a string)')
  check('a text that is none', '{"text":5}', 'it has no “text” (a string)')
  test('what is wrong is told', () => {
    const line = Uint8Array.from([...bytesOf('{"date":"soon","text":"Li'), 0xff, ...bytesOf('nd \\ud83d"}')])
    expect(codes(readJsonLine(line, 'a:1', {}) as Intake)).toEqual(['invalid-utf8', 'lone-surrogate', 'bad-date'])
  })
})
