import { sendJson, toProblem } from '../api.ts'
import { showDay } from '../dates.ts'
import { useAnswer } from '../load.ts'
import { can } from '../me.ts'
import { ArticleItem, FactResult } from '../parts/FactResult.tsx'
import { PageHead, Waiting } from '../parts/parts.tsx'
import { say } from '../say.ts'
import type { CollectionAnswer } from '../shapes.ts'
import { WORDS } from '../words.ts'

/** One collection, its items numbered so that they can be cited. */
export default function CollectionPage({ slug }: { slug: string }) {
  const path = `/collections/${encodeURIComponent(slug)}`
  const loaded = useAnswer<CollectionAnswer>(path)
  const found = loaded.answer
  const remove = (number: number) =>
    void sendJson('DELETE', `${path}/items/${number}`).then(loaded.reload, (thrown) => say(toProblem(thrown).title, { isBad: true }))
  return (
    <>
      <PageHead title={found?.title ?? WORDS.collections.title}>
        {found && <p class="quiet">{WORDS.saved.by(found.madeBy, showDay(found.madeAt.slice(0, 10)))}</p>}
      </PageHead>
      <Waiting of={loaded} />
      {found?.items.length === 0 && <p>{WORDS.collections.noItems}</p>}
      <ol class="plain results-list numbered">
        {found?.items.map((item) => (
          <li key={item.number} id={`item-${item.number}`} value={item.number}>
            <p class="item-number">
              <a href={`#item-${item.number}`}>{item.number}</a>
            </p>
            {item.fact ? <FactResult fact={item.fact} /> : item.article ? <ArticleItem article={item.article} /> : null}
            {item.note && <p dir="auto">{item.note}</p>}
            <p class="quiet">
              {WORDS.saved.by(item.addedBy, showDay(item.at.slice(0, 10)))}{' '}
              {can('review') && (
                <button type="button" onClick={() => remove(item.number)} aria-label={`${WORDS.collections.remove}: ${item.number}`}>
                  {WORDS.collections.remove}
                </button>
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
