import { describe, expect, test } from 'vitest'
import { prepareEvents } from '../../test/prepare-events.ts'
import { explainEvents, findEvents } from './events.ts'

/** The realis of the event whose trigger is one word of the text, with its cues: `planned (to)`. */
async function checkRealis(text: string, word: string, expected: string): Promise<void> {
  const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  const event = findEvents(await prepareEvents(text)).find(({ trigger, mentions }) => [trigger, ...mentions].some((span) => slice(span).startsWith(word)))
  const cues = event?.realisCues.map(slice).join(' ')
  expect(event && (cues ? `${event.realis} (${cues})` : event.realis)).toBe(expected)
}

describe('what has happened', () => {
  test.each([
    ['Varland freed the sailors on Monday.', 'freed', 'happened'],
    ['Varland was able to free the sailors on Monday.', 'free', 'happened'],
    ['The minister was glad to meet the Ostrian envoy on Monday.', 'meet', 'happened'],
    ['Varland had to release the sailors on Monday.', 'release', 'happened'],
    ['Varland chose to release the sailors.', 'release', 'happened'],
    ['“I would like to thank the people of Belmora,” the Ostrian president said.', 'thank', 'happened'],
    ['Ostria is considering a request from Varland.', 'request', 'happened'],
    ['Ostria is bombing Varland.', 'bombing', 'ongoing'],
  ])('%s', checkRealis)
})

describe('what is planned or thought of', () => {
  test.each([
    ['Varland will arrest the sailors.', 'arrest', 'planned (will)'],
    ['The two presidents are going to meet in Tarvik.', 'meet', 'planned (going)'],
    ['Varland is expected to release the sailors in May.', 'release', 'planned (expected)'],
    ['The ministers will discuss trade when they visit Ostria on Friday.', 'visit', 'planned (when)'],
    ['Varland was on the verge of attacking Ostria.', 'attacking', 'planned (verge)'],
    ['The port stays closed until Ostria frees the sailors.', 'frees', 'hypothetical (until)'],
    ['Anyone who attacks Varland is a fool, the minister said.', 'attacks', 'hypothetical (Anyone)'],
    ['It is crucial to release the sailors.', 'release', 'hypothetical (crucial)'],
    ['Ostria is keen to help Belmora.', 'help', 'hypothetical (keen)'],
    ['Ostria has to release the sailors.', 'release', 'hypothetical (has)'],
    ['Varland wants the sailors to be released.', 'released', 'hypothetical (wants)'],
    ['The generals spoke of the risk of attacking Ostria.', 'attacking', 'hypothetical (risk)'],
    ['If the sailors are caught and arrested, Ostria will protest.', 'arrested', 'hypothetical (If)'],
    ['Had Ostria released the sailors, Varland would have sent the grain.', 'released', 'hypothetical (Had)'],
    ['The minister knows how to attack Ostria.', 'attack', 'hypothetical (how)'],
    ['Parliament voted against sending troops to Ostria.', 'sending', 'hypothetical (against)'],
    ['Varland could end the strike by releasing the sailors.', 'releasing', 'hypothetical (could)'],
    ['Please release the sailors!', 'release', 'hypothetical'],
    ['Did Varland release the sailors?', 'release', 'unknown'],
  ])('%s', checkRealis)
})

describe('what is denied', () => {
  test.each([
    ['Varland has yet to arrest the sailors.', 'arrest', 'denied (yet)'],
    ['Varland prevented the army from attacking Ostria.', 'attacking', 'denied (prevented)'],
    ['Varland, instead of releasing the sailors, sent a note.', 'releasing', 'denied (instead)'],
    ['Varland turned down an offer to mediate.', 'mediate', 'denied (turned)'],
    ['Ostria is too weak to attack Varland.', 'attack', 'denied (too)'],
    ['The police have not caught or arrested the sailors.', 'arrested', 'denied (not)'],
    ['Nobody arrested the sailors.', 'arrested', 'denied (Nobody)'],
  ])('%s', checkRealis)
})

test('an event is explained: entry, types, who takes part and how, what decided whether it happened', async () => {
  const text = 'Jets of the Ostrian army bombed Varland. Varland has yet to attack Ostria.'
  const parts = await prepareEvents(text)
  const events = findEvents(parts)
  const [bombed, attack] = explainEvents(parts, events)
  expect(bombed?.tellings.map(({ entry, types, rule }) => [entry, types[0]?.type, rule])).toEqual([
    ['“bomb” tells ASSAULT.', 'ASSAULT', 'Nothing around it says otherwise.'],
  ])
  expect(bombed?.tellings[0]?.chance).toBeGreaterThan(0.5)
  expect(bombed?.participants.map(({ role, rule }) => `${role}: ${rule}`)).toContain('recipient: Object of “bombed”.')
  expect(attack?.realis).toBe('A word of negation denies it.')
  expect(attack?.tellings[0]?.chance).toBe(null)
})

test('endless coordination takes time in proportion to its length', async () => {
  const timeOf = async (times: number) => {
    const parts = await prepareEvents(`Varland ${'met Ostria and '.repeat(times)}left.`)
    const start = performance.now()
    findEvents(parts)
    return performance.now() - start
  }
  await timeOf(200)
  const [short, long] = [await timeOf(200), await timeOf(2000)]
  expect(long).toBeLessThan(Math.max(300, short * 40))
})
