/** The numbers here were made by the project's Python scorers on the same records (score_gold.py). */
import { expect, test } from 'vitest'
import type { Readout, ReadoutComparison, ReadoutCooperation, ReadoutDate, ReadoutEntity, ReadoutEvent, ReadoutSpan } from '../document/readout.ts'
import { type GoldenArticle, readGolden } from '../golden/golden.ts'
import { scoreGolden } from './golden-figures.ts'

const GOLDEN = `title: Reed Pass
published: 2024-03-14
complete: cooperation comparison

=== article

Belmora and Varland reopened talks on the Reed Pass on Wednesday, the first such meeting since 2011. "We share rail and power with Varland,"
Jana Pohl said. The two sides dropped a joint survey of the pass, where Ostria watched. The envoys never met again. Lind once rowed there for a
year.

=== facts

event CONSULT meeting
  trigger: reopened [talks] on
  trigger: such [meeting] since
  realis: happened

cooperation transport|infrastructure longstanding
  between: [Belmora] and = Belmora
  between: and [Varland] reopened = Varland
  span: share rail
  realis: ongoing

cooperation energy longstanding|expanding
  between: [Belmora] and = Belmora
  between: and [Varland] reopened = Varland
  span: [share] rail
  span: power with
  realis: ongoing

cooperation science ended
  between: [Belmora] and = Belmora
  between: and [Varland] reopened = Varland
  span: dropped
  realis: denied

not cooperation space
  span: joint survey

not cooperation
  between: [Belmora] and = Belmora
  between: where [Ostria] watched = Ostria | Kingdom of Ostria
  span: joint survey

comparison first|since
  span: the first such meeting since 2011
  since: since [2011] = 2011-01-01/2011-12-31
  about: reopened [talks] on

comparison again
  span: reopened talks
  about: reopened [talks] on

comparison last
  span: never met again

optional comparison gap
  span: [once] rowed

not comparison
  span: there for a year
`

const { article: read, problems } = readGolden(GOLDEN, 'pass')
const article = read as GoldenArticle

/** Words of the article, “before¦words” for those that stand after others. */
function at(told: string): ReadoutSpan {
  const [before, words] = told.includes('¦') ? (told.split('¦') as [string, string]) : ['', told]
  const start = article.text.indexOf(words, article.text.indexOf(before) + before.length)
  if (start < 0) throw new Error(`“${told}” does not stand in the text.`)
  return { start, end: start + words.length, text: words }
}

const entities = ['Belmora', 'Varland', 'Ostria'].map(
  (name, n): ReadoutEntity => ({ id: `e${n + 1}`, kind: 'country', name, country: null, roles: [], link: {}, mentions: [{ ...at(name), form: 'name' }] }),
)

const makeEvent = (id: string, trigger: string): ReadoutEvent => ({
  id,
  type: 'CONSULT',
  mode: 'meeting',
  trigger: at(trigger),
  mentions: [],
  participants: [],
  place: null,
  date: null,
  realis: 'happened',
  realisCues: [],
  areas: [],
  statedIn: null,
  utteredIn: null,
  confidence: 0.9,
})

const makeCooperation = (
  id: string,
  area: ReadoutCooperation['area'],
  stage: ReadoutCooperation['stage'],
  between: string[],
  words: string[],
  realis: ReadoutCooperation['realis'],
): ReadoutCooperation => ({ id, between, area, stage, spans: words.map(at), realis, realisCues: [], statedIn: null, confidence: 0.9 })

const makeComparison = (id: string, claim: ReadoutComparison['claim'], words: string, since: ReadoutDate | null, about: string | null): ReadoutComparison => ({
  id,
  claim,
  span: at(words),
  since,
  about,
  statedIn: null,
  confidence: 0.9,
})

const since: ReadoutDate = { span: at('2011'), start: '2011-01-01', end: '2011-12-31', grain: 'year', status: 'exact' }

const readout: Readout = {
  format: 'readout/1',
  producedBy: { readout: '0', models: {}, knowledge: null },
  offsetUnit: 'utf16',
  article: {
    id: '',
    source: null,
    title: null,
    publisher: null,
    authors: [],
    publishedOn: null,
    language: 'en',
    length: article.text.length,
    text: article.text,
  },
  entities,
  statements: [],
  events: [makeEvent('v1', 'such ¦meeting'), makeEvent('v2', 'never ¦met')],
  cooperation: [
    makeCooperation('c1', 'infrastructure', 'expanding', ['e2', 'e1'], ['share rail and power'], 'ongoing'),
    makeCooperation('c2', 'energy', 'expanding', ['e1', 'e2'], ['power'], 'planned'),
    makeCooperation('c3', 'science', 'ended', ['e1', 'e2', 'e3'], ['dropped'], 'denied'),
    makeCooperation('c4', 'science', null, ['e3', 'e1'], ['a joint survey'], 'denied'),
  ],
  comparisons: [
    makeComparison('k1', 'since', 'since 2011', since, 'v1'),
    makeComparison('k2', 'again', 'reopened talks', null, 'v2'),
    makeComparison('k3', 'first', 'never ¦met', null, null),
    makeComparison('k4', 'gap', 'once rowed there', null, null),
    makeComparison('k5', 'most', 'for a\nyear', null, null),
  ],
  notices: [],
}

test('golden cooperation, comparisons and their traps', () => {
  expect(problems).toEqual([])
  const { figures } = scoreGolden([article], [readout])
  expect(Object.fromEntries([...figures].map(([name, value]) => [name, value === null ? null : Math.round(value * 10000) / 10000]))).toMatchObject({
    events_f1: 0,
    realis: 1,
    mode: 1,
    cooperation_precision: 0.5,
    cooperation_recall: 0.6667,
    cooperation_f1: 0.5714,
    stage: 0.5,
    cooperation_realis: 0.5,
    comparisons_precision: 0.5,
    comparisons_recall: 0.6667,
    comparisons_f1: 0.5714,
    since: 1,
    comparison_about: 0.5,
    traps_found: 2,
    traps_avoided: 0.3333,
  })
})
