import { useMemo, useState } from 'preact/hooks'
import type { NetworkAnswer } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { placeNames } from './layout.ts'
import { Scroll } from './parts.tsx'

const WIDTH = 960
const HEIGHT = 620
const EDGE = 70

/** The network as a picture: who is pointed at is shown with those tied to it. */
export function NetworkPicture({ answer, isDirected }: { answer: NetworkAnswer; isDirected: boolean }) {
  const places = useMemo(() => placeNames(answer), [answer])
  const [held, setHeld] = useState<number | null>(null)
  const ties = answer.edges.filter(({ from, to }) => held === null || from === held || to === held)
  const near = new Set(ties.flatMap(({ from, to }) => [from, to]))
  const most = Math.max(...answer.edges.map(({ count }) => count))
  const at = (id: number) => {
    const { x, y } = places.get(id) ?? { x: 0.5, y: 0.5 }
    return { x: EDGE + x * (WIDTH - 2 * EDGE), y: 24 + y * (HEIGHT - 56) }
  }
  return (
    <Scroll label={WORDS.network.picture}>
      <svg class="network" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="group" aria-label={WORDS.network.picture}>
        {isDirected && (
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="17" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto">
              <path d="M0 0L8 4L0 8Z" />
            </marker>
          </defs>
        )}
        {answer.edges.map(({ from, to, count }) => {
          const [a, b] = [at(from), at(to)]
          const isNear = held === null || from === held || to === held
          return (
            <line
              key={`${from} ${to}`}
              class={isNear ? 'tie' : 'tie faint'}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
              stroke-width={1 + (3 * count) / most}
              marker-end={isDirected ? 'url(#arrow)' : undefined}
            />
          )
        })}
        {answer.nodes.map((node) => {
          const { x, y } = at(node.id)
          return (
            <g key={node.id} transform={`translate(${x} ${y})`}>
              <a
                href={`/identities/${node.id}`}
                class={`node ${node.kind}${held !== null && !near.has(node.id) ? ' faint' : ''}`}
                onMouseEnter={() => setHeld(node.id)}
                onMouseLeave={() => setHeld(null)}
                onFocus={() => setHeld(node.id)}
                onBlur={() => setHeld(null)}
              >
                <circle class="target" r={12} />
                {node.kind === 'country' ? <rect class="mark" x={-6} y={-6} width={12} height={12} /> : <circle class="mark" r={6} />}
                <text y={20} text-anchor="middle">
                  {node.name}
                </text>
              </a>
            </g>
          )
        })}
      </svg>
    </Scroll>
  )
}
