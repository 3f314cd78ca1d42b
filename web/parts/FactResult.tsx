import type { ComponentChildren } from 'preact'
import { showDay } from '../dates.ts'
import type { ArticleLine, Fact, Named, Span } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { tellFact } from './facts.ts'

/** A fact of the library with the sentence that it stands on, and where that was printed. */
export function FactResult({ fact, matches = [], children }: { fact: Fact; matches?: readonly Span[]; children?: ComponentChildren }) {
  const { who, sort, link, whom, traits } = tellFact(fact)
  return (
    <article class={`result kind-${fact.kind}`}>
      <p class="fact-kind">
        <span class="swatch" aria-hidden="true" /> {WORDS.fact.sort(WORDS.fact[fact.kind], sort)}
        <span class="sure" title={WORDS.fact.sureMore(fact.confidence)}>
          {WORDS.fact.sure(fact.confidence)}
        </span>
      </p>
      <FactHead {...{ who, link, whom }} />
      <blockquote class="sentence" dir="auto">
        <Highlighted whole={fact.sentence} strong={[fact.words]} matches={matches} />
      </blockquote>
      {traits.length > 0 && <p class="traits">{traits.join(' · ')}</p>}
      <p class="told-in">
        <a href={`/articles/${fact.article.articleId}#${fact.key}`}>{WORDS.article.where}</a> <ArticleAbout article={fact.article} />
      </p>
      {children}
    </article>
  )
}

/** Who did it, and to whom. */
export function FactHead({ who, link, whom }: { who: readonly Named[]; link: string; whom: readonly Named[] }) {
  if (who.length + whom.length === 0) return null
  return (
    <p class="fact-head">
      <NameList names={who} /> {link && <span class="act">{link}</span>}
      {whom.length > 0 && (
        <>
          → <NameList names={whom} />
        </>
      )}
    </p>
  )
}

export function NameList({ names }: { names: readonly Named[] }) {
  return (
    <>
      {names.map((one, n) => (
        <span key={one.id ?? one.name}>
          {n > 0 && ', '}
          <NameLink of={one} />
        </span>
      ))}
    </>
  )
}

export function NameLink({ of }: { of: Named }) {
  return of.id === null ? (
    <bdi class="who">{of.name}</bdi>
  ) : (
    <a class="who" href={`/identities/${of.id}`}>
      <bdi>{of.name}</bdi>
    </a>
  )
}

/** Outlet, day, and how often the report was copied. */
export function ArticleAbout({ article }: { article: ArticleLine }) {
  const { title, outlet, source, publishedOn, copies, outlets } = article
  const about = [outlet ?? source, publishedOn && showDay(publishedOn)].filter(Boolean).join(', ')
  return (
    <span class="quiet">
      {title && <bdi>{title}</bdi>}
      {title && about && ' · '}
      {about}
      {copies > 0 && <span title={outlets.join(', ')}> {WORDS.article.copied(copies)}</span>}
    </span>
  )
}

/** A sentence in which the fact's words are strong and what was searched for is marked. Offsets are code points of the article. */
export function Highlighted({ whole, strong, matches }: { whole: Span; strong: readonly Span[]; matches: readonly Span[] }) {
  const signs = Array.from(whole.text)
  const cuts = new Set([0, signs.length])
  for (const { start, end } of [...strong, ...matches]) for (const at of [start - whole.start, end - whole.start]) if (at > 0 && at < signs.length) cuts.add(at)
  const sorted = [...cuts].sort((a, b) => a - b)
  const holds = (spans: readonly Span[], at: number) => spans.some(({ start, end }) => start - whole.start <= at && at < end - whole.start)
  return (
    <>
      {sorted.slice(0, -1).map((from, n) => {
        const words = signs.slice(from, sorted[n + 1]).join('')
        const inner = holds(matches, from) ? <mark key={from}>{words}</mark> : words
        return holds(strong, from) ? <strong key={from}>{inner}</strong> : <span key={from}>{inner}</span>
      })}
    </>
  )
}

/** An article in a list. */
export function ArticleItem({ article, children }: { article: ArticleLine; children?: ComponentChildren }) {
  const { articleId, title, outlet, source, publishedOn, copies, outlets } = article
  return (
    <article class="article-line">
      <p class="article-title">
        <a href={`/articles/${articleId}`} dir="auto">
          {title ?? WORDS.article.untitled}
        </a>
      </p>
      <p class="quiet">
        {[outlet ?? source, publishedOn && showDay(publishedOn)].filter(Boolean).join(' · ')}
        {copies > 0 && <span title={outlets.join(', ')}> · {WORDS.article.copied(copies)}</span>}
        {children}
      </p>
    </article>
  )
}
