import { useState } from 'preact/hooks'
import { type Problem, toProblem } from '../api.ts'
import { useLive } from '../live.ts'
import { useRows } from '../load.ts'
import { ArticleItem } from '../parts/FactResult.tsx'
import { Field, More, PageHead, ProblemNote, readForm, Waiting } from '../parts/parts.tsx'
import { place } from '../route.ts'
import type { ArticleList } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { readPasted } from './pasted.ts'
import { ReadPage } from './read.tsx'

/** The library at a glance, and a box to read a text at once. */
export default function HomePage() {
  if (place.value.query.has('reading')) return <ReadPage />
  return (
    <>
      <PageHead title={WORDS.home.title} />
      <div class="home">
        <PasteBox />
        <Latest />
      </div>
    </>
  )
}

function PasteBox() {
  const [isReading, setIsReading] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const read = async (form: HTMLFormElement) => {
    const { text, date } = readForm(form)
    if (!text) return
    setIsReading(true)
    setProblem(null)
    try {
      await readPasted(text, date)
    } catch (thrown) {
      setProblem(toProblem(thrown))
      setIsReading(false)
    }
  }
  return (
    <section aria-labelledby="paste">
      <h2 id="paste">{WORDS.home.paste}</h2>
      <p class="quiet">{WORDS.home.pasteMore}</p>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault()
          void read(event.currentTarget)
        }}
      >
        <Field label={WORDS.home.text}>
          <textarea name="text" rows={8} required dir="auto" />
        </Field>
        <div class="row">
          <Field label={WORDS.home.date}>
            <input type="date" name="date" />
          </Field>
          <button type="submit" class="primary" disabled={isReading}>
            {isReading ? WORDS.home.reading : WORDS.home.read}
          </button>
        </div>
      </form>
      {problem && <ProblemNote problem={problem} />}
      <p>
        {/* A page of its own: the reader and its models are loaded there alone. */}
        <a href="/read" data-plain>
          {WORDS.home.here}
        </a>
      </p>
    </section>
  )
}

function Latest() {
  const list = useRows<ArticleList['items'][number], ArticleList>('/articles', { limit: 20 })
  const [fresh, setFresh] = useState(0)
  useLive(['article.added'], () => setFresh((n) => n + 1))
  const show = () => {
    setFresh(0)
    list.reload()
  }
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">{WORDS.home.latest}</h2>
      <div role="status">
        {fresh > 0 ? (
          <button type="button" class="fresh" onClick={show}>
            {WORDS.home.fresh(fresh)}
          </button>
        ) : (
          <p class="quiet">{WORDS.home.live}</p>
        )}
      </div>
      <Waiting of={list} />
      {list.answer && list.rows.length === 0 && <p>{WORDS.home.empty}</p>}
      <ul class="plain lines">
        {list.rows.map((article) => (
          <li key={article.articleId}>
            <ArticleItem article={article}>
              {' · '}
              {`${WORDS.fact.counts.statement(article.statements)}, ${WORDS.fact.counts.event(article.events)}`}
            </ArticleItem>
          </li>
        ))}
      </ul>
      <More of={list} />
    </section>
  )
}
