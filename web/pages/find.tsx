import { AREAS } from '../../src/document/cooperation.ts'
import { EVENT_TYPES } from '../../src/document/news-event.ts'
import { ACTS } from '../../src/document/statement.ts'
import { sendJson, toProblem } from '../api.ts'
import { labelOf } from '../labels.ts'
import { useAnswer, useRows } from '../load.ts'
import { can } from '../me.ts'
import { ArticleAbout, FactResult, Highlighted, NameList } from '../parts/FactResult.tsx'
import { Choice, Field, More, PageHead, readForm, Waiting } from '../parts/parts.tsx'
import { go, place, writeHref } from '../route.ts'
import { say } from '../say.ts'
import type { Facets, Found, FoundArticle, FoundPage, IdentityList } from '../shapes.ts'
import { WORDS } from '../words.ts'

const KINDS = ['statement', 'event', 'cooperation', 'comparison', 'article'] as const
const REALIS = ['happened', 'ongoing', 'planned', 'hypothetical', 'denied', 'unknown']
const NAMES = ['q', 'kind', 'speaker', 'about', 'country', 'area', 'act', 'type', 'realis', 'source', 'since', 'until', 'sort'] as const
const EXPORTS = ['csv', 'jsonl', 'jsonld', 'plover', 'bibtex', 'ris'] as const

/** Facts and articles by words and filters. The query stands in the address. */
export default function FindPage() {
  const asked = Object.fromEntries(NAMES.flatMap((name) => (place.value.query.get(name) ? [[name, place.value.query.get(name) as string]] : [])))
  const isAsked = Object.keys(asked).length > 0
  const list = useRows<Found, FoundPage>(isAsked ? '/find' : null, { ...asked, facets: 1 })
  return (
    <>
      <PageHead title={WORDS.find.title} />
      <div class="find">
        <FindForm key={JSON.stringify(asked)} asked={asked} facets={list.answer?.facets ?? null} />
        <section class="results" aria-label={WORDS.find.title} aria-live="polite">
          {asked.q && <KnownNames words={asked.q} />}
          {!isAsked && <p class="quiet">{WORDS.find.start}</p>}
          <Waiting of={list} />
          {list.answer && (
            <>
              {list.answer.unknown.length > 0 && <p class="note">{WORDS.find.unknown(list.answer.unknown)}</p>}
              <p class="row">
                <strong>
                  {list.rows.length === 0
                    ? WORDS.find.nothing
                    : WORDS.find.results(list.answer.total ?? list.rows.length, list.answer.total === null && list.hasMore)}
                </strong>
                {can('review') && <SaveSearch asked={asked} />}
              </p>
              {list.rows.length > 0 && <Exports asked={asked} />}
            </>
          )}
          <ol class="plain results-list">
            {list.rows.map((found) => (
              <li key={found.kind === 'article' ? `a${found.article.articleId}` : `${found.article.articleId}${found.key}`}>
                {found.kind === 'article' ? <ArticleFound found={found} /> : <FactResult fact={found} matches={found.matches} />}
              </li>
            ))}
          </ol>
          <More of={list} />
        </section>
      </div>
    </>
  )
}

/** Who bears such a name: they have pages of their own. */
function KnownNames({ words }: { words: string }) {
  const { answer } = useAnswer<IdentityList>('/identities', { q: words, limit: 6 })
  if (!answer || answer.items.length === 0) return null
  return (
    <p class="quiet">
      {WORDS.find.who}: <NameList names={answer.items} />
    </p>
  )
}

function FindForm({ asked, facets }: { asked: Readonly<Record<string, string>>; facets: Facets | null }) {
  const told = WORDS.find
  const pick = (name: (typeof NAMES)[number], label: string, values: readonly string[]) => (
    <Field label={label}>
      <Choice name={name} value={asked[name] ?? ''} values={countValues(values, facets?.[name])} any={told.any} />
    </Field>
  )
  const write = (name: (typeof NAMES)[number], label: string, type: 'text' | 'date' = 'text') => (
    <Field label={label}>
      <input name={name} type={type} defaultValue={asked[name] ?? ''} list={facets?.[name] ? `values-${name}` : undefined} />
      {facets?.[name] && (
        <datalist id={`values-${name}`}>
          {facets[name].map(({ value, count }) => (
            <option key={value} value={value} label={`${value} (${count})`} />
          ))}
        </datalist>
      )}
    </Field>
  )
  return (
    <form
      class="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go(writeHref('/find', readForm(event.currentTarget)))
      }}
      onChange={(event) => {
        if ((event.target as Element).matches('select, input[type=date]')) event.currentTarget.requestSubmit()
      }}
    >
      <Field label={told.words} hint={told.wordsMore}>
        <input
          name="q"
          type="search"
          defaultValue={asked.q ?? ''}
          dir="auto"
          ref={(input) => {
            if (Object.keys(asked).length === 0) input?.focus()
          }}
        />
      </Field>
      <button type="submit" class="primary">
        {told.go}
      </button>
      <details open={matchMedia('(min-width: 56rem)').matches || Object.keys(asked).some((name) => name !== 'q')}>
        <summary>{told.filters}</summary>
        {pick('kind', told.kind, KINDS)}
        {write('speaker', told.speaker)}
        {write('about', told.about)}
        {write('country', told.country)}
        {pick('act', told.act, ACTS)}
        {pick('type', told.type, EVENT_TYPES)}
        {pick('area', told.area, AREAS)}
        {pick('realis', told.realis, REALIS)}
        {write('source', told.source)}
        {write('since', told.since, 'date')}
        {write('until', told.until, 'date')}
        <Field label={told.sort}>
          <Choice name="sort" value={asked.sort ?? ''} values={[['relevance', told.relevance]]} any={told.newest} />
        </Field>
      </details>
    </form>
  )
}

/** Values with how often they stand among the results, the most frequent first; all of them where nothing was counted. */
function countValues(values: readonly string[], counted: Facets[string] | undefined): (readonly [string, string])[] {
  const counts = new Map(counted?.map(({ value, count }) => [value, count]))
  const name = (value: string) => (value in WORDS.fact.plural ? WORDS.fact.plural[value as keyof typeof WORDS.fact.plural] : labelOf(value))
  return [...values]
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
    .map((value) => [value, counts.has(value) ? `${name(value)} (${counts.get(value)})` : name(value)] as const)
}

function ArticleFound({ found: { article, snippet, matches } }: { found: FoundArticle }) {
  return (
    <article class="result kind-article">
      <p class="fact-kind">{WORDS.article.text}</p>
      <p class="article-title">
        <a href={`/articles/${article.articleId}`} dir="auto">
          {article.title ?? WORDS.article.untitled}
        </a>
      </p>
      <blockquote class="sentence" dir="auto">
        <Highlighted whole={snippet} strong={[]} matches={matches} />
      </blockquote>
      <p class="told-in">
        <ArticleAbout article={{ ...article, title: null }} />
      </p>
    </article>
  )
}

function SaveSearch({ asked }: { asked: Readonly<Record<string, string>> }) {
  return (
    <details class="inline-form">
      <summary>{WORDS.find.save}</summary>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          const { title } = readForm(event.currentTarget)
          sendJson('POST', '/saved', { title, query: asked }).then(
            () => say(WORDS.review.done),
            (thrown) => say(toProblem(thrown).detail ?? WORDS.problems.failed, { isBad: true }),
          )
        }}
      >
        <Field label={WORDS.find.saveTitle}>
          <input name="title" required />
        </Field>
        <button type="submit">{WORDS.shell.save}</button>
      </form>
    </details>
  )
}

function Exports({ asked }: { asked: Readonly<Record<string, string>> }) {
  return (
    <p class="row quiet">
      {WORDS.find.exports}:
      {EXPORTS.map((format) => (
        <a key={format} href={writeHref(`/exports/${format}`, asked)} download>
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  )
}
