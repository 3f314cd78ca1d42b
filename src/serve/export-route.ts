import { Readable } from 'node:stream'
import type { z } from '@hono/zod-openapi'
import { ExportPath, ExportQuery } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { CHOOSING_FORMATS, type ExportItem, exportItems } from '../export/export.ts'
import { findCountry, listRecords } from '../library/library.ts'
import type { Store } from '../store/store.ts'
import { defineRoute } from './route.ts'

type Format = z.output<typeof ExportPath>['format']

const TYPES: Readonly<Record<Format, readonly [type: string, extension: string]>> = {
  csv: ['text/csv; charset=utf-8', 'csv'],
  jsonl: ['application/x-ndjson', 'jsonl'],
  plover: ['application/x-ndjson', 'jsonl'],
  annotations: ['application/x-ndjson', 'jsonl'],
  jsonld: ['application/x-ndjson', 'jsonl'],
  ftm: ['application/x-ndjson', 'jsonl'],
  ninjs: ['application/x-ndjson', 'jsonl'],
  bibtex: ['application/x-bibtex; charset=utf-8', 'bib'],
  ris: ['application/x-research-info-systems; charset=utf-8', 'ris'],
  csl: ['application/vnd.citationstyles.csl+json', 'json'],
}

export const EXPORT_ROUTE = defineRoute(
  {
    method: 'get',
    path: '/exports/{format}',
    tag: 'exports',
    summary: 'Facts of the library in another program’s format, as a stream',
    scope: 'read',
    params: ExportPath,
    query: ExportQuery,
    produces: [...new Set(Object.values(TYPES).map(([type]) => type.replace(/;.*/, '')))],
  },
  async ({ store, library }, { params: { format }, query }) => {
    const { kind = null } = query
    if (kind !== null && !CHOOSING_FORMATS.has(format))
      throw new ReadoutError('kind-given', `A kind goes with ${[...CHOOSING_FORMATS].join(', ')}: ${format} has its own choice of facts.`)
    const country = query.country === undefined ? null : await findCountry({ store, knowledge: library.knowledge }, query.country)
    const steps = exportItems(listItems(store, query, country), { format, kind, annotate: refuseLayers })
    const [type, extension] = TYPES[format]
    const headers = { 'content-type': type, 'content-disposition': `attachment; filename="readout.${extension}"`, 'cache-control': 'no-store' }
    return new Response(Readable.toWeb(Readable.from(writeSteps(steps), { objectMode: false })) as ReadableStream<Uint8Array>, { headers })
  },
)

/** None of these formats shows what the reader model says of each word. */
async function refuseLayers(): Promise<never> {
  throw new Error('No format of the API asks for layers.')
}

async function* listItems(
  store: Store,
  { since, until, source, copies }: z.output<typeof ExportQuery>,
  country: Awaited<ReturnType<typeof findCountry>> | null,
): AsyncGenerator<ExportItem> {
  yield* listRecords(store, { since: since ?? null, until: until ?? null, source: source ?? null, country, hasCopies: copies === '1' })
}

async function* writeSteps(steps: ReturnType<typeof exportItems>): AsyncGenerator<Uint8Array> {
  for await (const { parts } of steps) for (const { bytes } of parts) yield typeof bytes === 'string' ? Buffer.from(bytes) : bytes
}
