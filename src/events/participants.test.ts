import { expect, test } from 'vitest'
import { readEvents } from '../../test/read-events.ts'

/** Who takes part in the first event of a type, whatever the order. */
test.each([
  // passive, also with an agent that hangs elsewhere
  ['Varland was attacked by Ostria.', 'ASSAULT', ['actor Ostria', 'recipient Varland']],
  ['Ostria was hit with new sanctions by Varland.', 'SANCTION', ['actor Varland', 'recipient Ostria']],
  // relative clauses
  ['Ostria, which attacked Varland in May, has a new king.', 'ASSAULT', ['actor Ostria', 'recipient Varland']],
  ['The rebels whom Ostria released on Monday went home.', 'RETREAT', ['actor Ostria', 'recipient The rebels']],
  // control
  ['Ostria agreed to send observers to Varland.', 'AID', ['actor Ostria', 'recipient Varland']],
  ['Ostria urged Varland to release the sailors.', 'RETREAT', ['actor Varland', 'recipient the sailors']],
  ['The prospect of Ostria attacking Varland worried the king.', 'ASSAULT', ['actor Ostria', 'recipient Varland']],
  ['Ostria wrote a letter accusing Varland of spying.', 'ACCUSE', ['actor Ostria', 'recipient Varland']],
  // nouns
  ['Talks between Varland and Ostria began on Monday.', 'CONSULT', ['actor Varland', 'actor Ostria']],
  ["Ostria's attack on Varland began on Monday.", 'ASSAULT', ['actor Ostria', 'recipient Varland']],
  ['The Ostrian attack on Varland began on Monday.', 'ASSAULT', ['actor Ostria', 'recipient Varland']],
  ['Ostria stepped up its attacks on Varland.', 'ASSAULT', ['actor Ostria', 'recipient Varland']],
  ['Varland came under attack from Ostria.', 'ASSAULT', ['actor Ostria', 'recipient Varland']],
  ['Varland faced criticism from Ostria.', 'ACCUSE', ['actor Ostria', 'recipient Varland']],
  ['Ostria claimed responsibility for the attack on Varland.', 'ASSAULT', ['actor Ostria', 'recipient Varland']],
  ['Varland and Ostria spent two hours in talks.', 'CONSULT', ['actor Varland', 'actor Ostria']],
  ['Belmora launched a mediation effort between Varland and Ostria.', 'CONSULT', ['mediator Belmora', 'actor Varland', 'actor Ostria']],
  ['Varland held talks in Tarvik with Belmora.', 'CONSULT', ['actor Varland', 'actor Belmora']],
  // things stand for whom they belong to
  ['Ostrian government warplanes bombed Varland.', 'ASSAULT', ['actor Ostria', 'recipient Varland']],
  ['Varland rejected an offer by Ostria.', 'REJECT', ['actor Varland', 'recipient Ostria']],
  ['Varland rejected the truce proposed by Ostria.', 'REJECT', ['actor Varland', 'recipient Ostria']],
  ['Varland turned down an Ostrian offer.', 'REJECT', ['actor Varland', 'recipient Ostria']],
  // those at whom a thing is aimed
  ['Varland opened an investigation against Ostria.', 'ACCUSE', ['actor Varland', 'recipient Ostria']],
  ['Varland provided two million crowns in assistance to Ostria.', 'AID', ['actor Varland', 'recipient Ostria']],
  ['Varland demanded an apology from Ostria.', 'REQUEST', ['actor Varland', 'recipient Ostria']],
  ['Varland says that Ostria must end its attacks.', 'REQUEST', ['actor Varland', 'recipient Ostria']],
  ['Varland complained about Ostria to the court.', 'ACCUSE', ['actor Varland', 'recipient Ostria']],
  // who is sent is nobody that something is done to; what is one's own is nobody else
  ['Varland recalled its ambassador from Ostria.', 'SANCTION', ['actor Varland', 'recipient Ostria']],
  ['Varland deployed two battalions.', 'MOBILIZE', ['actor Varland']],
  ['Varland left the treaty of the three countries.', 'SANCTION', ['actor Varland']],
  // coordination
  ['Varland and Ostria accused Belmora of spying.', 'ACCUSE', ['actor Varland', 'actor Ostria', 'recipient Belmora']],
  ['Varland expelled an envoy and Belmora recalled its teachers.', 'SANCTION', ['actor Varland', 'recipient an envoy']],
  ['Arvo Lind and his counterpart, Mira Vale, met on Monday.', 'CONSULT', ['actor Arvo Lind', 'actor Mira Vale']],
  ['Envoys from Varland and Ostria met on Monday.', 'CONSULT', ['actor Varland', 'actor Ostria']],
  ['The attack killed at least eight people.', 'ASSAULT', ['recipient eight people']],
  ['The relief agency Red Lantern thanked Varland.', 'SUPPORT', ['actor Red Lantern', 'recipient Varland']],
])('%s', async (text, type, expected) => {
  const events = await readEvents(text)
  expect(events.find((event) => event.type === type)?.people.toSorted()).toEqual(expected.toSorted())
})

test('a summit is held by those who meet, not by the body whose it is', async () => {
  const [event] = await readEvents("Varland and Ostria attended the Forum's summit.")
  expect(event?.people).toEqual(['actor Varland', 'actor Ostria'])
})

test('areas come from what an event is about, not from who takes part', async () => {
  expect((await readEvents('Varland and Ostria signed a grain agreement.'))[0]?.areas).toEqual(['food'])
  expect((await readEvents('The health minister of Varland met the energy minister of Ostria.'))[0]?.areas).toEqual([])
  expect((await readEvents('Ostria expelled the Varlandic ambassador.'))[0]?.areas).toEqual(['diplomacy'])
  expect((await readEvents('Talks on fisheries and rail safety between Varland and Ostria began.'))[0]?.areas).toEqual(['food', 'transport'])
})
