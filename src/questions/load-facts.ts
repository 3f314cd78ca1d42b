import type { ReadoutSpan } from '../document/readout.ts'
import type { Articles, LoadedArticle } from './articles.ts'
import type { Db } from './desk.ts'
import type { ComparisonFact, CooperationFact, Fact, FactKind, FactRef, StatementFact } from './facts.ts'
import { loadEvents } from './load-events.ts'
import { keyOf, loadShelf, makeHead, nameOf, type Shelf, selectIn, speakerOf } from './shelf.ts'

/** Facts with all that an answer tells of them, in the order given. Those that are not there any more are left out. */
export async function loadFacts(db: Db, refs: readonly FactRef[], articles: Articles = new Map()): Promise<Fact[]> {
  const asked = Map.groupBy(refs, ({ kind }) => kind)
  const shelf = await loadShelf(db, listArticles(refs), articles)
  const facts = new Map<string, Fact>()
  for (const [kind, some] of asked)
    for (const fact of await LOADERS[kind](listArticles(some), shelf)) facts.set(`${kind} ${keyOf(fact.article.articleId, Number(fact.id.slice(1)))}`, fact)
  return refs.flatMap(({ kind, articleId, number }) => facts.get(`${kind} ${keyOf(articleId, number)}`) ?? [])
}

function listArticles(refs: readonly FactRef[]): number[] {
  return [...new Set(refs.map(({ articleId }) => articleId))]
}

const LOADERS: Readonly<Record<FactKind, (ids: readonly number[], shelf: Shelf) => Promise<Fact[]>>> = {
  statement: loadStatements,
  event: loadEvents,
  cooperation: loadCooperation,
  comparison: loadComparisons,
}

async function loadStatements(ids: readonly number[], shelf: Shelf): Promise<StatementFact[]> {
  const rows = await selectIn(ids, (some) => shelf.db.selectFrom('statement').selectAll().where('article_id', 'in', some).execute())
  return rows.map((row) => {
    const { article_id: id } = row
    const cut = (start: number | null, end: number | null): ReadoutSpan | null =>
      start === null || end === null ? null : (shelf.articles.get(id) as LoadedArticle).cut(start, end)
    return {
      ...{ kind: 'statement', ...makeHead('s', row, row.content_start, row.content_end, shelf), how: row.kind, act: row.act },
      ...{ speaker: nameOf(id, row.speaker_number, shelf), source: cut(row.source_start, row.source_end) },
      ...{ onBehalfOf: nameOf(id, row.on_behalf_number, shelf), addressee: nameOf(id, row.addressee_number, shelf) },
      ...{ cue: cut(row.cue_start, row.cue_end), reportedBy: speakerOf(id, row.within_number, shelf) },
      ...{ isNegated: row.is_negated === 1, isHedged: row.is_hedged === 1 },
    }
  })
}

async function loadCooperation(ids: readonly number[], shelf: Shelf): Promise<CooperationFact[]> {
  const { db } = shelf
  const rows = await selectIn(ids, (some) => db.selectFrom('cooperation').selectAll().where('article_id', 'in', some).execute())
  const parties = Map.groupBy(
    await selectIn(ids, (some) => db.selectFrom('party').selectAll().where('article_id', 'in', some).orderBy('number').execute()),
    (party) => keyOf(party.article_id, party.cooperation_number),
  )
  return rows.map((row) => {
    const { article_id: id, area, stage, realis } = row
    const named = (parties.get(keyOf(id, row.number)) ?? []).flatMap((party) => nameOf(id, party.entity_number, shelf) ?? [])
    const head = makeHead('c', row, row.words_start, row.words_end, shelf)
    return { kind: 'cooperation', ...head, area, stage, realis, parties: named, statedBy: speakerOf(id, row.stated_in, shelf) }
  })
}

async function loadComparisons(ids: readonly number[], shelf: Shelf): Promise<ComparisonFact[]> {
  const rows = await selectIn(ids, (some) => shelf.db.selectFrom('comparison').selectAll().where('article_id', 'in', some).execute())
  return rows.map((row) => {
    const { since_start: start, since_end: end, about_number: about } = row
    const head = makeHead('k', row, row.words_start, row.words_end, shelf)
    const looked = { since: start === null || end === null ? null : { start, end }, about: about === null ? null : `v${about}` }
    return { kind: 'comparison', ...head, claim: row.claim, ...looked, statedBy: speakerOf(row.article_id, row.stated_in, shelf) }
  })
}
