import { useState } from 'preact/hooks'
import { sendJson, toProblem } from '../api.ts'
import { showMoment } from '../dates.ts'
import { useLive } from '../live.ts'
import { useRows } from '../load.ts'
import { can } from '../me.ts'
import { Field, More, PageHead, readForm, Scroll, Waiting } from '../parts/parts.tsx'
import { say } from '../say.ts'
import type { SourceLine, SourceList } from '../shapes.ts'
import { WORDS } from '../words.ts'

const complain = (thrown: unknown) => say(toProblem(thrown).detail ?? toProblem(thrown).title, { isBad: true })

/** Where articles come from, how each source does, and what failed. */
export default function SourcesPage() {
  const list = useRows<SourceLine, SourceList>('/sources')
  const told = WORDS.sources
  return (
    <>
      <PageHead title={told.title} />
      {can('intake') && <AddBox onDone={list.reload} />}
      <Waiting of={list} />
      {list.answer && list.rows.length === 0 && <p>{told.empty}</p>}
      {list.rows.length > 0 && (
        <Scroll label={told.title}>
          <table class="sources">
            <thead>
              <tr>
                {[told.name, told.state, told.articles, told.copies, told.day, told.checked].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.rows.map((source) => (
                <SourceRow key={source.id} source={source} reload={list.reload} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <More of={list} />
    </>
  )
}

function SourceRow({ source, reload }: { source: SourceLine; reload: () => void }) {
  const { id, name, kind, articles, copies, articlesADay, checkedAt, sentence, failed, isWatched } = source
  const told = WORDS.sources
  return (
    <tr class={sentence ? 'ailing' : ''}>
      <th scope="row">
        <bdi>{name}</bdi> <small class="quiet">{[kind, isWatched ? told.watched : ''].filter(Boolean).join(', ')}</small>
      </th>
      <td>
        <span class={sentence ? 'bad-words' : ''} dir="auto">
          {sentence ?? told.fine}
        </span>
        {failed.length > 0 && (
          <details>
            <summary>{told.failed(failed.length)}</summary>
            <ul>
              {failed.map((one) => (
                <li key={one.key} dir="auto">
                  <bdi>{one.key}</bdi>: {one.sentence}
                </li>
              ))}
            </ul>
          </details>
        )}
        {can('intake') && (
          <p class="row">
            {(failed.length > 0 || sentence) && (
              <button
                type="button"
                aria-label={`${told.retry}: ${name}`}
                onClick={() => void sendJson('POST', `/sources/${id}/retry`).then(() => say(WORDS.home.added), complain)}
              >
                {told.retry}
              </button>
            )}
            {kind === 'feed' && (
              <button
                type="button"
                aria-label={`${isWatched ? told.unwatch : told.watch}: ${name}`}
                onClick={() => void sendJson('PATCH', `/sources/${id}`, { isWatched: !isWatched }).then(reload, complain)}
              >
                {isWatched ? told.unwatch : told.watch}
              </button>
            )}
          </p>
        )}
      </td>
      <td>{articles}</td>
      <td>{copies}</td>
      <td>{articlesADay === null ? '–' : articlesADay.toLocaleString(undefined, { maximumFractionDigits: 1 })}</td>
      <td>{checkedAt ? showMoment(checkedAt) : told.never}</td>
    </tr>
  )
}

interface Progress {
  readonly id: number
  readonly counts: Readonly<Record<string, number>>
  readonly lastKey: string | null
  readonly isDone: boolean
  readonly problem: string | null
}

/** Adds an address or a text; how it goes is told as it goes. */
function AddBox({ onDone }: { onDone: () => void }) {
  const [progress, setProgress] = useState<Progress | null>(null)
  useLive(['intake.progress'], (told) => {
    setProgress(told as Progress)
    if ((told as Progress).isDone) onDone()
  })
  const told = WORDS.sources
  const add = (form: HTMLFormElement) => {
    const given = readForm(form).what ?? ''
    sendJson('POST', '/intake', /^https?:\/\/\S+$/.test(given) ? { address: given } : { text: given }).then(() => {
      form.reset()
      say(WORDS.home.added)
    }, complain)
  }
  return (
    <details class="add-articles">
      <summary>{told.add}</summary>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault()
          add(event.currentTarget)
        }}
      >
        <Field label={told.addMore}>
          <textarea name="what" rows={4} required dir="auto" />
        </Field>
        <button type="submit" class="primary">
          {told.addGo}
        </button>
      </form>
      <p role="status">
        {progress && (
          <>
            {progress.isDone ? WORDS.review.done : told.progress}{' '}
            {Object.entries(progress.counts)
              .filter(([, n]) => n > 0)
              .map(([name, n]) => `${name} ${n}`)
              .join(' · ')}{' '}
            <bdi>{progress.problem ?? progress.lastKey}</bdi>
          </>
        )}
      </p>
    </details>
  )
}
