import { hash } from 'node:crypto'
import { readFact } from '../export/export.ts'
import { readBytes } from '../reading/reading.ts'
import { verifyReadout, verifySpans } from '../record/record.ts'
import { isBlank, readInput, readLines, writeOut } from './files.ts'

/**
 * Verifies records, or exported facts and annotations whose articles are given, one a line; lists every fault with its line. Exit code
 * 1 when there is one.
 */
export async function runVerify(files: string[], { article = [] }: { article?: string[] }): Promise<void> {
  const texts = await readTexts(article)
  let records = 0
  let faults = 0
  for (const file of files) {
    let number = 0
    for await (const line of readLines(file)) {
      number++
      if (isBlank(line)) continue
      records++
      for (const problem of verifyLine(line, texts)) {
        faults++
        await writeOut(`${file}:${number}: ${problem}\n`)
      }
    }
  }
  const what = article.length > 0 ? 'lines' : 'records'
  await writeOut(faults > 0 ? `${faults} faults in ${records} ${what}.\n` : `${records} ${what}: every span reads as claimed.\n`)
  process.exitCode = faults > 0 || records === 0 ? 1 : 0
}

/** Texts of articles by their id. */
async function readTexts(files: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const file of files) {
    const { text } = readBytes(await readInput(file), { source: file }).article
    texts.set(hash('sha256', text.toWellFormed()), text)
  }
  return texts
}

function verifyLine(line: Uint8Array, texts: ReadonlyMap<string, string>): string[] {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(line))
  } catch {
    return ['The line is no JSON: records stand one a line, as --format jsonl writes them.']
  }
  const exported = readFact(value)
  if (exported === null) return verifyReadout(value)
  const text = texts.get(exported.articleId)
  return text === undefined
    ? [`This is a fact of the text ${exported.articleId.slice(0, 12)}…, which was not given: name the article with --article.`]
    : verifySpans({ offsetUnit: exported.offsetUnit, [exported.kind]: [exported.fact] }, text)
}
