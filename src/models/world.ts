import { ReadoutError } from '../document/readout-error.ts'
import { FORMAT, indexKnowledge, type Knowledge } from '../knowledge/knowledge.ts'

/** Indexes the knowledge file that comes with the program. Throws `ReadoutError` (`knowledge-malformed`) where it is none. */
export function indexWorld(text: string, file: string, mend: string): Knowledge {
  if (!text.startsWith(FORMAT)) throw new ReadoutError('knowledge-malformed', `The file “${file}” does not begin with “${FORMAT}”: ${mend}.`)
  return indexKnowledge(text)
}
