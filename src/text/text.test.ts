import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGivenTokens, readTokens } from './text.ts'

function words(text: string): string[] {
  const { tokens } = readTokens(text)
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]))
}

function sentences(text: string): string[] {
  const { tokens } = readTokens(text)
  return Array.from(tokens.sentences.slice(0, -1), (first, s) => text.slice(tokens.start[first], tokens.end[(tokens.sentences[s + 1] as number) - 1]))
}

/** The outermost verbatim runs, those that never close marked with “…”. */
function verbatim(text: string): string[] {
  return readTokens(text)
    .tokens.quotations.filter((run) => run.depth === 0)
    .map((run) => text.slice(run.words.start, run.words.end) + (run.isClosed ? '' : '…'))
}

describe('tokens', () => {
  const check = (text: string, expected: string) => test(text, () => expect(words(text).join('|')).toBe(expected))
  check("They don't, cannot and Lind's won’t.", "They|do|n't|,|can|not|and|Lind|'s|wo|n’t|.")
  check('Mr. Vale met J. Oster at 9.30 a.m. in the U.S.', 'Mr.|Vale|met|J.|Oster|at|9.30|a.m.|in|the|U.S.')
  check('the full-fledged pact—Lind said', 'the|full-fledged|pact|—|Lind|said')
  check("in the '90s the ministers' plan", "in|the|'90s|the|ministers|'|plan")
  check('costs $1,200 (10%) … see https://lund.example/a?b=1, he said', 'costs|$|1,200|(|10|%|)|…|see|https://lund.example/a?b=1|,|he|said')
})

describe('sentences', () => {
  const check = (text: string, expected: string[]) => test(text, () => expect(sentences(text)).toEqual(expected))
  check("The damage would be large. ''We have boats,'' Mr. Lind said.", ['The damage would be large.', "''We have boats,'' Mr. Lind said."])
  check('He left the U.S. The ferry sailed.', ['He left the U.S.', 'The ferry sailed.'])
  check('“Will it sail?” he asked. “No.”', ['“Will it sail?” he asked.', '“No.”'])
  check('Gen. Oster spoke. He left.', ['Gen. Oster spoke.', 'He left.'])
  check('Ferry to sail\n\nThe ferry will sail.', ['Ferry to sail', 'The ferry will sail.'])
  check('During a talk with\nMinister Oster he smiled.', ['During a talk with\nMinister Oster he smiled.'])
  check('She asked for:\n- more boats,\n- less wind.', ['She asked for:', '- more boats,', '- less wind.'])
})

test('two lines of a text that is cut to one width are one paragraph where the next word did not fit', () => {
  const block =
    'The ferry had been late for three days when it came, and nobody\non the quay had been told when, or whether, the boat would ever\nsail back from the outer islands of the gulf again.'
  const tail = 'The harbour master told the people who stood on the quay:\n“Ferries come.”\n\nLind left.\nVale stayed.'
  const { tokens } = readTokens(`${block}\n\n${block}\n\n${tail}`)
  expect(tokens.paragraphs.length - 1).toBe(5)
})

describe('quotations', () => {
  const check = (text: string, expected: string[]) => test(text, () => expect(verbatim(text)).toEqual(expected))
  check('"We go," he said, "now."', ['We go,', 'now.'])
  check('“We go," he said.', ['We go,'])
  check('„We go,“ he said. «They stay», she said. »No«, he said.', ['We go,', 'They stay', 'No'])
  check("'It's a matter of weeks,' she said of the ministers' plan in the '90s.", ["It's a matter of weeks,"])
  check('“She said ‘no’ to me,” he said.', ['She said ‘no’ to me,'])
  check('He called it "narrow, Lind said. Vale left the room.', ['narrow, Lind said.…'])
  check('He called it "narrow. Vale called it "wide" and left.', ['narrow.…', 'wide'])
  check('“We waited.\n\n“Nobody came,” Lind said.', ['We waited.', 'Nobody came,'])
  check('No mark here opens” he said.', [])
  check('The"odd"marks', ['odd'])
  test('a mark that never closes is told', () =>
    expect(readTokens('He called it "narrow. He left.').notices.map((n) => n.code)).toEqual(['unclosed-quotation']))
  test('a mark that never opened is told', () => expect(readTokens('Narrow," he said.').notices.map((n) => n.code)).toEqual(['unopened-quotation']))
  test('a mark alone in its paragraph carries nothing on', () => {
    const { tokens } = readTokens('“\n\n“We waited.\n\n“Nobody came,” Lind said.')
    for (const run of tokens.quotations) expect(run.continues === null || tokens.quotations[run.continues] !== undefined).toBe(true)
  })
  test('a quotation over paragraphs is one chain', () => {
    const { tokens, notices } = readTokens('“We waited.\n\n“Nobody came,” Lind said.')
    expect(tokens.quotations[1]?.continues).toBe(0)
    expect(notices).toEqual([])
  })
})

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '"', "'", '“', '”', '\n', '9', '\ud800', '😀', 'é', 'ש') }),
  )
  test('tokens tile what is no white space, sentences and paragraphs cover them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tokens } = readTokens(text)
        let at = 0
        for (let i = 0; i < tokens.count; i++) {
          expect(tokens.start[i]).toBeGreaterThanOrEqual(at)
          expect(tokens.end[i]).toBeGreaterThan(tokens.start[i] as number)
          expect(text.slice(at, tokens.start[i])).toMatch(/^[\s\p{Cc}\u200b\u200e\u200f\u2060\ufeff]*$/u)
          at = tokens.end[i] as number
        }
        for (const list of [tokens.sentences, tokens.paragraphs]) {
          expect(list.at(-1)).toBe(tokens.count)
          for (let n = 1; n < list.length; n++) expect(list[n] as number).toBeGreaterThan(list[n - 1] as number)
        }
        for (const run of tokens.quotations) {
          expect(run.words.end).toBeGreaterThan(run.words.start)
          if (run.continues !== null) expect(tokens.quotations[run.continues]).toBeDefined()
        }
      }),
      { numRuns: 400 },
    )
  })
  test('reading twice gives the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readTokens(text)).toEqual(readTokens(text))
      }),
      { numRuns: 100 },
    )
  })
})

test('given tokens are kept', () => {
  const { tokens } = readGivenTokens([
    ['They', 'do', "n't", '.'],
    ['No', '.'],
  ])
  expect(Array.from(tokens.sentences)).toEqual([0, 4, 6])
  expect(tokens.text.slice(tokens.start[4], tokens.end[5])).toBe('No .')
})

describe('large texts take little time', () => {
  const check = (name: string, text: string) =>
    test(name, () => {
      const began = performance.now()
      readTokens(text)
      expect(performance.now() - began).toBeLessThan(10_000)
    })
  check('five megabytes without a full stop', 'the ferry sails and '.repeat(250_000))
  check('a million quotation marks', '"'.repeat(1_000_000))
  check('a million marks that open', '“a '.repeat(300_000))
  check('many lines', 'a line\n\n'.repeat(100_000))
})
