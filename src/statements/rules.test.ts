import { describe, expect, test } from 'vitest'
import { type Layers, UPOS } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { readGivenTokens, readTokens } from '../text/text.ts'
import { findAct } from './acts.ts'
import type { Draft } from './candidates.ts'
import { trimClauses } from './clause-edges.ts'
import { listVerbatim } from './contents.ts'
import { placeVerbatim } from './free-quotations.ts'
import { skipOpening } from './openings.ts'
import { placeQuotedReports } from './quoted-reports.ts'
import { readReport } from './reports.ts'
import { placeTurns } from './turns.ts'

const wordsOf = (tokens: Tokens, span: TokenSpan | null) => span && tokens.text.slice(tokens.start[span.first], tokens.end[span.last - 1])
const draft = (cue: TokenSpan | null, source: TokenSpan | null, content: TokenSpan[]): Draft => ({
  cue,
  source,
  content,
  confidence: 0.9,
  within: null,
  isVerbal: true,
})
const span = (first: number, last: number): TokenSpan => ({ first, last })

/** Tokens and layers of one sentence, a word as `form/lemma/UPOS/relation/head`, heads counted from 0. */
function parse(sentence: string): { tokens: Tokens; layers: Layers } {
  const rows = sentence.split(' ').map((word) => word.split('/') as [string, string, string, string, string])
  const relations = [...new Set(rows.map((row) => row[3]))]
  const { tokens } = readGivenTokens([rows.map(([form]) => form)])
  return {
    tokens,
    layers: {
      upos: Uint8Array.from(rows, (row) => UPOS.indexOf(row[2] as (typeof UPOS)[number])),
      head: Int32Array.from(rows, (row) => Number(row[4])),
      relation: Uint8Array.from(rows, (row) => relations.indexOf(row[3])),
      relations,
      lemma: rows.map((row) => row[1]),
      names: [],
      attributions: [],
      reference: { size: 0, anaphor: new Float32Array(), antecedent: new Float32Array() },
    },
  }
}

/** Layers that know nothing: every word a noun that hangs on the root. */
function blankLayers(tokens: Tokens): Layers {
  const { layers } = parse('a/a/NOUN/root/-1')
  const lemma = Array.from({ length: tokens.count }, () => '')
  return {
    ...layers,
    upos: new Uint8Array(tokens.count).fill(UPOS.indexOf('NOUN')),
    head: new Int32Array(tokens.count),
    relation: new Uint8Array(tokens.count),
    lemma,
  }
}

describe('openings of a paragraph', () => {
  const check = (text: string, expected: string) =>
    test(text, () => {
      const { tokens } = readTokens(text)
      expect(wordsOf(tokens, skipOpening(tokens, span(0, tokens.count)))).toBe(expected)
    })
  check('14.45 Both ministers denied it', 'Both ministers denied it')
  check('9:05 a.m. GMT – Vale spoke', 'Vale spoke')
  check('11.15 per cent agreed', '11.15 per cent agreed')
  check('TARNBY, July 18 (Coastline News) -- Envoys left', 'Envoys left')
  check('Tarnby (Norda) – Envoys left', 'Envoys left')
  check('Lind – who spoke first – left', 'Lind – who spoke first – left')
  check('TARNBY will vote', 'TARNBY will vote')
})

describe('reports that syntax shows', () => {
  const check = (sentence: string, verb: number, expected: [string | null, string, string] | null) =>
    test(sentence.replace(/\/\S+/g, ''), () => {
      const { tokens, layers } = parse(sentence)
      const report = readReport(tokens, layers, verb, span(0, tokens.count))
      expect(report && [wordsOf(tokens, report.source), wordsOf(tokens, report.cue), wordsOf(tokens, report.content)]).toEqual(expected)
    })
  const june = 'June/June/PROPN/nsubj/4 is/be/AUX/cop/4 likelier/likely/ADJ/ccomp/1'
  check(`Embassies/embassy/NOUN/nsubj/1 believe/believe/VERB/root/-1 ${june}`, 1, ['Embassies', 'believe', 'June is likelier'])
  check('Some/some/DET/nsubj/2 still/still/ADV/advmod/2 fear/fear/VERB/root/-1 noise/noise/NOUN/obj/2', 2, ['Some', 'still fear', 'noise'])
  check('It/it/PRON/nsubj/1 wants/want/VERB/root/-1 rain/rain/NOUN/obj/1', 1, null)
  check('She/she/PRON/nsubj/1 asked/ask/VERB/root/-1 for/for/ADP/case/3 time/time/NOUN/obl/1', 1, ['She', 'asked for', 'time'])
  const wait = 'to/to/PART/mark/4 wait/wait/VERB/xcomp/1'
  check(`Lind/Lind/PROPN/nsubj/1 told/tell/VERB/root/-1 her/she/PRON/iobj/1 ${wait}`, 1, ['Lind', 'told', 'to wait'])
  check(`Lind/Lind/PROPN/nsubj/1 expects/expect/VERB/root/-1 her/she/PRON/obj/1 ${wait}`, 1, ['Lind', 'expects', 'her to wait'])
  check('Lund/Lund/PROPN/nsubj:pass/2 was/be/AUX/aux:pass/2 asked/ask/VERB/root/-1 for/for/ADP/case/4 pumps/pump/NOUN/obl/2', 2, [
    null,
    'was asked for',
    'pumps',
  ])
})

test('whom the cue speaks to is no part of what is told', () => {
  const { tokens, layers } = parse(
    'Vale/Vale/PROPN/nsubj/1 told/tell/VERB/root/-1 our/our/PRON/nmod:poss/3 paper/paper/NOUN/obj/1 that/that/SCONJ/mark/5 waits/wait/VERB/ccomp/1',
  )
  const [trimmed] = trimClauses(tokens, layers, [draft(span(1, 2), span(0, 1), [span(2, 6)])])
  expect(trimmed?.content).toEqual([span(4, 6)])
})

test('“quoted a guard as saying” is two reports', () => {
  const { tokens, layers } = parse(
    'Hearth/Hearth/PROPN/nsubj/1 quoted/quote/VERB/root/-1 a/a/DET/det/3 guard/guard/NOUN/obj/1 as/as/SCONJ/mark/5 saying/say/VERB/advcl/1 little/little/ADJ/obj/5',
  )
  const placed = placeQuotedReports(tokens, layers, [draft(span(1, 2), span(0, 1), [span(2, 7)])])
  expect(placed.map(({ source, cue, content }) => [source, cue, content[0]].map((one) => wordsOf(tokens, one ?? null)))).toEqual([
    ['Hearth', 'quoted', 'a guard as saying little'],
    ['a guard', 'as saying', 'little'],
  ])
})

describe('what is left between marks', () => {
  const check = (text: string, expected: string) =>
    test(text, () => {
      const { tokens } = readTokens(text)
      const { drafts, notices } = placeVerbatim(tokens, blankLayers(tokens), [], listVerbatim(tokens))
      expect(drafts).toEqual([])
      expect(notices[0]?.message).toContain(`taken for ${expected}`)
    })
  check('The so-called “peace road” was closed.', 'a term or a name')
  check('He wrote a book called “Harbour Without Ships” there.', 'a title or a name')
  check('A banner read “no more lorries here today” at noon.', 'a slogan')
  check('They sang “Row us home” at noon.', 'words that are sung')
  check('It is “safe” there.', 'a single word')
  check('<a href="lund.example">here', 'a value in markup')
  check('They spoke up: “We have waited for years” and left.', 'speech that nobody')
})

describe('free quotations in a dialogue', () => {
  const check = (name: string, text: string, sources: (string | null)[]) =>
    test(name, () => {
      const { tokens } = readTokens(text)
      const runs = listVerbatim(tokens)
      const first = runs[0] as (typeof runs)[0]
      const given = draft(span(first.whole.last + 1, first.whole.last + 2), span(first.whole.last, first.whole.last + 1), [first.whole])
      const { drafts } = placeVerbatim(tokens, blankLayers(tokens), [given], runs)
      expect(drafts.slice(1).map(({ source }) => wordsOf(tokens, source))).toEqual(sources)
    })
  check('the same speaker goes on', '“We waited,” Lind says.\n\n“Nobody came to us.”', ['Lind'])
  check('a question is another’s, the answer the first one’s again', '“We waited,” Lind says.\n\n“Why did you wait?”\n\n“It was raining hard.”', [null, 'Lind'])
  check('who answers a question is not who asked', '“Sugar?” she asks.\n\n“Yes, please, two of them.”', [null])
})

test('“A:” tells a source, “Q:” none', () => {
  const { tokens } = readTokens('Q: Will it open?\n\nA: No.\n\nQ: Why?\n\nA: Ask them.')
  expect(placeTurns(tokens, []).map(({ source }) => wordsOf(tokens, source))).toEqual([null, 'A', null, 'A'])
})

describe('acts', () => {
  const check = (lemmas: string, opening: string, expected: string, isNegated = false) =>
    test(`${lemmas} | ${opening}`, () => expect(findAct({ lemmas: lemmas.split(' '), isNegated, opening }, 'minister', false)).toBe(expected))
  check('agree', 'to', 'promise')
  check('agree', 'that', 'judge')
  check('tell', 'not', 'ask')
  check('tell', 'that', 'say')
  check('call for', 'an', 'ask')
  check('say would not', 'whether', 'decline', true)
})
