import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { NewsEvent } from '../document/news-event.ts'
import { readSyntax } from '../document/syntax.ts'
import { linkEntities } from '../entities/entities.ts'
import { type Knowledge, parseKnowledge } from '../knowledge/knowledge.ts'
import { findMentions } from '../mentions/mentions.ts'
import { type ReaderParts, readLayers } from '../reader/reader.ts'
import { loadEntityModel, loadReader, loadRealisModel } from '../runtime/runtime.ts'
import { findStatements } from '../statements/statements.ts'
import { readTokens } from '../text/text.ts'
import { type EventModel, findEvents } from './events.ts'

const KNOWLEDGE: Knowledge = parseKnowledge(`format readout-knowledge/1
version test
covers 2026-01-15
[countries]
BLM | Belmora | Belmoran | Belmoran/Belmorans | Lindhaven | Republic of Belmora
VRL | Varland | Varlandic | Varlander/Varlanders | Kestrel City |
OST | Ostria | Ostrian | Ostrian/Ostrians | Tarvik |
[places]
VRL | Port Halden; Skarne
`)

const folder = (name: string) => new URL(`../../models/${name}`, import.meta.url).pathname
let parts: ReaderParts
const { model: entityModel } = loadEntityModel(folder('entities'))
const model: EventModel = JSON.parse(readFileSync(`${folder('events')}/model.json`, 'utf8'))
const { model: realis } = loadRealisModel(folder('events'))

beforeAll(async () => {
  parts = (await loadReader(folder('reader'))).parts
})

async function eventsOf(text: string): Promise<{ events: NewsEvent[]; nameOf: (e: number) => string }> {
  const { tokens } = readTokens(text)
  const layers = await readLayers(tokens, parts)
  const syntax = readSyntax(tokens, layers)
  const mentions = findMentions(syntax, layers, KNOWLEDGE)
  const { statements } = findStatements(tokens, layers)
  const publishedOn = '2024-03-14'
  const linked = linkEntities({ tokens, layers, mentions, statements, knowledge: KNOWLEDGE, model: entityModel, publishedOn })
  const events = findEvents({ tokens, syntax, mentions, statements, ...linked, dates: [], model, realis })
  return { events, nameOf: (e) => linked.entities[e]?.name ?? '' }
}

/** `TYPE trigger realis`, one for each event, in text order. */
async function checkEvents(text: string, expected: string[]): Promise<void> {
  const { events } = await eventsOf(text)
  expect(events.map((event) => `${event.type} ${text.slice(event.trigger.start, event.trigger.end)} ${event.realis}`)).toEqual(expected)
}

async function checkParticipants(text: string, type: string, expected: string[]): Promise<void> {
  const { events, nameOf } = await eventsOf(text)
  const found = events.find((event) => event.type === type)
  expect(found?.participants.map(({ role, entity }) => `${role} ${nameOf(entity)}`).sort()).toEqual(expected.sort())
}

describe('events', () => {
  test.each([
    ['The president of Varland met his Ostrian counterpart on Monday.', ['CONSULT met happened']],
    ['Varland and Ostria held talks on Monday.', ['CONSULT held happened']],
    ['Ostria condemned the attack.', ['ACCUSE condemned happened']],
    ['Police arrested nine activists on Monday.', ['COERCE arrested happened']],
    ['Varland turned down the offer.', ['REJECT turned down happened']],
    ['The weather was fine on Monday, officials said.', []],
    ['The minister declined to comment.', []],
    ['The minister talked about herring.', []],
  ])('%s', checkEvents)
})

describe('realis', () => {
  test.each([
    ['Varland will arrest the sailors in May.', ['COERCE arrest planned']],
    ['Varland did not release the sailors.', ['RETREAT release denied']],
    ['Varland failed to release the sailors.', ['RETREAT release denied']],
    ['If Varland arrests the sailors, nobody will sail.', ['COERCE arrests hypothetical']],
    ['Varland could arrest the sailors.', ['COERCE arrest hypothetical']],
    ['Belmora has the means to help Ostria.', ['AID help hypothetical']],
  ])('%s', checkEvents)

  test('what will not be done is refused', async () => {
    const { events } = await eventsOf('Varland will not release the sailors.')
    expect(events.map(({ type, realis }) => `${type} ${realis}`)).toEqual(['REJECT happened'])
  })
})

describe('participants', () => {
  test.each([
    ['Ostria accused Varland of spying.', 'ACCUSE', ['actor Ostria', 'recipient Varland']],
    ['Varland was attacked by Ostria.', 'ASSAULT', ['actor Ostria', 'recipient Varland']],
    ['Varland and Ostria accused Belmora of spying.', 'ACCUSE', ['actor Varland', 'actor Ostria', 'recipient Belmora']],
    ['Talks between Varland and Ostria began on Monday.', 'CONSULT', ['actor Varland', 'actor Ostria']],
    ['Ostria urged Varland to release the sailors.', 'REQUEST', ['actor Ostria', 'recipient Varland']],
  ])('%s', checkParticipants)
})

test('one meeting told again is one event', async () => {
  const { events } = await eventsOf('Varland and Ostria held talks in Port Halden on Monday. The talks between Varland and Ostria lasted two hours.')
  expect(events.map(({ type, mentions }) => [type, mentions.length])).toEqual([['CONSULT', 1]])
})

test('nothing comes of nothing, and long sentences end', async () => {
  expect((await eventsOf('')).events).toEqual([])
  const { events } = await eventsOf(`${'Varland met Ostria and '.repeat(400)}left.`)
  expect(events.length).toBeGreaterThan(0)
})
