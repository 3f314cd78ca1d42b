import { describe, expect, test } from 'vitest'
import { readEvents } from '../../test/read-events.ts'

const tellingsOf = async (text: string, type: string) =>
  (await readEvents(text)).filter((event) => event.type === type).map(({ mentions }) => mentions.length + 1)

describe('one event told many times is one', () => {
  test.each([
    ['Varland and Ostria held talks in Tarvik on Monday. The talks between Varland and Ostria lasted two hours.', 'CONSULT'],
    ['The premier of Varland met the Ostrian king on Monday. The meeting lasted an hour. The meeting was their first.', 'CONSULT'],
    ['Three soldiers were killed on Monday. Gunmen opened fire on the post at dawn.', 'ASSAULT'],
    ['Varland attacked Ostria on Monday. The attack killed three soldiers.', 'ASSAULT'],
  ])('%s', async (text, type) => expect(await tellingsOf(text, type)).toHaveLength(1))
})

describe('two events stay two', () => {
  test.each([
    ['Varland and Ostria held talks in Tarvik. Varland and Belmora held talks in Lindhaven.', 'CONSULT'],
    ['Arvo Lind met Mira Vale on Monday. Arvo Lind met Tomas Korr on Monday.', 'CONSULT'],
    ['Varland and Ostria held talks on 4 March. Varland and Ostria held talks on 6 March.', 'CONSULT'],
    ['Varland condemned Ostria on Monday. Belmora condemned Ostria on Tuesday.', 'ACCUSE'],
    ['Ostria expelled two envoys. Varland expelled three envoys.', 'SANCTION'],
  ])('%s', async (text, type) => expect(await tellingsOf(text, type)).toHaveLength(2))
})

describe('what “the talks” point at', () => {
  test('a meeting of somebody, not what is only named in between', async () => {
    const text = 'Arvo Lind met Mira Vale in Tarvik on Monday. Earlier journeys had been harbour negotiations. During the talks, Vale laughed.'
    expect(await tellingsOf(text, 'CONSULT')).toEqual([2])
  })

  test('the reporter, who tells day and place, leads', async () => {
    const text = 'Arvo Lind met Mira Vale in Tarvik on Monday. “Mira Vale and Arvo Lind met as friends,” Tomas Korr said.'
    const [event] = (await readEvents(text)).filter(({ type }) => type === 'CONSULT')
    expect([event?.statedIn, event?.trigger.start]).toEqual([null, text.indexOf('met')])
  })
})
