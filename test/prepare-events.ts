import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDates } from '../src/dates/dates.ts'
import { readSyntax } from '../src/document/syntax.ts'
import { linkEntities } from '../src/entities/entities.ts'
import type { EventModel, EventParts } from '../src/events/events.ts'
import { parseKnowledge } from '../src/knowledge/knowledge.ts'
import { findMentions } from '../src/mentions/mentions.ts'
import { readLayers } from '../src/reader/reader.ts'
import { loadEntityModel, loadReader, loadRealisModel } from '../src/runtime/runtime.ts'
import { findStatements } from '../src/statements/statements.ts'
import { readTokens } from '../src/text/text.ts'

const folder = (name: string) => join(import.meta.dirname, '../models', name)
const KNOWLEDGE = parseKnowledge(readFileSync(join(import.meta.dirname, 'three-states.txt'), 'utf8'))
const { parts: reader } = await loadReader(folder('reader'))
const { model: entityModel } = loadEntityModel(folder('entities'))
const { model: realis } = loadRealisModel(folder('events'))
const model: EventModel = JSON.parse(readFileSync(join(folder('events'), 'model.json'), 'utf8'))

/** What the room of events is given for a text published on Thursday 14 March 2024. Belmora, Varland and Ostria are all that is known beforehand. */
export async function prepareEvents(text: string): Promise<EventParts> {
  const publishedOn = '2024-03-14'
  const { tokens } = readTokens(text)
  const layers = await readLayers(tokens, reader)
  const syntax = readSyntax(tokens, layers)
  const mentions = findMentions(syntax, layers, KNOWLEDGE)
  const { statements } = findStatements(tokens, layers)
  const linked = linkEntities({ tokens, layers, mentions, statements, knowledge: KNOWLEDGE, model: entityModel, publishedOn })
  return { tokens, syntax, mentions, statements, ...linked, dates: findDates(tokens, syntax, publishedOn), model, realis }
}
