/** The numbers here were made by the project's Python scorers on the same records (entities_*.py, events_actors.py). */
import { expect, test } from 'vitest'
import type { EntityKind, MentionForm } from '../document/entity.ts'
import type { Readout, ReadoutEntity } from '../document/readout.ts'
import type { Figures } from './figures.ts'
import { parseGap, scoreGap } from './gap.ts'
import { parseNewsWcl50, scoreNewsWcl50 } from './newswcl50.ts'
import { parseNgecActors, scoreNgecActors } from './ngec.ts'
import { parseRe3d, scoreRe3d } from './re3d.ts'

/** A mention is words of the text: “before¦words” for those that stand after others, “@pronoun” and the like for the form. */
type Made = { kind?: EntityKind; country?: string; iso3?: string; mentions: readonly string[] }

function makeReadout(text: string, made: readonly Made[]): Readout {
  const entities = made.map(({ kind, country, iso3, mentions }, n): ReadoutEntity => {
    const found = mentions.map((mention) => {
      const [told = '', form = 'name'] = mention.split('@')
      const { start, end } = spanOf(text, told)
      return { start, end, text: text.slice(start, end), form: form as MentionForm }
    })
    return { id: `e${n + 1}`, kind: kind ?? 'person', name: 'x', country: country ?? null, roles: [], link: iso3 ? { iso3 } : {}, mentions: found }
  })
  return {
    format: 'readout/1',
    producedBy: { readout: '0', models: {}, knowledge: null },
    offsetUnit: 'utf16',
    article: { id: '', source: null, title: null, publisher: null, authors: [], publishedOn: null, language: 'en', length: text.length, text },
    entities,
    statements: [],
    events: [],
    cooperation: [],
    comparisons: [],
    notices: [],
  }
}

function spanOf(text: string, told: string): { start: number; end: number } {
  const [before, words] = told.includes('¦') ? (told.split('¦') as [string, string]) : ['', told]
  const start = text.indexOf(words, text.indexOf(before) + before.length)
  if (start < 0) throw new Error(`“${told}” does not stand in the text.`)
  return { start, end: start + words.length }
}

function round(figures: Figures) {
  return Object.fromEntries([...figures].map(([name, value]) => [name, value === null ? null : Math.round(value * 10000) / 10000]))
}

const VASK = 'The rower Lena Vask met Ada Pohl’s sister before she won.'
const LIND = 'Arvo Lind thanked Ivo Rasch, and he left for his boat.'
const gapRow = (id: string, text: string, pronoun: string, a: string, isA: boolean, b: string, isB: boolean) => {
  const cell = (told: string) => `${told.split('¦').at(-1)}\t${spanOf(text, told).start}`
  return [id, text, cell(pronoun), cell(a), String(isA).toUpperCase(), cell(b), String(isB).toUpperCase(), 'http://example.org'].join('\t')
}
const GAP = [
  'ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL',
  gapRow('v-1', VASK, 'before ¦she', 'Lena Vask', true, 'Ada Pohl', false),
  gapRow('v-2', LIND, 'and ¦he', 'Arvo Lind', true, 'Ivo Rasch', false),
  gapRow('v-3', LIND, 'for ¦his', 'Arvo Lind', false, 'Ivo Rasch', true),
].join('\n')
const gapReadouts = [
  makeReadout(VASK, [{ mentions: ['The rower Lena Vask', 'before ¦she@pronoun'] }, { mentions: ['Ada Pohl’s sister@nominal', 'before ¦she@pronoun'] }]),
  makeReadout(LIND, [{ mentions: ['Arvo Lind', 'and ¦he left@pronoun'] }, { mentions: ['Ivo Rasch', 'and ¦he@pronoun'] }]),
  makeReadout(LIND, [{ mentions: ['Arvo Lind', 'Ivo Rasch', 'for ¦his@pronoun'] }]),
]

const BASE =
  'The Varland government and General Tor Ekdal said their troops left Port Ansel. The Belmoran mayor thanked Varland and the Reed Guard near Lake Orm. An Ostrian ship sank.'
const re3dGold: readonly [string, string, number][] = [
  ['The Varland government', 'Organisation', 1],
  ['General Tor Ekdal', 'Person', 0.9],
  ['their', 'Organisation', 1],
  ['Port Ansel', 'Location', 1],
  ['Belmoran', 'Nationality', 1],
  ['The Belmoran mayor', 'Person', 1],
  ['thanked ¦Varland', 'Location', 1],
  ['the Reed Guard', 'Organisation', 0],
  ['Lake Orm', 'Location', 1],
  ['left', 'MilitaryPlatform', 1],
  ['Ostrian', 'Nationality', 1],
]
const RE3D_DOCUMENTS = JSON.stringify({ _id: 'd1', text: BASE })
const RE3D_ENTITIES = re3dGold
  .map(([told, type, confidence]) => {
    const { start, end } = spanOf(BASE, told)
    return JSON.stringify({ documentId: 'd1', begin: start, end, type, value: BASE.slice(start, end), confidence })
  })
  .join('\n')
const re3dReadouts = [
  makeReadout(BASE, [
    { kind: 'country', iso3: 'VRL', mentions: ['Varland', 'thanked ¦Varland'] },
    { kind: 'person', mentions: ['Ekdal', 'mayor@nominal', 'their@pronoun', 'ship@nominal'] },
    { kind: 'organization', mentions: ['the Reed Guard', 'Port Ansel', 'troops@nominal'] },
    { kind: 'country', country: 'BLM', mentions: ['Belmoran@demonym', 'Lake'] },
    { kind: 'place', mentions: ['near Lake Orm'] },
    { kind: 'document', mentions: ['General'] },
  ]),
]

const WCL_WORDS =
  "Chancellor Pohl met Lind in Varland . “ The chancellor is late , ” Lind 's aide said . \\n Varland ( and Pohl ) wo n't wait . He left .".split(' ')
const wclMention = (words: string, chain: string, type: string, nth = 0) => {
  const parts = words.split(' ')
  const starts = WCL_WORDS.flatMap((_, n) => (parts.every((part, k) => WCL_WORDS[n + k] === part) ? [n] : []))
  const start = starts[nth] as number
  return { start, end: start + parts.length, chain: `0_${chain}_${type}`, type, name: chain, text: words }
}
const WCL = JSON.stringify({
  id: '0_L',
  url: 'https://news.example/2018/04/17/world/ferry.html',
  words: WCL_WORDS,
  mentions: [
    wclMention('Chancellor Pohl', 'BLM_Ada_Pohl', 'ACTOR'),
    wclMention('The chancellor', 'BLM_Ada_Pohl', 'ACTOR'),
    wclMention('Pohl', 'BLM_Ada_Pohl', 'ACTOR', 1),
    wclMention('He', 'VRL_Lind', 'ACTOR'),
    wclMention('Lind', 'VRL_Lind', 'ACTOR'),
    wclMention('Lind', 'VRL_Lind', 'ACTOR', 1),
    wclMention('Varland', 'VRL', 'COUNTRY'),
    wclMention('Varland', 'VRL', 'COUNTRY', 1),
    wclMention("Lind 's aide", 'VRL', 'COUNTRY'),
    wclMention('Lind', 'VRL', 'ACTOR-I'),
  ],
})
const wclTexts = parseNewsWcl50(WCL)
const wclReadouts = [
  makeReadout(wclTexts[0]?.text ?? '', [
    { mentions: ['Pohl', 'The chancellor@nominal', 'Lind'] },
    { mentions: ['late¦Lind'] },
    { kind: 'country', mentions: ['Varland', 'said.¦Varland'] },
    { mentions: ['(and ¦Pohl'] },
  ]),
]

const NGEC = [
  { id: 'a1', mention: 'two Georgian officials', country: 'GEO', query_date: '1 july 2021' },
  { id: 'a2', mention: ' the harbour bureau', context: 'Estonian ', country: 'EST', query_date: '2022-01-01', needs_wiki: true },
  { id: 'a3', mention: 'two men', country: '', needs_wiki: false },
  { id: 'a4', mention: 'a demand', country: '', no_result: true },
  { id: 'a5', mention: 'Nobody', country: null, no_result: true },
  { id: 'a6', mention: 'the UN mission', country: 'UNO' },
  { id: 'a7', mention: 'Kosovar police', country: 'KOS', query_date: 'never' },
  { id: 'a8', mention: 'the island envoys', country: 'XXA' },
  { id: 'a9', mention: 'a failure', country: 'FRA', known_failure: true },
  { id: 'a10', mention: 'a riddle' },
]
  .map((row) => JSON.stringify(row))
  .join('\n')
const ngecMade: readonly Made[][] = [
  [
    { kind: 'person', mentions: ['Two Georgian officials'] },
    { kind: 'country', iso3: 'GEOGOV', mentions: ['Georgian'] },
  ],
  [{ kind: 'organization', iso3: 'EST', mentions: ['Estonian  the harbour bureau'] }],
  [],
  [{ kind: 'country', country: '---', mentions: ['A demand'] }],
  [{ kind: 'person', country: 'FRA', mentions: ['Nobody'] }],
  [{ kind: 'organization', country: 'IGO', mentions: ['The UN mission'] }],
  [
    { kind: 'organization', country: 'SRB', mentions: ['police'] },
    { kind: 'group', country: 'XKX', mentions: ['Kosovar police'] },
  ],
]
const ngecActors = parseNgecActors(NGEC)
const ngecReadouts = ngecActors.map((actor, n) => makeReadout(actor.text, ngecMade[n] as Made[]))

test('GAP', () => {
  expect(round(scoreGap(parseGap(GAP), gapReadouts).figures)).toEqual({
    gap_precision: 0.5,
    gap_recall: 0.6667,
    gap_f1: 0.5714,
    gap_masculine_precision: 0.3333,
    gap_masculine_recall: 0.5,
    gap_masculine_f1: 0.4,
    gap_feminine_precision: 1,
    gap_feminine_recall: 1,
    gap_feminine_f1: 1,
    gap_bias: 2.5,
  })
})

test('re3d', () => {
  expect(round(scoreRe3d(parseRe3d(RE3D_DOCUMENTS, RE3D_ENTITIES), re3dReadouts).figures)).toEqual({
    re3d_person_precision: 0.6667,
    re3d_person_recall: 1,
    re3d_person_f1: 0.8,
    re3d_organisation_precision: 0.3333,
    re3d_organisation_recall: 1,
    re3d_organisation_f1: 0.5,
    re3d_location_precision: 1,
    re3d_location_recall: 0.6667,
    re3d_location_f1: 0.8,
    re3d_precision: 0.6667,
    re3d_recall: 0.8333,
    re3d_f1: 0.7407,
    re3d_nationality: 0.5,
  })
})

test('NewsWCL50', () => {
  expect(wclTexts[0]).toMatchObject({
    published: '2018-04-17',
    text: "Chancellor Pohl met Lind in Varland. “The chancellor is late,” Lind's aide said.\n\nVarland (and Pohl) won't wait. He left.",
  })
  expect(round(scoreNewsWcl50(wclTexts, wclReadouts).figures)).toEqual({
    wcl_actor_links: 0.5,
    wcl_epithet_links: 0.5,
    wcl_country_links: 0.6667,
  })
})

test('NGEC actors', () => {
  expect(ngecActors.map(({ text, published }) => [text, published])).toEqual([
    ['Two Georgian officials issued a statement in the morning.', '2021-07-01'],
    ['Estonian  the harbour bureau issued a statement in the morning.', '2022-01-01'],
    ['Two men issued a statement in the morning.', null],
    ['A demand issued a statement in the morning.', null],
    ['Nobody issued a statement in the morning.', null],
    ['The UN mission issued a statement in the morning.', null],
    ['Kosovar police issued a statement in the morning.', null],
  ])
  expect(round(scoreNgecActors(ngecActors, ngecReadouts).figures)).toEqual({
    actor_country: 1,
    actor_country_known: 0,
    actor_country_none: 0.6667,
  })
})
