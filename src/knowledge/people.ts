import type { Person, Source } from './facts.ts'
import { findExactRows, readGroup } from './rows.ts'

/** What the lines of people say of a person by the name under which they are filed; the last line where there are several. */
export function findPerson(source: Source, person: string): Person | null {
  const group = findExactRows(source, 'people', person)
    .map((row) => readGroup(source, row))
    .findLast(({ name }) => name === person)
  return group ?? null
}
