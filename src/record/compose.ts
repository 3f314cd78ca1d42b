import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Article } from '../document/article.ts'
import type { Entity, Speaker } from '../document/entity.ts'
import type { Notice } from '../document/notice.ts'
import type { Readout, ReadoutEntity, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import type { Statement } from '../document/statement.ts'

/** All that a record is made of. `speakers[i]` tells who makes statement i; empty where there are no statements. */
export interface Composition {
  readonly article: Article
  readonly language: string | null
  readonly statements: readonly Statement[]
  readonly entities: readonly Entity[]
  readonly speakers: readonly Speaker[]
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
    events: [],
    cooperation: [],
    comparisons: [],
    notices: given.notices.map((notice) => ({ ...notice, span: notice.span && readSpan(notice.span, text) })),
  }
}

function composeEntity(entity: Entity, n: number, text: string): ReadoutEntity {
  const mentions = entity.mentions.map((mention) => ({ ...readSpan(mention, text), form: mention.form }))
  const roles = entity.roles.map(({ title, of, span }) => ({ title, of: entityId(of), span: readSpan(span, text) }))
  return { id: `e${n + 1}`, kind: entity.kind, name: entity.name, country: entity.country, roles, link: { ...entity.link }, mentions }
}

function composeStatement(statement: Statement, n: number, speaker: Speaker, text: string): ReadoutStatement {
  const { source, cue } = statement
  const { addressee } = speaker
  return {
    id: `s${n + 1}`,
    kind: statement.kind,
    act: statement.act,
    source: source && { span: readSpan(source.span, text), entity: entityId(speaker.entity), kind: speaker.kind, onBehalfOf: entityId(speaker.onBehalfOf) },
    cue: cue && { spans: cue.spans.map((span) => readSpan(span, text)), lemma: cue.lemma },
    content: { spans: statement.content.map((span) => readSpan(span, text)) },
    quotations: statement.quotations.map((run) => ({ ...readSpan(run, text), closed: run.isClosed })),
    addressee: addressee && { span: readSpan(addressee.span, text), entity: entityId(addressee.entity) },
    within: statement.within === null ? null : `s${statement.within + 1}`,
    negated: statement.isNegated,
    hedges: statement.hedges.map((span) => readSpan(span, text)),
    confidence: Math.round(statement.confidence * 100) / 100,
  }
}

function entityId(n: number | null): string | null {
  return n === null ? null : `e${n + 1}`
}

function readSpan({ start, end }: Span, text: string): ReadoutSpan {
  if (!(Number.isInteger(start) && start >= 0 && start < end && end <= text.length))
    throw new Error(`A fact with the span ${start}–${end} does not stand in the text of ${text.length} units.`)
  return { start, end, text: text.slice(start, end) }
}
