import { useMemo } from 'preact/hooks'
import { sendJson, toProblem } from '../api.ts'
import { showDay } from '../dates.ts'
import { can } from '../me.ts'
import { PageHead } from '../parts/parts.tsx'
import { placeRecord } from '../reading/facts.ts'
import { Reading } from '../reading/Reading.tsx'
import { say } from '../say.ts'
import { WORDS } from '../words.ts'
import { pasted } from './pasted.ts'

/** A text that was pasted and read, and is kept nowhere but in this page. */
export function ReadPage() {
  const found = pasted.value
  const record = useMemo(() => (found ? placeRecord(found.record) : null), [found])
  if (!found || !record)
    return (
      <>
        <PageHead title={WORDS.article.pasted} />
        <p>
          {WORDS.article.goneReading} <a href="/">{WORDS.pages.home}</a>
        </p>
      </>
    )
  const { title, publishedOn } = found.record.article
  return (
    <>
      <PageHead title={title ?? WORDS.article.pasted}>
        <p class="quiet">
          {publishedOn && showDay(publishedOn)} {WORDS.home.pasteMore}
          {can('intake') && (
            <button type="button" onClick={() => void keep(found.order)}>
              {WORDS.home.keep}
            </button>
          )}
        </p>
      </PageHead>
      <Reading record={record} answer={null} reload={null} />
    </>
  )
}

async function keep(order: object): Promise<void> {
  try {
    await sendJson('POST', '/intake', order)
    say(WORDS.home.added)
  } catch (thrown) {
    say(toProblem(thrown).title, { isBad: true })
  }
}
