/** A possible pair of a gold and a found fact, with how alike they are (> 0). */
export interface Pair {
  readonly gold: number
  readonly found: number
  readonly weight: number
}

/**
 * The one-to-one pairing with the greatest sum of weights (Hungarian method with potentials, each connected part by
 * itself): gold → found.
 */
export function assignPairs(pairs: readonly Pair[]): Map<number, number> {
  const chosen = new Map<number, number>()
  for (const part of partPairs(pairs)) for (const [gold, found] of solvePart(part)) chosen.set(gold, found)
  return chosen
}

function partPairs(pairs: readonly Pair[]): Pair[][] {
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    while ((parent.get(at) ?? at) !== at) at = parent.get(at) as string
    return at
  }
  for (const { gold, found } of pairs) parent.set(root(`g${gold}`), root(`f${found}`))
  const parts = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const key = root(`g${pair.gold}`)
    parts.set(key, [...(parts.get(key) ?? []), pair])
  }
  return [...parts.values()]
}

function solvePart(pairs: readonly Pair[]): [number, number][] {
  const rows = [...new Set(pairs.map((pair) => pair.gold))].sort((a, b) => a - b)
  const columns = [...new Set(pairs.map((pair) => pair.found))].sort((a, b) => a - b)
  const size = Math.max(rows.length, columns.length)
  const weights = new Map(pairs.map((pair) => [`${pair.gold}:${pair.found}`, pair.weight]))
  const cost = (i: number, j: number) => -(weights.get(`${rows[i - 1]}:${columns[j - 1]}`) ?? 0)
  const owner = new Int32Array(size + 1)
  const ofRow = new Float64Array(size + 1)
  const ofColumn = new Float64Array(size + 1)
  for (let i = 1; i <= size; i++) extendPairing(i, size, cost, ofRow, ofColumn, owner)
  const chosen: [number, number][] = []
  for (let j = 1; j <= size; j++) {
    const gold = rows[(owner[j] as number) - 1]
    const found = columns[j - 1]
    if (gold !== undefined && found !== undefined && weights.has(`${gold}:${found}`)) chosen.push([gold, found])
  }
  return chosen
}

/** Finds row i its column along the cheapest path of changes; owner[j] is the row that holds column j. */
function extendPairing(i: number, size: number, cost: (i: number, j: number) => number, ofRow: Float64Array, ofColumn: Float64Array, owner: Int32Array): void {
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
  const used = new Uint8Array(size + 1)
  const before = new Int32Array(size + 1)
  owner[0] = i
  let j = 0
  do {
    used[j] = 1
    const row = owner[j] as number
    let step = Number.POSITIVE_INFINITY
    let following = 0
    for (let k = 1; k <= size; k++) {
      if (used[k]) continue
      const here = cost(row, k) - (ofRow[row] as number) - (ofColumn[k] as number)
      if (here < (least[k] as number)) {
        least[k] = here
        before[k] = j
      }
      if ((least[k] as number) < step) {
        step = least[k] as number
        following = k
      }
    }
    for (let k = 0; k <= size; k++) {
      if (used[k]) {
        ofRow[owner[k] as number] = (ofRow[owner[k] as number] as number) + step
        ofColumn[k] = (ofColumn[k] as number) - step
      } else least[k] = (least[k] as number) - step
    }
    j = following
  } while (owner[j] !== 0)
  while (j) {
    const k = before[j] as number
    owner[j] = owner[k] as number
    j = k
  }
}
