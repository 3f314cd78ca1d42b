import { caseOf, childrenOf, relationOf, type Syntax } from '../document/syntax.ts'

/** Prepositions that tie a noun to a country: “leaders in Ostria”, “the government of Belmora”; an envoy “to” one is no tie. */
const TYING: ReadonlySet<string> = new Set(['of', 'in', 'from', 'for', 'at', 'within', 'inside', 'across', 'throughout'])
const BEFORE: ReadonlySet<string> = new Set(['amod', 'compound', 'nmod:poss', 'nmod:desc', 'nmod', 'nmod:unmarked', 'flat'])
const DEPTH = 4

/** Country (or body) of the name that a token stands in; null for all other words. */
export type CountryAt = readonly (string | null)[]

/**
 * The country that a noun's own words tie it to: modifiers and possessors first (“the Saudi envoy to Belmora”), then
 * complements, however deep (“the head of a school in Ostria”).
 */
export function findTie(syntax: Syntax, head: number, countryAt: CountryAt, depth = DEPTH): string | null {
  const children = childrenOf(syntax, head)
  for (let n = children.length - 1; n >= 0; n--) {
    const child = children[n] as number
    if (child > head || !BEFORE.has(relationOf(syntax, child))) continue
    const own = countryAt[child] ?? (depth > 0 ? findTie(syntax, child, countryAt, depth - 1) : null)
    if (own) return own
  }
  if (depth === 0) return null
  for (const child of children) {
    if (child < head || relationOf(syntax, child) !== 'nmod') continue
    const link = caseOf(syntax, child)
    if (link === null || !TYING.has(link)) continue
    const own = countryAt[child] ?? findTie(syntax, child, countryAt, depth - 1)
    if (own) return own
  }
  return null
}
