import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bandsOf, compareTexts, estimateLikeness, signText } from './copies.ts'

const FOLDER = 'fixtures/copies'

interface Pair {
  readonly name: string
  readonly isCopy: boolean
  readonly report: string
  readonly text: string
}

/** A file holds a report and, each under a line of its own, texts that are copies of it or others. */
function readPairs(): Pair[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const [report = '', ...others] = readFileSync(join(FOLDER, file), 'utf8')
      .split(/^== (?=.)/m)
      .slice(1)
    const cutHead = (section: string) => section.slice(section.indexOf('\n') + 1)
    return others.map((section) => ({
      name: `${file}: ${section.split('\n')[0]}`,
      isCopy: section.startsWith('copy'),
      report: cutHead(report),
      text: cutHead(section),
    }))
  })
}

function areCandidates(a: string, b: string): boolean {
  const bands = bandsOf(signText(b))
  return bandsOf(signText(a)).some((hash, band) => hash === bands[band])
}

const PAIRS = readPairs()
const REPORT = (PAIRS[0] as Pair).report

test('forty pairs: copies of many kinds are candidates and copies, other reports are not', () => {
  const wrong = PAIRS.filter(({ isCopy, report, text }) => (areCandidates(report, text) && compareTexts(report, text).verdict !== 'other') !== isCopy)
  expect(wrong.map(({ name }) => name)).toEqual([])
  expect([PAIRS.length, PAIRS.filter(({ isCopy }) => isCopy).length]).toEqual([40, 20])
})

test('the order of two texts does not matter, and a text is a copy of itself', () => {
  for (const { report, text } of PAIRS) expect(compareTexts(text, report).verdict).toBe(compareTexts(report, text).verdict)
  for (const { text } of PAIRS) expect(compareTexts(text, text)).toEqual({ share: 1, verdict: 'copy' })
})

test.each([
  ['byline, credits and notes', (text: string) => `By Ana Tal, Norda\n\n${text}\n\n(Reporting by Ana Tal; Editing by Bo Lund)\n\nThis story has been updated.`],
  [
    'rights and invitations',
    (text: string) => `${text}\n\nRead more: Butter through the ages\n\nSign up for our newsletter.\n\n© 2025 Norda. All rights reserved.`,
  ],
  ['the dateline', (text: string) => text.replace('VELM — ', 'VELM, Belmora, May 3 (Norda) - ')],
  ['quotation marks, capitals and spaces', (text: string) => text.replace(/[“”]/g, '"').replace(/ /g, '  ').toUpperCase()],
  [
    'figures in words, and spelling',
    (text: string) =>
      text
        .replace(/\bsix\b/g, '6')
        .replace('behaviour', 'behavior')
        .replace(/percent/g, 'per cent'),
  ],
])('%s make no difference to the words', (_, change) => {
  expect(compareTexts(REPORT, change(REPORT))).toEqual({ share: 1, verdict: 'copy' })
  expect(estimateLikeness(signText(REPORT), signText(change(REPORT)))).toBe(1)
})

test('signatures are the same on every machine and tell how alike texts are', () => {
  const signature = signText(REPORT)
  expect([...signature.subarray(0, 3)]).toMatchInlineSnapshot(`
    [
      14885064,
      7200969,
      2717202,
    ]
  `)
  expect(signature).toHaveLength(128)
  const half = REPORT.slice(0, REPORT.indexOf('\n\n', REPORT.length / 2))
  expect(estimateLikeness(signature, signText(half))).toBeGreaterThan(0.4)
  expect(estimateLikeness(signature, signText(PAIRS.at(-1)?.text ?? ''))).toBeLessThan(0.1)
  expect(bandsOf(signature).every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 31)).toBe(true)
})

test('texts without words are no candidates and no copies', () => {
  for (const text of ['', '\n\n', '— … —', 'By Ana Tal', '\ud83d\ude00'.repeat(9), '\udc00\ud800']) {
    expect(bandsOf(signText(text))).toEqual([])
    expect(compareTexts(text, text).verdict).toBe('other')
    expect(compareTexts(text, REPORT).verdict).toBe('other')
  }
})

test('time grows with the text', () => {
  const long = Array.from({ length: 60_000 }, (_, n) => `word${n * 7919}`).join(' ')
  const start = performance.now()
  expect(compareTexts(long, long).verdict).toBe('copy')
  signText(long)
  expect(performance.now() - start).toBeLessThan(2_000)
})
