/**
 * Made news of invented countries, the same for the same seed: reports of talks, statements and agreements, copies of them in other outlets, and
 * later versions. For measuring the library and for its tests; no sentence of a real article is in it.
 */

/** An article as a line of JSON that `readout add` takes. */
export interface MadeArticle {
  readonly url: string
  readonly publisher: string
  readonly date: string
  readonly title: string
  readonly text: string
}

export interface MadeNews {
  readonly seed: number
  readonly count: number
  /** Words of an article, about. */
  readonly words?: number
  /** Share of articles that are copies of an earlier one. */
  readonly copies?: number
}

const COUNTRIES: readonly (readonly [country: string, people: string, capital: string])[] = [
  ['Belmora', 'Belmoran', 'Dravik'],
  ['Varland', 'Varlandic', 'Lesk'],
  ['Ostria', 'Ostrian', 'Port Halle'],
  ['Keldonia', 'Keldonian', 'Marrow'],
  ['Tessaria', 'Tessarian', 'Ilvane'],
  ['Norvia', 'Norvian', 'Sund'],
  ['Quorland', 'Quorlandic', 'Bray Harbour'],
  ['Maravia', 'Maravian', 'Cassel Bay'],
  ['Ulmeria', 'Ulmerian', 'Tarn'],
  ['Pelagia', 'Pelagian', 'Osmund'],
]
const GIVEN = 'Ilva Radu Arvo Lin Mira Tomas Elka Joren Sanna Petar Ada Nils Vera Anton Kaia Marek Olwen Stefan Ines Bram Talia Ruben Dora Emil'.split(' ')
const FAMILY =
  'Brandt Keshen Lind Ode Maran Voss Halvard Tesk Orlen Drace Fell Sorin Quist Bellow Strand Averin Kolt Damar Ruud Venn Harrow Isken Lorne Pavic Rask Selwin Torv Ulrik Wendt Zoran Castel Grieve'.split(
    ' ',
  )
const OFFICES = ['foreign minister', 'prime minister', 'president', 'defence minister', 'trade minister', 'finance minister', 'energy minister', 'ambassador']
const OUTLETS = ['Belmora Post', 'Lesk Courier', 'Ostria Today', 'Varland Wire', 'Strait Herald', 'Northern Ledger', 'Harbour Times', 'Tarn Gazette']
const TOPICS = [
  'grain',
  'fishing quotas',
  'the gas pipeline',
  'border crossings',
  'the corridor',
  'steel tariffs',
  'refugees',
  'power lines',
  'prisoners',
  'rail freight',
]
const PLACES = [
  'at the old customs house',
  'in the port',
  'at the ministry',
  'behind closed doors',
  'on the sidelines of a summit',
  'at the presidential palace',
]
const WHEN = ['on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'on Friday', 'last week', 'two days earlier', 'on 3 March', 'on 14 February']

/** Background between the news, without which made articles would tell twice as many facts as real ones. */
const BACKGROUND: readonly ((scene: Scene) => string)[] = [
  ({ a, b }) => `The frontier between ${a.country} and ${b.country} runs for the most part through marsh and low hills, and only three roads cross it.`,
  ({ a }) => `${a.capital} is a city of narrow streets and wide squares, where the old tram lines still end at the harbour.`,
  ({ topic, number }) => `The file on ${topic} fills ${number()} binders on two shelves of the archive, most of them maps, tables and lists of names.`,
  ({ b }) => `Winters in the north of ${b.country} are long, the rivers are frozen until April, and the villages along them are small and far apart.`,
  ({ topic }) => `For the towns on both banks, ${topic} is a matter of everyday life: of prices in the market, of work, of the way to school.`,
  ({ a, number }) => `The hall is ${number()} metres long, with portraits of former rulers of ${a.country} on its walls and a gallery for guests.`,
  ({ b }) => `Older people in ${b.capital} still remember a time when the ferry was free and the customs house was a dance hall.`,
  ({ a, b, number }) => `${a.country} has some ${number()} lakes, ${b.country} hardly any, which is one reason why the two economies are so unlike each other.`,
]

interface Scene {
  readonly pick: <T>(list: readonly T[]) => T
  readonly a: Side
  readonly b: Side
  readonly topic: string
  readonly number: () => number
}

interface Side {
  readonly country: string
  readonly people: string
  readonly capital: string
  readonly name: string
  readonly family: string
  readonly office: string
}

/** Sentences of a report, each from the scene. A text strings many of them together. */
const SENTENCES: readonly ((scene: Scene) => string)[] = [
  ({ a, b, topic, pick }) => `“We will not leave the table before ${topic} is settled,” ${a.family} said ${pick(WHEN)}. “${b.country} knows where we stand.”`,
  ({ a, b, topic }) => `${b.family} told reporters that ${b.country} was ready to talk about ${topic} if ${a.country} lifted its restrictions.`,
  ({ a, b, pick }) => `${a.name} met ${b.name} ${pick(PLACES)} in ${b.capital} ${pick(WHEN)}, the ${a.people} ministry said in a statement.`,
  ({ a, b, topic, number }) => `${a.country} and ${b.country} signed an agreement on ${topic} worth ${number()} million crowns.`,
  ({ a, topic, number }) => `According to the ${a.people} statistics office, trade touched by ${topic} fell by ${number()} per cent within a year.`,
  ({ b, topic }) => `A spokeswoman for the ${b.people} government denied that ${b.country} had delayed the talks on ${topic}.`,
  ({ a, b, number }) => `“It is ${number()} years since we trusted each other like this,” said ${a.family}, who called ${b.family} “a fair partner”.`,
  ({ a, b }) => `${a.country} accused ${b.country} of moving troops to the frontier, and ${b.country} rejected the claim.`,
  ({ a, topic, number }) => `${a.family} promised to send ${number()} experts to a joint commission on ${topic} before the summer.`,
  ({ b, pick }) => `Protesters gathered ${pick(PLACES)} in ${b.capital}, where police detained several of them ${pick(WHEN)}.`,
  ({ a, b, topic }) => `Whether ${b.country} will accept the draft on ${topic} is open; ${a.family} said he expected an answer “within days”.`,
  ({ b, number, topic }) => `The ${b.people} parliament postponed a vote on ${topic} for ${number()} days, its speaker announced.`,
  ({ a, b }) => `Officials from ${a.country} and ${b.country} are to meet again next month, though no date has been set.`,
  ({ a, topic }) => `Analysts in ${a.capital} warned that without a deal on ${topic} prices could rise further this winter.`,
  ({ a, b, number }) => `The two countries agreed to reopen ${number()} crossings that had been shut since the dispute between ${a.capital} and ${b.capital}.`,
  ({ b, topic }) => `${b.family} did not comment on ${topic}. He is expected to brief parliament.`,
  ({ a, number }) => `Some ${number()} lorries were waiting on the ${a.people} side, a customs officer said, and many drivers slept in their cabs.`,
  ({ a, b }) => `“If ${b.country} closes the road again, we shall answer in kind,” the ${a.people} ${a.office} warned.`,
  ({ pick, number }) => `Fishermen on the coast said the storm ${pick(WHEN)} had cost them ${number()} boats and most of the season.`,
  ({ a, topic }) => `In an interview, ${a.name} said the question of ${topic} had been “left to the lawyers for far too long”.`,
]

/** Makes articles, one after the other. */
export function* makeNews({ seed, count, words = 900, copies = 0.1 }: MadeNews): Generator<MadeArticle> {
  const draw = startDraw(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T
  const earlier: MadeArticle[] = []
  for (let n = 0; n < count; n++) {
    const original = earlier.length > 0 && draw() < copies ? pick(earlier) : null
    const article = original ? copyArticle(original, n, pick) : writeArticle({ seed, n, words, draw, pick })
    if (!original) earlier.push(article)
    // Copies come soon after their report.
    if (earlier.length > 200) earlier.shift()
    yield article
  }
}

/** Share of sentences that tell news. */
const NEWS = 0.6

interface Writing {
  readonly seed: number
  readonly n: number
  readonly words: number
  readonly draw: () => number
  readonly pick: <T>(list: readonly T[]) => T
}

function writeArticle({ seed, n, words, draw, pick }: Writing): MadeArticle {
  const a = makeSide(pick)
  let b = makeSide(pick)
  while (b.country === a.country) b = makeSide(pick)
  const topic = pick(TOPICS)
  const scene: Scene = { pick, a, b, topic, number: () => 2 + Math.floor(draw() * 97) }
  const publisher = pick(OUTLETS)
  const lead = `${b.capital.toUpperCase()} — The ${a.people} ${a.office}, ${a.name}, and the ${b.people} ${b.office}, ${b.name}, spoke about ${topic} ${pick(WHEN)}.`
  const paragraphs = [lead]
  for (let told = lead.split(' ').length; told < words * (0.5 + draw()); ) {
    const paragraph = Array.from({ length: 1 + Math.floor(draw() * 3) }, () => pick(draw() < NEWS ? SENTENCES : BACKGROUND)(scene)).join(' ')
    paragraphs.push(paragraph)
    told += paragraph.split(' ').length
  }
  return {
    url: `https://${hostOf(publisher)}/${seed}/${n}`,
    publisher,
    date: new Date(Date.UTC(2024, 0, 1) + Math.floor(n / 40) * 86_400_000).toISOString().slice(0, 10),
    title: `${a.country} and ${b.country} speak about ${topic}`,
    text: paragraphs.join('\n\n'),
  }
}

/** Each country has the same two dozen people in its offices, so that they come again. */
function makeSide(pick: Writing['pick']): Side {
  const [country, people, capital] = pick(COUNTRIES)
  const office = pick(OFFICES)
  const place = (COUNTRIES.findIndex(([name]) => name === country) * OFFICES.length + OFFICES.indexOf(office)) * 7
  const family = FAMILY[place % FAMILY.length] as string
  return { country, people, capital, office, family, name: `${GIVEN[(place * 5 + 3) % GIVEN.length]} ${family}` }
}

/** Another outlet prints the report: with a headline of its own, or without its end. */
function copyArticle({ date, title, text }: MadeArticle, n: number, pick: Writing['pick']): MadeArticle {
  const publisher = pick(OUTLETS)
  const paragraphs = text.split('\n\n')
  const kept = pick([paragraphs, paragraphs.slice(0, -1), paragraphs.slice(0, Math.ceil(paragraphs.length * 0.8))])
  return { url: `https://${hostOf(publisher)}/copy/${n}`, publisher, date, title: pick([title, `${title}: report`]), text: kept.join('\n\n') }
}

function hostOf(outlet: string): string {
  return `${outlet.toLowerCase().replace(/ /g, '-')}.example`
}

/** Numbers between 0 and 1 from a seed (mulberry32). */
function startDraw(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
