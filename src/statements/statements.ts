import type { Layers } from '../document/layers.ts'
import type { Notice } from '../document/notice.ts'
import type { Span, TokenSpan } from '../document/span.ts'
import type { Statement, StatementKind } from '../document/statement.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord, spanOf } from '../document/words.ts'
import { findAct } from './acts.ts'
import { chooseDrafts, type Draft, nestDrafts, placeContent, weighEvidence } from './candidates.ts'
import { trimClauses } from './clause-edges.ts'
import type { Evidence } from './confidence.ts'
import { listVerbatim, overlap, runsIn, splitAtParagraphs, type Verbatim } from './contents.ts'
import { isNoStatement } from './false-statements.ts'
import { placeVerbatim } from './free-quotations.ts'
import { findHedges } from './hedges.ts'
import { addInnerQuotations } from './inner-quotations.ts'
import { placeQuotedReports } from './quoted-reports.ts'
import { shareSources } from './shared-sources.ts'
import { addShownReports } from './shown-reports.ts'
import { placeSigned } from './signed-quotations.ts'
import { findHeadToken, findSourceKind } from './sources.ts'
import { placeTurns } from './turns.ts'
import { placeViews } from './views.ts'

/**
 * Statements of an article: the reader's attributions set right against the quotation marks, turns of a transcript, and
 * quotations without a cue. Rules stand where marks and layout are certain, the model elsewhere. Text order.
 */
export function findStatements(tokens: Tokens, layers: Layers): { statements: Statement[]; notices: Notice[] } {
  const runs = listVerbatim(tokens)
  const chosen = placeQuotedReports(tokens, layers, trimClauses(tokens, layers, shareSources(chooseDrafts(tokens, layers, runs), layers))).filter(
    (draft) => !isNoStatement(tokens, layers, draft, runs),
  )
  const { drafts: placed, notices } = placeVerbatim(tokens, layers, placeSigned(tokens, placeTurns(tokens, placeViews(tokens, layers, chosen)), runs), runs)
  const inner = listVerbatim(tokens, 1)
  const drafts = nestDrafts(addShownReports(tokens, layers, addInnerQuotations(tokens, layers, placed, [...runs, ...inner])))
  const order = drafts.map((_, n) => n).sort((a, b) => startOf(drafts[a] as Draft) - startOf(drafts[b] as Draft) || a - b)
  const place = new Map(order.map((n, at) => [n, at]))
  const statements = order.map((n) => {
    const draft = drafts[n] as Draft
    return toStatement(tokens, layers, draft, { runs, inner }, draft.within === null ? null : (place.get(draft.within) ?? null))
  })
  return { statements, notices }
}

/** Every possible attribution with what speaks for it: what training/calibrate.ts fits the confidence on. */
export function listEvidence(tokens: Tokens, layers: Layers): { evidence: Evidence; content: Span[] }[] {
  const runs = listVerbatim(tokens)
  return layers.attributions.flatMap((attribution) => {
    const content = placeContent(attribution, tokens, runs)
    return content.length > 0 ? [{ evidence: weighEvidence(attribution, content, runs), content: content.map((piece) => spanOf(tokens, piece)) }] : []
  })
}

function startOf(draft: Draft): number {
  return Math.min(
    draft.content[0]?.first ?? 0,
    draft.cue?.first ?? Number.POSITIVE_INFINITY,
    draft.within === null ? (draft.source?.first ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
  )
}

interface Runs {
  /** Outermost, and those one step within. */
  readonly runs: readonly Verbatim[]
  readonly inner: readonly Verbatim[]
}

function toStatement(tokens: Tokens, layers: Layers, draft: Draft, { runs, inner }: Runs, within: number | null): Statement {
  const outermost = runsIn(runs, draft.content)
  const isReported = outermost.some((run) => isInsideRun(draft, run))
  const verbatim = isReported ? runsIn(inner, draft.content) : outermost
  const cueLemmas = draft.cue ? lemmasOf(draft.cue, layers, tokens) : []
  const sourceHead = draft.source ? readWord(tokens, findHeadToken(draft.source, layers)) : ''
  const last = draft.content.at(-1) as TokenSpan
  const negated = draft.cue !== null && (isNegated(draft.cue, tokens, layers) || (draft.source !== null && isNobody(tokens, draft.source)))
  return {
    kind: draft.isTurn ? 'direct' : findKind(tokens, draft.content, verbatim),
    act: findAct({ lemmas: cueLemmas, isNegated: negated, opening: openingOf(tokens, draft) }, sourceHead, isQuestion(tokens, last)),
    source: draft.source && { span: spanOf(tokens, draft.source), kind: findSourceKind(draft.source, tokens, layers) },
    cue: draft.cue && { spans: [spanOf(tokens, draft.cue)], lemma: headLemma(draft.cue, layers, tokens) },
    content: splitAtParagraphs(draft.content, tokens).map((piece) => spanOf(tokens, piece)),
    quotations: draft.isTurn
      ? splitAtParagraphs(draft.content, tokens).map((piece) => ({ ...spanOf(tokens, piece), isClosed: true }))
      : verbatim.map((run) => ({ ...run.quotation.words, isClosed: run.quotation.isClosed })),
    within,
    isNegated: negated,
    hedges: findHedges(tokens, draft.cue ? [draft.cue, ...draft.content].sort((a, b) => a.first - b.first) : draft.content),
    confidence: draft.confidence,
  }
}

/** “|No one| has claimed responsibility”, “|neither side| said why”, “|no official| confirmed it”: said by nobody. “No 10” and “No Borders” are names. */
function isNobody(tokens: Tokens, source: TokenSpan): boolean {
  const first = readWord(tokens, source.first).toLowerCase()
  if (/^(?:nobody|neither|none)$/.test(first)) return true
  return first === 'no' && source.last - source.first > 1 && /^(?:\p{Ll}|-)/u.test(readWord(tokens, source.first + 1))
}

/** The word that the content behind the cue opens with. */
function openingOf(tokens: Tokens, { cue, content }: Draft): string {
  const behind = content.find((piece) => !cue || piece.first >= cue.last)
  return behind ? readWord(tokens, behind.first).toLowerCase() : ''
}

/** Whether the words end in a question mark, quotation marks left aside. */
function isQuestion(tokens: Tokens, { first, last }: TokenSpan): boolean {
  let end = last - 1
  while (end > first && /^["”’'»“]$/.test(readWord(tokens, end))) end--
  return readWord(tokens, end).startsWith('?')
}

/** Whether a run goes beyond the content on both sides: then a quoted person reports, and the run is the outer statement's. */
function isInsideRun(draft: Draft, run: Verbatim): boolean {
  return (
    draft.content.every((piece) => piece.first >= run.words.first && piece.last <= run.words.last) && draft.cue !== null && overlap(draft.cue, run.words) > 0
  )
}

/** direct: every word stands between marks; indirect: none; mixed: some. */
function findKind(tokens: Tokens, content: readonly TokenSpan[], verbatim: readonly Verbatim[]): StatementKind {
  let words = 0
  let quoted = 0
  for (const piece of content)
    for (let i = piece.first; i < piece.last; i++) {
      if (!/[\p{L}\p{N}]/u.test(readWord(tokens, i))) continue
      words++
      if (verbatim.some((run) => run.words.first <= i && i < run.words.last)) quoted++
    }
  return quoted === 0 ? 'indirect' : quoted === words ? 'direct' : 'mixed'
}

/** Lemmas of a cue, its head in syntax first. */
function lemmasOf(cue: TokenSpan, layers: Layers, tokens: Tokens): string[] {
  const head = findHeadToken(cue, layers)
  const others = Array.from({ length: cue.last - cue.first }, (_, n) => cue.first + n).filter((i) => i !== head)
  return [head, ...others].map((i) => (layers.lemma[i] ?? readWord(tokens, i)).toLowerCase())
}

function headLemma(cue: TokenSpan, layers: Layers, tokens: Tokens): string {
  return lemmasOf(cue, layers, tokens)[0] ?? readWord(tokens, cue.first)
}

const NEGATION = /^(?:not|n['’]t|never|no|neither|nor|without)$/i

/** “did not say”, “never mentioned”: saying that did not happen. The negation stands in the cue or hangs on its head. */
function isNegated(cue: TokenSpan, tokens: Tokens, layers: Layers): boolean {
  for (let i = cue.first; i < cue.last; i++) if (NEGATION.test(readWord(tokens, i))) return true
  const head = findHeadToken(cue, layers)
  for (let i = Math.max(0, cue.first - 3); i < cue.first; i++) if (layers.head[i] === head && /^(?:not|n['’]t|never)$/i.test(readWord(tokens, i))) return true
  return false
}
