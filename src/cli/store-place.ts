import { homedir } from 'node:os'
import { join } from 'node:path'

/** The store that a command works with: the one that is named, `READOUT_STORE`, or a file among the user's data. */
export function placeStore(named?: string): string {
  const { READOUT_STORE, XDG_DATA_HOME } = process.env
  return named || READOUT_STORE || join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'readout', 'library.db')
}

/** The place as it may be shown: without a password. */
export function showPlace(place: string): string {
  return place.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@/]*@/, '$1@')
}
