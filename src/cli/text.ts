import { readPage } from '../pages/pages.ts'
import { readInput, writeOut } from './files.ts'

/** Writes the text that offsets count: of a plain text all of it, of a page or a paper its article. */
export async function runText(file: string): Promise<void> {
  const { article } = await readPage(await readInput(file), { source: file })
  await writeOut(article.text)
}
