/** What reading needs, loaded from this machine's folders; `models` says what the files must hold. */
import { join } from 'node:path'
import type { EntityModel } from '../entities/entities.ts'
import type { RealisModel } from '../events/events.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Ort, openPipeline, openReaderModel, parseEntityModel, parseRealisModel } from '../models/models.ts'
import type { Pipeline } from '../pipeline.ts'
import type { ReaderParts } from '../reader/reader.ts'
import { openModelFolder } from './model-folder.ts'

export { loadKnowledge, openKnowledge, ownKnowledgeFile, parseOwnKnowledge, readIfThere } from './knowledge.ts'

/**
 * Loads all models below a folder and makes the pipeline. Throws `ReadoutError` when a file is missing (`model-missing`),
 * damaged (`model-damaged`) or of another version (`model-version`).
 */
export async function loadPipeline(folder: string, given: { readonly knowledge: Knowledge; readonly version: string }): Promise<Pipeline> {
  const open = (name: string) => openModelFolder(join(folder, name))
  return openPipeline({ reader: open('reader'), entities: open('entities'), events: open('events') }, given, await loadOrt())
}

/** Loads the reader model alone from its folder; throws as `loadPipeline` does. */
export async function loadReader(folder: string): Promise<{ parts: ReaderParts; digest: string }> {
  return openReaderModel(openModelFolder(folder), await loadOrt())
}

/** Loads the scorer of entities alone from its folder; throws as `loadPipeline` does. */
export function loadEntityModel(folder: string): { model: EntityModel; digest: string } {
  return parseEntityModel(openModelFolder(folder))
}

/** Loads the scorer of realis alone, which lies beside that of event types; throws as `loadPipeline` does. */
export function loadRealisModel(folder: string): { model: RealisModel; digest: string } {
  return parseRealisModel(openModelFolder(folder))
}

/** Loaded when it is needed: it takes longer than all the rest of the program. */
async function loadOrt(): Promise<Ort> {
  return await import('onnxruntime-node')
}
