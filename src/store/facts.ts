import type { Insertable } from 'kysely'
import type { Readout, ReadoutComparison, ReadoutCooperation, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { countCodePoints } from '../record/record.ts'
import { findAbout } from './about.ts'
import { type FactName, type FactNames, nameFacts } from './fact-keys.ts'
import { frameSentences } from './sentences.ts'
import type { Flag, Tables } from './tables.ts'
import { cleanWords } from './words.ts'

/** The rows of one article's facts, table by table, in the record's order. */
export interface Facts {
  readonly statement: readonly Insertable<Tables['statement']>[]
  readonly event: readonly Insertable<Tables['event']>[]
  readonly participant: readonly Insertable<Tables['participant']>[]
  readonly event_area: readonly Insertable<Tables['event_area']>[]
  readonly cooperation: readonly Insertable<Tables['cooperation']>[]
  readonly party: readonly Insertable<Tables['party']>[]
  readonly comparison: readonly Insertable<Tables['comparison']>[]
  readonly about: readonly Insertable<Tables['about']>[]
}

/** A record with all that its rows are made from. */
export interface FactSource {
  readonly articleId: number
  readonly articleKey: string
  readonly readout: Readout
  /** UTF-16 offset where each sentence of the text starts. */
  readonly sentences: Uint32Array
}

/** What rows are made with: from ids and spans of the record to what columns hold. */
interface Frame {
  readonly articleId: number
  readonly toPoint: (unit: number) => number
  /** The sentences that a stretch touches, in UTF-16 units. */
  readonly around: (start: number, end: number) => { start: number; end: number }
}

/** Names of the facts of a record, from which changes between versions are told. */
export function listFactNames({ readout, sentences, articleKey }: FactSource): FactNames {
  const text = readout.article.text ?? ''
  const around = frameSentences(text, sentences)
  return nameFacts(readout, articleKey, (span) => {
    const { start, end } = around(span.start, span.end)
    return text.slice(start, end)
  })
}

/** The rows of a record's facts: the same record and sentences give the same rows. Offsets become code points. `hasIdentity`: of each entity. */
export function makeFacts(source: FactSource, hasIdentity: readonly boolean[]): Facts {
  const { readout, articleId } = source
  const names = listFactNames(source)
  const frame = makeFrame(source)
  return {
    statement: readout.statements.map((fact, n) => makeStatement(fact, names.statements[n] as FactName, frame)),
    event: readout.events.map((fact, n) => makeEvent(fact, names.events[n] as FactName, frame)),
    participant: readout.events.flatMap((fact) => makeParticipants(fact, frame)),
    event_area: readout.events.flatMap(({ id, areas }) =>
      [...new Set(areas)].sort().map((area) => ({ article_id: articleId, event_number: numberOf(id), area })),
    ),
    cooperation: readout.cooperation.map((fact, n) => makeCooperation(fact, names.cooperation[n] as FactName, frame)),
    party: readout.cooperation.flatMap(({ id, between }) =>
      between.map((entity, n) => ({ article_id: articleId, cooperation_number: numberOf(id), number: n + 1, entity_number: numberOf(entity) })),
    ),
    comparison: readout.comparisons.map((fact, n) => makeComparison(fact, names.comparisons[n] as FactName, frame)),
    about: findAbout(readout, hasIdentity).flatMap((entities, n) =>
      entities.map((entity) => ({ article_id: articleId, entity_number: entity + 1, statement_number: n + 1 })),
    ),
  }
}

function makeFrame({ articleId, readout, sentences }: FactSource): Frame {
  const text = readout.article.text ?? ''
  const points = /[\ud800-\udfff]/.test(text) ? countCodePoints(text) : null
  return { articleId, toPoint: (unit) => (points ? (points[unit] as number) : unit), around: frameSentences(text, sentences) }
}

/** “s12” → 12. */
function numberOf(id: string): number {
  return Number(id.slice(1))
}

function refer(id: string | null | undefined): number | null {
  return id ? numberOf(id) : null
}

function toFlag(value: boolean): Flag {
  return value ? 1 : 0
}

/** What every fact's row begins with. */
function makeHead({ id, confidence }: { id: string; confidence: number }, { key }: FactName, { articleId }: Frame) {
  return { article_id: articleId, number: numberOf(id), fact_key: key, confidence: Math.round(confidence * 100) }
}

function makeStatement(fact: ReadoutStatement, name: FactName, frame: Frame): Insertable<Tables['statement']> {
  const { source, cue, content } = fact
  return {
    ...makeHead(fact, name, frame),
    kind: fact.kind,
    act: fact.act,
    speaker_number: refer(source?.entity),
    on_behalf_number: refer(source?.onBehalfOf),
    addressee_number: refer(fact.addressee?.entity),
    source_kind: source?.kind ?? null,
    source_start: source && frame.toPoint(source.span.start),
    source_end: source && frame.toPoint(source.span.end),
    cue_start: cue && frame.toPoint(firstOf(cue.spans)),
    cue_end: cue && frame.toPoint(lastOf(cue.spans)),
    lemma: cue && cleanWords(cue.lemma),
    content_start: frame.toPoint(firstOf(content.spans)),
    content_end: frame.toPoint(lastOf(content.spans)),
    ...makeSentence([...(source ? [source.span] : []), ...(cue?.spans ?? []), ...content.spans], frame),
    within_number: refer(fact.within),
    is_negated: toFlag(fact.negated),
    is_hedged: toFlag(fact.hedges.length > 0),
  }
}

function makeEvent(fact: ReadoutEvent, name: FactName, frame: Frame): Insertable<Tables['event']> {
  const { date, trigger } = fact
  return {
    ...makeHead(fact, name, frame),
    type: fact.type,
    mode: fact.mode,
    realis: fact.realis,
    trigger_start: frame.toPoint(trigger.start),
    trigger_end: frame.toPoint(trigger.end),
    ...makeSentence([trigger], frame),
    date_start: date?.start ?? null,
    date_end: date?.end ?? null,
    date_grain: date?.grain ?? null,
    date_status: date?.status ?? null,
    place_number: refer(fact.place?.entity),
    stated_in: refer(fact.statedIn),
    uttered_in: refer(fact.utteredIn),
  }
}

function makeParticipants({ id, participants }: ReadoutEvent, { articleId, toPoint }: Frame): Insertable<Tables['participant']>[] {
  return participants.map(({ role, span, entity }, n) => ({
    article_id: articleId,
    event_number: numberOf(id),
    number: n + 1,
    role,
    entity_number: numberOf(entity),
    words_start: toPoint(span.start),
    words_end: toPoint(span.end),
  }))
}

function makeCooperation(fact: ReadoutCooperation, name: FactName, frame: Frame): Insertable<Tables['cooperation']> {
  const { area, stage, realis, spans, statedIn } = fact
  return { ...makeHead(fact, name, frame), area, stage, realis, ...makeWords(spans, frame), stated_in: refer(statedIn) }
}

function makeComparison(fact: ReadoutComparison, name: FactName, frame: Frame): Insertable<Tables['comparison']> {
  const { claim, span, since, about, statedIn } = fact
  const looked = { since_start: since?.start ?? null, since_end: since?.end ?? null, about_number: refer(about) }
  return { ...makeHead(fact, name, frame), claim, ...makeWords([span], frame), ...looked, stated_in: refer(statedIn) }
}

function makeWords(spans: readonly ReadoutSpan[], frame: Frame) {
  return { words_start: frame.toPoint(firstOf(spans)), words_end: frame.toPoint(lastOf(spans)), ...makeSentence(spans, frame) }
}

function makeSentence(spans: readonly ReadoutSpan[], frame: Frame) {
  const { start, end } = frame.around(firstOf(spans), lastOf(spans))
  return { sentence_start: frame.toPoint(start), sentence_end: frame.toPoint(end) }
}

/** Pieces of a cue or a content may stand on both sides of the source: their whole extent counts. */
function firstOf(spans: readonly ReadoutSpan[]): number {
  return spans.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY)
}

function lastOf(spans: readonly ReadoutSpan[]): number {
  return spans.reduce((last, { end }) => Math.max(last, end), 0)
}
