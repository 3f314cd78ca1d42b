import type { Mention } from '../document/mention.ts'
import { isCapitalized, type Syntax } from '../document/syntax.ts'
import type { ProperName } from './names.ts'

const HALVES = /^(?:north|south|east|west)$/

/**
 * “The North” is a country where the article names one country that begins so (“North Ostria … the North's leader”), and a region
 * otherwise.
 */
export function nameHalves(syntax: Syntax, names: readonly ProperName[], nominals: readonly Mention[]): Mention[] {
  const countries = new Map<string, string | null>()
  for (const { first, last, kind, country } of names) {
    const word = syntax.lower[first] as string
    if (kind === 'country' && last - first > 1 && country && HALVES.test(word))
      countries.set(word, (countries.get(word) ?? country) === country ? country : null)
  }
  return nominals.map((mention) => {
    const country = isCapitalized(syntax.words[mention.head] as string) ? countries.get(syntax.lower[mention.head] as string) : null
    return country && mention.last === mention.head + 1 ? { ...mention, kind: 'country', country } : mention
  })
}
