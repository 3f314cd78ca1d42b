import { type DateReason, explainDates, findDates } from './dates/dates.ts'
import type { Article } from './document/article.ts'
import type { Layers } from './document/layers.ts'
import type { Notice } from './document/notice.ts'
import type { Readout } from './document/readout.ts'
import { readSyntax } from './document/syntax.ts'
import type { Tokens } from './document/tokens.ts'
import { type EntityModel, type Explanation, explainEntities, linkEntities } from './entities/entities.ts'
import { type EventModel, type EventReason, explainEvents, findEvents, type RealisModel } from './events/events.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { findMentions } from './mentions/mentions.ts'
import { type ReaderParts, readLayers } from './reader/reader.ts'
import { composeReadout } from './record/record.ts'
import { type CooperationReason, explainCooperation, findRelations } from './relations/relations.ts'
import { findStatements } from './statements/statements.ts'
import { readTokens } from './text/text.ts'

/** What reading needs besides the article. `detectLanguage` gives an ISO 639-1 code, or null when it cannot tell. */
export interface Pipeline {
  readonly reader: ReaderParts
  readonly entities: EntityModel
  readonly events: EventModel
  readonly realis: RealisModel
  readonly knowledge: Knowledge
  readonly detectLanguage: (text: string) => string | null
  readonly producedBy: Readout['producedBy']
}

/**
 * Reads one article: text → layers → mentions → statements → entities → dates → events → relations → record. Never throws on text:
 * what cannot be read is told in the record's notices, and a text that is not English, or no text at all, yields a record without facts.
 */
export async function readArticle(article: Article, pipeline: Pipeline, before: readonly Notice[] = []): Promise<Readout> {
  const language = pipeline.detectLanguage(article.text)
  const unreadable = [...before, ...refuse(article, language)]
  const given = { article, language, producedBy: pipeline.producedBy }
  if (unreadable.some((notice) => STOPS.has(notice.code)))
    return composeReadout({ ...given, statements: [], entities: [], speakers: [], events: [], cooperation: [], comparisons: [], notices: unreadable })
  const linking = await readLinking(article, pipeline)
  const { statements, notices } = linking
  const { entities, speakers, events, reading } = readEvents(linking, pipeline)
  return composeReadout({ ...given, statements, entities, speakers, events, ...findRelations(reading), notices: [...unreadable, ...notices] })
}

/** Why an article's record is as it is. `entity` and the order of events and cooperation are those of the record. */
export interface Explanations {
  /** Why each mention means the entity it means, in text order. */
  readonly mentions: readonly Explanation[]
  readonly events: readonly EventReason[]
  /** Why each expression of time was read as it was, in text order. */
  readonly dates: readonly DateReason[]
  readonly cooperation: readonly CooperationReason[]
}

/** The same reading once more, telling what decided. */
export async function explainArticle(article: Article, pipeline: Pipeline): Promise<Explanations> {
  const linking = await readLinking(article, pipeline)
  const { parts, events, reading } = readEvents(linking, pipeline)
  return {
    mentions: explainEntities(linking),
    events: explainEvents(parts, events),
    dates: explainDates(linking.tokens, linking.syntax, article.publishedOn),
    cooperation: explainCooperation(reading),
  }
}

/** What entities are made from, and what was noticed on the way. */
async function readLinking({ text, publishedOn }: Article, { reader, knowledge, entities: model }: Pipeline) {
  const { tokens, notices: marks } = readTokens(text)
  const layers = await readLayers(tokens, reader)
  const syntax = readSyntax(tokens, layers)
  const mentions = findMentions(syntax, layers, knowledge)
  const { statements, notices: leftOver } = findStatements(tokens, layers)
  return { tokens, layers, syntax, mentions, statements, knowledge, model, publishedOn, notices: [...marks, ...leftOver] }
}

/** Entities, dates and events, with what they were made from and what relations are made from. */
function readEvents(linking: Awaited<ReturnType<typeof readLinking>>, { events: model, realis }: Pipeline) {
  const { tokens, syntax, mentions, statements, publishedOn } = linking
  const { entities, speakers, entityOf } = linkEntities(linking)
  const dates = findDates(tokens, syntax, publishedOn)
  const linked = { tokens, syntax, mentions, statements, speakers, entities, entityOf, dates }
  const parts = { ...linked, model, realis }
  const events = findEvents(parts)
  return { entities, speakers, events, parts, reading: { ...linked, events, publishedOn } }
}

/** Layers alone, for tokens that may have been given. */
export function annotateTokens(tokens: Tokens, pipeline: Pipeline): Promise<Layers> {
  return readLayers(tokens, pipeline.reader)
}

/** Notices with which nothing is read: no facts are better than invented ones. */
const STOPS: ReadonlySet<string> = new Set(['language', 'empty', 'binary', 'too-long'])

function refuse(article: Article, language: string | null): Notice[] {
  if (!/[\p{L}\p{N}]/u.test(article.text)) return [{ code: 'empty', message: 'The text has no words: there is nothing to read.', span: null }]
  if (language !== null && language !== 'en')
    return [{ code: 'language', message: `The text seems to be in another language (“${language}”); only English is read, so no facts are told.`, span: null }]
  return []
}
