import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as Ort from 'onnxruntime-node'
import { ReadoutError } from '../document/readout-error.ts'
import { type ReaderModel, type ReaderParts, readVocabulary, type Session } from '../reader/reader.ts'

export { loadKnowledge, openKnowledge, ownKnowledgeFile, parseOwnKnowledge, readIfThere } from './knowledge.ts'
export { loadEntityModel, loadEventModel, loadRealisModel } from './plain-models.ts'

/** Version of the model's files that this program reads. */
const MODEL_VERSION = 2

/**
 * Loads the reader model from a folder and makes its ONNX sessions, one thread each, no optimisation that depends on the
 * machine. Throws `ReadoutError` when a file is missing (`model-missing`), damaged (`model-damaged`) or of another version
 * (`model-version`).
 */
export async function loadReader(folder: string): Promise<{ parts: ReaderParts; digest: string }> {
  const described = readModelFile(folder, 'model.json')
  const model = parseModel(described, folder)
  const bytes = (name: string) => checkedFile(folder, name, model)
  const [encoder, relations, roles, words] = ['encoder.onnx', 'relations.onnx', 'roles.onnx', 'words.txt'].map(bytes) as [Buffer, Buffer, Buffer, Buffer]
  const ort = await import('onnxruntime-node')
  const [first, second, third] = await Promise.all([encoder, relations, roles].map((file) => openSession(ort, file, folder)))
  const runtime = {
    encoder: first as Session,
    relations: second as Session,
    roles: third as Session,
    makeTensor: (type: 'int32' | 'float32', data: Int32Array | Float32Array, dims: readonly number[]) => new ort.Tensor(type, data, dims),
  }
  const digest = createHash('sha256').update(described).digest('hex')
  return { parts: { model, vocabulary: readVocabulary(words.toString('utf8')), runtime }, digest }
}

function readModelFile(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name))
  } catch (cause) {
    throw new ReadoutError('model-missing', `The model file “${name}” is not in ${folder}: install Readout again, or restore the folder “models”.`, { cause })
  }
}

function parseModel(described: Buffer, folder: string): ReaderModel {
  let model: ReaderModel & { labelRoot: unknown }
  try {
    model = JSON.parse(described.toString('utf8'))
  } catch (cause) {
    throw new ReadoutError('model-damaged', `The file “model.json” in ${folder} is damaged: install Readout again, or restore the folder “models”.`, { cause })
  }
  if (model.version !== MODEL_VERSION)
    throw new ReadoutError(
      'model-version',
      `The model in ${folder} is of version ${String(model.version)}, this program reads version ${MODEL_VERSION}: use the models that come with it.`,
    )
  return { ...model, labelRoot: Float32Array.from(model.labelRoot as unknown as number[]) }
}

function checkedFile(folder: string, name: string, model: ReaderModel): Buffer {
  const bytes = readModelFile(folder, name)
  if (createHash('sha256').update(bytes).digest('hex') !== model.files[name])
    throw new ReadoutError(
      'model-damaged',
      `The model file “${name}” in ${folder} is cut short or changed: install Readout again, or restore the folder “models”.`,
    )
  return bytes
}

async function openSession(ort: typeof Ort, file: Buffer, folder: string): Promise<Session> {
  try {
    const options = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential', graphOptimizationLevel: 'all', logSeverityLevel: 3 } as const
    return (await ort.InferenceSession.create(file, options)) as unknown as Session
  } catch (cause) {
    throw new ReadoutError('model-damaged', `A model file in ${folder} could not be opened: install Readout again, or restore the folder “models”.`, { cause })
  }
}
