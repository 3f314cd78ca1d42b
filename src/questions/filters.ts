import { type RawBuilder, sql } from 'kysely'
import type { FactKind } from './facts.ts'

export type FoundKind = FactKind | 'article'
export const FOUND_KINDS = ['article', 'statement', 'event', 'cooperation', 'comparison'] as const satisfies readonly FoundKind[]

/** What a hit must satisfy; null where all do. People are identities of the store. */
export interface FactFilter {
  readonly speaker: number | null
  readonly about: number | null
  /** Code of a country: its own statements and deeds, and those of its people and bodies. */
  readonly country: string | null
  readonly area: string | null
  readonly act: string | null
  readonly type: string | null
  readonly realis: string | null
}

/** A filter that all satisfy. */
export const ANY_FACT: FactFilter = { speaker: null, about: null, country: null, area: null, act: null, type: null, realis: null }

type Condition = RawBuilder<unknown>
type Write = (asked: string | number) => Condition

/**
 * For each kind the conditions on its row `f`, or on the article `a`. A kind that a filter has no word for cannot satisfy it: an act is a
 * statement's, a type an event's.
 */
const CONDITIONS: Readonly<Record<FoundKind, Partial<Record<keyof FactFilter, Write>>>> = {
  article: {
    about: (id) => sql`exists (select 1 from entity n where n.article_id = a.id and n.identity_id = ${id})`,
    country: (code) => sql`exists (select 1 from entity n where n.article_id = a.id and n.identity_id in ${ofCountry(code)})`,
  },
  statement: {
    speaker: (id) => sql`(${isEntity(sql`f.speaker_number`, isOne(id))} or ${isEntity(sql`f.on_behalf_number`, isOne(id))})`,
    about: (id) => sql`exists (select 1 from about b join entity n on n.article_id = b.article_id and n.number = b.entity_number
      where b.article_id = f.article_id and b.statement_number = f.number and n.identity_id = ${id})`,
    country: (code) => sql`(${isEntity(sql`f.speaker_number`, isAmong(code))} or ${isEntity(sql`f.on_behalf_number`, isAmong(code))})`,
    area: (area) => sql`(exists (select 1 from event e join event_area r on r.article_id = e.article_id and r.event_number = e.number
        where e.article_id = f.article_id and e.stated_in = f.number and r.area = ${area})
      or exists (select 1 from cooperation c where c.article_id = f.article_id and c.stated_in = f.number and c.area = ${area}))`,
    act: (act) => sql`f.act = ${act}`,
  },
  event: {
    speaker: isStatedBy,
    about: (id) => sql`(${takesPart(sql`f.number`, isOne(id))} or ${isEntity(sql`f.place_number`, isOne(id))})`,
    country: (code) => takesPart(sql`f.number`, isAmong(code)),
    area: (area) => isOfArea(sql`f.number`, area),
    type: (type) => sql`f.type = ${type}`,
    realis: (realis) => sql`f.realis = ${realis}`,
  },
  cooperation: {
    speaker: isStatedBy,
    about: (id) => isParty(isOne(id)),
    country: (code) => isParty(isAmong(code)),
    area: (area) => sql`f.area = ${area}`,
    realis: (realis) => sql`f.realis = ${realis}`,
  },
  comparison: {
    speaker: isStatedBy,
    about: (id) => takesPart(sql`f.about_number`, isOne(id)),
    country: (code) => takesPart(sql`f.about_number`, isAmong(code)),
    area: (area) => isOfArea(sql`f.about_number`, area),
  },
}

/** What a row tells by itself is asked before what must be looked up. */
const CHEAPEST_FIRST = ['act', 'type', 'realis', 'area', 'speaker', 'about', 'country'] as const satisfies readonly (keyof FactFilter)[]

/** The conditions of a filter on one kind; null where facts of this kind cannot satisfy it. */
export function writeConditions(kind: FoundKind, filter: FactFilter): Condition[] | null {
  const conditions: Condition[] = []
  for (const name of CHEAPEST_FIRST) {
    const asked = filter[name]
    if (asked === null) continue
    const write = CONDITIONS[kind][name]
    if (!write) return null
    conditions.push(write(asked))
  }
  return conditions
}

function isOne(id: string | number): Condition {
  return sql`n.identity_id = ${id}`
}

/** The sign before the column keeps SQLite from looking up each of them in its index of entities. */
function isAmong(code: string | number): Condition {
  return sql`+n.identity_id in ${ofCountry(code)}`
}

/** A country with its people and bodies. */
export function ofCountry(code: string | number): Condition {
  return sql`(select id from identity where country = ${code} or iso3 = ${code})`
}

function isEntity(number: Condition, who: Condition): Condition {
  return sql`exists (select 1 from entity n where n.article_id = f.article_id and n.number = ${number} and ${who})`
}

function isStatedBy(id: string | number): Condition {
  return sql`exists (select 1 from statement s join entity n on n.article_id = s.article_id and n.number = s.speaker_number
    where s.article_id = f.article_id and s.number = f.stated_in and n.identity_id = ${id})`
}

function takesPart(event: Condition, who: Condition): Condition {
  return sql`exists (select 1 from participant p join entity n on n.article_id = p.article_id and n.number = p.entity_number
    where p.article_id = f.article_id and p.event_number = ${event} and ${who})`
}

function isParty(who: Condition): Condition {
  return sql`exists (select 1 from party p join entity n on n.article_id = p.article_id and n.number = p.entity_number
    where p.article_id = f.article_id and p.cooperation_number = f.number and ${who})`
}

function isOfArea(event: Condition, area: string | number): Condition {
  return sql`exists (select 1 from event_area r where r.article_id = f.article_id and r.event_number = ${event} and r.area = ${area})`
}
