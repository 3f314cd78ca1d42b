import { describe, expect, test } from 'vitest'
import { readEvents } from '../../test/read-events.ts'

/** Weather, illness, markets, sport, works, names, customs, definitions, figures of speech: words of events that tell none. */
describe('no event', () => {
  test.each([
    'The storm threatened the coast of Ostria on Monday.',
    'Rising seas threaten the islands, scientists say.',
    'It was a deal with the devil, the critic wrote.',
    'The minister talks the talk but does not walk the walk.',
    'The Defence Ministry stands on a hill.',
    'The Peace Talks Museum in Tarvik opens at nine.',
    'The Trade Agreement Act has forty pages.',
    'Varland beat Ostria 3–1 in the final on Saturday.',
    "Ostria's attack was weak and its defence slow, the coach said.",
    'The striker was attacked by two defenders before he scored.',
    'Ostria fought back to win the match against Varland.',
    'Wolves attacked forty sheep in Tarvik.',
    'A dog attacked a postman in Tarvik.',
    'Every spring the ministers meet for lunch.',
    'The council has thirty members and meets on Mondays.',
    'Diplomacy means that states talk to each other.',
    'An alliance is an agreement between states.',
    'The president said that the weather was fine.',
    'She is fighting cancer.',
    'The government is fighting inflation.',
    'The bill does not meet the standards of the union.',
    'The company failed to meet its targets.',
    'The village met the storm with sandbags.',
    'Inflation killed his hopes of winning.',
    'The scandal destroyed his career.',
    'The film was shot in Varland.',
    'The shooting of the film began in May.',
    'He shot a goal from thirty metres.',
    'The book attacks the idea of progress.',
    "She married the minister's son in May.",
    'By signing up you agree to our terms.',
    'Sign up for our newsletter.',
    'Anna Lind contributed to this report.',
    'This report was contributed to by Norda.',
    'The pact, signed in 1949, has twelve articles.',
    'The speech struck a chord with voters.',
    'The price of oil retreated on Monday.',
    'Shares rallied on Monday after the vote.',
    'The currency came under attack from traders.',
    'Banks cut interest rates on Monday.',
    'The bank raised its forecast for Ostria.',
    'Visitors to the site must accept cookies.',
    'Readers visit the website every day.',
    'He returned to the subject of herring.',
    'The clock struck nine.',
    'The idea occupied him for years.',
    'The road leads to Ostria and meets the river there.',
    'The museum houses a collection of arms.',
    'Heavy rain killed forty people in Ostria.',
    'An earthquake hit Ostria on Monday and killed ninety people.',
    'A flood destroyed two villages in Varland.',
    'The virus attacks the lungs.',
    'Doctors fight the virus.',
    'The actor joined the cast of the film.',
    'The army of ants invaded the kitchen.',
    'The colours clash.',
    'The play ended with a kiss.',
    'The threat of rain kept people at home.',
    'There is a threat of frost tonight.',
    'She won praise for her singing.',
    "The judge's ruling was welcome.",
    'Critics praised the novel.',
    'The report warns of rising prices.',
    'The trial of a new vaccine begins in May.',
    'He has a visit to the dentist on Monday.',
    'Summit fever is a danger for climbers.',
    'The climbers reached the summit on Monday.',
    'The rescue centre is closed.',
    'The War Museum and the Peace Park attract tourists.',
    'A strike by the pitcher ended the game.',
    'The letter was delivered on Monday.',
    'The firm delivers pizza to homes.',
    'Parents want better schools.',
    'He asked the way to the station.',
    'The company launched a new phone on Monday.',
    'The shop opened in May.',
    'Anna Lind graduated from Tarvik University and joined the bank.',
    'The team will visit Varland on Saturday for the second leg.',
    'The ship left the harbour at nine.',
    'The agreement of the verb with its subject is a rule of grammar.',
    'They agreed that the ferry was late.',
    'I agree with you.',
    'The two cities share a river.',
    'His arrest in the game of chess was a joke.',
    'You must meet the deadline.',
    'The demand for grain rose.',
    'Demand for steel from Ostria fell.',
    'The appeal of the island is its beaches.',
    'Supply met demand.',
    'The charge for the ferry is two crowns.',
  ])('%s', async (text) => {
    const events = await readEvents(text)
    expect(events.map(({ type, trigger }) => `${type} ${trigger.text}`)).toEqual([])
  })
})

/** The same words where they do tell one. */
describe('an event all the same', () => {
  test.each([
    ['The officials are going to meet next week.', 'CONSULT'],
    ['The army attacked the rebels at a football ground and killed three.', 'ASSAULT'],
    ['A flood of protesters blocked the road.', 'PROTEST'],
    ['Varland destroyed the bridge.', 'ASSAULT'],
    ["Varland met the demands of the rebels' envoy in Tarvik.", 'CONCEDE'],
    ['The ministers of Varland and Ostria met with the union on Monday.', 'CONSULT'],
    ['Every minister of Varland met the Ostrian envoy on Monday.', 'CONSULT'],
    ['Varland warned Ostria of war.', 'THREATEN'],
    ['Varland signed up to the treaty with Ostria.', 'SUPPORT'],
    ['Rebels struck a bank in Varland with missiles.', 'ASSAULT'],
    ['The premier of Varland will visit the Ostrian museum on Monday.', 'CONSULT'],
  ])('%s', async (text, type) => {
    expect((await readEvents(text)).map((event) => event.type)).toContain(type)
  })
})

/** What did not come about is denied, not left out. */
describe('denied', () => {
  test.each([
    'There was no meeting between Varland and Ostria.',
    'No talks were held on Monday.',
    'Varland attacked Ostria, the paper wrote. None of it took place.',
    'Varland and Ostria met in May, he said. That never happened.',
    'Nobody met the Ostrian envoy.',
  ])('%s', async (text) => {
    const events = await readEvents(text)
    expect(events.length).toBeGreaterThan(0)
    expect(events.every(({ realis }) => realis === 'denied')).toBe(true)
  })
})
