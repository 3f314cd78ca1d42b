import { useMemo, useState } from 'preact/hooks'
import { WORDS } from '../words.ts'

export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Words shown before and behind those that are chosen. */
const AROUND = 14

/** Adjusts words without dragging: by clicks on words, by buttons, and by arrow keys. */
export function WordsEditor({ text, value, onChange }: { text: string; value: Stretch; onChange: (value: Stretch) => void }) {
  const [first] = useState(value)
  const units = useMemo(() => cutUnits(text, first), [text, first])
  const from = Math.max(
    0,
    units.findIndex(({ end }) => end > value.start),
  )
  const to = units.findLastIndex(({ start }) => start < value.end)
  const set = (nextFrom: number, nextTo: number) => {
    const [a, b] = [units[nextFrom], units[nextTo]]
    if (a && b && nextFrom <= nextTo) onChange({ start: a.start, end: b.end })
  }
  const hear = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    if (event.shiftKey) set(from + by, to)
    else set(from, to + by)
  }
  return (
    <fieldset class="words-editor">
      <legend>{WORDS.review.words}</legend>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the ends of the choice here. */}
      <div class="strip" role="group" tabIndex={0} aria-label={WORDS.review.wordsHelp} onKeyDown={hear} dir="auto">
        {units.map((unit, n) => (
          <button
            key={unit.start}
            type="button"
            tabIndex={-1}
            class="unit"
            aria-pressed={n >= from && n <= to}
            onClick={() => (Math.abs(n - from) < Math.abs(n - to) || n < from ? set(n, to) : set(from, n))}
          >
            {text.slice(unit.start, unit.end)}
          </button>
        ))}
      </div>
      <Ends label={WORDS.review.first} move={(by) => set(from + by, to)} />
      <Ends label={WORDS.review.last} move={(by) => set(from, to + by)} />
      <p class="quiet" aria-live="polite">
        {WORDS.review.chosen}: “<bdi>{text.slice(value.start, value.end)}</bdi>”
      </p>
    </fieldset>
  )
}

function Ends({ label, move }: { label: string; move: (by: 1 | -1) => void }) {
  return (
    <span class="ends">
      {label}
      <button type="button" aria-label={`${label}: ${WORDS.review.earlier}`} onClick={() => move(-1)}>
        ←
      </button>
      <button type="button" aria-label={`${label}: ${WORDS.review.later}`} onClick={() => move(1)}>
        →
      </button>
    </span>
  )
}

/** Words and marks between them: a quotation mark may belong to what is said or not. */
function cutUnits(text: string, { start, end }: Stretch): Stretch[] {
  const from = Math.max(0, start - 600)
  const units = Array.from(
    text.slice(from, end + 600).matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}’'-]*[\p{L}\p{N}\p{M}])?|[^\s\p{L}\p{N}]/gu),
    ({ index, 0: word }) => ({ start: from + index, end: from + index + word.length }),
  )
  const [first, last] = [units.findIndex((unit) => unit.end > start), units.findLastIndex((unit) => unit.start < end)]
  return units.slice(Math.max(0, first - AROUND), last + AROUND + 1)
}
