import type { Readout } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import { addScores, type Figures, harmonicMean, Tally } from './figures.ts'
import { assignPairs, type Pair } from './pairing.ts'
import { countShared, f1Of, keyOf, lettersOf, type Positions } from './spans.ts'

/** An annotated article of PolNeAR. */
export interface PolnearArticle {
  readonly id: string
  readonly text: string
  readonly published: string
  readonly tokens: readonly [number, number][] | null
  readonly attributions: readonly { source: [number, number][]; cue: [number, number][]; content: [number, number][] }[]
}

const ROLES = ['source', 'cue', 'content'] as const
type Role = (typeof ROLES)[number]
type Part = { readonly spans: readonly Span[]; readonly letters: Positions; readonly key: string }
type Attribution = Record<Role, Part>

/**
 * Source, cue and content of found statements against PolNeAR, which annotates only outermost attributions: found ones that
 * truly lie within another are left out. Spans are the same when they cover the same letters and digits.
 */
export function scorePolnear(articles: readonly PolnearArticle[], readouts: readonly Readout[], seenCues: ReadonlySet<string> | null): Figures {
  const tally = new Tally()
  articles.forEach((article, n) => {
    const gold = article.attributions.map((one) => makeAttribution(article.text, toSpans(one.source), toSpans(one.cue), toSpans(one.content)))
    const found = outermost(readouts[n] as Readout, article.text)
    compare(article, gold, found, tally)
    if (seenCues) countUnseen(article, gold, found, seenCues, tally)
  })
  return toFigures(tally, seenCues !== null)
}

/** Cues of the training split as `seenCues` wants them. */
export function cueKey(text: string, cue: readonly [number, number][]): string {
  return cue
    .map(([start, end]) => text.slice(start, end))
    .join(' ')
    .toLowerCase()
    .split(/\s+/)
    .join(' ')
}

function toSpans(pairs: readonly [number, number][]): Span[] {
  return pairs.map(([start, end]) => ({ start, end }))
}

function makeAttribution(text: string, source: readonly Span[], cue: readonly Span[], content: readonly Span[]): Attribution {
  const part = (spans: readonly Span[]): Part => {
    const letters = lettersOf(text, spans)
    return { spans, letters, key: keyOf(letters) }
  }
  return { source: part(source), cue: part(cue), content: part(content) }
}

function outermost(readout: Readout, text: string): Attribution[] {
  const byId = new Map(readout.statements.map((statement) => [statement.id, statement]))
  return readout.statements.flatMap((statement) => {
    const made = makeAttribution(text, statement.source ? [statement.source.span] : [], statement.cue?.spans ?? [], statement.content.spans)
    const outer = statement.within ? byId.get(statement.within) : undefined
    const holder = outer ? lettersOf(text, outer.content.spans) : new Set<number>()
    const inner = made.cue.letters.size > 0 ? made.cue.letters : made.content.letters
    return inner.size > 0 && countShared(inner, holder) === inner.size ? [] : [made]
  })
}

function compare(article: PolnearArticle, gold: readonly Attribution[], found: readonly Attribution[], tally: Tally): void {
  const tokens = tokensOf(article)
  for (const role of ROLES) {
    const ours = distinct(gold, role)
    const theirs = distinct(found, role)
    addCounts(tally, role, new Set(ours.keys()), new Set(theirs.keys()))
    const allOurs = union([...ours.values()])
    const allTheirs = union([...theirs.values()])
    tally.add(`${role}_overlap.precise`, [...theirs.values()].filter((one) => countShared(one, allOurs) > 0).length)
    tally.add(`${role}_overlap.recalled`, [...ours.values()].filter((one) => countShared(one, allTheirs) > 0).length)
    const cover = (all: Positions) => new Set([...all].flatMap((at) => (tokens.at[at] === undefined || tokens.at[at] < 0 ? [] : [tokens.at[at]])).map(String))
    addCounts(tally, `${role}_token`, cover(allOurs), cover(allTheirs))
    addCounts(tally, `${role}_published`, piecesOf(tokens.list, gold, role), piecesOf(tokens.list, found, role))
  }
  compareAttributions(gold, found, tokens.at, tally)
  const triple = (one: Attribution) => ROLES.map((role) => one[role].key).join('|')
  const triples = new Set(found.map(triple))
  addCounts(tally, 'triple', new Set(gold.map(triple)), triples)
  const contents = new Set(found.map((one) => one.content.key))
  for (const one of gold) {
    const kind = kindOf(article.text, one.content.spans)
    tally.count(`content_${kind}`, contents.has(one.content.key))
    tally.count(`triple_${kind}`, triples.has(triple(one)))
  }
}

function distinct(attributions: readonly Attribution[], role: Role): Map<string, Positions> {
  return new Map(attributions.filter((one) => one[role].letters.size > 0).map((one) => [one[role].key, one[role].letters]))
}

function addCounts(tally: Tally, name: string, gold: ReadonlySet<string>, found: ReadonlySet<string>): void {
  tally.add(`${name}.gold`, gold.size)
  tally.add(`${name}.found`, found.size)
  for (const key of gold) if (found.has(key)) tally.add(`${name}.hits`, 1)
}

function union(sets: readonly Positions[]): Set<number> {
  const all = new Set<number>()
  for (const set of sets) for (const one of set) all.add(one)
  return all
}

/** The corpus tokens; words and single signs in the few articles that have none. */
function tokensOf(article: PolnearArticle): { list: readonly [number, number][]; at: Int32Array } {
  const list =
    article.tokens ??
    Array.from(article.text.matchAll(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu), (match): [number, number] => [match.index, match.index + match[0].length])
  const at = new Int32Array(article.text.length).fill(-1)
  list.forEach(([start, end], n) => {
    at.fill(n, start, end)
  })
  return { list, at }
}

/** Contiguous pieces as first and last token, punctuation counted: the published measure. */
function piecesOf(tokens: readonly [number, number][], attributions: readonly Attribution[], role: Role): Set<string> {
  const pieces = new Set<string>()
  for (const one of attributions)
    for (const { start, end } of one[role].spans) {
      let first = -1
      let last = -1
      tokens.forEach(([s, e], n) => {
        if (s >= end || start >= e) return
        if (first < 0) first = n
        last = n
      })
      if (first >= 0) pieces.add(`${first}-${last}`)
    }
  return pieces
}

/** Attributions paired for the greatest word-F1 of content, cue and source; the mean of each role. */
function compareAttributions(gold: readonly Attribution[], found: readonly Attribution[], at: Int32Array, tally: Tally): void {
  const cover = (one: Attribution) =>
    Object.fromEntries(ROLES.map((role) => [role, new Set([...one[role].letters].map((letter) => at[letter] as number).filter((n) => n >= 0))])) as Record<
      Role,
      Set<number>
    >
  const ours = gold.map(cover)
  const theirs = found.map(cover)
  const pairs: Pair[] = []
  ours.forEach((a, i) => {
    theirs.forEach((b, j) => {
      const shared = f1Of(a.content, b.content) + 0.5 * f1Of(a.cue, b.cue)
      if (shared > 0) pairs.push({ gold: i, found: j, weight: shared + 0.25 * f1Of(a.source, b.source) })
    })
  })
  for (const [i, j] of assignPairs(pairs))
    for (const role of ROLES) tally.add(`${role}_attribution`, f1Of(ours[i]?.[role] as Positions, theirs[j]?.[role] as Positions))
  for (const role of ROLES) tally.add(`${role}_attribution/`, [...ours, ...theirs].filter((one) => one[role].size > 0).length)
}

/** direct, mixed or indirect, by the double quotation marks in a content. */
function kindOf(text: string, spans: readonly Span[]): 'direct' | 'mixed' | 'indirect' {
  const content = spans.map(({ start, end }) => text.slice(start, end)).join(' ')
  if (!/["“”]/.test(content)) return 'indirect'
  return /[\p{L}\p{N}_]/u.test(content.replace(/["“][^"“”]*(?:["”]|$)/g, '')) ? 'mixed' : 'direct'
}

function countUnseen(article: PolnearArticle, gold: readonly Attribution[], found: readonly Attribution[], seen: ReadonlySet<string>, tally: Tally): void {
  const fresh = new Set<string>()
  gold.forEach((one, n) => {
    if (one.cue.letters.size > 0 && !seen.has(cueKey(article.text, article.attributions[n]?.cue ?? []))) fresh.add(one.cue.key)
  })
  const cues = new Set(found.map((one) => one.cue.key))
  for (const key of fresh) tally.count('cue_unseen', cues.has(key))
}

function toFigures(tally: Tally, hasUnseen: boolean): Figures {
  const figures: Figures = new Map()
  const mean = (name: string, precise: number, recalled: number, found: number, gold: number) =>
    figures.set(name, harmonicMean(found > 0 ? precise / found : 0, gold > 0 ? recalled / gold : 0))
  for (const name of [...ROLES, 'triple']) addScores(figures, name, tally.get(`${name}.hits`), tally.get(`${name}.found`), tally.get(`${name}.gold`))
  for (const role of ROLES)
    mean(
      `${role}_overlap_f1`,
      tally.get(`${role}_overlap.precise`),
      tally.get(`${role}_overlap.recalled`),
      tally.get(`${role}.found`),
      tally.get(`${role}.gold`),
    )
  for (const role of ROLES)
    figures.set(
      `${role}_attribution_f1`,
      tally.get(`${role}_attribution/`) > 0 ? (2 * tally.get(`${role}_attribution`)) / tally.get(`${role}_attribution/`) : 0,
    )
  for (const kind of ['token', 'published'])
    for (const role of ROLES) {
      const hits = tally.get(`${role}_${kind}.hits`)
      mean(`${role}_${kind}_f1`, hits, hits, tally.get(`${role}_${kind}.found`), tally.get(`${role}_${kind}.gold`))
    }
  for (const what of ['content', 'triple']) for (const kind of ['direct', 'mixed', 'indirect']) figures.set(`${what}_${kind}`, tally.share(`${what}_${kind}`))
  if (hasUnseen) figures.set('cue_unseen', tally.share('cue_unseen'))
  return figures
}
