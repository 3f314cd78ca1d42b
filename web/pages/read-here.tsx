import { useEffect, useRef, useState } from 'preact/hooks'
import { type Problem, toProblem } from '../api.ts'
import { Field, PageHead, ProblemNote, readForm } from '../parts/parts.tsx'
import { type BrowserReader, openReader, type Progress } from '../reader/open-reader.ts'
import { placeRecord } from '../reading/facts.ts'
import { Reading } from '../reading/Reading.tsx'
import type { JudgedReadout } from '../shapes.ts'
import { WORDS } from '../words.ts'

/** Reads a text in this browser: the models come to the text, and the text goes nowhere. */
export default function ReadHerePage() {
  const reader = useRef<BrowserReader | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [readout, setReadout] = useState<JudgedReadout | null>(null)
  useEffect(() => () => reader.current?.close(), [])
  const read = async (form: HTMLFormElement) => {
    const { text, date } = readForm(form)
    if (!text) return
    setReading(true)
    setProblem(null)
    try {
      reader.current ??= openReader(setProgress)
      setReadout(await reader.current.read(text, { publishedOn: date ?? null }))
    } catch (thrown) {
      setProblem(toProblem(thrown))
    }
    setReading(false)
  }
  return (
    <>
      <PageHead title={WORDS.readHere.title}>
        <p class="quiet">{WORDS.readHere.intro}</p>
      </PageHead>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault()
          void read(event.currentTarget)
        }}
      >
        <Field label={WORDS.readHere.text}>
          <textarea name="text" rows={readout ? 3 : 8} required dir="auto" />
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
      <div role="status">{isReading && progress && progress.received < progress.total && <Coming progress={progress} />}</div>
      {problem && <ProblemNote problem={problem} />}
      {readout && <Read key={readout.article.id} readout={readout} />}
    </>
  )
}

function Coming({ progress: { received, total } }: { progress: Progress }) {
  return (
    <label class="coming">
      {WORDS.readHere.coming} <progress value={received} max={total} />
    </label>
  )
}

function Read({ readout }: { readout: JudgedReadout }) {
  const [record] = useState(() => placeRecord(readout))
  return <Reading record={record} answer={null} reload={null} />
}
