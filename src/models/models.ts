/**
 * What reading needs, from the bytes of its files. Nothing here opens a file or a connection, so that a program and a
 * browser read with the same parts, checked the same way.
 */
import type { Readout } from '../document/readout.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { detectLanguage } from '../language/language.ts'
import type { Pipeline } from '../pipeline.ts'
import type { ModelFolder } from './folder.ts'
import { parseEntityModel, parseEventModel, parseRealisModel } from './plain-models.ts'
import { openReaderModel } from './reader-model.ts'
import type { Ort } from './sessions.ts'

export type { ModelFile, ModelFolder } from './folder.ts'
export { parseEntityModel, parseRealisModel } from './plain-models.ts'
export { openReaderModel } from './reader-model.ts'
export type { Ort } from './sessions.ts'
export { indexWorld } from './world.ts'

/**
 * Makes the pipeline from its folders of models, by an ONNX runtime. Throws `ReadoutError` where a file is damaged
 * (`model-damaged`) or of another version (`model-version`), and what a folder throws where a file is missing.
 */
export async function openPipeline(
  folders: Readonly<Record<'reader' | 'entities' | 'events', ModelFolder>>,
  given: { readonly knowledge: Knowledge; readonly version: string },
  ort: Ort,
): Promise<Pipeline> {
  const { parts, digest } = await openReaderModel(folders.reader, ort)
  const entities = parseEntityModel(folders.entities)
  const events = parseEventModel(folders.events)
  const realis = parseRealisModel(folders.events)
  const models = { [parts.model.name]: digest, entities: entities.digest, events: events.digest, realis: realis.digest }
  const producedBy: Readout['producedBy'] = { readout: given.version, models, knowledge: given.knowledge.version }
  return { reader: parts, entities: entities.model, events: events.model, realis: realis.model, knowledge: given.knowledge, detectLanguage, producedBy }
}
