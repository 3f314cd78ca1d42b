import { z } from '@hono/zod-openapi'
import { PeriodQuery, words } from './basics.ts'

/** Formats that are one stream; docs/export.md describes them. Those of several files are written by “readout export”. */
export const EXPORT_FORMATS = ['csv', 'jsonl', 'plover', 'annotations', 'jsonld', 'ftm', 'ninjs', 'bibtex', 'ris', 'csl'] as const

export const ExportPath = z.object({ format: z.enum(EXPORT_FORMATS) })

export const ExportQuery = PeriodQuery.extend({
  kind: z.enum(['statements', 'events', 'cooperation', 'comparisons', 'entities']).optional(),
  source: words('name of a source'),
  country: words('name or code of a country that is told of'),
  copies: z.enum(['0', '1']).default('0').openapi({ description: '1: copies of a report too' }),
})
