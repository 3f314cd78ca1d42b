import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { placeTarget } from './targets.ts'

/** How many items targets will give, as far as files tell without being read; null where a target must be fetched or unpacked first. */
export async function countExpected(targets: readonly string[]): Promise<number | null> {
  let count = 0
  for (const written of targets) {
    const { place, isFolder } = await placeTarget(written)
    const found = isFolder ? await countFolder(place) : await countFile(place)
    if (found === null) return null
    count += found
  }
  return count
}

async function countFolder(folder: string): Promise<number | null> {
  let count = 0
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const found = await countFile(join(entry.parentPath, entry.name))
    if (found === null) return null
    count += found
  }
  return count
}

const LINES: ReadonlySet<string> = new Set(['.jsonl', '.ndjson', '.csv', '.tsv'])
const MANY: ReadonlySet<string> = new Set(['.warc', '.gz', '.opml', '.xml', '.json'])

async function countFile(path: string): Promise<number | null> {
  const extension = extname(path).toLowerCase()
  if (MANY.has(extension) || /^https?:/i.test(path)) return null
  return LINES.has(extension) ? countLines(path) : 1
}

/** Lines, without looking into them: a file of a gigabyte takes a second. */
async function countLines(path: string): Promise<number | null> {
  let count = 0
  let last = 10
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) {
      const bytes = part as Buffer
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
      last = bytes.at(-1) ?? last
    }
  } catch {
    return null
  }
  return last === 10 ? count : count + 1
}
