import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ReadoutError } from '../document/readout-error.ts'
import { type Knowledge, mergeKnowledge, parseKnowledge } from '../knowledge/knowledge.ts'
import { indexWorld } from '../models/models.ts'

/**
 * Loads what Readout knows of the world from a folder, and on top of it the user's own file where there is one. Throws
 * `ReadoutError` when ours is missing (`knowledge-missing`) or no knowledge file, or a line of the user's is malformed
 * (`knowledge-malformed`).
 */
export function loadKnowledge(folder: string, ownFile: string = ownKnowledgeFile()): Knowledge {
  const file = join(folder, 'world.txt')
  const text = readIfThere(file)
  if (text === null)
    throw new ReadoutError('knowledge-missing', `The file “world.txt” is not in ${folder}: install Readout again, or restore the folder “knowledge”.`)
  const base = indexWorld(text, file, 'install Readout again, or restore it')
  const own = readIfThere(ownFile)
  return own === null ? base : mergeKnowledge(base, parseOwnKnowledge(own, ownFile))
}

/** Loads the knowledge that comes with the package, from source and from compiled files alike, and the user's own. */
export function openKnowledge(): Knowledge {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return loadKnowledge(join(folder, 'knowledge'))
}

/** Reads the text of a user's file; its version is the digest of its text, so that a record tells which additions it was made with. */
export function parseOwnKnowledge(text: string, file: string): Knowledge {
  try {
    return { ...parseKnowledge(text), version: createHash('sha256').update(text).digest('hex').slice(0, 12) }
  } catch (cause) {
    const reason = `The knowledge file “${file}” is malformed, ${(cause as Error).message}: mend or remove that line (docs/knowledge.md tells the format).`
    throw new ReadoutError('knowledge-malformed', reason, { cause })
  }
}

/** Where a user's own knowledge stands. */
export function ownKnowledgeFile(): string {
  const { READOUT_KNOWLEDGE, XDG_DATA_HOME } = process.env
  return READOUT_KNOWLEDGE || join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'readout', 'knowledge.txt')
}

/** Text of a knowledge file, null where there is none. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new ReadoutError('knowledge-unreadable', `The knowledge file “${file}” could not be read (${message}): check its permissions.`, { cause })
  }
}
