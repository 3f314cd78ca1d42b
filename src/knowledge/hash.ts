import { foldName } from './fold.ts'

/**
 * Hashes of names, so that thousands of words an article are looked up, and thousands of names indexed at every start, without
 * making a string of any. Equal folded names have equal hashes; whoever finds by hash compares the names themselves.
 */

const SPACE = 32
/** In `FOLDED`: not asked for yet; no letter of the key; only to be told from the whole name. */
const UNKNOWN = 0
const DROPPED = 1
const RARE = 2

/** Code unit → what is left of it in the key of a name. ASCII is filled here, other letters when they are first met. */
const FOLDED = new Uint16Array(0x10000)
for (let code = 3; code < 128; code++) FOLDED[code] = code
for (let code = 65; code <= 90; code++) FOLDED[code] = code + SPACE
for (const sign of ' -‐‑–—/,\t\n\v\f\r\u00a0') FOLDED[sign.charCodeAt(0)] = SPACE
FOLDED[0x2e] = DROPPED
for (const sign of "'`´&’‘ʼʻ") FOLDED[sign.charCodeAt(0)] = RARE

function foldCode(code: number): number {
  const known = FOLDED[code] as number
  if (known !== UNKNOWN) return known
  const folded = foldName(String.fromCharCode(code)).toLowerCase()
  return (FOLDED[code] = folded.length === 1 ? folded.charCodeAt(0) : RARE)
}

const SEED = 0x811c9dc5 | 0

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** Of “the”: an article before a name is no part of its key. */
const THE = mix(mix(mix(SEED, 0x74), 0x68), 0x65)

/** Hash of `foldName(words).toLowerCase()`. */
export function hashName(words: string): number {
  return hashPart(words, 0, words.length)
}

/** The same for a part of a text. */
export function hashPart(text: string, start: number, end: number): number {
  let hash = SEED
  let isBetween = false
  for (let i = start; i < end; i++) {
    const code = foldCode(text.charCodeAt(i))
    if (code === SPACE) isBetween = hash !== SEED
    else if (code === RARE) return hashFolded(foldName(text.slice(start, end)).toLowerCase())
    else if (code !== DROPPED) {
      if (isBetween) hash = hash === THE ? SEED : mix(hash, SPACE)
      isBetween = false
      hash = mix(hash, code)
    }
  }
  return spread(hash)
}

/** As `hashPart`, of what `foldName` has left, in which nothing is rare. */
function hashFolded(key: string): number {
  let hash = SEED
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i)
    hash = code === SPACE && hash === THE ? SEED : mix(hash, code)
  }
  return spread(hash)
}

/** Letters as numbers that no step of `foldSpelling` takes away or moves; those that it exchanges are one. */
const FIRM = new Uint8Array(128)
'b,g,m,n,pf,r,sx,t,vw,z'.split(',').forEach((letters, n) => {
  for (const letter of letters) FIRM[letter.charCodeAt(0)] = n + 1
})

/**
 * For each word between `start` and `end` a number that all its usual transliterations share: its firm consonants. Too coarse to
 * tell people apart, good enough to find the few whose spelling is worth comparing.
 */
export function hashSounds(text: string, start: number, end: number): number[] {
  const sounds: number[] = []
  let sound = 1
  let last = 0
  let isWord = false
  for (let i = start; i <= end; i++) {
    const code = i < end ? foldCode(text.charCodeAt(i)) : SPACE
    if (code === SPACE) {
      if (isWord) sounds.push(sound)
      sound = 1
      last = 0
      isWord = false
    } else if (code === RARE) {
      const folded = foldName(text.slice(start, end))
      return hashSounds(folded, 0, folded.length)
    } else {
      isWord = true
      const firm = FIRM[code] ?? 0
      if (firm !== 0 && firm !== last) {
        sound = Math.imul(sound, 11) + firm
        last = firm
      }
    }
  }
  return sounds
}

/** FNV leaves its low bits, which choose the chain, poorly mixed. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}

/** Numbers filed by hash, found in the order in which they were filed. */
export interface HashTable {
  /** Low bits of a hash → first entry + 1. */
  readonly heads: Int32Array
  readonly next: Int32Array
  readonly hashes: Int32Array
  readonly values: Int32Array
}

/** Files each value under the hash beside it. */
export function makeHashTable(hashes: Int32Array, values: Int32Array): HashTable {
  let size = 16
  while (size < hashes.length * 2) size *= 2
  const heads = new Int32Array(size)
  const next = new Int32Array(hashes.length)
  for (let entry = hashes.length - 1; entry >= 0; entry--) {
    const slot = (hashes[entry] as number) & (size - 1)
    next[entry] = heads[slot] as number
    heads[slot] = entry + 1
  }
  return { heads, next, hashes, values }
}

const NONE: readonly number[] = Object.freeze([])

/** Values filed under a hash. */
export function findValues({ heads, next, hashes, values }: HashTable, hash: number): readonly number[] {
  let found: number[] | null = null
  for (let entry = heads[hash & (heads.length - 1)] as number; entry !== 0; entry = next[entry - 1] as number) {
    if (hashes[entry - 1] !== hash) continue
    found ??= []
    found.push(values[entry - 1] as number)
  }
  return found ?? NONE
}
