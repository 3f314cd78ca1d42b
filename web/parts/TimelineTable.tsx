import { showDay } from '../dates.ts'
import type { TimelineEntry } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { ArticleAbout, FactHead, Highlighted } from './FactResult.tsx'
import { tellFact } from './facts.ts'
import { Scroll } from './parts.tsx'

/** Every entry with its sentence, who takes part, and who reported it. */
export function TimelineTable({ entries }: { entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return <p>{WORDS.find.nothing}</p>
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{WORDS.pair.entries}</h2>
      <Scroll label={WORDS.pair.entries}>
        <table class="entries">
          <thead>
            <tr>
              {[WORDS.pair.day, WORDS.pair.what, WORDS.pair.told].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, n) => (
              <Row key={`${entry.fact.article.articleId}${entry.fact.key}`} entry={entry} n={n} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Row({ entry: { kind, day, isDayTold, fact, reports, outcomes }, n }: { entry: TimelineEntry; n: number }) {
  const { who, sort, whom, link, traits } = tellFact(fact)
  return (
    <tr id={`entry-${n}`} class={`entry-row ${kind}`}>
      <th scope="row">
        {day ? showDay(day) : '–'}
        {!isDayTold && day && <small class="quiet">{WORDS.pair.reported}</small>}
      </th>
      <td>
        <p class="fact-kind">{WORDS.fact.sort(WORDS.pair.kind[kind], kind === 'meeting' ? '' : sort)}</p>
        <FactHead {...{ who, link, whom }} />
        <blockquote class="sentence" dir="auto">
          <Highlighted whole={fact.sentence} strong={[fact.words]} matches={[]} />
        </blockquote>
        <p class="traits">{traits.join(' · ')}</p>
        {outcomes.map(({ kind: what, words, fact: telling }) => (
          <p key={`${telling.article.articleId}${words.start}`} class="outcome">
            {WORDS.pair.outcomes[what]}: “<bdi>{words.text}</bdi>” <a href={`/articles/${telling.article.articleId}#${telling.key}`}>{WORDS.article.where}</a>
          </p>
        ))}
      </td>
      <td>
        {[fact, ...reports].map((one) => (
          <p key={`${one.article.articleId}${one.key}`} class="told-in">
            <a href={`/articles/${one.article.articleId}#${one.key}`}>{WORDS.article.where}</a> <ArticleAbout article={one.article} />
          </p>
        ))}
      </td>
    </tr>
  )
}
