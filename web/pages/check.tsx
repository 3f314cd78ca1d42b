import { useState } from 'preact/hooks'
import { type Problem, sendJson, toProblem } from '../api.ts'
import { ArticleAbout } from '../parts/FactResult.tsx'
import { Field, PageHead, ProblemNote, readForm } from '../parts/parts.tsx'
import type { DraftAnswer } from '../shapes.ts'
import { WORDS } from '../words.ts'

/** Holds each quotation and each “X said …” of a draft against the library. */
export default function CheckPage() {
  const [answer, setAnswer] = useState<DraftAnswer | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isGoing, setGoing] = useState(false)
  const check = async (form: HTMLFormElement) => {
    setGoing(true)
    setProblem(null)
    try {
      setAnswer(await sendJson<DraftAnswer>('POST', '/checks', readForm(form)))
    } catch (thrown) {
      setProblem(toProblem(thrown))
    }
    setGoing(false)
  }
  return (
    <>
      <PageHead title={WORDS.check.title}>
        <p class="quiet">{WORDS.check.intro}</p>
      </PageHead>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault()
          void check(event.currentTarget)
        }}
      >
        <Field label={WORDS.check.text}>
          <textarea name="text" rows={8} required dir="auto" />
        </Field>
        <button type="submit" class="primary" disabled={isGoing}>
          {isGoing ? WORDS.check.going : WORDS.check.go}
        </button>
      </form>
      {problem && <ProblemNote problem={problem} />}
      <div role="status">{answer && <Verdicts answer={answer} />}</div>
    </>
  )
}

function Verdicts({ answer: { claims } }: { answer: DraftAnswer }) {
  if (claims.length === 0) return <p>{WORDS.check.nothing}</p>
  return (
    <ol class="plain results-list verdicts">
      {claims.map(({ claim, verdict, matches }) => (
        <li key={claim.spans[0]?.start} class={`verdict ${verdict}`}>
          <p class="fact-kind">
            <strong>{WORDS.check.verdicts[verdict] ?? verdict}</strong>
          </p>
          <p>
            <bdi class="who">{claim.speaker?.name ?? WORDS.fact.nobody}</bdi>
          </p>
          <blockquote class="sentence" dir="auto">
            {claim.spans.map(({ text }) => text).join(' … ')}
          </blockquote>
          {matches.map((match) => (
            <div key={`${match.article.articleId} ${match.words.start}`} class="match">
              <p class="quiet">{WORDS.check.library}</p>
              <p>
                <bdi class="who">{match.speaker ?? WORDS.fact.nobody}</bdi>
              </p>
              <blockquote class="sentence" dir="auto">
                <Differing words={match.words} differences={match.differences.flatMap(({ library }) => library ?? [])} />
              </blockquote>
              <p class="told-in">
                <a href={`/articles/${match.article.articleId}${match.statement ? `#${match.statement}` : ''}`}>{WORDS.article.where}</a>{' '}
                <ArticleAbout article={match.article} />
              </p>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

/** The library’s words, with those marked that the draft has otherwise. */
function Differing({ words, differences }: { words: { start: number; text: string }; differences: readonly { start: number; end: number }[] }) {
  const signs = Array.from(words.text)
  const pieces: { from: number; to: number; isOther: boolean }[] = []
  let at = 0
  for (const { start, end } of differences) {
    const [from, to] = [Math.max(at, start - words.start), end - words.start]
    if (from > at) pieces.push({ from: at, to: from, isOther: false })
    if (to > from) pieces.push({ from, to, isOther: true })
    at = Math.max(at, to)
  }
  if (at < signs.length) pieces.push({ from: at, to: signs.length, isOther: false })
  return (
    <>
      {pieces.map(({ from, to, isOther }) => {
        const text = signs.slice(from, to).join('')
        return isOther ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>
      })}
    </>
  )
}
