import { type Attribution, type Layers, UPOS } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { indexAt } from '../document/words.ts'
import { type Evidence, judgeConfidence } from './confidence.ts'
import { cutAtSentences, dropAsides, fitContent, keepNear, overlap, overlapAll, runsIn, sizeOf, trimContent, type Verbatim } from './contents.ts'
import { skipOpening } from './openings.ts'
import { isShownCue } from './shown-cues.ts'

/** A statement while it is being made, in tokens. */
export interface Draft {
  cue: TokenSpan | null
  source: TokenSpan | null
  content: TokenSpan[]
  confidence: number
  /** Index of the draft that reports this one, or null. */
  within: number | null
  /** Whether a verb is in the cue. */
  isVerbal: boolean
  /** A turn of a transcript: verbatim without marks. */
  isTurn?: boolean
}

/** Confidence from which an attribution is told; inside somebody's content a higher one. Chosen on the dev split of PolNeAR. */
const TOLD_FROM = 0.7
const NESTED_FROM = 0.82
/** A cue that syntax or layout shows as well is told from here on. */
const SHOWN_FROM = 0.45

/**
 * Attributions that are told, the surest first in line: of two that claim the same words the surer stays, unless one lies
 * in the other's content (“Lind said Vale believes the pact is dead” makes two). Text order.
 */
export function chooseDrafts(tokens: Tokens, layers: Layers, runs: readonly Verbatim[]): Draft[] {
  return clusterDrafts(layers.attributions.flatMap((attribution) => draftOf(attribution, tokens, layers, runs))).flatMap(chooseFrom)
}

/** Ties each draft to the smallest content that holds its cue. Text order. */
export function nestDrafts(drafts: readonly Draft[]): Draft[] {
  const nested: Draft[] = []
  for (const cluster of clusterDrafts(drafts)) {
    const base = nested.length
    for (const draft of linkWithin(cluster)) nested.push({ ...draft, within: draft.within === null ? null : draft.within + base })
  }
  return nested
}

/** Drafts whose words touch can rule each other out; all others need not be compared, however long the article. */
function clusterDrafts(drafts: readonly Draft[]): Draft[][] {
  const clusters: Draft[][] = []
  let end = -1
  for (const draft of [...drafts].sort((a, b) => placeOf(a) - placeOf(b))) {
    if (placeOf(draft) >= end) clusters.push([])
    clusters.at(-1)?.push(draft)
    end = Math.max(end, draft.cue?.last ?? 0, draft.content.at(-1)?.last ?? 0)
  }
  return clusters
}

function chooseFrom(cluster: readonly Draft[]): Draft[] {
  const chosen: Draft[] = []
  for (const draft of [...cluster].sort((a, b) => b.confidence - a.confidence)) {
    if (draft.confidence < TOLD_FROM) break
    if (chosen.every((other) => doAgree(draft, other))) chosen.push(draft)
  }
  return chosen.filter((draft) => chosen.every((other) => other === draft || !holdsCue(other, draft) || canReport(other, draft)))
}

function draftOf(attribution: Attribution, tokens: Tokens, layers: Layers, runs: readonly Verbatim[]): Draft[] {
  const content = placeContent(attribution, tokens, runs)
  if (content.length === 0) return []
  const confidence = judgeConfidence(weighEvidence(attribution, content, runs))
  const isVerbal = layers.upos.subarray(attribution.cue.first, attribution.cue.last).includes(UPOS.indexOf('VERB'))
  return [
    {
      cue: attribution.cue,
      source: attribution.source && skipOpening(tokens, attribution.source),
      content,
      confidence: confidence >= SHOWN_FROM && isShownCue(attribution, tokens, layers) ? Math.max(confidence, TOLD_FROM) : confidence,
      within: null,
      isVerbal,
    },
  ]
}

/** The content of an attribution, set right against the quotation marks. */
export function placeContent(attribution: Attribution, tokens: Tokens, runs: readonly Verbatim[]): TokenSpan[] {
  const near = keepNear(fitContent(attribution.content, attribution.cue, runs), attribution.cue, tokens)
  const fitted = cutAtSentences(near, tokens)
  const told = dropAsides(fitted, runs, tokens).map((piece) => skipOpening(tokens, piece))
  return dropUnquoted(trimContent(told, tokens), attribution.cue, runs, tokens)
}

/**
 * Where the words in the cue's own sentence are all quoted, sentences without a quoted word are the reporter's: “The damage would be large. ‘If
 * we go to war, we have rifles,’ she said” attributes the second alone.
 */
function dropUnquoted(pieces: readonly TokenSpan[], cue: TokenSpan, runs: readonly Verbatim[], tokens: Tokens): TokenSpan[] {
  const own = indexAt(tokens.sentences, cue.first)
  const isQuoted = (piece: TokenSpan) => runs.some((run) => run.whole.first <= piece.first && piece.last <= run.whole.last)
  const here = pieces.filter((piece) => indexAt(tokens.sentences, piece.first) === own)
  if (here.length === 0 || !here.every(isQuoted)) return [...pieces]
  return pieces.filter((piece) => here.includes(piece) || runsIn(runs, [piece]).length > 0)
}

export function weighEvidence(attribution: Attribution, content: readonly TokenSpan[], runs: readonly Verbatim[]): Evidence {
  const { cueScore, contentScore, sourceScore, source } = attribution
  return [cueScore, contentScore, sourceScore, source === null ? 0 : 1, runsIn(runs, content).length > 0 ? 1 : 0]
}

/**
 * Whether `inner` can be a report inside `outer`: sure enough, and with a source in what `outer` says. Another's source
 * is taken for wrong only where the cue is no verb (“quoted an aide |as saying| that …” counts, “touted the |talks| as productive” does not).
 */
function canReport(outer: Draft, inner: Draft): boolean {
  const { source } = inner
  const isOwn = source === null || outer.content.some((piece) => piece.first <= source.first && source.last <= piece.last)
  return inner.confidence >= NESTED_FROM && (isOwn || inner.isVerbal)
}

/** Whether two drafts can both stand: apart, or one inside the other. */
function doAgree(a: Draft, b: Draft): boolean {
  if (a.cue && b.cue && overlap(a.cue, b.cue) > 0) return false
  if (holdsCue(a, b) || holdsCue(b, a)) return true
  return overlapAll(a.content, b.content) * 2 < Math.min(sizeOf(a.content), sizeOf(b.content))
}

/** Whether the cue of `inner` lies in the content of `outer`. */
function holdsCue(outer: Draft, inner: Draft): boolean {
  const { cue } = inner
  return cue !== null && outer.content.some((piece) => piece.first <= cue.first && cue.last <= piece.last)
}

function linkWithin(cluster: readonly Draft[]): Draft[] {
  return cluster.map((draft) => {
    let within: number | null = null
    cluster.forEach((other, n) => {
      if (other === draft || !holdsCue(other, draft) || holdsCue(draft, other)) return
      if (within === null || sizeOf(other.content) < sizeOf((cluster[within] as Draft).content)) within = n
    })
    return { ...draft, within }
  })
}

function placeOf(draft: Draft): number {
  return Math.min(draft.content[0]?.first ?? 0, draft.cue?.first ?? Number.POSITIVE_INFINITY)
}
