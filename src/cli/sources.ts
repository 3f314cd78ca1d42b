import { ReadoutError } from '../document/readout-error.ts'
import { findSource, listHealth, type SourceHealth } from '../library/library.ts'
import { closeStore, openStore, setSourceSetting } from '../store/store.ts'
import { writeOut } from './files.ts'
import { withStore } from './store.ts'
import { placeStore } from './store-place.ts'

interface SourceFlags {
  store?: string
  format: 'text' | 'json' | 'jsonl'
}

/** Lists the sources of the library, and shouts about those that fail or have fallen silent. Exit code 1 when there is none. */
export async function runSources(flags: SourceFlags): Promise<void> {
  await withStore(flags, async (store) => {
    const sources = await listHealth(store, new Date())
    for (const { sentence } of sources) if (sentence !== null) process.stderr.write(`readout: ATTENTION: ${sentence}\n`)
    await writeOut(showSources(sources, flags.format))
    process.exitCode = sources.length > 0 ? 0 : 1
  })
}

interface SettingFlags {
  store?: string
  keepDays?: string
  exportText?: 'yes' | 'no'
  watch?: 'yes' | 'no'
}

/** Sets how long a source's articles are kept, whether their text may be exported, and whether it is watched. */
export async function runSourcesSet(name: string, flags: SettingFlags): Promise<void> {
  const keepDays = flags.keepDays === undefined ? undefined : readDays(flags.keepDays)
  const store = await openStore(placeStore(flags.store))
  try {
    const source = await findSource(store, name)
    if (!source) throw new ReadoutError('no-source', `There is no source “${name}”: “readout sources” lists them.`)
    await setSourceSetting(store, source.id, {
      ...(keepDays !== undefined && { keepDays }),
      ...(flags.exportText !== undefined && { mayExportText: flags.exportText === 'yes' }),
      ...(flags.watch !== undefined && { isWatched: flags.watch === 'yes' }),
    })
    const set = (await listHealth(store, new Date())).filter(({ source: { id } }) => id === source.id)
    await writeOut(showSources(set, 'text'))
  } finally {
    await closeStore(store)
  }
}

function readDays(words: string): number | null {
  if (words === 'all') return null
  const days = Number(words)
  if (!Number.isInteger(days) || days < 1) throw new ReadoutError('bad-number', `“${words}” is no number of days: give 1 or more, or “all”.`)
  return days
}

function showSources(sources: readonly SourceHealth[], format: SourceFlags['format']): string {
  if (format === 'text') return sources.map(showSource).join('')
  const rows = sources.map(({ source, articlesADay, sentence }) => {
    const { fetch_state: _, ...row } = source
    return { ...row, articles_a_day: articlesADay, attention: sentence }
  })
  return format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

function showSource({ source, articlesADay, sentence }: SourceHealth): string {
  const { name, kind, articles, failed, is_watched, keep_days, may_export_text, succeeded_at, failed_at, failure } = source
  const rate = articlesADay === null ? '' : `, ${articlesADay} a day`
  const settings = [
    ...(is_watched ? ['watched'] : []),
    keep_days === null ? 'kept' : `kept for ${keep_days} days`,
    ...(may_export_text ? [] : ['its text does not leave']),
  ]
  const state = [
    `last success: ${succeeded_at?.slice(0, 16) ?? 'none'}`,
    ...(failed_at === null ? [] : [`last error: ${failed_at.slice(0, 16)}${failure === null ? '' : ` (${failure})`}`]),
    ...(failed > 0 ? [`items that failed: ${failed}`] : []),
  ]
  return `${sentence === null ? ' ' : '!'} ${name}\n    ${kind}, articles: ${articles}${rate}; ${settings.join(', ')}\n    ${state.join('; ')}\n`
}
