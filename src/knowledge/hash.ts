import { foldName } from './fold.ts'

/**
 * Hashes of names, so that thousands of words an article are looked up, and thousands of names indexed at every start, without
 * making a string of any. Equal folded names have equal hashes; whoever finds by hash compares the names themselves.
 */

const SPACE = 32
/** In `FOLDED`, below any letter: not asked for yet; left out of keys; ends a name in a file; only to be told from the whole name. */
export const UNKNOWN = 0
export const DROPPED = 1
export const END = 2
export const RARE = 3

/** Code unit → what is left of it in the key of a name. ASCII is filled here, other letters when they are first met. */
export const FOLDED = makeFolded()

function makeFolded(): Uint16Array {
  const folded = new Uint16Array(0x10000)
  for (let code = 4; code < 128; code++) folded[code] = code >= 65 && code <= 90 ? code + 32 : code
  const put = (signs: string, as: number) => {
    for (const sign of signs) folded[sign.charCodeAt(0)] = as
  }
  put(' -‐‑–—/,\t\n\v\f\r\u00a0', SPACE)
  put('.', DROPPED)
  put(';=|', END)
  put("'`´&’‘ʼʻ", RARE)
  return folded
}

/** Fills `FOLDED` for a letter that is met for the first time. */
export function foldCode(code: number): number {
  const folded = foldName(String.fromCharCode(code)).toLowerCase()
  return (FOLDED[code] = folded.length === 1 ? folded.charCodeAt(0) : RARE)
}

export const SEED = 0x811c9dc5 | 0

/** A step of FNV-1a. */
export function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** FNV leaves its low bits, which choose the chain, poorly mixed. */
export function finish(hash: number): number {
  return hash ^ (hash >>> 15)
}

/** Of “the”: an article before a name is no part of its key. */
export const THE = mix(mix(mix(SEED, 0x74), 0x68), 0x65)

/** Hash of `foldName(words).toLowerCase()`. */
export function hashName(words: string): number {
  let hash = SEED
  let isBetween = false
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    const folded = (FOLDED[code] as number) || foldCode(code)
    if (folded > SPACE) {
      if (isBetween) hash = hash === THE ? SEED : mix(hash, SPACE)
      isBetween = false
      hash = mix(hash, folded)
    } else if (folded === SPACE) isBetween = hash !== SEED
    else if (folded === RARE) return hashFolded(foldName(words).toLowerCase())
  }
  return finish(hash)
}

/** As `hashName`, of what `foldName` has left, in which nothing is rare. */
function hashFolded(key: string): number {
  let hash = SEED
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i)
    hash = code === SPACE && hash === THE ? SEED : mix(hash, code)
  }
  return finish(hash)
}

/** Numbers filed by hash, found in the order in which they were filed. */
export interface HashTable {
  /** Low bits of a hash → first entry + 1. */
  readonly heads: Int32Array
  /** Entry → next entry + 1 with those bits. */
  readonly next: Int32Array
  readonly hashes: Int32Array
}

/** Files each place of `hashes` under its hash. */
export function makeHashTable(hashes: Int32Array): HashTable {
  let size = 16
  while (size < hashes.length * 2) size *= 2
  const heads = new Int32Array(size)
  const next = new Int32Array(hashes.length)
  for (let entry = hashes.length - 1; entry >= 0; entry--) {
    const slot = (hashes[entry] as number) & (size - 1)
    next[entry] = heads[slot] as number
    heads[slot] = entry + 1
  }
  return { heads, next, hashes }
}

const NONE: readonly number[] = Object.freeze([])

/** Places that are filed under a hash. */
export function findEntries({ heads, next, hashes }: HashTable, hash: number): readonly number[] {
  let found: number[] | null = null
  for (let entry = heads[hash & (heads.length - 1)] as number; entry !== 0; entry = next[entry - 1] as number) {
    if (hashes[entry - 1] !== hash) continue
    found ??= []
    found.push(entry - 1)
  }
  return found ?? NONE
}
