import type { Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { FACT_KINDS } from '../export/export.ts'
import type { Reader } from '../index.ts'
import { readBytes } from '../reading/reading.ts'
import { verifyReadout } from '../record/record.ts'
import { isBlank, readInput, readLines } from './files.ts'

/** A record, or a sentence where an input gave none. */
export type RecordItem = { readonly record: Readout } | { readonly problem: string }

/**
 * Records of files, in order: lines of `read --format jsonl` (known by the name .jsonl, and standard input), one of `--format json`
 * (.json), or an article, which is read first. A record whose spans do not read as claimed is left out and told.
 */
export async function* listRecords(files: readonly string[], date: string | null): AsyncGenerator<RecordItem> {
  let reader: Reader | null = null
  for (const file of files) {
    try {
      if (file === '-' || /\.(?:jsonl|ndjson)$/.test(file)) yield* listLines(file)
      else if (file.endsWith('.json')) yield readRecord(await readInput(file), `“${file}”`)
      else {
        const { article, notices } = readBytes(await readInput(file), { source: file, publishedOn: date })
        reader ??= await openModels()
        yield { record: await reader.readArticle(article, notices) }
      }
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error
      yield { problem: error.message }
    }
  }
}

/** The models are loaded only where an article has to be read. */
async function openModels(): Promise<Reader> {
  const { openReader } = await import('../index.ts')
  return openReader(process.env.READOUT_MODELS ? { modelFolder: process.env.READOUT_MODELS } : {})
}

async function* listLines(file: string): AsyncGenerator<RecordItem> {
  let number = 0
  for await (const line of readLines(file)) {
    number++
    if (!isBlank(line)) yield readRecord(line, `Line ${number} of ${file === '-' ? 'standard input' : `“${file}”`}`)
  }
}

function readRecord(bytes: Uint8Array, place: string): RecordItem {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return { problem: `${place} is no JSON: give records as “readout read --format jsonl” writes them, or the articles themselves as .txt.` }
  }
  const problem = isTextless(value) ? undefined : verifyReadout(value)[0]
  return problem === undefined ? { record: value as Readout } : { problem: `${place} was left out, it is no sound record: ${problem}` }
}

/** Whether this is a record written with --no-text: it cannot be verified, yet its facts can be written. */
function isTextless(value: unknown): boolean {
  const { format, article, ...lists } = (value ?? {}) as Partial<Readout>
  return format === 'readout/1' && article !== undefined && article.text === undefined && FACT_KINDS.every((kind) => Array.isArray(lists[kind]))
}
