import { describe, expect, test } from 'vitest'
import { prepareEvents } from '../../test/prepare-events.ts'
import type { NewsEvent } from '../document/news-event.ts'
import { findEvents } from './events.ts'

async function eventsOf(text: string): Promise<{ events: NewsEvent[]; nameOf: (e: number) => string }> {
  const parts = await prepareEvents(text)
  return { events: findEvents(parts), nameOf: (e) => parts.entities[e]?.name ?? '' }
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
