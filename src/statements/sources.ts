import type { Layers } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import type { SourceKind } from '../document/statement.ts'
import type { Tokens } from '../document/tokens.ts'
import { namesWithin } from '../document/words.ts'

const DOCUMENT =
  /^(?:report|statement|document|letter|bill|communiqu[eé]|memo|memorandum|survey|poll|study|article|book|tweet|post|email|e-mail|text|treaty|accord|resolution|law|order|ruling|note|release|transcript|record|filing|indictment|platform|ad|advertisement|editorial|paper|constitution|declaration|release|notice|cable|map|data|figure|budget|draft)s?$/i
const GOVERNMENT =
  /^(?:government|administration|ministry|cabinet|kremlin|presidency|embassy|regime|authorities|state|parliament|senate|congress|downing|ministries|chancellery|palace)$/i
const ORGANIZATION =
  /^(?:company|party|agency|union|group|bank|court|council|commission|committee|organization|organisation|university|newspaper|outlet|campaign|association|institute|department|office|police|army|military|board|firm|club|coalition|federation|alliance|bureau|network|magazine|website|consulate|station)$/i
const GROUP =
  /^(?:we|they|people|voters|critics|supporters|officials|experts|analysts|observers|leaders|lawmakers|democrats|republicans|some|many|most|others|residents|sides|both|all|few|several|ministers|diplomats|farmers|mayors|activists|economists|respondents|americans|protesters|opponents|members|who|those|aides|sources|families|workers|women|men|scientists|advisers|advisors)$/i
const ANONYMOUS =
  /\b(?:person|people|source|sources|official|officials|aide|aides|diplomat|diplomats|adviser|advisers|insider|insiders)\b.*\b(?:familiar|close to|briefed|anonym|not to be (?:named|identified)|condition of|with knowledge|unnamed|not authori[sz]ed)|\b(?:unnamed|anonymous|unidentified)\b|^(?:an? |one |another |two |three |several |some )?(?:senior |former |western |government |security |diplomatic |foreign )*(?:source|sources|insider|insiders)\b/iu

/** Index of the token that heads a span in syntax: the one whose head lies outside. */
export function findHeadToken(span: TokenSpan, layers: Layers): number {
  for (let i = span.first; i < span.last; i++) {
    const head = layers.head[i] as number
    if (head < span.first || head >= span.last) return i
  }
  return span.last - 1
}

/** What kind of source a span names. A name in it decides, then its head word; an unnamed one is anonymous, not unknown. */
export function findSourceKind(span: TokenSpan, tokens: Tokens, layers: Layers): SourceKind {
  const text = tokens.text.slice(tokens.start[span.first], tokens.end[span.last - 1])
  if (ANONYMOUS.test(text)) return 'anonymous'
  const head = findHeadToken(span, layers)
  const word = tokens.text.slice(tokens.start[head], tokens.end[head])
  const inside = namesWithin(layers.names, span)
  const name = inside.find((one) => one.first <= head && head < one.last)
  if (name?.kind === 'person' || inside.some((one) => one.kind === 'person')) return 'person'
  if (DOCUMENT.test(word)) return 'document'
  if (GOVERNMENT.test(word)) return 'government'
  if (GROUP.test(word)) return 'group'
  if (name?.kind === 'place') return 'government'
  if (name?.kind === 'norp') return 'group'
  if (ORGANIZATION.test(word) || name?.kind === 'organization' || name?.kind === 'facility') return 'organization'
  return isPlural(head, word, layers) ? 'group' : 'person'
}

function isPlural(head: number, word: string, layers: Layers): boolean {
  return layers.upos[head] === 7 && /s$/i.test(word) && (layers.lemma[head] ?? word).length < word.length
}
