import { type Layers, UPOS } from '../document/layers.ts'
import type { Notice } from '../document/notice.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { indexAt, readWord, spanOf } from '../document/words.ts'
import type { Verbatim } from './contents.ts'

/** A title of this many tokens at most is told from a sentence by its capitals alone. */
export const LONGEST_TITLE = 7
/** Words between marks that name a thing rather than say something, at most. */
const LONGEST_TERM = 3
const VERBS: ReadonlySet<number> = new Set([UPOS.indexOf('VERB'), UPOS.indexOf('AUX')])
const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')
/** Before a noun and what goes with it: “the”, “its”, “notorious”. */
const LEADS_NOUN: ReadonlySet<number> = new Set([UPOS.indexOf('DET'), UPOS.indexOf('ADJ'), UPOS.indexOf('NUM')])

/** Before a slogan or what is written on something: “a banner read “…””, “under the motto “…””. */
const SLOGAN = /\b(?:slogan|motto|banner|placard|sign|poster|headline|hashtag|sticker|caption|label|graffiti)s?\b|\b(?:reads?|reading|emblazoned)\W*$/i
const SUNG = /\b(?:sings?|sang|sung|singing|chant(?:s|ed|ing)?|cheer(?:s|ed|ing)?|hum(?:s|med|ming)?)\b/i
/** “the so-called “peace road””, “what she calls “the long pause””. */
const TERM =
  /\b(?:so-called|(?:also |better |locally |widely )?known as|called|calls?|dubbed|termed|nicknamed|the (?:term|word|phrase|expression)s?|means?|meaning)\W*$/i
/** What has a title. */
const WORK =
  /\b(?:book|novel|film|movie|documentary|song|album|play|show|series|episode|programme|program|magazine|poem|painting|essay|column|podcast|opera|memoir|game|video|titled|entitled|network)\b/i

/** Whether all longer words of a stretch are capitalised: “State of the Union”, “All Bets Are Off”. */
export function isTitleCase(tokens: Tokens, { first, last }: TokenSpan): boolean {
  let capitals = 0
  for (let i = first; i < last; i++) {
    const word = readWord(tokens, i)
    if (/^\p{Ll}\p{L}{3,}/u.test(word)) return false
    if (/^\p{Lu}\p{L}{2,}/u.test(word)) capitals++
  }
  return capitals >= 2
}

/** The notice for a verbatim run that no statement holds, with what it is taken for. */
export function tellLeftOver(tokens: Tokens, layers: Layers, run: Verbatim): Notice {
  return {
    code: 'verbatim-unattributed',
    message: `Words between quotation marks that no statement holds: taken for ${nameUse(tokens, layers, run)}.`,
    span: spanOf(tokens, run.words),
  }
}

function nameUse(tokens: Tokens, layers: Layers, { words, whole }: Verbatim): string {
  const sentence = indexAt(tokens.sentences, whole.first)
  const from = Math.max(tokens.sentences[sentence] as number, whole.first - 8)
  const before = from < whole.first ? tokens.text.slice(tokens.start[from], tokens.end[whole.first - 1]) : ''
  const end = /^[.,;:]$/.test(readWord(tokens, words.last - 1)) ? words.last - 1 : words.last
  const size = Math.max(1, end - words.first)
  if (/=\s*$/.test(before)) return 'a value in markup'
  if (size < LONGEST_TERM && isNickname(tokens, layers, whole)) return 'a nickname'
  if (SUNG.test(before)) return 'words that are sung or chanted'
  if (SLOGAN.test(before)) return 'a slogan or what is written on something'
  const isCapital = /^(?:\p{Lu}|\d)/u.test(readWord(tokens, words.first))
  if (isTitleCase(tokens, words) || (isCapital && size <= LONGEST_TERM && WORK.test(before))) return 'a title or a name'
  if (TERM.test(before)) return 'a term or a name'
  if (isCapital && size <= LONGEST_TERM && /^(?:\p{Lu}|\d)/u.test(readWord(tokens, end - 1)) && before !== '') return 'a title or a name'
  if (isCapital && size > LONGEST_TERM) return 'speech that nobody is named for'
  if (size === 1) return 'a single word that is stressed or doubted'
  return isPhrase(layers, { first: words.first, last: end }, whole.first - 1)
    ? 'a scare quote or a term'
    : 'words woven into a sentence that names nobody for them'
}

/** “Ola “Tug” Brandt”, “Robert C. “Bobby” Scott”: inside a name. */
function isNickname(tokens: Tokens, layers: Layers, whole: TokenSpan): boolean {
  if (whole.first === 0 || whole.last >= tokens.count) return false
  const at = whole.first - 1
  const isInitial = at > 0 && readWord(tokens, at) === '.' && /^\p{Lu}$/u.test(readWord(tokens, at - 1))
  const isName = (i: number) => layers.upos[i] === PROPN && /^\p{Lu}/u.test(readWord(tokens, i))
  return (isInitial || isName(at)) && isName(whole.last)
}

/** Whether words make a noun phrase, or stand in one: “the “floating bridge” carried …”. */
function isPhrase(layers: Layers, { first, last }: TokenSpan, before: number): boolean {
  if (layers.upos[last - 1] === NOUN && LEADS_NOUN.has(layers.upos[before] as number)) return true
  let hasNoun = false
  for (let i = first; i < last; i++) {
    if (VERBS.has(layers.upos[i] as number)) return false
    hasNoun ||= layers.upos[i] === NOUN
  }
  return hasNoun || last - first <= LONGEST_TERM
}
