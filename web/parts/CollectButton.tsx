import { useState } from 'preact/hooks'
import { getJson, sendJson, toProblem } from '../api.ts'
import { can } from '../me.ts'
import { say } from '../say.ts'
import type { CollectionList } from '../shapes.ts'
import { WORDS } from '../words.ts'

/** Puts an article, or one of its facts, into a collection of the desk. */
export function CollectButton({ article, factKey }: { article: number; factKey?: string }) {
  const [choices, setChoices] = useState<CollectionList['items'] | null>(null)
  if (!can('review')) return null
  const tell = (thrown: unknown) => say(toProblem(thrown).title, { isBad: true })
  const open = () =>
    void getJson<CollectionList>('/collections').then(
      ({ items }) => (items.length === 0 ? say(WORDS.collections.empty) : setChoices(items.filter(({ isArchived }) => !isArchived))),
      tell,
    )
  if (choices === null)
    return (
      <button type="button" onClick={open}>
        {WORDS.collections.add}
      </button>
    )
  const add = (slug: string) =>
    void sendJson('POST', `/collections/${encodeURIComponent(slug)}/items`, { article, ...(factKey ? { factKey } : {}) }).then(() => {
      setChoices(null)
      say(WORDS.review.done)
    }, tell)
  return (
    <select aria-label={WORDS.collections.addTo} onChange={(event) => add(event.currentTarget.value)}>
      <option value="">{WORDS.collections.addTo} …</option>
      {choices.map(({ slug, title }) => (
        <option key={slug} value={slug}>
          {title}
        </option>
      ))}
    </select>
  )
}
