/** The numbers here were made by the project's Python scorers on the same records (score_gold.py). */
import { expect, test } from 'vitest'
import type { EntityKind, MentionForm } from '../document/entity.ts'
import type { Readout, ReadoutEntity, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { type GoldenArticle, readGolden } from '../golden/golden.ts'
import type { Figures } from './figures.ts'
import { scoreGolden } from './golden-figures.ts'

const GOLDEN = `title: Ferry
published: 2024-03-14
complete: statement

=== article

HALDEN, March 14 - Foreign Minister Jana Pohl of Belmora told the harbour board that the ferry would probably sail on Friday.

"We keep our word," Pohl said on behalf of the Northern Pact. "The pier is ours."

An official said nobody had been asked. Pohl's deputy, Ivo Rasch, denied the ferry was late. Arvo Lind, a rower, said Rasch had promised
Varland a second ship. The pundit thinks it never will. The minister did not say when. The board asked for "a plain answer to it all.

Varland will build the pier, its envoy wrote. The rowers, Lind said, should wait.

=== facts

statement indirect say
  source: Foreign Minister [Jana Pohl] of = Jana Pohl
  source: Foreign Minister Jana Pohl of Belmora = Jana Pohl
  cue: [told] the harbour
  content: that the ferry would probably sail on Friday
  hedge: probably
  addressee: told [the harbour board] = harbour board | board

statement direct say|promise
  source: word," [Pohl] = Jana Pohl
  cue: Pohl [said] on
  content: "We keep our word,"
  content: "The pier is ours."
  onBehalfOf: the Northern Pact = Northern Pact

statement indirect say
  source: An official = ?
  cue: official [said]
  content: nobody had been asked
  negated: yes

statement indirect deny
  source: Pohl's deputy, Ivo Rasch = Ivo Rasch
  cue: denied
  content: [the ferry was late]. Arvo

statement indirect say
  source: Arvo Lind, a rower = Arvo Lind
  cue: rower, [said]
  content: Rasch had promised Varland a second ship

statement indirect promise
  source: said [Rasch] had = Ivo Rasch
  cue: had [promised]
  content: a second ship
  within: Rasch had promised
  addressee: [Varland] a second = Varland

statement indirect think
  source: The pundit = Jory Madden
  cue: thinks
  content: it never will
  negated: yes

optional statement indirect decline
  source: The minister = Jana Pohl
  cue: did not [say]
  content: when

statement mixed ask
  source: [The board] asked = harbour board | board
  cue: board [asked]
  content: for "a plain answer to it all.

statement indirect say
  source: its envoy = Varland's envoy
  cue: wrote
  content: Varland will build the pier

not statement indirect say
  source: The rowers, [Lind] said = Arvo Lind
  content: should wait

not statement direct say
  across: word," Pohl said on behalf of the Northern Pact. "The

not statement indirect say
  content: the ferry was
`

const article = readGolden(GOLDEN, 'ferry').article as GoldenArticle

function spanOf(text: string, words: string, after = ''): ReadoutSpan {
  const start = text.indexOf(words, text.indexOf(after))
  if (start < 0) throw new Error(`“${words}” does not stand in the text.`)
  return { start, end: start + words.length, text: words }
}

function makeEntity(id: string, kind: EntityKind, name: string, mentions: readonly [string, MentionForm][]): ReadoutEntity {
  const found = mentions.map(([words, form]) => ({ ...spanOf(article.text, words), form }))
  return { id, kind, name, country: null, roles: [], link: {}, mentions: found }
}

/** A statement by its words: a content piece may be told apart as “before¦piece”. */
function makeStatement(
  text: string,
  id: string,
  given: { source?: string; cue?: string; content: string[]; more?: Partial<ReadoutStatement> },
): ReadoutStatement {
  const place = (words: string): ReadoutSpan => {
    const [before, piece] = words.includes('¦') ? (words.split('¦') as [string, string]) : ['', words]
    return spanOf(text, piece, before)
  }
  const [who = '', entity = ''] = (given.source ?? '').split('=')
  return {
    id,
    kind: 'indirect',
    act: 'say',
    source: given.source ? { span: place(who), entity: entity || null, kind: 'person', onBehalfOf: null } : null,
    cue: given.cue ? { spans: [place(given.cue)], lemma: 'say' } : null,
    content: { spans: given.content.map(place) },
    quotations: [],
    addressee: null,
    within: null,
    negated: false,
    hedges: [],
    confidence: 0.9,
    ...given.more,
  }
}

const entities = [
  makeEntity('e1', 'person', 'Jana Pohl', [
    ['Foreign Minister Jana Pohl', 'name'],
    ['The minister', 'nominal'],
  ]),
  // Two people merged into one.
  makeEntity('e2', 'person', 'deputy', [
    ['Ivo Rasch', 'name'],
    ['Arvo Lind', 'name'],
  ]),
  makeEntity('e3', 'person', 'Lind', [['Arvo Lind', 'name']]),
  makeEntity('e4', 'group', 'board', [['the harbour board', 'nominal']]),
  makeEntity('e5', 'organization', 'the Northern Pact', [['the Northern Pact', 'name']]),
  makeEntity('e6', 'country', 'Varland', [['Varland', 'name']]),
  makeEntity('e7', 'person', 'rower', [['a rower', 'nominal']]),
]

const statement = (id: string, given: Parameters<typeof makeStatement>[2]) => makeStatement(article.text, id, given)
const at = (words: string, after = '') => spanOf(article.text, words, after)
const found = [
  statement('s1', {
    source: 'Jana Pohl=e1',
    cue: 'told',
    content: ['the ferry would probably sail on Friday'],
    more: { addressee: { span: at('the harbour board'), entity: 'e4' }, hedges: [at('probably')] },
  }),
  statement('s2', {
    source: 'word¦Pohl=e1',
    cue: 'word¦said',
    content: ['"We keep our word,"', '"The pier is ours."'],
    more: {
      kind: 'direct',
      act: 'promise',
      source: { span: at('Pohl', 'word'), entity: 'e1', kind: 'person', onBehalfOf: 'e5' },
      quotations: [
        { ...at('We keep our word,'), closed: true },
        { ...at('The pier is ours.'), closed: true },
      ],
    },
  }),
  statement('s3', { source: 'An official=e3', cue: 'official¦said', content: ['nobody had been asked'], more: { negated: true } }),
  statement('s4', { source: 'Ivo Rasch=e2', cue: 'denied', content: ['denied¦the ferry was late'], more: { negated: true } }),
  statement('s5', { source: 'Arvo Lind, a rower=e3', cue: 'rower¦said', content: ['Rasch had promised\nVarland a second ship'] }),
  statement('s6', {
    source: 'said¦Rasch',
    cue: 'promised',
    content: ['a second ship'],
    more: { act: 'promise', within: 's5', addressee: { span: at('Varland'), entity: null } },
  }),
  statement('s7', { source: 'The pundit=e7', cue: 'thinks', content: ['thinks¦never will'], more: { act: 'think', within: 's5' } }),
  statement('s8', { source: 'The minister=e1', cue: 'not say', content: ['say¦when'], more: { act: 'decline', negated: true } }),
  statement('s9', { source: 'Lind said¦Lind=e3', cue: 'Lind¦said', content: ['should wait'] }),
  statement('s10', {
    source: 'when. ¦The board=e4',
    cue: 'asked for',
    content: ['for "a plain answer'],
    more: { kind: 'mixed', act: 'ask', quotations: [{ ...at('a plain answer'), closed: false }] },
  }),
  statement('s11', { cue: 'wrote', content: ['HALDEN'] }),
]

function makeReadout(text: string, statements: ReadoutStatement[]): Readout {
  return {
    format: 'readout/1',
    producedBy: { readout: '0', models: {}, knowledge: null },
    offsetUnit: 'utf16',
    article: { id: '', source: null, title: null, publisher: null, authors: [], publishedOn: null, language: 'en', length: text.length, text },
    entities,
    statements,
    events: [],
    cooperation: [],
    comparisons: [],
    notices: [],
  }
}

function round(figures: Figures) {
  return Object.fromEntries([...figures].map(([name, value]) => [name, value === null ? null : Math.round(value * 10000) / 10000]))
}

test('golden statements', () => {
  const { figures } = scoreGolden([article], [makeReadout(article.text, found)])
  expect(round(figures)).toMatchObject({
    statements_precision: 0.8,
    statements_recall: 0.8889,
    statements_f1: 0.8421,
    content_exact: 0.625,
    content_overlap: 0.9326,
    source_exact: 0.75,
    cue_exact: 0.875,
    speaker_right: 0.5714,
    speaker_unknown: 0.1429,
    speaker_wrong: 0.2857,
    speaker_not_invented: 0,
    said_right: 0.5,
    on_behalf_of: 1,
    addressee: 1,
    kind: 1,
    act: 0.875,
    within: 0.875,
    within_nested: 1,
    hedges: 1,
    quotations: 0.5,
    unclosed_told: 1,
    traps_avoided: 0.6667,
    traps_found: 1,
    negated_precision: 1,
    negated_recall: 0.5,
    negated_f1: 0.6667,
    events_f1: null,
    comparisons_f1: null,
  })
})
