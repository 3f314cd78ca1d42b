import { sql } from 'kysely'
import type { Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { findSenses } from '../knowledge/knowledge.ts'
import { loadRecord, type Store } from '../store/store.ts'
import type { Library } from './open.ts'
import { findKnown } from './people.ts'

/** Which articles are wanted. Days are ISO days, both included. */
export interface RecordFilter {
  readonly since: string | null
  readonly until: string | null
  /** Name of a source. */
  readonly source: string | null
  /** A country that an article tells of, or people and bodies of it. */
  readonly country: CountryFilter | null
  /** Copies too, and not only the earliest article of each report. */
  readonly hasCopies: boolean
}

/** A country by its code, or by its number in the library where it has no code. */
export type CountryFilter = { readonly code: string } | { readonly identity: number }

/** The country of a name or code. Throws where none is known. */
export async function findCountry({ store, knowledge }: Pick<Library, 'store' | 'knowledge'>, name: string): Promise<CountryFilter> {
  if (/^[A-Z]{3}$/.test(name)) return { code: name }
  const sense = findSenses(knowledge(), name).find(({ kind, country }) => country !== null && STATES.has(kind))
  if (sense?.country) return { code: sense.country }
  const country = (await findKnown(store, name)).find(({ kind }) => kind === 'country')
  if (!country) throw new ReadoutError('unknown-country', `No country is known as “${name}”: write its name or its ISO code of three letters.`)
  const code = country.iso3 ?? country.country
  return code === null ? { identity: country.id } : { code }
}

const STATES: ReadonlySet<string> = new Set(['country', 'capital', 'seat', 'demonym'])

/** A record on its way out of the library. */
export interface StoredRecord {
  readonly readout: Readout
  readonly address: string | null
  readonly outlet: string | null
  /** False where its source says that the text may not leave. */
  readonly mayExportText: boolean
  readonly reportId: number
  /** Further articles that tell the same report. */
  readonly copies: number
}

/** Articles that are looked up together. */
const PAGE = 100

/** The records of the articles that a filter lets through, one after the other, in the order in which they were taken in. */
export async function* listRecords(store: Store, filter: RecordFilter): AsyncGenerator<StoredRecord> {
  for (let last = 0; ; ) {
    const rows = await selectPage(store, filter, last)
    for (const { id, address, outlet, report_id: reportId, copies, may_export_text } of rows) {
      const readout = await loadRecord(store, id)
      if (readout) yield { readout, address, outlet, mayExportText: may_export_text !== 0, reportId, copies }
    }
    if (rows.length < PAGE) return
    last = rows.at(-1)?.id ?? last
  }
}

function selectPage({ db }: Store, { since, until, source, country, hasCopies }: RecordFilter, after: number) {
  const day = sql<string>`coalesce(article.published_on, substr(article.first_seen_at, 1, 10))`
  let query = db
    .selectFrom('article')
    .leftJoin('source', 'source.id', 'article.source_id')
    .select(['article.id', 'article.address', 'article.outlet', 'article.report_id', 'source.may_export_text'])
    .select(sql<number>`(select count(*) - 1 from article other where other.report_id = article.report_id)`.as('copies'))
    .where('article.id', '>', after)
    .orderBy('article.id')
    .limit(PAGE)
  if (!hasCopies) query = query.where('article.copy_of', 'is', null)
  if (since !== null) query = query.where(day, '>=', since)
  if (until !== null) query = query.where(day, '<=', until)
  if (source !== null) query = query.where('source.name', '=', source)
  if (country !== null)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('entity')
          .innerJoin('identity', 'identity.id', 'entity.identity_id')
          .select('entity.number')
          .whereRef('entity.article_id', '=', 'article.id')
          .where(({ or, eb }) =>
            'code' in country
              ? or([eb('identity.country', '=', country.code), eb('identity.iso3', '=', country.code)])
              : eb('identity.id', '=', country.identity),
          ),
      ),
    )
  return query.execute()
}
