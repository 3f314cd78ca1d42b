/** Keys, each at its place, found by their letters. */
export interface KeyTable {
  /** All keys, behind each a bar. */
  readonly text: string
  /** Place → where its key begins; one more for the end of the text. */
  readonly starts: Int32Array
  /** Slot of a key → its last place + 1. */
  readonly heads: Int32Array
  /** Place → place before + 1 with the same slot. */
  readonly before: Int32Array
}

const SLOTS = 1 << 15

/** A number from the length and three letters. Two or three of our keys share one: to compare them costs less than to hash all letters. */
function slotOf(text: string, start: number, length: number): number {
  const slot = ((length * 37 + text.charCodeAt(start)) * 37 + text.charCodeAt(start + (length >> 1))) * 37 + text.charCodeAt(start + length - 1)
  return (slot ^ (slot >>> 15)) & (SLOTS - 1)
}

/** Files the keys of a text. A Map of as many strings would take three times as long to fill, at every start. */
export function makeKeyTable(text: string): KeyTable {
  const starts = new Int32Array(text.length + 1)
  const before = new Int32Array(text.length)
  const heads = new Int32Array(SLOTS)
  let place = 0
  let start = 0
  for (let end = text.indexOf('|'); end >= 0; end = text.indexOf('|', start)) {
    const slot = slotOf(text, start, end - start)
    before[place] = heads[slot] as number
    place++
    heads[slot] = place
    start = end + 1
    starts[place] = start
  }
  return { text, starts: starts.slice(0, place + 1), heads, before: before.slice(0, place) }
}

const NONE: readonly number[] = Object.freeze([])

/** Places of a key, in order. */
export function findPlaces({ text, starts, heads, before }: KeyTable, key: string): readonly number[] {
  let found: number[] | null = null
  for (let place = (heads[slotOf(key, 0, key.length)] as number) - 1; place >= 0; place = (before[place] as number) - 1) {
    const start = starts[place] as number
    if ((starts[place + 1] as number) - start - 1 !== key.length || !text.startsWith(key, start)) continue
    found ??= []
    found.unshift(place)
  }
  return found ?? NONE
}

/** The key at a place. */
export function keyAt({ text, starts }: KeyTable, place: number): string {
  return text.slice(starts[place], (starts[place + 1] as number) - 1)
}
