import type { Gender, Source } from './facts.ts'
import { foldName } from './fold.ts'
import { findEntries } from './hash.ts'

/** Gender of those who bear a given name, as one file tells it; `hash` is that of the name. */
export function lookUpGivenName({ text, givenNames }: Source, name: string, hash: number): Gender | null {
  const rows = findEntries(givenNames.byName, hash)
  if (rows.length === 0) return null
  const key = foldName(name).toLowerCase()
  const row = rows.find((found) => foldName(text.slice(givenNames.starts[found], givenNames.ends[found])).toLowerCase() === key)
  return row === undefined ? null : text[givenNames.lines[row] as number] === 'm' ? 'man' : 'woman'
}
