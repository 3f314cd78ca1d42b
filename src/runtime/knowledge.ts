import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Knowledge, parseKnowledge } from '../knowledge/knowledge.ts'

/** Loads what Readout knows of the world (`loadKnowledge(folder)`): stand-in until the user's file is read too. */
export function loadKnowledge(folder: string): Knowledge {
  return parseKnowledge(readFileSync(join(folder, 'world.txt'), 'utf8'))
}
