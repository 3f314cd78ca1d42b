import { sendJson, toProblem } from '../api.ts'
import { showDay } from '../dates.ts'
import { useRows } from '../load.ts'
import { can } from '../me.ts'
import { Field, More, PageHead, readForm, Waiting } from '../parts/parts.tsx'
import { say } from '../say.ts'
import type { CollectionList } from '../shapes.ts'
import { WORDS } from '../words.ts'

/** What a desk has put together. */
export default function CollectionsPage() {
  const list = useRows<CollectionList['items'][number], CollectionList>('/collections')
  const told = WORDS.collections
  return (
    <>
      <PageHead title={told.title}>
        <p class="quiet">{told.intro}</p>
      </PageHead>
      {can('review') && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault()
            const form = event.currentTarget
            sendJson('POST', '/collections', readForm(form)).then(
              () => {
                form.reset()
                list.reload()
              },
              (thrown) => say(toProblem(thrown).detail ?? toProblem(thrown).title, { isBad: true }),
            )
          }}
        >
          <Field label={told.name}>
            <input name="title" required dir="auto" />
          </Field>
          <button type="submit">{told.make}</button>
        </form>
      )}
      <Waiting of={list} />
      {list.answer && list.rows.length === 0 && <p>{told.empty}</p>}
      <ul class="plain lines">
        {list.rows.map(({ slug, title, madeBy, madeAt, count }) => (
          <li key={slug}>
            <h2>
              <a href={`/collections/${slug}`} dir="auto">
                {title}
              </a>
            </h2>
            <p class="quiet">
              {told.items(count)} · {WORDS.saved.by(madeBy, showDay(madeAt.slice(0, 10)))}
            </p>
          </li>
        ))}
      </ul>
      <More of={list} />
    </>
  )
}
