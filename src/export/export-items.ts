import { type ExportPlan, openFormat } from './formats.ts'
import type { ExportItem } from './item.ts'
import type { Exported } from './writer.ts'

/**
 * Writes articles in a format, one at a time: a step for what opens the output, one for each article, one for what closes it. Memory is
 * bounded by the longest article and, for Parquet, a row group of each table; GraphML keeps its networks. The library's export and
 * that of files both go through here.
 */
export async function* exportItems(items: AsyncIterable<ExportItem>, plan: ExportPlan): AsyncGenerator<Exported> {
  const writer = openFormat(plan)
  if (writer.begin) yield { parts: writer.begin(), facts: 0, leftOut: 0, problem: null }
  for await (const item of items) yield await writer.add(item)
  if (writer.end) yield writer.end()
}
