import { readBytes } from '../reading/reading.ts'
import { readInput, writeOut } from './files.ts'

/** Writes the text that offsets count: decoded, without its byte-order mark. */
export async function runText(file: string): Promise<void> {
  const { article } = readBytes(await readInput(file), {})
  await writeOut(article.text)
}
