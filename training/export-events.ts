/**
 * What the scorer of event types learns from: every trigger that reading finds in the sentences of the corpora, with its features, by the
 * same code that reads articles. Standard input: JSONL `{"id","text",…}` (train_events.py lines). Standard output: the same lines with
 * `triggers`: `{"features","guess","realis","participants":[{"role","start","end"}]}`.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readSyntax } from '../src/document/syntax.ts'
import { linkEntities } from '../src/entities/entities.ts'
import { describeTriggers } from '../src/events/events.ts'
import { findMentions } from '../src/mentions/mentions.ts'
import { readLayers } from '../src/reader/reader.ts'
import { loadEntityModel, loadKnowledge, loadReader, loadRealisModel } from '../src/runtime/runtime.ts'
import { findStatements } from '../src/statements/statements.ts'
import { readTokens } from '../src/text/text.ts'

const root = join(import.meta.dirname, '..')
const { parts } = await loadReader(join(root, 'models/reader'))
const { model } = loadEntityModel(join(root, 'models/entities'))
const { model: realis } = loadRealisModel(join(root, 'models/events'))
const knowledge = loadKnowledge(join(root, 'knowledge'))

for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line)
  const { tokens } = readTokens(given.text)
  const layers = await readLayers(tokens, parts)
  const syntax = readSyntax(tokens, layers)
  const mentions = findMentions(syntax, layers, knowledge)
  const { statements } = findStatements(tokens, layers)
  const linked = linkEntities({ tokens, layers, mentions, statements, knowledge, model, publishedOn: null })
  const triggers = describeTriggers({ tokens, syntax, mentions, statements, ...linked, dates: [] }, realis)
  if (!process.stdout.write(`${JSON.stringify({ ...given, triggers })}\n`)) await once(process.stdout, 'drain')
}
