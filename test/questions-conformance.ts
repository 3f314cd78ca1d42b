import { describe, expect, test } from 'vitest'
import { compareSaid, type Desk, drawTimeline, type FindQuestion, type Found, findFacts, findSaid, type Page } from '../src/questions/questions.ts'
import { closeStore, type Store, saveTaken } from '../src/store/store.ts'
import { openDesk } from './desk-sample.ts'
import { makeReport, makeSomebody } from './report-sample.ts'

const ALL = { since: null, until: null, limit: 100, cursor: null }
const ANY = {
  ...ALL,
  words: null,
  speaker: null,
  about: null,
  country: null,
  area: null,
  act: null,
  type: null,
  realis: null,
  source: null,
  kinds: null,
  sort: 'newest',
} as const

/** Somebody whom an article calls by a surname alone. */
const CALLED = makeSomebody('person', 'VAR', 'Brandt')

/** What every engine must answer alike. `open` gives a new empty store. */
export function describeQuestions(engine: string, open: () => Promise<Store>): void {
  describe(`questions to ${engine}`, () => {
    const check = (name: string, work: (desk: Desk) => Promise<void>) =>
      test(name, async () => {
        const desk = await openDesk(await open())
        try {
          await work(desk)
        } finally {
          await closeStore(desk.store)
        }
      })
    describeFinding(check)
    describeTelling(check)
    describeOrder(check)
    describeSaying(check)
    describeTimeline(check)
  })
}

type Check = (name: string, work: (desk: Desk) => Promise<void>) => void

/** “t9 article”, “t9 s1 [budget]”: a hit in short, with the words that were marked. */
const short = (found: Found) => {
  const key = found.article.address?.split('/').at(-1)
  const words = found.matches.map(({ text }) => text).join(' ')
  return `${key} ${found.kind === 'article' ? 'article' : found.id}${words ? ` [${words}]` : ''}`
}

const find = async (desk: Desk, question: Partial<FindQuestion>) => (await findFacts(desk, { ...ANY, ...question })).rows.map(short)

function describeFinding(check: Check): void {
  check('words in one sentence, in whole articles, marked', async (desk) => {
    expect(await find(desk, { words: 'closed corridor' })).toEqual([
      ...['c article [closed corridor]', 'c s1 [closed corridor]', 'b article [closed corridor]', 'b s1 [closed corridor]'],
      ...['a article [closed corridor]', 'a s1 [closed corridor]'],
    ])
    expect(await find(desk, { words: '"closed corridor" tuesday', kinds: ['statement'] })).toEqual([])
    expect(await find(desk, { words: '"closed corridor" tuesday', kinds: ['article'] })).toEqual([
      'b article [Tuesday closed corridor]',
      'a article [Tuesday closed corridor]',
    ])
    expect(await find(desk, { words: 'CAFE sanction*' })).toEqual(['q article [sanctions café]', 'q s1 [sanctions café]'])
    expect(await find(desk, { words: 'harbour varland' })).toEqual(['r article [harbour Varland]', 'r s1 [harbour Varland]'])
    expect(await find(desk, { words: 'corridor -never' })).toEqual(['b article [corridor]', 'b s1 [corridor]'])
    expect(await find(desk, { words: 'doubled OR cancelled', kinds: ['cooperation', 'event'] })).toEqual(['j c1 [doubled]', 'k v1 [cancelled]'])
  })
  check('filters, alone and together', async (desk) => {
    const cases: [Partial<FindQuestion>, string[]][] = [
      [{ speaker: 'Jonas Brandt' }, ['q s1']],
      [{ speaker: 'Radu Keshen' }, ['f s1']],
      [{ speaker: 'Ilva Brandt', act: 'deny' }, ['p s1']],
      [{ act: 'promise' }, ['d s1']],
      [{ type: 'CONSULT', realis: 'denied' }, ['k v1']],
      [{ realis: 'denied', about: 'Ilva Brandt' }, ['k v1']],
      [{ area: 'energy' }, ['j c1', 'i c1', 'h c1']],
      [{ area: 'energy', words: 'doubled' }, ['j c1 [doubled]']],
      [{ country: 'Varland', kinds: ['statement', 'event', 'cooperation'] }, ['q s1']],
      [{ country: 'Varland', kinds: ['article'] }, ['q article', 'o article', 'n article', 'm article', 'r article']],
      [{ kinds: ['comparison'] }, ['l k1']],
      [{ kinds: ['comparison'], country: 'OST' }, ['l k1']],
      [{ about: 'Varland', kinds: ['statement'] }, ['o s1', 'n s1', 'm s1', 'r s1']],
      [{ source: 'harbour post', until: '2024-07-31' }, ['e article', 'e v1', 'a2 article', 'a2 s1', 'a2 v1']],
      [{ since: '2024-05-30', until: '2024-06-11', kinds: ['statement'] }, ['q s1', 'p s1', 'o s1']],
      [{ speaker: 'Nobody Known' }, []],
    ]
    for (const [question, hits] of cases) expect([question, await find(desk, question)]).toEqual([question, hits])
    expect((await findFacts(desk, { ...ANY, speaker: 'Nobody Known' })).unknown).toEqual(['Nobody Known'])
  })
}

function describeTelling(check: Check): void {
  check('a fact is told with all that is known of it', async (desk) => {
    const { rows } = await findFacts(desk, { ...ANY, words: 'corridor', kinds: ['statement'], until: '2024-01-10', limit: 1, source: null, since: null })
    expect(rows).toMatchObject([
      { how: 'direct', speaker: { name: 'Ilva Brandt', country: 'BLM' }, cue: { text: 'said' }, article: { outlet: 'North Wire', copies: 0 } },
    ])
    const { rows: copied } = await findFacts(desk, { ...ANY, words: 'tuesday', kinds: ['event'], until: '2024-01-10' })
    expect(copied[1]).toMatchObject({
      ...{ type: 'CONSULT', realis: 'happened', areas: ['diplomacy'], date: { start: '2024-01-09', grain: 'day' }, sentence: { start: 0 } },
      participants: [
        { role: 'actor', name: 'Ilva Brandt' },
        { role: 'recipient', name: 'Radu Keshen' },
      ],
      article: { copies: 2, outlets: ['Coast Daily', 'Harbour Post', 'Strait Times'] },
    })
    const { rows: ship } = await findFacts(desk, { ...ANY, words: 'harbour varland', kinds: ['statement'] })
    expect(ship).toMatchObject([
      {
        sentence: { start: 0, end: 53 },
        matches: [
          { start: 23, end: 30, text: 'harbour' },
          { start: 34, end: 41, text: 'Varland' },
        ],
      },
    ])
  })
}

function describeOrder(check: Check): void {
  check('the most relevant first', async (desk) => {
    const hits = await find(desk, { words: 'sanctions', sort: 'relevance', limit: 3 })
    expect(hits[0]).toBe('m article [sanctions]')
    await expect(find(desk, { sort: 'relevance' })).rejects.toThrow(/nothing is more relevant/)
  })
  check('what is added meanwhile moves no page', async (desk) => {
    const question = { ...ANY, kinds: ['statement' as const], limit: 4 }
    const before = await readPages((cursor) => findFacts(desk, { ...question, cursor }))
    const first = await findFacts(desk, question)
    const later = {
      key: 'z',
      day: '2024-12-01',
      outlet: 'Late Leaf',
      title: 'Late',
      lines: [{ text: 'Brandt met nobody.', says: { by: CALLED, cue: 'met', content: 'nobody' } }],
    }
    await saveTaken(desk.store, [makeReport(later, [CALLED])], desk.fold)
    const rest = await readPages((cursor) => findFacts(desk, { ...question, cursor: cursor ?? first.next }))
    expect([...first.rows, ...rest]).toEqual(before)
    await expect(findSaid(desk, { ...ALL, name: 'Brandt', on: null })).rejects.toThrow(
      /name of 2 in this library(?:.|\n)*"#\d+" {2}Ilva Brandt \(person, BLM, told of \d+ times, 2024-01-10 to 2024-07-20\)/,
    )
    expect(await findSaid(desk, { ...ALL, name: '#8', on: null })).toMatchObject({
      who: { name: 'Brandt' },
      rows: [{ statement: { words: { text: 'nobody' } } }],
    })
  })
  check('pages give the same rows as one page', async (desk) => {
    for (const question of [
      { words: 'harbour' },
      { words: 'brandt', sort: 'relevance' as const },
      {},
      { kinds: ['statement' as const] },
      { words: 'brandt', since: '2024-02-01' },
    ])
      for (const limit of [1, 3, 7])
        expect(await readPages((cursor) => findFacts(desk, { ...ANY, ...question, limit, cursor }))).toEqual(
          (await findFacts(desk, { ...ANY, ...question, limit: 1000 })).rows,
        )
    await expect(findFacts(desk, { ...ANY, cursor: 'nonsense' })).rejects.toThrow(/not from this question/)
    await expect(findFacts(desk, { ...ANY, limit: 0 })).rejects.toThrow(/whole number/)
  })
}

/** All rows, page by page. */
async function readPages<Row>(ask: (cursor: string | null) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor: string | null = null; ; ) {
    const page = await ask(cursor)
    rows.push(...page.rows)
    cursor = page.next
    if (cursor === null) return rows
  }
}

function describeSaying(check: Check): void {
  check('what somebody said: reports of one utterance together, where they differ', async (desk) => {
    const { rows, who } = await findSaid(desk, { ...ALL, name: 'Ilva Brandt', on: 'corridor' })
    expect(who).toMatchObject({ name: 'Ilva Brandt', country: 'BLM' })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ statement: { how: 'direct', article: { outlet: 'Strait Times', copies: 2 } }, matches: [{ text: 'corridor' }] })
    const [other, indirect] = rows[0]?.reports ?? []
    expect(other).toMatchObject({
      statement: { article: { outlet: 'North Wire' } },
      disagrees: ['words'],
      differences: [{ before: { text: 'never' }, after: { text: 'not' } }],
    })
    expect(indirect).toMatchObject({ statement: { how: 'indirect', article: { outlet: 'Hill Herald' } }, disagrees: [] })
  })
  check('everything, newest first; names that are several’s', async (desk) => {
    const { rows } = await findSaid(desk, { ...ALL, name: 'Ilva Brandt', on: null })
    expect(rows.map(({ statement }) => statement.article.publishedOn)).toEqual([
      '2024-07-20',
      '2024-06-11',
      '2024-05-30',
      '2024-04-20',
      '2024-02-10',
      '2024-01-15',
      '2024-01-10',
    ])
    await expect(findSaid(desk, { ...ALL, name: 'Brandt', on: null })).resolves.toMatchObject({ who: { name: 'Ilva Brandt' } })
    expect(await findSaid(desk, { ...ALL, name: 'Nobody', on: null })).toMatchObject({ who: null, rows: [], unknown: ['Nobody'] })
    for (const limit of [1, 2, 5]) {
      expect(await readPages((cursor) => findSaid(desk, { ...ALL, name: 'Ilva Brandt', on: null, limit, cursor }))).toEqual(rows)
      expect(await readPages((cursor) => findSaid(desk, { ...ALL, name: 'Tove Aldane', on: null, limit, cursor }))).toHaveLength(11)
    }
  })
  check('then and now, with the words of each change', async (desk) => {
    const question = { ...ALL, name: 'Ilva Brandt', on: 'sanctions' }
    const compared = await compareSaid(desk, question)
    expect(compared).toMatchObject({
      count: 4,
      first: { statement: { act: 'say' } },
      last: { statement: { act: 'deny' }, changes: [{ kind: 'act' }, { kind: 'hedge' }] },
    })
    expect(compared.rows.map(({ changes }) => changes.map(({ kind, before, after }) => [kind, before?.text, after?.text]))).toEqual([
      [],
      [['hedge', 'may support', 'support']],
      [['negation', 'support', 'won’t support']],
      [['act', 'said', 'denied']],
    ])
    for (const limit of [1, 3]) expect(await readPages((cursor) => compareSaid(desk, { ...question, limit, cursor }))).toEqual(compared.rows)
  })
}

function describeTimeline(check: Check): void {
  check('what happened between two countries, their people counted', async (desk) => {
    const timeline = await drawTimeline(desk, { ...ALL, one: 'Belmora', other: 'Ostria' })
    expect(timeline.rows.map(({ day, kind, fact, reports }) => [day, kind, fact.article.address?.split('/').at(-1), reports.length])).toEqual([
      ['2024-01-09', 'meeting', 'a', 1],
      ['2024-01-15', 'promise', 'd', 0],
      ['2024-02-01', 'cooperation', 'h', 0],
      ['2024-03-05', 'cooperation', 'i', 0],
      ['2024-03-14', 'meeting', 'k', 0],
      ['2024-04-01', 'meeting', 'l', 0],
      ['2024-04-02', 'comparison', 'l', 0],
      ['2024-05-09', 'cooperation', 'j', 0],
      ['2024-07-02', 'event', 'f', 0],
    ])
    expect(timeline.summary).toMatchObject({ counts: { meeting: 3, promise: 1, event: 1, cooperation: 3, comparison: 1 }, lastMetOn: '2024-04-01' })
    expect(timeline.summary.cooperation.map(({ area, stage, from }) => [area, stage, from])).toEqual([
      ['energy', 'aspirational', '2024-02-01'],
      ['energy', 'originating', '2024-03-05'],
      ['energy', 'expanding', '2024-05-09'],
    ])
    for (const limit of [1, 2, 4])
      expect(await readPages((cursor) => drawTimeline(desk, { ...ALL, one: 'Belmora', other: 'Ostria', limit, cursor }))).toEqual(timeline.rows)
  })
  check('what became of a promise, where words say so', async (desk) => {
    const { rows } = await drawTimeline(desk, { ...ALL, one: 'Belmora', other: 'Ostria' })
    const outcomes = rows.find(({ kind }) => kind === 'promise')?.outcomes ?? []
    expect(outcomes.map(({ fact }) => [fact.kind, fact.kind === 'statement' && fact.speaker?.name])).toEqual([
      ['event', false],
      ['statement', 'Radu Keshen'],
    ])
    expect(outcomes.map(({ kind, words, fact }) => [kind, words.text, fact.article.publishedOn])).toEqual([
      ['kept', 'kept the promise', '2024-06-20'],
      ['broken', 'breaking her promise', '2024-07-02'],
    ])
  })
  check('two people, a country and one of its own, a part of the time', async (desk) => {
    const list = async (one: string, other: string, since: string | null = null) =>
      (await drawTimeline(desk, { ...ALL, one, other, since })).rows.map(({ kind, day }) => `${kind} ${day}`)
    expect(await list('Ilva Brandt', 'Radu Keshen')).toEqual(['meeting 2024-01-09', 'meeting 2024-03-14', 'event 2024-07-02'])
    expect(await list('Ilva Brandt', 'Radu Keshen', '2024-02-01')).toEqual(['meeting 2024-03-14', 'event 2024-07-02'])
    expect(await list('Belmora', 'Ilva Brandt')).toEqual(['promise 2024-01-15'])
    expect(await list('Belmora', 'Nowhere')).toEqual([])
  })
}
