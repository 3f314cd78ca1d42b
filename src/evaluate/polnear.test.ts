/** The numbers here were made by the project's Python scorer on the same record (score_polnear.py). */
import { expect, test } from 'vitest'
import type { Readout, ReadoutSpan } from '../document/readout.ts'
import { cueKey, type PolnearArticle, scorePolnear } from './polnear.ts'

const PRESS = 'Lind said on Monday that the ferry, which was late, would sail. "It is ours," he added, "and it stays." A poll showed gains, Vask believes. Odd.'

function spanOf(words: string, after = ''): ReadoutSpan {
  const start = PRESS.indexOf(words, PRESS.indexOf(after))
  if (start < 0) throw new Error(`“${words}” does not stand in the text.`)
  return { start, end: start + words.length, text: words }
}

const pairOf = (words: string, after = ''): [number, number] => [spanOf(words, after).start, spanOf(words, after).end]
const press: PolnearArticle = {
  id: 'press',
  text: PRESS,
  published: '2016-01-02',
  tokens: null,
  attributions: [
    { source: [pairOf('Lind')], cue: [pairOf('said')], content: [pairOf('that the ferry'), pairOf(', would sail', 'late')] },
    { source: [pairOf('he', 'ours')], cue: [pairOf('added')], content: [pairOf('"It is ours,"'), pairOf('"and it stays."')] },
    { source: [pairOf('A poll')], cue: [pairOf('showed')], content: [pairOf('gains')] },
    { source: [pairOf('Vask')], cue: [pairOf('believes')], content: [pairOf('A poll showed gains')] },
  ],
}
const statement = (id: string, source: ReadoutSpan | null, cue: ReadoutSpan | null, content: readonly ReadoutSpan[], within: string | null = null) => ({
  id,
  source: source && { span: source },
  cue: cue && { spans: [cue] },
  content: { spans: content },
  within,
})
const readout = {
  statements: [
    statement('s1', spanOf('Lind'), spanOf('said on Monday'), [spanOf('that the ferry, which was late, would sail')]),
    statement('s2', spanOf('he', 'ours'), spanOf('added'), [spanOf('It is ours'), spanOf('and it stays')]),
    statement('s3', spanOf('A poll'), spanOf('showed'), [spanOf('gains')], 's4'),
    statement('s4', spanOf('Vask'), spanOf('believes'), [spanOf('A poll showed gains')]),
    statement('s5', null, null, [spanOf('Odd')], 's1'),
  ],
} as unknown as Readout

test('PolNeAR', () => {
  const figures = scorePolnear([press], [readout], new Set(['said', cueKey(PRESS, [pairOf('showed')])]))
  const rounded = [...figures].map(([name, value]) => [name, value === null ? null : Math.round(value * 10000) / 10000])
  expect(Object.fromEntries(rounded)).toEqual({
    source_precision: 1,
    source_recall: 0.75,
    source_f1: 0.8571,
    cue_precision: 0.6667,
    cue_recall: 0.5,
    cue_f1: 0.5714,
    content_precision: 0.5,
    content_recall: 0.5,
    content_f1: 0.5,
    triple_precision: 0.5,
    triple_recall: 0.5,
    triple_f1: 0.5,
    source_overlap_f1: 0.8571,
    cue_overlap_f1: 0.8571,
    content_overlap_f1: 0.8571,
    source_attribution_f1: 0.8571,
    cue_attribution_f1: 0.7143,
    content_attribution_f1: 0.6923,
    source_token_f1: 0.75,
    cue_token_f1: 0.6667,
    content_token_f1: 0.8824,
    source_published_f1: 0.8571,
    cue_published_f1: 0.5714,
    content_published_f1: 0.1818,
    content_direct: 1,
    content_mixed: null,
    content_indirect: 0.3333,
    triple_direct: 1,
    triple_mixed: null,
    triple_indirect: 0.3333,
    cue_unseen: 1,
  })
})
