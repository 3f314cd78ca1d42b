import { describe, expect, test } from 'vitest'
import { prepareEvents } from '../../test/prepare-events.ts'
import type { NewsEvent } from '../document/news-event.ts'
import { findEvents } from './events.ts'
import { setScene } from './scene.ts'
import { explainTimeAndPlace } from './time-and-place.ts'
import { findTriggers } from './triggers.ts'

/** The event told by a word of the text. */
async function eventOf(text: string, word: string): Promise<NewsEvent | undefined> {
  const events = findEvents(await prepareEvents(text))
  const tells = ({ start, end }: { start: number; end: number }) => text.slice(start, end).split(' ').includes(word)
  return events.find(({ trigger, mentions }) => tells(trigger) || mentions.some(tells))
}

/** `word = 2024-03-11`, with the last day where it is another; “?” for a time that nobody can know, “-” for none, “no event” for none. */
async function checkDate(text: string, ...expected: readonly string[]): Promise<void> {
  for (const one of expected) {
    const [word] = one.split(' = ') as [string]
    const event = await eventOf(text, word)
    const { start, end } = event?.date ?? { start: null, end: null }
    const told = start === null ? (event?.date ? '?' : '-') : start === end ? start : `${start}/${end}`
    expect(`${word} = ${event ? told : 'no event'}`).toBe(one)
  }
}

async function checkPlace(text: string, word: string, expected: string): Promise<void> {
  const event = await eventOf(text, word)
  expect(event ? (event.place ? text.slice(event.place.span.start, event.place.span.end) : '-') : 'no event').toBe(expected)
}

describe('the date of an event', () => {
  describe('hangs on its words', () => {
    test.each([
      ['Ostria expelled two Varlandic envoys on Monday.', 'expelled = 2024-03-11'],
      ['On Monday, Ostria expelled two Varlandic envoys.', 'expelled = 2024-03-11'],
      ['Ostria and Varland held talks in Skarne last week.', 'held = 2024-03-04/2024-03-10'],
      ['Police arrested nine activists early Tuesday.', 'arrested = 2024-03-12'],
      ['Varland will release the sailors next month.', 'release = 2024-04-01/2024-04-30'],
      ['Ostria banned the fair in 2011.', 'banned = 2011-01-01/2011-12-31'],
      ['The two presidents met from 3 to 5 January.', 'met = 2024-01-03/2024-01-05'],
      ['Ostria recently expelled two envoys of Varland.', 'expelled = ?'],
      ['It was two weeks ago that Ostria expelled the envoys.', 'expelled = 2024-02-26/2024-03-03'],
      ['Monday’s attack on the Varlandic embassy was the work of gunmen.', 'attack = 2024-03-11'],
      ['The ministers of Ostria and Varland met after the 2011 attack on the port of Skarne.', 'attack = 2011-01-01/2011-12-31', 'met = -'],
      ['Ostria freed two sailors seized in the 2011 raid on Skarne.', 'freed = -'],
      ['The clashes of 3 March between Ostria and Varland were short.', 'clashes = 2024-03-03'],
    ])('%s', checkDate)
  })

  describe('not that of what is said, promised or planned', () => {
    test.each([
      ['Vale said on Tuesday that Ostria would meet Varland on Saturday.', 'meet = 2024-03-16'],
      ['Vale said Monday Ostria had expelled two envoys.', 'expelled = -'],
      ['Ostria agreed on Monday to release the sailors.', 'agreed = 2024-03-11', 'release = -'],
      ['Ostria has offered to mediate between Varland and Belmora in May.', 'offered = -', 'mediate = 2024-05-01/2024-05-31'],
      ['Varland urged Ostria to withdraw its troops by Friday.', 'urged = -'],
      ['Ostria sued Varland on Monday to halt the deportations.', 'sued = 2024-03-11', 'halt = -'],
      ['Vale denied on Tuesday that Varland had bombed the port.', 'bombed = -'],
    ])('%s', checkDate)
  })

  describe('not that of another clause or word', () => {
    test.each([
      ['Ostria condemned Monday’s attack on the port.', 'attack = 2024-03-11', 'condemned = -'],
      ['Two men arrested on Monday were charged with murder.', 'arrested = 2024-03-11', 'charged = -'],
      ['The castle, built in 1932 and attacked by Ostria, is closed.', 'attacked = -'],
      ['It is the deadliest attack on the border since 2014.', 'attack = -'],
      ['It was the deadliest attack on Skarne in a decade.', 'attack = -'],
      ['Ostria and Varland will meet again before November.', 'meet = -'],
      ['Ostria expelled the envoys because the law of 2011 allowed it.', 'expelled = -'],
      ['Ostria freed the sailors after Varland had paid a fine in January.', 'freed = -'],
      ['On the eve of the talks between Ostria and Varland gunmen killed a guard.', 'talks = -'],
    ])('%s', checkDate)
  })

  describe('is shared by what happens at once', () => {
    test.each([
      ['Gunmen attacked the post on Monday, killing two guards.', 'attacked = 2024-03-11', 'killing = 2024-03-11'],
      ['Gunmen attacked the post, killing two guards on Monday.', 'attacked = 2024-03-11'],
      ['A bomb killed two guards and wounded six others on Monday.', 'killed = 2024-03-11', 'wounded = 2024-03-11'],
      ['Police arrested and charged nine men on Monday.', 'arrested = 2024-03-11', 'charged = 2024-03-11'],
      ['On Monday Ostria expelled the envoys and recalled its envoys.', 'expelled = 2024-03-11', 'recalled = 2024-03-11'],
      ['Envoys of Ostria left the talks with Varland on Tuesday.', 'talks = 2024-03-12'],
      ['The talks between Ostria and Varland began on Monday.', 'talks = 2024-03-11'],
      ['The talks between Ostria and Varland planned for May were called off.', 'talks = 2024-05-01/2024-05-31'],
      ['Vale flew to Skarne on Monday to meet the president of Varland.', 'meet = 2024-03-11'],
      ['An attack on Monday that killed two guards shook Varland.', 'killed = 2024-03-11'],
      ['The prisoner was killed on Monday when the rebels bombed the jail.', 'bombed = 2024-03-11'],
      ['In 2011, when Varland expelled the envoys, few took note.', 'expelled = 2011-01-01/2011-12-31'],
      ['It was the first visit since 2011, when Vale visited Skarne.', 'visited = 2011-01-01/2011-12-31'],
      ['Varland failed to free the sailors on Monday.', 'free = 2024-03-11'],
    ])('%s', checkDate)
  })
})

describe('the place of an event', () => {
  test.each([
    ['Ostria and Varland held talks in Port Halden on Monday.', 'held', 'Port Halden'],
    ['The president of Ostria visited Skarne on Monday.', 'visited', 'Skarne'],
    ['Vale paid a two-day visit to Port Halden.', 'paid', 'Port Halden'],
    ['Gunmen attacked a post near the border.', 'attacked', 'the border'],
    ['An attack in Port Halden killed two guards.', 'killed', 'Port Halden'],
    ['Dockers blocked the harbour.', 'blocked', 'the harbour'],
    ['Varland withdrew its troops from Skarne.', 'withdrew', 'Skarne'],
    ['In Skarne, Ostria put its troops on alert and sent two battalions.', 'sent', 'Skarne'],
    ['Ostria and Varland signed a pact in Port Halden.', 'signed', 'Port Halden'],
    ['Ostria denounced the siege of Port Halden.', 'denounced', '-'],
    ['Ostria criticised the mayor of Port Halden.', 'criticised', '-'],
    ['Ostria lifted its sanctions on Varland.', 'lifted', '-'],
    ['PORT HALDEN, March 14 (Norda) -- Ostria expelled two Varlandic envoys on Monday.', 'expelled', '-'],
    ['13.45 Port Halden. Ostria has walked out of the talks.', 'walked', 'Port Halden'],
    ['13.45 Port Halden. Ostria will expel two Varlandic envoys in May.', 'expel', '-'],
  ])('%s', checkPlace)
})

test('a date and a place are explained', async () => {
  const parts = await prepareEvents('Ostria and Varland held talks in Port Halden on Monday.')
  const scene = setScene(parts)
  const [event] = findEvents(parts)
  const reason = explainTimeAndPlace(scene, findTriggers(scene), event as NewsEvent)
  expect(reason.date?.rule).toMatch(/^The date hangs on the (?:words|verb)/)
  expect(reason.place?.rule).toMatch(/^The place hangs on/)
})
