import { useState } from 'preact/hooks'
import { sendJson, toProblem } from '../api.ts'
import { showDay, showMonth } from '../dates.ts'
import { labelOf } from '../labels.ts'
import { type Loaded, useAnswer, useRows } from '../load.ts'
import { can } from '../me.ts'
import { Bars } from '../parts/Bars.tsx'
import { ArticleItem, FactResult, NameLink } from '../parts/FactResult.tsx'
import { IdentityPicker } from '../parts/IdentityPicker.tsx'
import { Field, More, PageHead, readForm, Waiting } from '../parts/parts.tsx'
import { go, place, writeHref } from '../route.ts'
import { say } from '../say.ts'
import type { IdentityAnswer, Said, SaidPage } from '../shapes.ts'
import { WORDS } from '../words.ts'

/** A person, a government or an organisation across all articles. */
export default function IdentityPage({ id }: { id: string }) {
  const loaded = useAnswer<IdentityAnswer>(`/identities/${id}`)
  const found = loaded.answer
  if (!found)
    return (
      <>
        <PageHead title={WORDS.identity.said} />
        <Waiting of={loaded} />
      </>
    )
  const told = WORDS.identity
  const traits = [told.kinds[found.kind] ?? found.kind, found.office, found.country, told.articles(found.articles)]
  return (
    <>
      <PageHead title={found.name}>
        <p class="quiet">
          {traits.filter(Boolean).join(' · ')}
          {found.firstSeenOn && found.lastSeenOn && ` · ${told.seen(showDay(found.firstSeenOn), showDay(found.lastSeenOn))}`}
        </p>
      </PageHead>
      <div class="identity">
        <SaidList id={found.id} topics={found.byTopic} />
        <aside class="about-identity" aria-label={found.name}>
          <Names found={found} />
          <Met found={found} />
          <Bars
            title={told.byTopic}
            head={[told.topic, told.count]}
            rows={found.byTopic
              .slice(0, 12)
              .map(({ topic, count }) => ({
                name: labelOf(topic),
                count,
                href: writeHref('/find', { speaker: `#${found.id}`, area: topic, kind: 'statement' }),
              }))}
          />
          <Bars title={told.byMonth} head={[told.month, told.count]} rows={found.byMonth.map(({ month, count }) => ({ name: showMonth(month), count }))} />
          <ToldIn found={found} />
          {can('review') && <Deciding found={found} reload={loaded.reload} />}
        </aside>
      </div>
    </>
  )
}

function SaidList({ id, topics }: { id: number; topics: IdentityAnswer['byTopic'] }) {
  const on = place.value.query.get('on')
  const list = useRows<Said, SaidPage>('/said', { id, on })
  return (
    <section aria-labelledby="said">
      <h2 id="said">{WORDS.identity.said}</h2>
      <form
        class="row"
        key={on}
        onSubmit={(event) => {
          event.preventDefault()
          go(writeHref(`/identities/${id}`, readForm(event.currentTarget)))
        }}
      >
        <Field label={WORDS.identity.on}>
          <input name="on" defaultValue={on ?? ''} list="topics" dir="auto" />
        </Field>
        <datalist id="topics">
          {topics.map(({ topic }) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
        <button type="submit">{WORDS.find.go}</button>
      </form>
      <Waiting of={list} />
      {list.answer && list.rows.length === 0 && <p>{WORDS.find.nothing}</p>}
      <ol class="plain results-list">
        {list.rows.map(({ statement, matches, reports }) => (
          <li key={`${statement.article.articleId}${statement.key}`}>
            <FactResult fact={statement} matches={matches}>
              {reports.length > 0 && (
                <details>
                  <summary>
                    {WORDS.identity.otherReports(reports.length)}
                    {reports.some(({ disagrees }) => disagrees.length > 0) && <em class="differs"> {WORDS.identity.disagrees}</em>}
                  </summary>
                  {reports.map((report) => (
                    <FactResult key={`${report.statement.article.articleId}${report.statement.key}`} fact={report.statement} />
                  ))}
                </details>
              )}
            </FactResult>
          </li>
        ))}
      </ol>
      <More of={list} />
    </section>
  )
}

function Names({ found }: { found: IdentityAnswer }) {
  const links = Object.entries(found.links)
  return (
    <section aria-labelledby="names">
      <h2 id="names">{WORDS.identity.names}</h2>
      <ul class="plain tags">
        {found.names.map(({ name, told }) => (
          <li key={name}>
            <bdi>{name}</bdi> <span class="quiet">{WORDS.identity.told(told)}</span>
          </li>
        ))}
      </ul>
      {links.length > 0 && (
        <p class="quiet">
          {WORDS.identity.links}: {links.map(([name, value]) => `${name} ${value}`).join(', ')}
        </p>
      )}
    </section>
  )
}

function Met({ found }: { found: IdentityAnswer }) {
  if (found.met.length === 0) return null
  return (
    <section aria-labelledby="met">
      <h2 id="met">{WORDS.identity.met}</h2>
      <ul class="plain">
        {found.met.map((one) => (
          <li key={one.id ?? one.name}>
            <NameLink of={one} />{' '}
            <span class="quiet">
              {WORDS.identity.times(one.count)}
              {one.last && `, ${showDay(one.last)}`}
            </span>{' '}
            {one.id !== null && <a href={writeHref('/pairs', { a: `#${found.id}`, b: `#${one.id}` })}>{WORDS.pages.pairs}</a>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ToldIn({ found }: { found: IdentityAnswer }) {
  return (
    <section aria-labelledby="told-in">
      <h2 id="told-in">{WORDS.identity.toldIn}</h2>
      <ul class="plain lines">
        {found.articlesOf.slice(0, 12).map((article) => (
          <li key={article.articleId}>
            <ArticleItem article={article} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Merging, splitting, and taking back what was decided. */
function Deciding({ found, reload }: { found: IdentityAnswer; reload: Loaded<unknown>['reload'] }) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const decide = (path: string, body?: object) =>
    void sendJson('POST', path, body).then(
      () => {
        say(WORDS.review.done)
        setChosen(new Set())
        reload()
      },
      (thrown) => say(toProblem(thrown).detail ?? toProblem(thrown).title, { isBad: true }),
    )
  const told = WORDS.identity
  return (
    <section class="deciding">
      <details>
        <summary>{told.merge}</summary>
        <p class="quiet">{told.mergeMore}</p>
        <IdentityPicker without={found.id} action={told.mergeGo} onPick={(other) => decide(`/identities/${found.id}/merge`, { other })} />
      </details>
      <details>
        <summary>{told.split}</summary>
        <p class="quiet">{told.splitMore}</p>
        <ul class="plain">
          {found.articlesOf.map(({ articleId, title }) => (
            <li key={articleId}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={chosen.has(articleId)}
                  onChange={({ currentTarget }) => {
                    const next = new Set(chosen)
                    if (currentTarget.checked) next.add(articleId)
                    else next.delete(articleId)
                    setChosen(next)
                  }}
                />{' '}
                <bdi>{title ?? WORDS.article.untitled}</bdi>
              </label>
            </li>
          ))}
        </ul>
        <button type="button" disabled={chosen.size === 0} onClick={() => decide(`/identities/${found.id}/split`, { articles: [...chosen] })}>
          {told.splitGo}
        </button>
      </details>
      {found.decisions.length > 0 && (
        <>
          <h2>{told.decisions}</h2>
          <ul class="plain">
            {found.decisions.map(({ id, told: sentence, who, at }) => (
              <li key={id}>
                <span dir="auto">{sentence}</span> <span class="quiet">{`${who}, ${showDay(at.slice(0, 10))}`}</span>{' '}
                <button type="button" onClick={() => decide(`/decisions/${id}/undo`)}>
                  {WORDS.review.undoMerge}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
