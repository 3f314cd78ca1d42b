import { ReadoutError } from '../document/readout-error.ts'
import { readArchive } from './archives.ts'
import { decodeMarkup } from './charset.ts'
import { readEntry, readLineEntry } from './entries.ts'
import type { Limits } from './fetch.ts'
import { type Holding, readWhole, streamUnpacked } from './holding.ts'
import { readLines } from './lines.ts'
import { readTable } from './tables.ts'
import { failItem, type Means, type Taken } from './taken.ts'
import { completeIncoming } from './told.ts'

/** Articles that a file or an answer holds itself: one page, or the many of an archive, of JSON lines, of a table. */
export async function* takeEntries(holding: Holding, means: Means, limits: Limits): AsyncGenerator<Taken> {
  try {
    if (holding.kind === 'warc') yield* takeArchive(holding, means, limits)
    else if (holding.kind === 'jsonl') yield* takeLines(holding, means, limits)
    else if (holding.kind === 'csv') yield* takeTable(holding, means, limits)
    else if (holding.kind === 'json') yield* takeJson(holding, means, limits)
    else if (!means.known?.(holding.name)) yield await takePage(holding, means, limits)
  } catch (error) {
    yield failItem(holding.name, error)
  }
}

async function takePage(holding: Holding, { readPage }: Means, limits: Limits): Promise<Taken> {
  const { kind, name, address, contentType } = holding
  if (kind === 'wacz') throw new ReadoutError('intake-wacz', `“${name}” is a WACZ file: unzip it and name the .warc.gz files in its folder “archive”.`)
  if (kind === 'newsml') throw new ReadoutError('intake-newsml', `“${name}” is NewsML: convert it to ninjs or to JSON lines with “text”, “date” and “title”.`)
  const bytes = await readWhole(holding, limits)
  return { key: name, incoming: await readPage(bytes, { contentType, address, source: name }) }
}

async function* takeArchive(holding: Holding, { readPage, known }: Means, limits: Limits): AsyncGenerator<Taken> {
  for await (const found of readArchive(holding.stream(), holding.isPacked, limits)) {
    if ('remark' in found) yield found
    else if ('error' in found) yield failItem(found.key, found.error)
    else if (!known?.(found.key)) {
      const { key, bytes, contentType, address, capturedAt } = found
      const told = {
        address,
        title: null,
        publisher: null,
        authors: [],
        language: null,
        publishedAt: capturedAt,
        updatedAt: null,
        dateClue: 'archive' as const,
      }
      yield { key, incoming: completeIncoming(await readPage(bytes, { contentType, address, source: address ?? key }), told) }
    }
  }
}

async function* takeLines(holding: Holding, means: Means, limits: Limits): AsyncGenerator<Taken> {
  for await (const { number, bytes } of readLines(streamUnpacked(holding, limits), limits)) {
    const key = `line ${number}`
    if (means.known?.(key)) continue
    yield await takeEntry(key, async () => {
      if (bytes === null) throw new ReadoutError('entry-malformed', `Line ${number} has more than ${limits.lineBytes} bytes: it is left out.`)
      return readLineEntry(bytes, `${holding.name}:${number}`, means.readPage)
    })
  }
}

async function* takeTable(holding: Holding, means: Means, limits: Limits): AsyncGenerator<Taken> {
  for await (const row of readTable(streamUnpacked(holding, limits), decodeMarkup(holding.head, holding.contentType), limits)) {
    const key = `line ${row.line}`
    if (means.known?.(key)) continue
    yield 'error' in row ? failItem(key, row.error) : await takeEntry(key, () => readEntry(row.fields, `${holding.name}:${row.line}`, means.readPage))
  }
}

/** One item, or a list of them. */
async function* takeJson(holding: Holding, means: Means, limits: Limits): AsyncGenerator<Taken> {
  const text = decodeMarkup(await readWhole(holding, limits), holding.contentType).replace(/^\ufeff/, '')
  const items = parseItems(text, holding.name)
  for (const [index, item] of items.entries()) {
    const key = items.length === 1 ? holding.name : `item ${index + 1}`
    const source = items.length === 1 ? holding.name : `${holding.name}:${index + 1}`
    if (!means.known?.(key)) yield await takeEntry(key, () => readEntry(item, source, means.readPage))
  }
}

function parseItems(text: string, name: string): Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(text)
    return (Array.isArray(value) ? value : [value]).map((item) => (typeof item === 'object' && item !== null ? item : {}))
  } catch (cause) {
    throw new ReadoutError('entry-malformed', `“${name}” is no JSON (${(cause as Error).message.slice(0, 200)}).`, { cause })
  }
}

async function takeEntry(key: string, read: () => ReturnType<typeof readEntry>): Promise<Taken> {
  try {
    return { key, incoming: await read() }
  } catch (error) {
    return failItem(key, error)
  }
}
