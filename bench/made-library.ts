import { EVENT_TYPES } from '../src/document/news-event.ts'
import { addIdentity, type Store, saveTaken } from '../src/store/store.ts'
import { type Line, makeReport, makeSomebody, type Somebody } from '../test/report-sample.ts'

/** Who appears in a made library. Few are told of often, most seldom. */
export interface Cast {
  readonly countries: readonly Somebody[]
  readonly people: readonly Somebody[]
  /** Words of sentences, the commonest first. */
  readonly words: readonly string[]
  readonly draw: () => number
}

const COUNTRIES = 40
const PEOPLE = 3_000
const WORDS = 8_000
const OUTLETS = 60
const AREAS = ['trade', 'energy', 'border', 'military', 'health', 'transport'] as const
const STAGES = ['aspirational', 'originating', 'expanding', 'longstanding', 'suspended'] as const
const ACTS = ['say', 'say', 'say', 'say', 'ask', 'promise', 'deny', 'decline', 'threaten', 'judge'] as const
const REALIS = ['happened', 'happened', 'happened', 'planned', 'denied', 'hypothetical'] as const
const FIRST_DAY = Date.UTC(2022, 0, 1)
const DAYS = 1_000

/** The same cast for the same seed. */
export function makeCast(seed: number): Cast {
  const draw = startDraw(seed)
  const used = new Set<string>()
  const name = () => {
    for (;;) {
      const made = makeWord(draw, 3)
      const written = made[0]?.toUpperCase() + made.slice(1)
      if (!used.has(written)) {
        used.add(written)
        return written
      }
    }
  }
  const countries = Array.from({ length: COUNTRIES }, (_, n) =>
    makeSomebody('country', `Q${String.fromCharCode(65 + (n >> 3))}${String.fromCharCode(65 + (n & 7))}`, name()),
  )
  const people = Array.from({ length: PEOPLE }, (_, n) => makeSomebody('person', countries[n % COUNTRIES]?.country ?? null, `${name()} ${name()}`))
  const words = [
    ...'the of and to a in that for on with over from by their would new about'.split(' '),
    ...Array.from({ length: WORDS }, () => makeWord(draw, 2)),
  ]
  return { countries, people, words, draw }
}

/**
 * A place in a list by Zipf's law, its head cut off: the first is drawn most, but not by far. `head`: 5 gives the first of 3,000 people in one
 * article of six, 3 the first of 40 countries in one of three.
 */
export function drawRank(draw: () => number, count: number, head = 1): number {
  return Math.min(count - 1, Math.floor(head * Math.exp(draw() * Math.log((count + head) / head)) - head))
}

/** Fills a store with so many articles, one in five a copy, without reading: their facts are made with them. */
export async function fillLibrary(store: Store, cast: Cast, count: number, fold: (name: string) => string): Promise<void> {
  const ids = new Map<string, number>()
  for (const one of [...cast.countries, ...cast.people]) ids.set(one.name, await addIdentity(store, one, '2022-01-01'))
  for (let first = 0; first < count; first += 50) {
    const batch = Array.from({ length: Math.min(50, count - first) }, (_, n) => makeArticle(cast, first + n))
    await saveTaken(
      store,
      batch.map((item) => ({ ...item, identities: item.readout.entities.map(({ name }) => ids.get(name) ?? null) })),
      fold,
    )
  }
}

/** Some 1,000 words with fifteen facts. */
function makeArticle({ countries, people, words, draw }: Cast, n: number) {
  const two = [drawRank(draw, COUNTRIES, 3), drawRank(draw, COUNTRIES, 3)] as const
  const [one, other] = two.map((n) => countries[n]) as [Somebody, Somebody]
  // Most who appear in an article are of the two countries that it is about.
  const drawPerson = () =>
    (draw() < 0.7 ? people[two[draw() < 0.5 ? 0 : 1] + COUNTRIES * drawRank(draw, PEOPLE / COUNTRIES, 2)] : people[drawRank(draw, PEOPLE, 5)]) as Somebody
  const cast = [...new Set([one, other, ...Array.from({ length: 7 }, drawPerson)])]
  const speakers = cast.filter(({ kind }) => kind === 'person')
  const lines: Line[] = []
  for (let l = 0; l < 42; l++) {
    const rest = makeWords(words, draw, 18 + Math.floor(draw() * 16)).join(' ')
    const [speaker, second] = [drawOf(speakers, draw), drawOf(speakers, draw)]
    if (l % 5 === 1) lines.push(makeStatement(speaker, draw() < 0.4 ? other : null, rest, draw))
    else if (l % 9 === 2) lines.push(makeEvent(draw() < 0.4 ? [one, other] : [speaker, second], rest, draw))
    else if (l === 3 && one !== other) {
      const words = 'work together'
      const works = {
        area: AREAS[drawRank(draw, AREAS.length)] ?? 'trade',
        stage: STAGES[drawRank(draw, STAGES.length)] ?? 'expanding',
        words,
        between: [one, other],
      }
      lines.push({ text: `${one.name} and ${other.name} ${words}: ${rest}.`, works })
    } else lines.push({ text: `${rest[0]?.toUpperCase()}${rest.slice(1)}.` })
  }
  const day = new Date(FIRST_DAY + Math.floor(draw() * DAYS) * 86_400_000).toISOString().slice(0, 10)
  const copyOf = n > 100 && draw() < 0.2 ? `a${n - 1 - Math.floor(draw() * 99)}` : undefined
  return makeReport(
    { key: `a${n}`, day, outlet: `Outlet ${drawRank(draw, OUTLETS)}`, title: lines[0]?.text.slice(0, 60) ?? '', lines, ...(copyOf && { copyOf }) },
    cast,
  )
}

/** Words by rank; one in three of even rank is followed by the next, as in “prime minister”. */
function makeWords(words: readonly string[], draw: () => number, count: number): string[] {
  const made: string[] = []
  while (made.length < count) {
    const rank = drawRank(draw, words.length)
    made.push(words[rank] as string)
    if (rank % 2 === 0 && draw() < 0.33) made.push(words[rank + 1] as string)
  }
  return made
}

function makeStatement(by: Somebody, about: Somebody | null, rest: string, draw: () => number): Line {
  const content = `that ${about ? `${about.name} ` : ''}${rest}`
  const act = ACTS[Math.floor(draw() * ACTS.length)] ?? 'say'
  return { text: `${by.name} said ${content}.`, says: { by, cue: 'said', content, act } }
}

function makeEvent([one, other]: Somebody[], rest: string, draw: () => number): Line {
  const type = draw() < 0.4 ? 'CONSULT' : (EVENT_TYPES[Math.floor(draw() * EVENT_TYPES.length)] ?? 'AGREE')
  const who = [
    ['actor', one as Somebody],
    ['recipient', other as Somebody],
  ] as const
  const realis = REALIS[Math.floor(draw() * REALIS.length)] ?? 'happened'
  const areas = draw() < 0.5 ? [AREAS[drawRank(draw, AREAS.length)] ?? 'trade'] : []
  return { text: `${one?.name} met ${other?.name} ${rest}.`, happens: { type, trigger: 'met', who, realis, areas } }
}

function drawOf<T>(list: readonly T[], draw: () => number): T {
  return list[drawRank(draw, list.length)] as T
}

function makeWord(draw: () => number, syllables: number): string {
  return Array.from(
    { length: syllables },
    () => `${'bdfgklmnprstvz'[Math.floor(draw() * 14)]}${'aeiou'[Math.floor(draw() * 5)]}${draw() < 0.3 ? 'nrst'[Math.floor(draw() * 4)] : ''}`,
  ).join('')
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
