import { foldIdentityName } from '../identities/identities.ts'
import { changeStore, type ItemNote, noteItems, type Store, saveReadings, saveTaken } from '../store/store.ts'
import { findCopied } from './copied.ts'
import { keepCalled } from './earlier.ts'
import type { Library } from './open.ts'
import type { Prepared } from './prepare.ts'
import { type KnownSource, nameItem, type Target } from './targets.ts'
import { openTie, type Tie } from './tie.ts'

/** What became of an item: an article that is new, new and a copy of another, new in its words, or as it was; or none. */
export type Outcome = 'new' | 'copy' | 'version' | 'unchanged' | 'failed' | 'passed'

export interface Step {
  readonly outcome: Outcome
  /** The item's name inside its target. */
  readonly key: string
  readonly articleId: number | null
  /** For what failed or was passed over, why. */
  readonly sentence: string | null
  /** What failed may pass another time. */
  readonly canRetry: boolean
}

/** Where a lot of items came from. */
export interface Lot {
  readonly target: Target
  /** Null where nothing is to be noted. */
  readonly source: KnownSource | null
  readonly items: readonly Prepared[]
}

/**
 * Saves items in their order, all of them or none: articles with their copies found and their people tied, and what became of each item.
 * `also` is done in the same change. Nobody else writes meanwhile, so that two processes make no one twice.
 */
export async function saveLot({ store, knowledge }: Library, lot: Lot, also?: (step: Store) => Promise<void>): Promise<Step[]> {
  const known = knowledge()
  const at = new Date().toISOString()
  return changeStore(store, async (step) => {
    const tie = await openTie(step, known)
    const steps: Step[] = []
    for (const item of lot.items) steps.push(await saveItem(step, tie, lot.source, item, at))
    if (lot.source) await noteItems(step, lot.source.id, listNotes(lot, lot.source, steps), at)
    await also?.(step)
    return steps
  })
}

async function saveItem(step: Store, tie: Tie, source: KnownSource | null, item: Prepared, at: string): Promise<Step> {
  const told = { key: item.key, articleId: null, sentence: null, canRetry: false }
  if ('remark' in item) return { ...told, outcome: 'passed', sentence: item.remark }
  if ('failure' in item) return { ...told, outcome: 'failed', sentence: item.failure.reason, canRetry: item.failure.canRetry }
  if ('articleId' in item) return { ...told, outcome: 'unchanged', articleId: item.articleId }
  const { articleKey, incoming, readout, bands, earlier } = item
  if (earlier) await saveReadings(step, [{ ...earlier, identities: (await tie(earlier.readout, articleKey)).identities, at }], foldIdentityName)
  const copyOf = await findCopied(step, articleKey, incoming.article.text, bands)
  const { identities, called } = await tie(readout, articleKey)
  const toSave = { sourceId: source?.id ?? null, key: articleKey, incoming, readout, identities, signature: null, bands, copyOf, at }
  const [saved] = await saveTaken(step, [toSave], foldIdentityName)
  if (!saved) throw new Error('What is saved is told.')
  await keepCalled(step, saved.articleId, called)
  return { ...told, outcome: saved.outcome === 'new' && copyOf !== null ? 'copy' : saved.outcome, articleId: saved.articleId }
}

/** Remarks are no items. */
function listNotes({ target, items }: Lot, source: KnownSource, steps: readonly Step[]): ItemNote[] {
  return items.flatMap((item, n) => {
    if ('remark' in item) return []
    const failure = 'failure' in item ? item.failure : null
    const state = failure ? ('failed' as const) : ('done' as const)
    const reason = failure?.reason ?? null
    return [
      {
        key: nameItem(source, target, item.key),
        state,
        reason,
        code: failure?.code ?? null,
        canRetry: failure?.canRetry ?? false,
        articleId: steps[n]?.articleId ?? null,
      },
    ]
  })
}
