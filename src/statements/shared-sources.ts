import type { Layers } from '../document/layers.ts'
import type { Draft } from './candidates.ts'
import { findHeadToken } from './sources.ts'

/** Relations by which a cue hangs on the one whose source it shares: “Vale welcomed it, |adding| that …”, “said … and |warned|”. */
const SHARING = new Set(['advcl', 'conj', 'xcomp', 'parataxis'])
const STEPS = 3

/** Gives a cue without a source the source of the cue that it depends on in syntax. */
export function shareSources(drafts: readonly Draft[], layers: Layers): Draft[] {
  const owner = new Map<number, Draft>()
  for (const draft of drafts) if (draft.cue && draft.source) for (let i = draft.cue.first; i < draft.cue.last; i++) owner.set(i, draft)
  return drafts.map((draft) => {
    if (draft.source || !draft.cue) return draft
    const source = findShared(draft, owner, layers)
    return source ? { ...draft, source } : draft
  })
}

function findShared(draft: Draft, owner: ReadonlyMap<number, Draft>, layers: Layers): Draft['source'] {
  let at = draft.cue ? findHeadToken(draft.cue, layers) : -1
  for (let step = 0; step < STEPS && at >= 0; step++) {
    const relation = layers.relations[layers.relation[at] as number]?.split(':')[0] ?? ''
    if (!SHARING.has(relation)) return null
    at = layers.head[at] as number
    const other = at >= 0 ? owner.get(at) : undefined
    if (other && other !== draft) return other.source
  }
  return null
}
