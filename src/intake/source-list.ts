import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { decodeMarkup } from './charset.ts'
import { readOpml } from './feeds.ts'
import { holdFile, readWhole } from './holding.ts'
import { readAddressLine } from './recognise.ts'

/** Addresses of the feeds and sitemaps that a file of the user's names: OPML, or one a line. Throws `ReadoutError` where it names none. */
export async function listWatched(file: string): Promise<string[]> {
  const holding = await holdFile(file, file)
  const text = decodeMarkup(await readWhole(holding, LIMITS, LIMITS.listBytes), null)
  const found =
    holding.kind === 'opml' ? readOpml(text, null) : text.split(/\r?\n/).flatMap((line) => (line.startsWith('#') ? [] : (readAddressLine(line) ?? [])))
  if (found.length === 0)
    throw new ReadoutError('no-sources', `“${file}” names no source: write the address of a feed or sitemap a line, or give an OPML file.`)
  return [...new Set(found)]
}
