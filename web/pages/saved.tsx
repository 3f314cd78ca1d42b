import { sendJson, toProblem } from '../api.ts'
import { showDay } from '../dates.ts'
import { useRows } from '../load.ts'
import { can } from '../me.ts'
import { More, PageHead, Waiting } from '../parts/parts.tsx'
import { writeHref } from '../route.ts'
import { say } from '../say.ts'
import type { SavedList } from '../shapes.ts'
import { WORDS } from '../words.ts'

/** Searches that are kept, each a feed of what is new in it. */
export default function SavedPage() {
  const list = useRows<SavedList['items'][number], SavedList>('/saved')
  const remove = (slug: string) =>
    void sendJson('DELETE', `/saved/${encodeURIComponent(slug)}`).then(list.reload, (thrown) => say(toProblem(thrown).title, { isBad: true }))
  return (
    <>
      <PageHead title={WORDS.saved.title}>
        <p class="quiet">{WORDS.saved.intro}</p>
      </PageHead>
      <Waiting of={list} />
      {list.answer && list.rows.length === 0 && <p>{WORDS.saved.empty}</p>}
      <ul class="plain lines">
        {list.rows.map(({ slug, title, query, madeBy, madeAt }) => (
          <li key={slug} class="saved-line">
            <h2>
              <a href={writeHref('/find', query)} dir="auto">
                {title}
              </a>
            </h2>
            <p class="quiet">
              <bdi>
                {Object.entries(query)
                  .map(([name, value]) => `${name}: ${value}`)
                  .join(' · ')}
              </bdi>{' '}
              · {WORDS.saved.by(madeBy, showDay(madeAt.slice(0, 10)))}
            </p>
            <p class="row">
              <a href={`/saved/${slug}.atom`} data-plain>
                {WORDS.saved.atom}
              </a>
              <a href={`/saved/${slug}.json`} data-plain>
                {WORDS.saved.json}
              </a>
              {can('review') && (
                <button type="button" onClick={() => remove(slug)} aria-label={`${WORDS.saved.remove}: ${title}`}>
                  {WORDS.saved.remove}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      <More of={list} />
    </>
  )
}
