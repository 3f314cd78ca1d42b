import { useEffect, useRef, useState } from 'preact/hooks'
import { type Problem, toProblem } from '../api.ts'
import { go } from '../route.ts'
import type { NetworkAnswer } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { placeNames } from './layout.ts'
import { ProblemNote } from './parts.tsx'

/** Rounds of layout take the square of the names: beyond so many they stay on their circle. */
const LAID_OUT = 600

/** A network of many names on a canvas, drawn by sigma, which is loaded for it alone. The table below has the same. */
export function LargeNetwork({ answer }: { answer: NetworkAnswer }) {
  const holder = useRef<HTMLDivElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let stop = () => {}
    let isGone = false
    drawNetwork(holder.current as HTMLDivElement, answer).then(
      (end) => {
        stop = end
        if (isGone) end()
      },
      (thrown) => setProblem(toProblem(thrown)),
    )
    return () => {
      isGone = true
      stop()
    }
  }, [answer])
  if (problem) return <ProblemNote problem={problem} />
  return <div ref={holder} class="large-network" role="img" aria-label={WORDS.network.picture} />
}

async function drawNetwork(holder: HTMLDivElement, answer: NetworkAnswer): Promise<() => void> {
  const [{ default: Sigma }, { default: Graph }] = await Promise.all([import('sigma'), import('graphology')])
  const style = getComputedStyle(holder)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const graph = new Graph({ multi: true })
  const places = answer.nodes.length <= LAID_OUT ? placeNames(answer) : placeNames({ nodes: answer.nodes, edges: [] })
  for (const { id, name, kind, count } of answer.nodes) {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 }
    graph.addNode(id, { label: name, x, y, size: 3 + Math.sqrt(count), color: colour(kind === 'country' ? '--flat-event' : '--flat-source') })
  }
  for (const { from, to, count } of answer.edges) graph.addEdge(from, to, { size: Math.min(1 + Math.log(count), 4), color: colour('--flat-rule') })
  const drawn = new Sigma(graph, holder)
  drawn.on('clickNode', ({ node }: { node: string }) => go(`/identities/${node}`))
  return () => drawn.kill()
}
