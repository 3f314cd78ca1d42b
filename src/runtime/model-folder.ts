import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReadoutError } from '../document/readout-error.ts'
import type { ModelFolder } from '../models/models.ts'

const MEND = 'install Readout again, or restore the folder “models”'

/** A folder of model files on the disk. Its `read` throws `ReadoutError` (`model-missing`) where a file is not there. */
export function openModelFolder(folder: string): ModelFolder {
  return {
    place: folder,
    mend: MEND,
    read: (name) => {
      const bytes = readModelFile(folder, name)
      return { bytes, digest: createHash('sha256').update(bytes).digest('hex') }
    },
  }
}

function readModelFile(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name))
  } catch (cause) {
    throw new ReadoutError('model-missing', `The model file “${name}” is not in ${folder}: ${MEND}.`, { cause })
  }
}
