import type { Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { FACT_KINDS, readBrat } from '../export/export.ts'
import type { Reader } from '../index.ts'
import { readPage } from '../pages/pages.ts'
import { verifyReadout } from '../record/record.ts'
import { isBlank, readInput, readLines } from './files.ts'

/** A record, or a sentence where an input gave none. */
export type RecordItem = { readonly record: Readout } | { readonly problem: string }

/**
 * Records of files, in order: lines of `read --format jsonl` (known by the name .jsonl, and standard input), one of `--format json`
 * (.json), one of `export --format brat` (.ann), or an article, which is read first. A record whose spans do not read as claimed is left out and told.
 */
export async function* listRecords(files: readonly string[], date: string | null): AsyncGenerator<RecordItem> {
  let reader: Reader | null = null
  for (const file of files) {
    try {
      if (file === '-' || /\.(?:jsonl|ndjson)$/.test(file)) yield* listLines(file)
      else if (file.endsWith('.json')) yield readRecord(await readInput(file), `“${file}”`)
      else if (file.endsWith('.ann')) yield* readAnnotated(file)
      else {
        const { article, notices } = await readPage(await readInput(file), { source: file, publishedOn: date })
        reader ??= await openModels()
        yield { record: await reader.readArticle({ ...article, source: file }, notices) }
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

/** A record from brat's annotations, with the text and the head beside them. */
async function* readAnnotated(file: string): AsyncGenerator<RecordItem> {
  const read = async (ending: string) => decode(await readInput(file.replace(/\.ann$/, ending)))
  const head = await read('.json')
  if (!isHead(head)) {
    yield { problem: `“${file}” was left out: the .json beside it is not the one that “export --format brat” wrote.` }
    return
  }
  const { record, problems } = readBrat({ text: await read('.txt'), annotations: await read('.ann'), head })
  for (const problem of problems) yield { problem: `“${file}”: ${problem}` }
  const [fault] = verifyReadout(record)
  yield fault === undefined ? { record } : { problem: `“${file}” was left out, it makes no sound record: ${fault}` }
}

function isHead(json: string): boolean {
  try {
    const { format, article } = JSON.parse(json) as Partial<Readout>
    return format === 'readout/1' && typeof article?.id === 'string'
  } catch {
    return false
  }
}

/** Unlike TextDecoder this keeps a leading byte-order mark: brat counts it. */
function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
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
