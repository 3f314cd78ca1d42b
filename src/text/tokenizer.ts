/**
 * Cuts a text into tokens the way English treebanks do: clitics apart (“do|n't”, “Lind|'s”), punctuation apart,
 * abbreviations with their full stop, hyphenated words whole. Offsets only: no token text is copied.
 */

/** Abbreviations that keep their full stop wherever they stand. Lower case, without the stop. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof gen sen rep gov lt col maj sgt capt cmdr adm brig hon rev st ste jr sr inc corp co ltd llc bros vs
  etc no nos vol dept est assn univ fig jan feb mar apr aug sept sep oct nov dec mon tue tues wed thu thurs fri
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex
  va vt wash wis wyo mt ft amb supt atty messrs mme mlle sr sra dra fr pres`.split(/\s+/),
)
/** Words that begin with an apostrophe which is no quotation mark: ’90s is caught apart. */
const ELISIONS = /['’](?:em|til|tis|twas|cause|bout|round|n)(?![\p{L}\p{N}])/uy
const DECADE = /['’]\d0s\b/uy
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?')\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#][\p{L}\p{N}_]+/uy
const NUMBER = /\p{N}+(?:[.,:/]\p{N}+)*(?:st|nd|rd|th|s|m|bn|km|kg|am|pm)?(?![\p{L}\p{N}\p{M}])/uy
const INITIALS = /(?:\p{L}\.){2,}/uy
const WORD = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u200d]*(?:(?:[-‐‑&.@/]|['’])[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)*/uy
const RUN = /\.(?: ?\.){1,5}|…|-{2,}|``|''|[?!]{2,}|\*{2,}|_{2,}|={2,}/uy
const SPACE = /[\s\u0000-\u001f\u200b\u200e\u200f\u2060\ufeff\u007f-\u009f]+/uy
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
const SYMBOL = /\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}])*|[\s\S](?:\p{M}|\ufe0f)*/uy

/** Start and end offsets (UTF-16 units) of each token, in order. */
export function cutTokens(text: string): { start: Uint32Array; end: Uint32Array; count: number } {
  const cut = { start: new Uint32Array(Math.max(16, text.length >> 2)), end: new Uint32Array(0), count: 0 }
  cut.end = new Uint32Array(cut.start.length)
  let at = skip(text, 0)
  while (at < text.length) {
    const end = cutOne(text, at, cut)
    at = skip(text, end)
  }
  return { start: cut.start.slice(0, cut.count), end: cut.end.slice(0, cut.count), count: cut.count }
}

type Cut = { start: Uint32Array; end: Uint32Array; count: number }

function cutOne(text: string, at: number, cut: Cut): number {
  const fixed = matchEnd(ADDRESS, text, at) || matchEnd(DECADE, text, at) || matchEnd(ELISIONS, text, at)
  const whole = fixed || matchEnd(NUMBER, text, at) || initialsEnd(text, at)
  if (whole) return push(cut, at, whole)
  const word = matchEnd(WORD, text, at)
  if (word) return cutWord(text, at, word, cut)
  return push(cut, at, matchEnd(RUN, text, at) || matchEnd(SYMBOL, text, at) || at + 1)
}

/** “U.S.”, “a.m.”, “J.” before a surname; a single initial keeps its stop when a capital follows. */
function initialsEnd(text: string, at: number): number {
  const end = matchEnd(INITIALS, text, at)
  if (end && !/[\p{L}\p{N}]/u.test(text[end] ?? '')) return end
  if (text[at + 1] === '.' && /[A-Z]/.test(text[at] ?? '') && /^ ?\p{Lu}/u.test(text.slice(at + 2, at + 4))) return at + 2
  return 0
}

/** Parts a word from its clitics, its abbreviating stop kept, and slashes or stops that glue two words cut apart. */
function cutWord(text: string, at: number, wordEnd: number, cut: Cut): number {
  let end = wordEnd
  const glue = text.slice(at, end).search(/\p{L}{2}[./@](?=\p{Lu}\p{Ll})/u)
  if (glue >= 0) end = at + glue + 2
  if (text[end] === '.' && ABBREVIATIONS.has(text.slice(at, end).toLowerCase())) return push(cut, at, keepsStop(text, at, end))
  const word = text.slice(at, end)
  const clitic = word.length > 2 ? CLITIC.exec(word) : null
  const stem = clitic ? at + clitic.index : end
  if (word.toLowerCase() === 'cannot') {
    push(cut, at, at + 3)
    return push(cut, at + 3, end)
  }
  if (!clitic || clitic.index === 0) return push(cut, at, end)
  push(cut, at, stem)
  return push(cut, stem, end)
}

/** “no” and other words that are also abbreviations keep the stop only before a number or a capital. */
function keepsStop(text: string, at: number, end: number): number {
  const word = text.slice(at, end)
  const following = text.slice(end + 1, end + 3)
  if (/^(?:no|nos|fig|vol|est|mar|wash|ore|miss|mass|ill|ind|del|la|mon|wed|fri|pa|mo)$/i.test(word)) {
    const isName = /^\p{Lu}/u.test(word) && !/^(?:No|Miss|Mass|Ill|Wash|Fig|Mon)$/.test(word)
    return /^ ?\p{N}/u.test(following) || (isName && /^(?:,| \p{L})/u.test(following)) ? end + 1 : end
  }
  return end + 1
}

function push(cut: Cut, start: number, end: number): number {
  if (cut.count === cut.start.length) {
    cut.start = grown(cut.start)
    cut.end = grown(cut.end)
  }
  cut.start[cut.count] = start
  cut.end[cut.count++] = end
  return end
}

function grown(old: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(old.length * 2)
  larger.set(old)
  return larger
}

function skip(text: string, at: number): number {
  return matchEnd(SPACE, text, at) || at
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : 0
}
