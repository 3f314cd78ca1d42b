import { ReadoutError } from '../document/readout-error.ts'
import { type EntityModel, EVIDENCE } from '../entities/entities.ts'
import type { EventModel, RealisModel } from '../events/events.ts'
import type { ModelFolder } from './folder.ts'

/** Version of the models that are numbers in JSON. */
const VERSION = 1

/** A model with the digest of its file, which a record names. */
interface Digested<T> {
  readonly model: T
  readonly digest: string
}

/**
 * Reads the scorer of entities. Throws `ReadoutError` when it is damaged (`model-damaged`) or made for other evidence than
 * this program gathers (`model-version`).
 */
export function parseEntityModel(folder: ModelFolder): Digested<EntityModel> {
  return parseModel<EntityModel>(
    folder,
    'model.json',
    (model) => model.evidence?.length === EVIDENCE.length && model.evidence.every((name, n) => name === EVIDENCE[n]?.[0]),
  )
}

/** Reads the scorer of event types; throws as `parseEntityModel` does. */
export function parseEventModel(folder: ModelFolder): Digested<EventModel> {
  return parseModel<EventModel>(folder, 'model.json', (model) => model.classes?.length === model.bias?.length)
}

/** Reads the scorer of realis, which lies beside that of event types; throws as `parseEntityModel` does. */
export function parseRealisModel(folder: ModelFolder): Digested<RealisModel> {
  return parseModel<RealisModel>(folder, 'realis.json', (model) => typeof model.bias === 'number' && typeof model.weights === 'object')
}

function parseModel<T extends { readonly version: number }>(folder: ModelFolder, name: string, fits: (model: T) => boolean): Digested<T> {
  const { bytes, digest } = folder.read(name)
  let model: T
  try {
    model = JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new ReadoutError('model-damaged', `The file “${name}” in ${folder.place} is damaged: ${folder.mend}.`, { cause })
  }
  if (model.version !== VERSION || !fits(model))
    throw new ReadoutError('model-version', `The model in ${folder.place} is of another version than this program reads: use the models that come with it.`)
  return { model, digest }
}
