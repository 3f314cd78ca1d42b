import { describe, expect, test } from 'vitest'
import { readGolden, spansOf } from './golden.ts'

const HEAD = 'title: Ferry\npublished: 2024-03-14\ncomplete: statement\n\n=== article\n\nLind said the ferry would sail. Lind left.\n\n=== facts\n\n'

function read(facts: string) {
  return readGolden(HEAD + facts, 'ferry')
}

test('copied words become spans', () => {
  const { article, problems } = read('statement indirect say\n  source: [Lind] said = Arvo Lind\n  cue: [said]  the\n  content: the ferry would sail\n')
  expect(problems).toEqual([])
  const fact = article?.facts[0]
  expect(fact && spansOf(fact, 'content').map(({ start, end }) => article.text.slice(start, end))).toEqual(['the ferry would sail'])
  expect(fact?.fields.get('source')?.[0]?.readings).toEqual(['Arvo Lind'])
})

describe('mistakes are told in sentences', () => {
  const check = (facts: string, expected: RegExp) => test(String(expected), () => expect(read(facts).problems.join('\n')).toMatch(expected))
  check('statement indirect say\n  source: Lind = Lind\n  content: the ferry would sail', /“Lind” stands in 2 places: copy more words/)
  check('statement indirect say\n  content: the boat would sail', /does not stand in the article/)
  check('statement indirect say\n  content: erry would sail', /does not stand in the article/)
  check('statement indirect mumble\n  content: the ferry would sail', /needs one of say, ask/)
  check('statement indirect say\n  cue: [said] the', /has no “content”/)
  check('remark say\n', /opens no fact/)
})
