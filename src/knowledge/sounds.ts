import type { NameIndex } from './facts.ts'
import { foldName } from './fold.ts'
import { FOLDED, foldCode, type HashTable, makeHashTable, RARE } from './hash.ts'

const SPACE = 32

/** Letters, as numbers, that no step of `foldSpelling` takes away or moves; those that it exchanges are one. */
const FIRM = new Uint8Array(0x10000)
'b,g,m,n,pf,r,sx,t,vw,z'.split(',').forEach((letters, n) => {
  for (const letter of letters) FIRM[letter.charCodeAt(0)] = n + 1
})

/**
 * A number for each word of a name that all its usual transliterations share: its firm consonants. Too coarse to tell people apart,
 * good enough to find the few whose spelling is worth comparing.
 */
export function hashSounds(name: string): number[] {
  const sounds: number[] = []
  let sound = 0
  let last = 0
  let isWord = false
  for (let i = 0; i <= name.length; i++) {
    const code = i < name.length ? name.charCodeAt(i) : SPACE
    const folded = (FOLDED[code] as number) || foldCode(code)
    if (folded === RARE) return hashSounds(foldName(name))
    if (folded === SPACE) {
      if (isWord) sounds.push(sound)
      sound = 0
      last = 0
      isWord = false
    } else {
      isWord = true
      const firm = FIRM[folded] as number
      if (firm !== 0 && firm !== last) sound = Math.imul(sound, 11) + firm
      if (firm !== 0) last = firm
    }
  }
  return sounds
}
