import { ReadoutError } from '../document/readout-error.ts'
import { type ReaderModel, type ReaderParts, readVocabulary } from '../reader/reader.ts'
import type { ModelFolder } from './folder.ts'
import { type Ort, openSessions } from './sessions.ts'

/** Version of the model's files that this program reads. */
const VERSION = 2

/**
 * Opens the reader model and its ONNX sessions. Throws `ReadoutError` when a file is damaged (`model-damaged`) or the model
 * of another version (`model-version`).
 */
export async function openReaderModel(folder: ModelFolder, ort: Ort): Promise<{ parts: ReaderParts; digest: string }> {
  const { model, digest } = parseReaderModel(folder)
  const read = (name: string) => readChecked(folder, name, model)
  const files = { encoder: read('encoder.onnx'), relations: read('relations.onnx'), roles: read('roles.onnx') }
  const vocabulary = readVocabulary(new TextDecoder().decode(read('words.txt')))
  return { parts: { model, vocabulary, runtime: await openSessions(files, folder, ort) }, digest }
}

function parseReaderModel(folder: ModelFolder): { model: ReaderModel; digest: string } {
  const { bytes, digest } = folder.read('model.json')
  let model: ReaderModel & { labelRoot: unknown }
  try {
    model = JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new ReadoutError('model-damaged', `The file “model.json” in ${folder.place} is damaged: ${folder.mend}.`, { cause })
  }
  if (model.version !== VERSION)
    throw new ReadoutError(
      'model-version',
      `The model in ${folder.place} is of version ${String(model.version)}, this program reads version ${VERSION}: use the models that come with it.`,
    )
  return { model: { ...model, labelRoot: Float32Array.from(model.labelRoot as unknown as number[]) }, digest }
}

/** The model's own description says which bytes its files must have. */
function readChecked({ place, mend, read }: ModelFolder, name: string, model: ReaderModel): Uint8Array {
  const { bytes, digest } = read(name)
  if (digest !== model.files[name]) throw new ReadoutError('model-damaged', `The model file “${name}” in ${place} is cut short or changed: ${mend}.`)
  return bytes
}
