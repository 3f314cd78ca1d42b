import { scaleUtc } from 'd3-scale'
import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from 'd3-shape'
import { showDay, showMonth } from '../dates.ts'
import type { TimelineEntry } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { Scroll } from './parts.tsx'

const KINDS = ['meeting', 'promise', 'event', 'cooperation', 'comparison'] as const
const WIDTH = 960
const ROW = 34
const LEFT = 120

/** A shape for each kind, so that colour is not all that tells them apart. Areas in square pixels. */
const SHAPES: Readonly<Record<(typeof KINDS)[number], string>> = {
  meeting: symbol(symbolCircle, 120)() ?? '',
  promise: symbol(symbolDiamond, 120)() ?? '',
  event: symbol(symbolTriangle, 110)() ?? '',
  cooperation: symbol(symbolSquare, 130)() ?? '',
  comparison: symbol(symbolStar, 110)() ?? '',
}

/** All entries over time, a row a kind. The table below has the same; each mark leads to its row there. */
export function TimelinePicture({ entries }: { entries: readonly TimelineEntry[] }) {
  const dated = entries.flatMap((entry, n) => (entry.day === null ? [] : [{ ...entry, n, at: new Date(`${entry.day}T00:00:00Z`) }]))
  const [first, last] = [dated[0], dated.at(-1)]
  if (!first || !last) return null
  const kinds = KINDS.filter((kind) => dated.some((entry) => entry.kind === kind))
  const scale = scaleUtc([first.at, new Date(Math.max(last.at.getTime(), first.at.getTime() + 86_400_000))], [LEFT + 16, WIDTH - 44])
  const height = kinds.length * ROW + 30
  return (
    <section class="timeline-picture" aria-labelledby="timeline">
      <h2 id="timeline">{WORDS.pair.timeline}</h2>
      <Scroll label={WORDS.pair.timeline}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="group" aria-label={WORDS.pair.timeline}>
          {scale.ticks(7).map((tick) => (
            <g key={tick.getTime()} class="tick" transform={`translate(${scale(tick)} 0)`} aria-hidden="true">
              <line y2={height - 24} />
              <text y={height - 8} text-anchor="middle">
                {showTick(tick)}
              </text>
            </g>
          ))}
          {kinds.map((kind, row) => (
            <g key={kind} transform={`translate(0 ${row * ROW + ROW / 2})`}>
              <line class="row-line" x1={LEFT} x2={WIDTH} aria-hidden="true" />
              <text class="row-name" x={0} dy="0.35em">
                {WORDS.pair.kinds[kind]}
              </text>
              {dated
                .filter((entry) => entry.kind === kind)
                .map((entry) => (
                  <Entry key={entry.n} entry={entry} n={entry.n} x={scale(entry.at)} />
                ))}
            </g>
          ))}
        </svg>
      </Scroll>
    </section>
  )
}

/** No more of a day than it needs to be told from its neighbours. */
function showTick(tick: Date): string {
  const day = tick.toISOString().slice(0, 10)
  return day.endsWith('-01-01') ? day.slice(0, 4) : day.endsWith('-01') ? showMonth(day) : showDay(day)
}

/** What did not happen, or is not known to have, is hollow. */
function Entry({ entry, n, x }: { entry: TimelineEntry; n: number; x: number }) {
  const { kind, day, fact } = entry
  const isOpen = 'realis' in fact && fact.realis !== 'happened' && fact.realis !== 'ongoing'
  const label = `${WORDS.pair.kind[kind]}, ${showDay(day as string)}: ${fact.words.text}`
  return (
    <a href={`#entry-${n}`} aria-label={label} class={`entry ${kind}${isOpen ? ' open' : ''}`}>
      <title>{label}</title>
      <rect class="target" x={x - 12} y={-12} width={24} height={24} />
      <path class="mark" d={SHAPES[kind]} transform={`translate(${x} 0)`} />
    </a>
  )
}
