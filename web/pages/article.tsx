import { useEffect, useMemo, useState } from 'preact/hooks'
import { showDay, showMoment } from '../dates.ts'
import { useLive } from '../live.ts'
import { type Loaded, useAnswer } from '../load.ts'
import { CollectButton } from '../parts/CollectButton.tsx'
import { ArticleItem } from '../parts/FactResult.tsx'
import { PageHead, Waiting } from '../parts/parts.tsx'
import { placeRecord } from '../reading/facts.ts'
import { Reading } from '../reading/Reading.tsx'
import { place } from '../route.ts'
import type { ArticleAnswer, Original } from '../shapes.ts'
import { WORDS } from '../words.ts'

/** One article of the library beside its facts. */
export default function ArticlePage({ id }: { id: string }) {
  const version = place.value.query.get('version')
  const loaded = useAnswer<ArticleAnswer>(`/articles/${id}`, { version })
  const [shown, setShown] = useState<ArticleAnswer | null>(null)
  useEffect(() => {
    if (loaded.answer) setShown(loaded.answer)
  }, [loaded.answer])
  useLive(['article.changed', 'correction'], (told) => {
    if ((told as { articleId?: number }).articleId === Number(id)) loaded.reload()
  })
  // What was shown stays while the article is asked for again, so that the reader's place is kept.
  const answer = loaded.answer ?? (shown?.article.id === Number(id) ? shown : null)
  if (!answer)
    return (
      <>
        <PageHead title={WORDS.article.text} />
        <Waiting of={loaded} />
      </>
    )
  return <ArticleBody key={`${answer.article.id} ${answer.article.version}`} answer={answer} loaded={loaded} />
}

function ArticleBody({ answer, loaded }: { answer: ArticleAnswer; loaded: Loaded<ArticleAnswer> }) {
  const { article, versions, copies, displaced } = answer
  const record = useMemo(() => placeRecord(answer.record, answer.rejected), [answer])
  const isOriginal = place.value.query.has('original')
  const here = `/articles/${article.id}`
  const about = [
    article.authors.length > 0 ? `${WORDS.article.by} ${article.authors.join(', ')}` : '',
    article.outlet ?? article.source,
    article.publishedOn && showDay(article.publishedOn),
  ]
  return (
    <>
      <PageHead title={article.title ?? WORDS.article.untitled}>
        <p class="byline quiet">{about.filter(Boolean).join(' · ')}</p>
        <div class="row about">
          {article.address && (
            <a href={article.address} rel="noopener noreferrer external" target="_blank">
              {WORDS.article.address}
            </a>
          )}
          <a href={isOriginal ? here : `${here}?original`}>{isOriginal ? WORDS.article.text : WORDS.article.original}</a>
          <CollectButton article={article.id} />
          {versions.length > 1 && (
            <details>
              <summary>{WORDS.article.versions(versions.length)}</summary>
              <ol class="plain">
                {versions.map(({ number, seenAt }) => (
                  <li key={number}>
                    <a href={`${here}?version=${number}`} aria-current={number === article.version ? 'page' : undefined}>
                      {number}
                    </a>{' '}
                    {WORDS.article.seen} {showMoment(seenAt)}
                  </li>
                ))}
              </ol>
            </details>
          )}
          {copies.length > 0 && (
            <details>
              <summary>{WORDS.article.copies(copies.length)}</summary>
              {copies.map((copy) => (
                <ArticleItem key={copy.articleId} article={copy} />
              ))}
            </details>
          )}
        </div>
        {article.isTruncated && <p class="note">{WORDS.article.truncated}</p>}
      </PageHead>
      <DisplacedBox displaced={displaced} />
      {isOriginal ? <OriginalView id={article.id} /> : <Reading record={record} answer={answer} reload={loaded.reload} />}
    </>
  )
}

function DisplacedBox({ displaced }: { displaced: ArticleAnswer['displaced'] }) {
  if (displaced.length === 0) return null
  return (
    <details class="displaced note">
      <summary>{`${WORDS.article.displaced} (${displaced.length})`}</summary>
      <ul>
        {displaced.map(({ id, field, who, says, words, why }) => (
          <li key={`${id} ${field}`} dir="auto">
            {WORDS.article.displacedBy(who, says)} “<bdi>{words}</bdi>”. {why}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The text by the pieces of its page: words alone, whatever the page held. */
function OriginalView({ id }: { id: number }) {
  const loaded = useAnswer<Original>(`/articles/${id}/original`)
  return (
    <div class="original">
      <Waiting of={loaded} />
      {loaded.answer?.items.map(({ kind, text, start }) =>
        kind === 'heading' ? (
          <h2 key={start} dir="auto">
            {text}
          </h2>
        ) : kind === 'quote' ? (
          <blockquote key={start} dir="auto">
            {text}
          </blockquote>
        ) : (
          <p key={start} class={kind} dir="auto">
            {text}
          </p>
        ),
      )}
    </div>
  )
}
