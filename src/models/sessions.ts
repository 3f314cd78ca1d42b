import { ReadoutError } from '../document/readout-error.ts'
import type { Runtime, Session } from '../reader/reader.ts'
import type { ModelFolder } from './folder.ts'

/** What onnxruntime-node and onnxruntime-web have in common, as far as it is used. */
export interface Ort {
  readonly InferenceSession: { create(model: Uint8Array, options: typeof OPTIONS): Promise<unknown> }
  readonly Tensor: new (type: 'int32' | 'float32', data: Int32Array | Float32Array, dims: readonly number[]) => unknown
}

/** One thread, and no optimisation that depends on the machine. */
const OPTIONS = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential', graphOptimizationLevel: 'all', logSeverityLevel: 3 } as const

/** Sessions of the three networks of the reader model, with what makes their tensors. */
export async function openSessions(files: Readonly<Record<'encoder' | 'relations' | 'roles', Uint8Array>>, folder: ModelFolder, ort: Ort): Promise<Runtime> {
  const [encoder, relations, roles] = await Promise.all([files.encoder, files.relations, files.roles].map((bytes) => openSession(ort, bytes, folder)))
  return {
    encoder: encoder as Session,
    relations: relations as Session,
    roles: roles as Session,
    makeTensor: (type, data, dims) => new ort.Tensor(type, data, dims),
  }
}

async function openSession(ort: Ort, bytes: Uint8Array, { place, mend }: ModelFolder): Promise<Session> {
  try {
    return (await ort.InferenceSession.create(bytes, OPTIONS)) as Session
  } catch (cause) {
    throw new ReadoutError('model-damaged', `A model file in ${place} could not be opened: ${mend}.`, { cause })
  }
}
