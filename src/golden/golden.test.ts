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

test('events, cooperation and comparisons are tied to the statement that asserts them, a comparison to its event', () => {
  const { article, problems } = read(`event RETREAT   # a remark
  trigger: Lind [left].
  realis: happened|unknown
event CONSULT meeting
  trigger: [sail]
  realis: planned
statement indirect say
  content: the ferry would sail
optional statement indirect think
  content: would sail
cooperation transport|energy aspirational
  between: [Lind] said = Lind
  between: [Lind] left = Ostria
  span: sail
  realis: planned
  statedIn: [the ferry]
comparison first
  span: would sail
  about: sail
not comparison   # any claim
  span: [Lind] left
`)
  expect(problems).toEqual([])
  const [left, sail, said, thought, cooperation, comparison, trap] = article?.facts ?? []
  expect(left).toMatchObject({ choices: [['RETREAT']], statedIn: null })
  expect(sail).toMatchObject({ choices: [['CONSULT'], ['meeting']], statedIn: thought })
  expect(cooperation).toMatchObject({ choices: [['transport', 'energy'], ['aspirational']], statedIn: said })
  expect(comparison).toMatchObject({ statedIn: thought, about: sail })
  expect(trap).toMatchObject({ role: 'trap', choices: [] })
})

describe('mistakes are told in sentences', () => {
  const check = (facts: string, expected: RegExp) => test(String(expected), () => expect(read(facts).problems.join('\n')).toMatch(expected))
  check('statement indirect say\n  source: Lind = Lind\n  content: the ferry would sail', /“Lind” stands in 2 places: copy more words/)
  check('statement indirect say\n  content: the boat would sail', /does not stand in the article/)
  check('statement indirect say\n  content: erry would sail', /does not stand in the article/)
  check('statement indirect mumble\n  content: the ferry would sail', /needs in its first line one of say, ask/)
  check('statement indirect say\n  cue: [said] the', /has no “content”/)
  check('remark say\n', /opens no fact/)
  check('event VISIT\n  trigger: sail\n  realis: happened', /event needs in its first line one of AGREE/)
  check('event CONSULT\n  trigger: sail\n  realis: over', /“over” is no realis/)
  check('event CONSULT\n  trigger: sail\n  realis: planned\n  area: ferries', /“ferries” is no area/)
  check('event CONSULT\n  trigger: sail\n  realis: planned\n  date: sail = Thursday', /“date” needs a date/)
  check('event CONSULT\n  trigger: sail\n  realis: planned\n  actor: ferry', /“actor” needs a name/)
  check('cooperation sea ended\n  between: [Lind] left = Lind\n  span: sail\n  realis: denied', /one of diplomacy.*\n.*between two or more/)
  check('comparison first\n  span: sail\n  about: ferry', /“about” must copy the trigger of an event/)
  check('comparison first\n  span: sail\n  statedIn: ferry', /“statedIn” must copy the opening words/)
})
