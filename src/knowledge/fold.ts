/** Letters that Unicode does not take apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ə: 'a',
  Ə: 'A',
}
const PLAIN = /^[A-Za-z ]+$/

/**
 * A name with its case but without accents, points, apostrophes and hyphens, a leading “the” or an ending 's:
 * “the U.S.’s” → “US”, “Sana’a” → “Sanaa”, “Guinea-Bissau” → “Guinea Bissau”.
 */
export function foldName(words: string): string {
  let name = words
  if (!PLAIN.test(name)) {
    name = name.replace(/[’ʼʻ‘`´]/g, "'").replace(/'[sS]?$/, '')
    if (/[^\x00-\x7f]/.test(name)) name = foldLetters(name)
    name = name
      .replace(/['.]/g, '')
      .replace(/&/g, ' and ')
      .replace(/[-‐‑–—/,\s]+/g, ' ')
      .trim()
  }
  return name.charCodeAt(3) === 32 && /^the /i.test(name) ? name.slice(4) : name
}

/**
 * `foldName(name).toLowerCase()` of every name in a text, without marks like “(m)”. Each ends with
 * a bar, a semicolon or an equals sign, in what is returned with a bar.
 */
export function foldNames(text: string): string {
  return foldLetters(text)
    .toLowerCase()
    .replace(/['’ʼʻ‘`´](?:s?(?= ?[;|=]))?|\./g, '')
    .replace(/&/g, ' and ')
    .replace(/[-‐‑–—/,]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/(?: \([mw]\))?(?: \[q\d+\])? ?[;|=] ?(?:the )?/g, '|')
}

function foldLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øØłŁđĐıßæÆœþðəƏ]/g, (letter) => LETTERS[letter] ?? letter)
}

/** Whether a folded query may be a writing of a folded name: “RUSSIA” and “Bosnia And Herzegovina” may, “us” is not “US”. */
export function isCasedLike(query: string, name: string): boolean {
  if (query === name) return true
  if (query.length !== name.length) return false
  for (let i = 0; i < name.length; i++) {
    const letter = name[i] as string
    if (query[i] !== letter && query[i] !== letter.toUpperCase()) return false
  }
  return true
}

/** Words that a name has at most, so that names can be looked for in a text. */
export const LONGEST_NAME = 9

/** Words of a key. */
export function countWords(key: string): number {
  let words = 1
  for (let i = key.indexOf(' '); i >= 0; i = key.indexOf(' ', i + 1)) words++
  return words
}

/** Writings of one Arabic or Turkic given name, after `foldSpelling`'s other steps. */
const GIVEN: readonly [RegExp, string][] = [
  [/\bm[ou]h[ae]m[aeiu]d\b/g, 'mohamad'],
  [/\bab(?:d[eu]l|d al|d el)\b/g, 'abd'],
  [/\b(?:yusef|yusif|yusup|iusef|iusuf)\b/g, 'iusuf'],
  [/\bh[ou]s[ae]in\b/g, 'husin'],
  [/\bah?m[ae]d\b/g, 'ahmad'],
  [/\b(?:al|el|ul) /g, ''],
]

/**
 * One key for the usual transliterations of a name: Zelenskiy, Zelensky, Zelenskyy; Sergei, Sergey; Kuleba; Mohammed, Muhammad.
 * Too coarse for single words, so it is only used on names of two words or more.
 */
export function foldSpelling(name: string): string {
  let key = foldName(name)
    .toLowerCase()
    .replace(/ (?:jr|sr|[a-z])(?= |$)/g, '')
    .replace(/ks/g, 'x')
    .replace(/ph/g, 'f')
    .replace(/kh/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/dj/g, 'j')
    .replace(/ou|oo/g, 'u')
    .replace(/ee/g, 'i')
    .replace(/(?<=[aou])e/g, '')
    .replace(/[ea]?[iy](?:[iy]|j)?(?= |$)/g, 'i')
    .replace(/(?<=[a-z])[iy]e/g, 'e')
    .replace(/[eai]y|ei|ai|y/g, 'i')
    .replace(/w/g, 'v')
    .replace(/q|ck/g, 'k')
    .replace(/(.)\1/g, '$1')
  for (const [pattern, spelling] of GIVEN) key = key.replace(pattern, spelling)
  return key
}
