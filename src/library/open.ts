import { availableParallelism } from 'node:os'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { openKnowledge } from '../runtime/runtime.ts'
import { closeStore, openStore, type Store } from '../store/store.ts'
import { openReaders, type Readers } from './readers.ts'

/** An open library: its store, and who reads for it. */
export interface Library {
  readonly store: Store
  readonly readers: Readers
  /** By which people and bodies are recognised across articles. */
  readonly knowledge: () => Knowledge
}

export interface LibraryOptions {
  /** Threads that read at once; without it, one a core, four at most. */
  readonly parallel?: number
  /** Folder of the models; without it, those that come with the package. */
  readonly modelFolder?: string
}

/** Threads where nobody says how many: each has models of some 300 MB. */
const MOST_THREADS = 4

/**
 * Opens a library: a file, which is made when it is not there, or `postgres://…`. Models are loaded when the first article has to be read.
 * Closed by `closeLibrary`.
 */
export async function openLibrary(location: string, { parallel, modelFolder }: LibraryOptions = {}): Promise<Library> {
  const count = parallel ?? Math.min(availableParallelism(), MOST_THREADS)
  let knowledge: Knowledge | null = null
  const know = () => {
    knowledge ??= openKnowledge()
    return knowledge
  }
  return { store: await openStore(location), readers: openReaders(count, modelFolder ?? null), knowledge: know }
}

export async function closeLibrary({ store, readers }: Library): Promise<void> {
  await readers.close()
  await closeStore(store)
}
