import { showDay } from '../dates.ts'
import { useRows } from '../load.ts'
import { NameLink } from '../parts/FactResult.tsx'
import { Ledger } from '../parts/Ledger.tsx'
import { PlaceMap } from '../parts/PlaceMap.tsx'
import { Field, More, PageHead, readForm, Waiting } from '../parts/parts.tsx'
import { TimelinePicture } from '../parts/TimelinePicture.tsx'
import { TimelineTable } from '../parts/TimelineTable.tsx'
import { go, place, writeHref } from '../route.ts'
import type { TimelineAnswer, TimelineEntry } from '../shapes.ts'
import { WORDS } from '../words.ts'

/** What happened between two. */
export default function PairPage() {
  const { query } = place.value
  const [a, b, since, until] = ['a', 'b', 'since', 'until'].map((name) => query.get(name))
  const isAsked = Boolean(a && b)
  const list = useRows<TimelineEntry, TimelineAnswer>(isAsked ? '/timeline' : null, { a, b, since, until, limit: 200 })
  const answer = list.answer
  const title = isAsked ? `${answer?.one?.name ?? a} – ${answer?.other?.name ?? b}` : WORDS.pair.title
  return (
    <>
      <PageHead title={title}>{!isAsked && <p class="quiet">{WORDS.pair.intro}</p>}</PageHead>
      <PairForm
        key={`${query} ${answer?.one?.id} ${answer?.other?.id}`}
        given={{ a, b, since, until }}
        names={{ a: answer?.one?.name ?? a, b: answer?.other?.name ?? b }}
      />
      <Waiting of={list} />
      {answer && answer.unknown.length > 0 && <p class="note">{WORDS.find.unknown(answer.unknown)}</p>}
      {answer && answer.unknown.length === 0 && (
        <>
          <Summary answer={answer} />
          <TimelinePicture entries={list.rows} />
          <div class="pair-grid">
            <Ledger cooperation={answer.summary.cooperation} />
            <PlaceMap entries={list.rows} sides={[answer.one?.country ?? null, answer.other?.country ?? null]} />
          </div>
          <TimelineTable entries={list.rows} />
          <More of={list} />
        </>
      )}
    </>
  )
}

interface FormGiven {
  readonly given: Readonly<Record<string, string | null | undefined>>
  /** Names of the two where they were asked for by number. */
  readonly names: { readonly a: string | null | undefined; readonly b: string | null | undefined }
}

function PairForm({ given, names }: FormGiven) {
  const told = WORDS.pair
  const kept = (name: 'a' | 'b', typed: string | undefined) => (typed === names[name] ? given[name] : typed)
  return (
    <form
      class="row filters-row"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        const { a, b, ...rest } = readForm(event.currentTarget)
        go(writeHref('/pairs', { a: kept('a', a), b: kept('b', b), ...rest }))
      }}
    >
      <Field label={told.one}>
        <input name="a" required defaultValue={names.a ?? ''} dir="auto" />
      </Field>
      <Field label={told.other}>
        <input name="b" required defaultValue={names.b ?? ''} dir="auto" />
      </Field>
      <Field label={WORDS.find.since}>
        <input name="since" type="date" defaultValue={given.since ?? ''} />
      </Field>
      <Field label={WORDS.find.until}>
        <input name="until" type="date" defaultValue={given.until ?? ''} />
      </Field>
      <button type="submit" class="primary">
        {told.go}
      </button>
    </form>
  )
}

function Summary({ answer: { one, other, summary } }: { answer: TimelineAnswer }) {
  const kinds = Object.entries(summary.counts).filter(([, count]) => count > 0)
  return (
    <p class="lede">
      {one && <NameLink of={one} />} · {other && <NameLink of={other} />}.{' '}
      {summary.lastMetOn ? WORDS.pair.lastMet(showDay(summary.lastMetOn)) : WORDS.pair.never}{' '}
      <span class="quiet">{kinds.map(([kind, count]) => WORDS.pair.counts[kind as TimelineEntry['kind']](count)).join(' · ')}</span>{' '}
      {one && other && <a href={writeHref('/reports', { a: `#${one.id}`, b: `#${other.id}` })}>{WORDS.reports.title}</a>}
    </p>
  )
}
