import type { LoadedArticle } from './articles.ts'
import type { EventFact } from './facts.ts'
import { keyOf, makeHead, nameOf, type Shelf, selectIn, speakerOf } from './shelf.ts'

/** All events of some articles. */
export async function loadEvents(ids: readonly number[], shelf: Shelf): Promise<EventFact[]> {
  const { db } = shelf
  const rows = await selectIn(ids, (some) => db.selectFrom('event').selectAll().where('article_id', 'in', some).execute())
  const participants = Map.groupBy(
    await selectIn(ids, (some) => db.selectFrom('participant').selectAll().where('article_id', 'in', some).orderBy('number').execute()),
    (one) => keyOf(one.article_id, one.event_number),
  )
  const areas = Map.groupBy(
    await selectIn(ids, (some) => db.selectFrom('event_area').selectAll().where('article_id', 'in', some).orderBy('area').execute()),
    (one) => keyOf(one.article_id, one.event_number),
  )
  return rows.map((row) => {
    const { article_id: id, type, mode, realis, date_grain: grain, date_status: status } = row
    const key = keyOf(id, row.number)
    const article = shelf.articles.get(id) as LoadedArticle
    return {
      ...{ kind: 'event', ...makeHead('v', row, row.trigger_start, row.trigger_end, shelf), type, mode, realis },
      // Who has no identity is told by the words that name it.
      participants: (participants.get(key) ?? []).map(({ role, entity_number, words_start, words_end }) => {
        const named = nameOf(id, entity_number, shelf) ?? { id: null, kind: null, name: article.cut(words_start, words_end).text, country: null }
        return { role, ...named }
      }),
      ...{ areas: (areas.get(key) ?? []).map(({ area }) => area), place: nameOf(id, row.place_number, shelf) },
      date: grain === null || status === null ? null : { start: row.date_start, end: row.date_end, grain, status },
      statedBy: speakerOf(id, row.stated_in, shelf),
    }
  })
}
