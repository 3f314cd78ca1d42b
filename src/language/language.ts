import { detect } from 'tinyld/light'

/** Letters looked at: enough to tell a language, few enough to cost nothing. */
const SAMPLE = 1200
/** Fewer letters than this tell no language: a headline is read as English. */
const LEAST = 60

/**
 * ISO 639-1 code of a text's language, null where it is too short to tell. Common English words settle the usual case
 * without the detector, which is slower and now and then mistakes names for a language.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE * 4)
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.join('').length < LEAST) return null
  const english = words.filter((word) => ENGLISH.has(word)).length
  if (english / words.length > 0.12) return 'en'
  const letters = sample.replace(/[^\p{L}\s]/gu, ' ').slice(0, SAMPLE)
  return detect(letters) || null
}

const ENGLISH = new Set('the of to and a in that is for it on was with as he said by at be from his they not have are has this will but'.split(' '))
