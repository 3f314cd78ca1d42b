/** Places for the names of a network, the same whenever the same network is drawn. */
export interface Placed {
  readonly x: number
  readonly y: number
}

interface Ties {
  readonly nodes: readonly { readonly id: number }[]
  readonly edges: readonly { readonly from: number; readonly to: number; readonly count: number }[]
}

/** Ties that are pulled together in each round, and how far a name moves at most; both fade out. */
const ROUNDS = 260
const SPACING = 1

/** Names that are tied lie close, all others keep apart: springs and repulsion from places on a circle. Between 0 and 1. */
export function placeNames({ nodes, edges }: Ties): Map<number, Placed> {
  const count = nodes.length
  const index = new Map(nodes.map(({ id }, n) => [id, n]))
  const [x, y] = [new Float64Array(count), new Float64Array(count)]
  for (let n = 0; n < count; n++) {
    x[n] = Math.cos((2 * Math.PI * n) / count) * SPACING * Math.sqrt(count)
    y[n] = Math.sin((2 * Math.PI * n) / count) * SPACING * Math.sqrt(count)
  }
  const ties = edges.map(({ from, to, count: times }) => [index.get(from) as number, index.get(to) as number, 1 + Math.log(times)] as const)
  for (let round = 0; round < ROUNDS; round++) moveAll(x, y, ties, SPACING * 0.6 * (1 - round / ROUNDS))
  return new Map(nodes.map(({ id }, n) => [id, { x: scale(x, n), y: scale(y, n) }]))
}

function moveAll(x: Float64Array, y: Float64Array, ties: readonly (readonly [number, number, number])[], most: number): void {
  const count = x.length
  const [dx, dy] = [new Float64Array(count), new Float64Array(count)]
  const push = (a: number, b: number, force: number, [far, right, down]: readonly [number, number, number]) => {
    dx[a] = (dx[a] as number) + (right / far) * force
    dy[a] = (dy[a] as number) + (down / far) * force
    dx[b] = (dx[b] as number) - (right / far) * force
    dy[b] = (dy[b] as number) - (down / far) * force
  }
  const between = (a: number, b: number): readonly [number, number, number] => {
    const [right, down] = [(x[a] as number) - (x[b] as number), (y[a] as number) - (y[b] as number)]
    return [Math.max(Math.hypot(right, down), 0.01), right, down]
  }
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const apart = between(a, b)
      push(a, b, (SPACING * SPACING) / apart[0], apart)
    }
  for (const [a, b, strength] of ties) {
    const apart = between(a, b)
    push(a, b, (-apart[0] * apart[0] * strength) / (SPACING * 3), apart)
  }
  for (let n = 0; n < count; n++) {
    // Towards the middle, so that what is tied to nothing does not fly off.
    const [right, down] = [(dx[n] as number) - (x[n] as number) * 0.25, (dy[n] as number) - (y[n] as number) * 0.25]
    const far = Math.max(Math.hypot(right, down), 0.001)
    x[n] = (x[n] as number) + (right / far) * Math.min(far, most)
    y[n] = (y[n] as number) + (down / far) * Math.min(far, most)
  }
}

function scale(values: Float64Array, n: number): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return most === least ? 0.5 : ((values[n] as number) - least) / (most - least)
}
