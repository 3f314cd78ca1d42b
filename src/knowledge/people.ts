import type { Person, Source } from './facts.ts'
import { foldName } from './fold.ts'
import { findPlaces } from './key-table.ts'
import { openRow } from './rows.ts'

/** What the lines of people say of a person by the name under which they are filed; the last line where there are several. */
export function findPerson({ names }: Source, person: string): Person | null {
  const rows = findPlaces(names, foldName(person).toLowerCase()).map((row) => openRow(names, row))
  return rows.findLast((row) => row?.section === 'people' && row.written === person && row.name === person) ?? null
}
