/** Runs in a worker thread: reads one article after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Article } from '../document/article.ts'
import type { Notice } from '../document/notice.ts'
import type { Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { openReader } from '../index.ts'

/** An article to be read. */
export interface ReadingOrder {
  readonly article: Article
  readonly notices: readonly Notice[]
}

/** What the worker tells: by whom it reads, then a record for each order, in their order; or why it cannot read at all. */
export type ReadingReport = { readonly producedBy: Readout['producedBy'] } | { readonly readout: Readout } | { readonly code: string; readonly message: string }

const tell = (report: ReadingReport) => parentPort?.postMessage(report)

try {
  const { modelFolder } = workerData as { modelFolder: string | null }
  const reader = await openReader(modelFolder === null ? {} : { modelFolder })
  let line: Promise<void> = Promise.resolve()
  parentPort?.on('message', ({ article, notices }: ReadingOrder) => {
    line = line.then(async () => tell({ readout: await reader.readArticle(article, notices) }))
  })
  tell({ producedBy: (await reader.read('')).producedBy })
} catch (error) {
  if (!(error instanceof ReadoutError)) throw error
  tell({ code: error.code, message: error.message })
}
