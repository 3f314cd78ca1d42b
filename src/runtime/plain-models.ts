import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReadoutError } from '../document/readout-error.ts'
import { type EntityModel, EVIDENCE } from '../entities/entities.ts'
import type { EventModel, RealisModel } from '../events/events.ts'

/** Version of the models that are numbers in JSON. */
const VERSION = 1

/**
 * Loads the scorer of entities from its folder. Throws `ReadoutError` when it is missing (`model-missing`), damaged
 * (`model-damaged`) or made for other evidence than this program gathers (`model-version`).
 */
export function loadEntityModel(folder: string): { model: EntityModel; digest: string } {
  return loadModel<EntityModel>(
    folder,
    'model.json',
    (model) => model.evidence?.length === EVIDENCE.length && model.evidence.every((name, n) => name === EVIDENCE[n]?.[0]),
  )
}

/** Loads the scorer of event types from its folder; throws as `loadEntityModel` does. */
export function loadEventModel(folder: string): { model: EventModel; digest: string } {
  return loadModel<EventModel>(folder, 'model.json', (model) => model.classes?.length === model.bias?.length)
}

/** Loads the scorer of realis, which lies beside that of event types; throws as `loadEntityModel` does. */
export function loadRealisModel(folder: string): { model: RealisModel; digest: string } {
  return loadModel<RealisModel>(folder, 'realis.json', (model) => typeof model.bias === 'number' && typeof model.weights === 'object')
}

function loadModel<T extends { readonly version: number }>(folder: string, name: string, fits: (model: T) => boolean): { model: T; digest: string } {
  const bytes = readModel(folder, name)
  let model: T
  try {
    model = JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw new ReadoutError('model-damaged', `The file “${name}” in ${folder} is damaged: install Readout again, or restore the folder “models”.`, { cause })
  }
  if (model.version !== VERSION || !fits(model))
    throw new ReadoutError('model-version', `The model in ${folder} is of another version than this program reads: use the models that come with it.`)
  return { model, digest: createHash('sha256').update(bytes).digest('hex') }
}

function readModel(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name))
  } catch (cause) {
    throw new ReadoutError('model-missing', `The model file “${name}” is not in ${folder}: install Readout again, or restore the folder “models”.`, {
      cause,
    })
  }
}
