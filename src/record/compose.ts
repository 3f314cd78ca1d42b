import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Article } from '../document/article.ts'
import type { Comparison } from '../document/comparison.ts'
import type { Cooperation } from '../document/cooperation.ts'
import type { Entity, Speaker } from '../document/entity.ts'
import type { NewsEvent } from '../document/news-event.ts'
import type { Notice } from '../document/notice.ts'
import type { Readout, ReadoutEntity, ReadoutStatement } from '../document/readout.ts'
import type { Statement } from '../document/statement.ts'
import { composeComparison, composeCooperation, composeEvent } from './compose-events.ts'
import { makeId, readSpan, roundConfidence } from './evidence.ts'

/** All that a record is made of. `speakers[i]` tells who makes statement i; empty where there are no statements. */
export interface Composition {
  readonly article: Article
  readonly language: string | null
  readonly statements: readonly Statement[]
  readonly entities: readonly Entity[]
  readonly speakers: readonly Speaker[]
  readonly events: readonly NewsEvent[]
  readonly cooperation: readonly Cooperation[]
  readonly comparisons: readonly Comparison[]
  readonly notices: readonly Notice[]
  readonly producedBy: Readout['producedBy']
}

/**
 * The record of one article, offsets in UTF-16 units, keys always in the same order. Refuses (by an assertion, since it
 * would be our own mistake) any fact whose span is empty or leaves the text.
 */
export function composeReadout(given: Composition): Readout {
  const { article } = given
  const { text } = article
  return {
    format: 'readout/1',
    producedBy: given.producedBy,
    offsetUnit: 'utf16',
    article: {
      id: bytesToHex(sha256(utf8ToBytes(text))),
      source: article.source,
      title: article.title,
      publisher: article.publisher,
      authors: [...article.authors],
      publishedOn: article.publishedOn,
      language: given.language,
      length: text.length,
      text,
    },
    entities: given.entities.map((entity, n) => composeEntity(entity, n, text)),
    statements: given.statements.map((statement, n) => composeStatement(statement, n, given.speakers[n] as Speaker, text)),
    events: given.events.map((event, n) => composeEvent(event, n, text)),
    cooperation: given.cooperation.map((cooperation, n) => composeCooperation(cooperation, n, text)),
    comparisons: given.comparisons.map((comparison, n) => composeComparison(comparison, n, text)),
    notices: given.notices.map((notice) => ({ ...notice, span: notice.span && readSpan(notice.span, text) })),
  }
}

function composeEntity(entity: Entity, n: number, text: string): ReadoutEntity {
  const mentions = entity.mentions.map((mention) => ({ ...readSpan(mention, text), form: mention.form }))
  const roles = entity.roles.map(({ title, of, span }) => ({ title, of: makeId('e', of), span: readSpan(span, text) }))
  return { id: makeId('e', n), kind: entity.kind, name: entity.name, country: entity.country, roles, link: { ...entity.link }, mentions }
}

function composeStatement(statement: Statement, n: number, speaker: Speaker, text: string): ReadoutStatement {
  const { source, cue } = statement
  const { addressee } = speaker
  return {
    id: makeId('s', n),
    kind: statement.kind,
    act: statement.act,
    source: source && {
      span: readSpan(source.span, text),
      entity: makeId('e', speaker.entity),
      kind: speaker.kind,
      onBehalfOf: makeId('e', speaker.onBehalfOf),
    },
    cue: cue && { spans: cue.spans.map((span) => readSpan(span, text)), lemma: cue.lemma },
    content: { spans: statement.content.map((span) => readSpan(span, text)) },
    quotations: statement.quotations.map((run) => ({ ...readSpan(run, text), closed: run.isClosed })),
    addressee: addressee && { span: readSpan(addressee.span, text), entity: makeId('e', addressee.entity) },
    within: makeId('s', statement.within),
    negated: statement.isNegated,
    hedges: statement.hedges.map((span) => readSpan(span, text)),
    confidence: roundConfidence(statement.confidence),
  }
}
