import { ReadoutError } from '../document/readout-error.ts'

/** Result codes of SQLite that tell something about the world (https://sqlite.org/rescode.html), by their lowest byte. */
const BUSY = 5
const LOCKED = 6
const READ_ONLY = 8
const IO_ERROR = 10
const CORRUPT = 11
const FULL = 13
const CANNOT_OPEN = 14
const NOT_A_DATABASE = 26

/** Whether another process holds what is wanted, so that waiting helps. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error)
  return code === BUSY || code === LOCKED
}

/** A failure of SQLite as a sentence that says what happened and what to do; our own mistakes stay what they are. */
export function tellSqliteFailure(error: unknown, path: string): unknown {
  if (error instanceof Error && error.message.startsWith('fts5:'))
    return new ReadoutError('bad-search', 'The search holds signs that no word of the store has: leave them out.', { cause: error })
  const told = SENTENCES[codeOf(error) ?? -1]
  return told
    ? new ReadoutError(
        told[0],
        told[1].replaceAll('$', () => `“${path}”`),
        { cause: error },
      )
    : error
}

const SENTENCES: Readonly<Record<number, readonly [code: string, sentence: string]>> = {
  [BUSY]: ['store-busy', 'The store $ is being written by another process for longer than a minute: try again when that one is done.'],
  [LOCKED]: ['store-busy', 'The store $ is being written by another process for longer than a minute: try again when that one is done.'],
  [READ_ONLY]: ['store-read-only', 'The store $ cannot be written: its file or its folder is read-only. Change that, or use another place.'],
  [IO_ERROR]: ['store-io', 'The disk failed while the store $ was read or written: check the disk, then run the check of the store.'],
  [CORRUPT]: ['store-damaged', 'The store $ is damaged: restore it from a backup.'],
  [FULL]: ['store-full', 'The disk is full: nothing of this step was saved, and the store $ is as it was. Make room and try again.'],
  [CANNOT_OPEN]: ['store-cannot-open', 'The store $ cannot be opened: see that it is a file and that you may read and write it and its folder.'],
  [NOT_A_DATABASE]: ['store-not-a-store', 'The file $ is no store: it is no SQLite database. Name another file.'],
}

function codeOf(error: unknown): number | null {
  const code = (error as { errcode?: unknown } | null)?.errcode
  return typeof code === 'number' ? code & 0xff : null
}
