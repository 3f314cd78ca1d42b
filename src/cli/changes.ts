import { ReadoutError } from '../document/readout-error.ts'
import { type FactChange, listChanges, type VersionChange } from '../library/library.ts'
import { parseDate } from '../reading/reading.ts'
import { writeOut } from './files.ts'
import { withStore } from './store.ts'

interface ChangesFlags {
  store?: string
  since?: string
  limit: string
  format: 'text' | 'json' | 'jsonl'
}

/** Lists what new versions of articles took out, put in, or worded otherwise. Exit code 1 when there is nothing. */
export async function runChanges(flags: ChangesFlags): Promise<void> {
  const { since = null } = flags
  const limit = Number(flags.limit)
  if (since !== null && parseDate(since) === null) throw new ReadoutError('bad-date', `“${since}” is no date: write it like 2024-03-14.`)
  if (!Number.isInteger(limit) || limit < 1) throw new ReadoutError('bad-limit', 'The limit is a whole number, 1 or more.')
  await withStore(flags, async (store) => {
    const versions = await listChanges(store, { since, limit })
    if (flags.format === 'json') await writeOut(`${JSON.stringify(versions, null, 2)}\n`)
    else for (const version of versions) await writeOut(flags.format === 'jsonl' ? `${JSON.stringify(version)}\n` : showVersion(version))
    process.exitCode = versions.length > 0 ? 0 : 1
  })
}

function showVersion({ articleId, title, outlet, address, foundAt, fromVersion, toVersion, changes }: VersionChange): string {
  const head = `${foundAt.slice(0, 16)}  ${[outlet, title].filter(Boolean).join(': ')} (article ${articleId}, version ${fromVersion} → ${toVersion})`
  return `${head}\n${address === null ? '' : `  ${address}\n`}${changes.map(showChange).join('')}\n`
}

function showChange({ kind, factKind, before, after }: FactChange): string {
  const lines = [...(before === null ? [] : [`    − ${squeeze(before)}`]), ...(after === null ? [] : [`    + ${squeeze(after)}`])]
  return `  ${kind}: ${factKind}\n${lines.join('\n')}\n`
}

function squeeze(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
