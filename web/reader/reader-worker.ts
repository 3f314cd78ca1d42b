/** Runs in a worker of the browser: fetches the models, then reads one article after another. No text leaves it but to the page. */

import { FILES, VERSION } from 'virtual:reader-files'
import * as ort from 'onnxruntime-web/wasm'
import { ReadoutError } from '../../src/document/readout-error.ts'
import { indexWorld, type ModelFile, type ModelFolder, type Ort, openPipeline } from '../../src/models/models.ts'
import { type Pipeline, readArticle } from '../../src/pipeline.ts'
import { downloadFiles } from './download.ts'
import { MEND, type ReadingOrder, type ReadingReport } from './messages.ts'

const WASM = 'ort-wasm-simd-threaded.wasm'

const tell = (report: ReadingReport) => postMessage(report)

try {
  const pipeline = await openReading()
  let line: Promise<void> = Promise.resolve()
  addEventListener('message', ({ data }: MessageEvent<ReadingOrder>) => {
    line = line.then(async () => tell({ kind: 'readout', readout: await readArticle(data.article, pipeline) })).catch(tellProblem)
  })
  tell({ kind: 'ready' })
} catch (error) {
  tellProblem(error)
}

/** What is no `ReadoutError` may be a browser that gives no more memory, or a mistake of ours. */
function tellProblem(error: unknown): void {
  const code = error instanceof ReadoutError ? error.code : 'reader-stopped'
  const message = error instanceof ReadoutError ? error.message : `The reader in this browser stopped (${(error as Error).message}): ${MEND}.`
  tell({ kind: 'problem', code, message })
}

async function openReading(): Promise<Pipeline> {
  const total = FILES.reduce((sum, { size }) => sum + size, 0)
  const files = await downloadFiles(FILES, (received) => tell({ kind: 'progress', received, total }))
  const read = (path: string) => readFile(files, path)
  // Handed over, so that the runtime looks for nothing by itself; one thread, which needs no isolated page.
  ort.env.wasm.wasmBinary = read(WASM).bytes as Uint8Array<ArrayBuffer>
  ort.env.wasm.numThreads = 1
  const open = (folder: string): ModelFolder => ({ place: location.origin, mend: MEND, read: (name) => read(`models/${folder}/${name}`) })
  const knowledge = indexWorld(new TextDecoder().decode(read('knowledge/world.txt').bytes), 'knowledge/world.txt', MEND)
  const folders = { reader: open('reader'), entities: open('entities'), events: open('events') }
  return openPipeline(folders, { knowledge, version: VERSION }, ort as unknown as Ort)
}

function readFile(files: ReadonlyMap<string, ModelFile>, path: string): ModelFile {
  const file = files.get(path)
  if (!file) throw new ReadoutError('model-missing', `The file “${path}” is not among those of this page: ${MEND}.`)
  return file
}
