import { hash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { LIMITS } from '../document/limits.ts'
import { changeStore, parseSearch, type Store, viewStore } from '../store/store.ts'
import type { AlertRule } from './alert-rules.ts'
import { cutLots } from './articles.ts'
import type { Desk } from './desk.ts'
import type { Fact } from './facts.ts'
import type { FactFilter } from './filters.ts'
import { type Looking, lookThrough } from './hits.ts'
import { loadFacts } from './load-facts.ts'
import { type Between, listIds, loadBetween } from './sides.ts'
import { findCountryCode, findWho } from './who.ts'
import { cutWords, prepareSearch } from './words.ts'

/** A fact that rings for a rule. The same fact has the same id whenever it is told: who receives it twice can know. */
export interface Alert {
  readonly id: string
  readonly rule: string
  /** As the report's earliest article has it. */
  readonly fact: Fact
  /** Keys of the fact in all copies of the report: they ring with it. */
  readonly keys: readonly string[]
}

/** What a rule has to tell. */
export interface Ringing {
  readonly alerts: readonly Alert[]
  /** Keys that copies of what was told already have. */
  readonly echoes: readonly string[]
  /** Who is named by the rule and by no article. */
  readonly unknown: readonly string[]
  /** More is there than one run tells: the next goes on. */
  readonly isCut: boolean
}

/** How far a run looks back behind the one before it: articles are saved a while after they were read, and clocks differ. */
const OVERLAP_MS = 86_400_000

/** A rule that is new looks at the articles that were taken in over a week, so that its first run is no flood. */
const FIRST_MS = 7 * OVERLAP_MS

/**
 * Facts that a rule has not told: of articles that were read since its last run, or, where `since` names a day, of all that were published from
 * that day on. A report rings once, whichever of its copies comes first.
 */
export async function findAlerts(desk: Desk, rule: AlertRule, { since, now }: { since: string | null; now: Date }): Promise<Ringing> {
  return viewStore(desk.store, async (store) => {
    const meant = await nameRule({ ...desk, store }, rule)
    if (meant.unknown.length > 0) return { alerts: [], echoes: [], unknown: meant.unknown, isCut: false }
    const readSince = since === null ? await findReadSince(store, rule, now) : null
    const candidates = await listCandidates(store, rule, meant, { since, readSince })
    const facts = await findFactsOf(store, rule, meant, candidates)
    return { ...(await sortOut(store, rule, facts)), unknown: [] }
  })
}

/** Notes that alerts were told. A crash between telling and noting tells them once more, with the same ids. */
export async function noteAlerts(store: Store, rule: string, keys: readonly string[], now: Date): Promise<void> {
  if (keys.length === 0) return
  const rows = keys.map((key) => ({ rule, fact_key: key, at: writeInstant(now) }))
  await changeStore(store, async ({ db }) => {
    for (const some of cutLots(rows))
      await db
        .insertInto('alert_sent')
        .values(some)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  })
}

/** Notes that all was told that a rule had to tell at this moment. */
export async function noteRun(store: Store, rule: string, now: Date): Promise<void> {
  const row = { name: settingOf(rule), value: writeInstant(now) }
  await changeStore(store, ({ db }) =>
    db
      .insertInto('setting')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: row.value }))
      .execute(),
  )
}

function settingOf(rule: string): string {
  return `alerts ${rule}`
}

function writeInstant(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z')
}

async function findReadSince({ db }: Store, rule: AlertRule, now: Date): Promise<string> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', settingOf(rule.name)).executeTakeFirst()
  const last = row ? Date.parse(row.value) : Number.NaN
  return writeInstant(new Date(Number.isNaN(last) ? now.getTime() - FIRST_MS : Math.min(last, now.getTime()) - OVERLAP_MS))
}

/** Whom a rule means. */
interface Meant {
  readonly filter: FactFilter
  readonly between: Between | null
  readonly unknown: readonly string[]
}

async function nameRule(desk: Desk, { speaker, about, country, act, type, realis, area, between }: AlertRule): Promise<Meant> {
  const unknown: string[] = []
  const find = async (name: string | null) => {
    const who = name === null ? null : await findWho(desk, name)
    if (name !== null && !who) unknown.push(name)
    return who
  }
  const [one, other] = [await find(between?.[0] ?? null), await find(between?.[1] ?? null)]
  const people = { speaker: (await find(speaker))?.id ?? null, about: (await find(about))?.id ?? null }
  const code = country === null ? null : await findCountryCode(desk, country)
  const sides = one && other && (await loadBetween(desk.store.db, one, other))
  return { filter: { ...people, country: code, act, type, realis, area }, between: sides, unknown }
}

/** Articles that may ring, with all articles of their reports: a copy of what was told rings no more. */
async function listCandidates(
  store: Store,
  rule: AlertRule,
  { filter, between }: Meant,
  { since, readSince }: { since: string | null; readSince: string | null },
) {
  const people = [filter.speaker, filter.about].filter((id) => id !== null)
  const conditions: RawBuilder<unknown>[] = [
    ...(since === null ? [] : [sql`a.published_on >= ${since}`]),
    ...(readSince === null ? [] : [sql`a.version_id in (select id from version where read_at >= ${readSince})`]),
    ...(rule.words === null ? [] : [sql`a.id in ${store.engine.matchArticles(parseSearch(rule.words))}`]),
    ...people.map((id) => sql`a.id in (select article_id from entity where identity_id = ${id})`),
    ...(between ? [between.one, between.other] : []).map((side) => sql`a.id in (select article_id from entity where identity_id in ${listIds(side)})`),
  ]
  const { rows } = await sql<{ id: number; day: string | null }>`
    select c.id, c.published_on as day from article c where c.report_id in (
      select a.report_id from article a where ${sql.join(conditions, sql` and `)}) order by c.id`.execute(store.db)
  return rows.map(({ id, day }) => ({ id, day: day ?? '' }))
}

/** The facts of these articles that satisfy a rule, in the order of articles. */
async function findFactsOf(store: Store, { kind, words }: AlertRule, { filter, between }: Meant, candidates: readonly { id: number; day: string }[]) {
  const looked = words === null ? null : prepareSearch(parseSearch(words))
  const facts: Fact[] = []
  for (let first = 0; first < candidates.length; first += TOGETHER) {
    const looking: Looking = { store, facts: filter, kinds: [kind], looked, isRanked: false, articles: new Map() }
    const hits = await lookThrough(looking, candidates.slice(first, first + TOGETHER))
    const refs = hits.map(({ articleId, number }) => ({ kind, articleId, number }))
    facts.push(...(await loadFacts(store.db, refs, looking.articles)).filter((fact) => !between || areBothIn(fact, between)))
  }
  return facts
}

/** Articles whose words are in memory at once. */
const TOGETHER = 256

/** Whether somebody of each side takes part; one who counts for both is not two. */
function areBothIn(fact: Fact, { one, other }: Between): boolean {
  const ids = (fact.kind === 'event' ? fact.participants : fact.kind === 'cooperation' ? fact.parties : []).flatMap(({ id }) => id ?? [])
  return ids.some((id) => one.includes(id) && ids.some((second) => second !== id && other.includes(second)))
}

/** What is new, in the order of time; what a copy of it has told already is an echo. */
async function sortOut(store: Store, { name }: AlertRule, facts: readonly Fact[]): Promise<Pick<Ringing, 'alerts' | 'echoes' | 'isCut'>> {
  const reports = await loadReportIds(store, facts)
  const sent = await loadSent(store, name, facts)
  const alerts: Alert[] = []
  const echoes: string[] = []
  for (const same of Map.groupBy(facts, (fact) => `${reports.get(fact.article.articleId)} ${describeEssence(fact)}`).values()) {
    const keys = same.map(({ key }) => key)
    const [fact] = [...same].sort(compareFacts)
    if (keys.some((key) => sent.has(key))) echoes.push(...keys.filter((key) => !sent.has(key)))
    else if (fact) alerts.push({ id: `${hash('sha256', name, 'hex').slice(0, 8)}-${fact.key}`, rule: name, fact, keys })
  }
  alerts.sort((a, b) => compareFacts(a.fact, b.fact))
  return { alerts: alerts.slice(0, LIMITS.alertsARun), echoes, isCut: alerts.length > LIMITS.alertsARun }
}

async function loadReportIds({ db }: Store, facts: readonly Fact[]): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  for (const some of cutLots([...new Set(facts.map(({ article }) => article.articleId))]))
    for (const { id, report_id } of await db.selectFrom('article').select(['id', 'report_id']).where('id', 'in', some).execute()) found.set(id, report_id)
  return found
}

async function loadSent({ db }: Store, rule: string, facts: readonly Fact[]): Promise<Set<string>> {
  const sent = new Set<string>()
  for (const some of cutLots(facts.map(({ key }) => key)))
    for (const { fact_key } of await db.selectFrom('alert_sent').select('fact_key').where('rule', '=', rule).where('fact_key', 'in', some).execute())
      sent.add(fact_key)
  return sent
}

/** What makes two facts of one report the same: an editor changes a comma, not who met whom. */
function describeEssence(fact: Fact): string {
  if (fact.kind === 'event') {
    const who = fact.participants.map(({ id, name, role }) => `${role} ${id ?? name}`).sort()
    return [fact.type, fact.realis, fact.date?.start, ...new Set(who)].join('|')
  }
  if (fact.kind === 'cooperation') return [fact.area, fact.stage, fact.realis, ...fact.parties.map(({ id }) => id).sort()].join('|')
  return cutWords(fact.words.text)
    .map(({ folded }) => folded)
    .join(' ')
}

/** The earliest first; of one day by number. */
function compareFacts({ article: a, id: one }: Fact, { article: b, id: other }: Fact): number {
  const [day, later] = [a.publishedOn ?? '9999', b.publishedOn ?? '9999']
  return day < later ? -1 : day > later ? 1 : a.articleId - b.articleId || Number(one.slice(1)) - Number(other.slice(1))
}
