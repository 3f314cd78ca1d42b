/** Keys found by their letters, each at its place. */
export interface KeyTable {
  readonly keys: readonly string[]
  /** Slot of a key → its first place + 1. */
  readonly heads: Int32Array
  /** Place → next place + 1 with the same slot. */
  readonly next: Int32Array
}

const SLOTS = 1 << 15

/** A number from the length and three letters: two or three of our keys share one, which costs less than to hash all their letters. */
function slotOf(key: string): number {
  const { length } = key
  const slot = ((length * 37 + key.charCodeAt(0)) * 37 + key.charCodeAt(length >> 1)) * 37 + key.charCodeAt(length - 1)
  return (slot ^ (slot >>> 15)) & (SLOTS - 1)
}

/** Files keys under their slots. A Map of as many would take three times as long to fill, at every start. */
export function makeKeyTable(keys: readonly string[]): KeyTable {
  const heads = new Int32Array(SLOTS)
  const next = new Int32Array(keys.length)
  for (let place = keys.length - 1; place >= 0; place--) {
    const slot = slotOf(keys[place] as string)
    next[place] = heads[slot] as number
    heads[slot] = place + 1
  }
  return { keys, heads, next }
}

const NONE: readonly number[] = Object.freeze([])

/** Places of a key, in order. */
export function findPlaces({ keys, heads, next }: KeyTable, key: string): readonly number[] {
  let found: number[] | null = null
  for (let place = (heads[slotOf(key)] as number) - 1; place >= 0; place = (next[place] as number) - 1) {
    if (keys[place] !== key) continue
    found ??= []
    found.push(place)
  }
  return found ?? NONE
}
