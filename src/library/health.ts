import { judgeHealth, type SourceState } from '../intake/intake.ts'
import { listSources, type SourceRow, type Store } from '../store/store.ts'

/** A source with how it does. */
export interface SourceHealth {
  readonly source: SourceRow
  readonly articlesADay: number | null
  /** What is wrong with it, in a sentence: it fails, or has fallen silent. Null while all is well. */
  readonly sentence: string | null
}

const DAY_MS = 86_400_000

/** All sources with what is wrong with them: those that are watched by what was seen of them, the others by their last run. */
export async function listHealth(store: Store, now: Date): Promise<SourceHealth[]> {
  const sources = await listSources(store)
  return sources.map((source) => {
    if (source.fetch_state !== null) {
      const { articlesADay, sentence } = judgeHealth(source.name, JSON.parse(source.fetch_state) as SourceState, now)
      return { source, articlesADay, sentence: sentence ?? tellUnchecked(source, now) }
    }
    return { source, articlesADay: null, sentence: source.failure }
  })
}

/** A watched source that nobody has looked at for two days tells nothing about the source. */
function tellUnchecked({ name, is_watched, checked_at }: SourceRow, now: Date): string | null {
  if (is_watched === 0 || checked_at === null || now.getTime() - Date.parse(checked_at) < 2 * DAY_MS) return null
  return `“${name}” was last checked on ${checked_at.slice(0, 10)}: “readout watch” is not running.`
}
