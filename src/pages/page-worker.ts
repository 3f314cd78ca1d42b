/** Runs in a worker thread: reads one page or paper after another. One that takes too long ends the worker, not the program. */
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { PageOrder, PageReading, PaperOrder } from './page-reading.ts'

/** What comes back: that reading began, what there is so far, and the end: the whole, or the sentence of a failure. */
export type PageReport = { readonly began: true } | { readonly draft: PageReading } | { readonly done: PageReading } | { readonly failed: string }

// Where the program keeps what it compiled, its worker does too: it starts sooner the second time.
if (workerData.compileCache) enableCompileCache(workerData.compileCache)

const tell = (report: PageReport) => parentPort?.postMessage(report)

parentPort?.on('message', async (order: PageOrder | PaperOrder) => {
  try {
    const read = await loadReader(order)
    tell({ began: true })
    tell({ done: await read() })
  } catch (error) {
    tell({ failed: (error as Error).message })
  }
})

/** Loading the code for a kind is not counted as reading: it is done once. */
async function loadReader(order: PageOrder | PaperOrder): Promise<() => PageReading | Promise<PageReading>> {
  if (order.kind === 'html') {
    const { readSource } = await import('./read-source.ts')
    return () => readSource(order, (draft) => tell({ draft }))
  }
  if (order.kind === 'pdf') {
    const { readPdf } = await import('./pdf.ts')
    return () => readPdf(order.bytes, order.now)
  }
  const { readDocx } = await import('./docx.ts')
  return () => readDocx(order.bytes, order.now)
}
