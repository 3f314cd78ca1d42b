import type { Readout } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import { type Scored, Tally } from './figures.ts'
import { joinWords } from './joined-words.ts'
import { assignPairs, type Pair } from './pairing.ts'
import { isAlike, numberWords, type Positions, wordsOf } from './spans.ts'

/** An article of NewsWCL50 with its mentions of persons and of countries. */
export interface WclArticle {
  readonly id: string
  readonly text: string
  readonly published: string
  readonly mentions: readonly WclMention[]
}

interface WclMention {
  readonly span: Span
  /** Mentions of one chain mean the same actor. */
  readonly chain: string
  readonly type: 'ACTOR' | 'COUNTRY'
  /** “USA_Lind”: the actor's last name stands last. */
  readonly name: string
}

/** Where the address tells no date. */
const PUBLISHED = '2018-05-01'

interface WclRow {
  readonly id: string
  readonly url?: string | null
  readonly words: readonly string[]
  readonly mentions: readonly { start: number; end: number; chain: string; type: string; name: string }[]
}

/** Reads JSON lines of articles. ACTOR-I (any officials of a country) is left out: its mentions are different people. */
export function parseNewsWcl50(lines: string): WclArticle[] {
  const rows = lines.split('\n').filter(Boolean)
  return rows.map((line) => {
    const row = JSON.parse(line) as WclRow
    const { text, spans } = joinWords(row.words)
    const day = row.url?.match(/\/(20\d\d)\/(\d\d)\/(\d\d)\//)
    const mentions = row.mentions.flatMap(({ start, end, chain, type, name }) =>
      type === 'ACTOR' || type === 'COUNTRY'
        ? [{ span: { start: (spans[start] as Span).start, end: (spans[end - 1] as Span).end }, chain, type: type as WclMention['type'], name }]
        : [],
    )
    return { id: row.id, text, published: day ? day.slice(1).join('-') : PUBLISHED, mentions }
  })
}

/**
 * Within an article each actor is given the found entity that holds most of its mentions, no entity to two actors, so that one
 * entity for all is not rewarded. wcl_actor_links: mentions of persons that this entity holds; wcl_epithet_links: of these, the
 * mentions without the actor's name (“the chancellor”); wcl_country_links: countries and their governments, by themselves.
 */
export function scoreNewsWcl50(articles: readonly WclArticle[], readouts: readonly Readout[]): Scored {
  const tally = new Tally()
  const misses: string[] = []
  articles.forEach((article, n) => {
    const words = numberWords(article.text)
    // By id, as the pairing prefers the earlier of two that are equal.
    const entities = [...(readouts[n] as Readout).entities].sort((a, b) => (a.id < b.id ? -1 : 1))
    const found = entities.map((entity) => entity.mentions.map((mention) => wordsOf(article.text, words, [mention])))
    for (const type of ['ACTOR', 'COUNTRY'] as const) {
      const own = article.mentions.filter((mention) => mention.type === type)
      const linked = findLinked(
        own,
        own.map((mention) => wordsOf(article.text, words, [mention.span])),
        found,
      )
      own.forEach((mention, k) => {
        const isLinked = linked[k] as boolean
        const spoken = wholeWords(article.text, words, mention.span)
        const isPlain = spoken.toLowerCase().includes((mention.name.split('_').at(-1) as string).toLowerCase())
        tally.count(type, isLinked)
        if (type === 'ACTOR' && !isPlain) tally.count('epithet', isLinked)
        if (!isLinked) misses.push(`${article.id} ${mention.name}: “${spoken}”`)
      })
    }
  })
  const figures = new Map([
    ['wcl_actor_links', tally.share('ACTOR')],
    ['wcl_epithet_links', tally.share('epithet')],
    ['wcl_country_links', tally.share('COUNTRY')],
  ])
  return { figures, misses }
}

/** For every mention, whether the entity that was given to its chain holds it. */
function findLinked(own: readonly WclMention[], spans: readonly Positions[], found: readonly (readonly Positions[])[]): boolean[] {
  const chains = [...new Set(own.map((mention) => mention.chain))].sort()
  const holders = spans.map((span) => found.flatMap((mentions, e) => (mentions.some((mention) => isAlike(span, mention)) ? [e] : [])))
  const weights = new Map<string, Pair>()
  own.forEach((mention, k) => {
    for (const e of holders[k] as number[]) {
      const gold = chains.indexOf(mention.chain)
      const key = `${gold}:${e}`
      weights.set(key, { gold, found: e, weight: (weights.get(key)?.weight ?? 0) + 1 })
    }
  })
  const chosen = assignPairs([...weights.values()])
  return own.map((mention, k) => (holders[k] as number[]).includes(chosen.get(chains.indexOf(mention.chain)) ?? -1))
}

/** The text of a mention widened to whole words. */
function wholeWords(text: string, words: Int32Array, span: Span): string {
  const covered = wordsOf(text, words, [span])
  if (Math.max(...covered) < 0) return ''
  const start = words.indexOf(Math.min(...covered))
  return text.slice(start, words.lastIndexOf(Math.max(...covered)) + 1)
}
