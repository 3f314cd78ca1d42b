import { type NameIndex, SECTIONS, type SoundIndex } from './facts.ts'
import { foldName, foldSpelling } from './fold.ts'
import { FOLDED, foldCode, makeHashTable, RARE } from './hash.ts'

const SPACE = 32
const DOT = 46

/** Letters, as numbers, that no step of `foldSpelling` takes away or moves; those that it exchanges are one. */
const FIRM = new Uint8Array(0x10000)
'b,g,m,n,pf,r,sx,t,vw,z'.split(',').forEach((letters, n) => {
  for (const letter of letters) FIRM[letter.charCodeAt(0)] = n + 1
})

/**
 * A number that all usual transliterations of a word share: its firm consonants. Too coarse to tell people apart, good enough to find
 * the few whose spelling is worth comparing. Null where only the whole name tells how it is folded.
 */
function hashSound(text: string, start: number, end: number): number | null {
  let sound = 0
  let last = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const folded = (FOLDED[code] as number) || foldCode(code)
    if (folded === RARE) return null
    const firm = FIRM[folded] as number
    if (firm === 0) continue
    if (firm !== last) sound = Math.imul(sound, 11) + firm
    last = firm
  }
  return sound
}

/** Sounds of the words of a name. */
export function hashSounds(name: string): number[] {
  return foldName(name)
    .split(' ')
    .map((word) => hashSound(word, 0, word.length) ?? 0)
}

/** Files people's names under the sound of the last word, which is in all their spellings. */
export function indexSounds(text: string, { starts, ends, sections }: NameIndex): SoundIndex {
  const [people, holders] = [SECTIONS.indexOf('people'), SECTIONS.indexOf('holders')]
  const rows = new Int32Array(starts.length)
  const sounds = new Int32Array(starts.length)
  let count = 0
  for (let row = 0; row < starts.length; row++) {
    if (sections[row] !== people && sections[row] !== holders) continue
    const sound = soundOfLast(text, starts[row] as number, ends[row] as number)
    if (sound === null) continue
    rows[count] = row
    sounds[count++] = sound
  }
  return { rows: rows.slice(0, count), bySound: makeHashTable(sounds.slice(0, count)) }
}

/** Sound of a name's last word; null for a name of one word. */
function soundOfLast(text: string, start: number, end: number): number | null {
  let gap = end - 1
  while (gap > start && FOLDED[text.charCodeAt(gap)] !== SPACE) gap--
  if (gap <= start) return null
  const sound = isSuffix(text, gap + 1, end) ? null : hashSound(text, gap + 1, end)
  if (sound !== null) return sound
  const words = foldSpelling(text.slice(start, end)).split(' ')
  const last = words.at(-1) as string
  return words.length < 2 ? null : hashSound(last, 0, last.length)
}

/** Whether a last word is left out of spellings: “Jr.”, lone letters. */
function isSuffix(text: string, start: number, end: number): boolean {
  return end - start < 2 || text.charCodeAt(end - 1) === DOT || (end - start === 2 && /[JS]r/i.test(text.slice(start, end)))
}
