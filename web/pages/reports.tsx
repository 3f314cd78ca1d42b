import { showDay } from '../dates.ts'
import { useAnswer } from '../load.ts'
import { Highlighted } from '../parts/FactResult.tsx'
import { Field, PageHead, readForm, Waiting } from '../parts/parts.tsx'
import { go, place, writeHref } from '../route.ts'
import type { ReportAnswer } from '../shapes.ts'
import { WORDS } from '../words.ts'

const NAMES = ['a', 'b', 'q', 'since', 'until'] as const

/** A brief to print: every line has a number, under which the words stand that it is from. */
export default function ReportsPage() {
  const { query } = place.value
  const asked = Object.fromEntries(NAMES.map((name) => [name, query.get(name)]))
  const isAsked = Boolean((asked.a && asked.b) || asked.q)
  const loaded = useAnswer<ReportAnswer>(isAsked ? '/reports' : null, asked)
  const report = loaded.answer
  return (
    <>
      <PageHead title={report?.title ?? WORDS.reports.title}>{!isAsked && <p class="quiet">{WORDS.reports.intro}</p>}</PageHead>
      <ReportForm key={query.toString()} asked={asked} />
      <Waiting of={loaded} />
      {report && report.unknown.length > 0 && <p class="note">{WORDS.find.unknown(report.unknown)}</p>}
      {report && report.sections.length === 0 && report.unknown.length === 0 && <p>{WORDS.find.nothing}</p>}
      {report && report.sections.length > 0 && (
        <>
          <p class="row no-print">
            <button type="button" onClick={() => print()}>
              {WORDS.reports.print}
            </button>
            <a href={writeHref('/reports', { ...asked, format: 'html' })} download data-plain>
              {WORDS.reports.html}
            </a>
            <a href={writeHref('/reports', { ...asked, format: 'markdown' })} download data-plain>
              {WORDS.reports.markdown}
            </a>
          </p>
          <Brief report={report} />
        </>
      )}
    </>
  )
}

function ReportForm({ asked }: { asked: Readonly<Record<string, string | null>> }) {
  return (
    <form
      class="row filters-row no-print"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go(writeHref('/reports', readForm(event.currentTarget)))
      }}
    >
      <Field label={WORDS.pair.one}>
        <input name="a" defaultValue={asked.a ?? ''} dir="auto" />
      </Field>
      <Field label={WORDS.pair.other}>
        <input name="b" defaultValue={asked.b ?? ''} dir="auto" />
      </Field>
      <Field label={WORDS.reports.words}>
        <input name="q" defaultValue={asked.q ?? ''} dir="auto" />
      </Field>
      <Field label={WORDS.find.since}>
        <input name="since" type="date" defaultValue={asked.since ?? ''} />
      </Field>
      <Field label={WORDS.find.until}>
        <input name="until" type="date" defaultValue={asked.until ?? ''} />
      </Field>
      <button type="submit" class="primary">
        {WORDS.reports.go}
      </button>
    </form>
  )
}

function Brief({ report: { sections, citations } }: { report: ReportAnswer }) {
  return (
    <div class="brief">
      {sections.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul class="plain">
            {lines.map(({ day, text, words, notes, outcomes }) => (
              <li key={`${day} ${text} ${notes[0]}`}>
                {day && <time dateTime={day}>{showDay(day)}</time>} <span dir="auto">{text}</span> “<bdi class="sentence">{words}</bdi>”{' '}
                <Notes numbers={notes} />
                {outcomes.map((one) => (
                  <p key={one.note} class="outcome">
                    {one.what}: “<bdi>{one.words}</bdi>” <Notes numbers={[one.note]} />
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{WORDS.reports.sources}</h2>
        <ol class="citations">
          {citations.map(({ sentence, words, article, link }, n) => (
            <li key={`${article.articleId} ${words.start} ${words.end}`} id={`note-${n + 1}`}>
              <q class="sentence" dir="auto">
                <Highlighted whole={sentence} strong={[words]} matches={[]} />
              </q>{' '}
              <a href={`/articles/${article.articleId}`}>
                <bdi>{article.title ?? WORDS.article.untitled}</bdi>
              </a>{' '}
              <span class="quiet">{[article.outlet ?? article.source, article.publishedOn && showDay(article.publishedOn)].filter(Boolean).join(', ')}</span>{' '}
              {link && /^https?:/.test(link) && (
                <a href={link} rel="noopener noreferrer external" target="_blank">
                  {WORDS.article.address}
                </a>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function Notes({ numbers }: { numbers: readonly number[] }) {
  return (
    <span class="notes">
      {numbers.map((number) => (
        <a key={number} href={`#note-${number}`}>
          [{number}]
        </a>
      ))}
    </span>
  )
}
