import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReadoutError } from '../document/readout-error.ts'
import { EVIDENCE, type EntityModel } from '../entities/entities.ts'

const VERSION = 1

/**
 * Loads the scorer of entities from its folder. Throws `ReadoutError` when it is missing (`model-missing`), damaged
 * (`model-damaged`) or made for other evidence than this program gathers (`model-version`).
 */
export function loadEntityModel(folder: string): { model: EntityModel; digest: string } {
  const path = join(folder, 'model.json')
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    throw new ReadoutError('model-missing', `The model file “model.json” is not in ${folder}: install Readout again, or restore the folder “models”.`, { cause })
  }
  let model: EntityModel
  try {
    model = JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw new ReadoutError('model-damaged', `The file “model.json” in ${folder} is damaged: install Readout again, or restore the folder “models”.`, { cause })
  }
  const fits = model.version === VERSION && model.evidence?.length === EVIDENCE.length && model.evidence.every((name, n) => name === EVIDENCE[n]?.[0])
  if (!fits) throw new ReadoutError('model-version', `The model in ${folder} is of another version than this program reads: use the models that come with it.`)
  return { model, digest: createHash('sha256').update(bytes).digest('hex') }
}
