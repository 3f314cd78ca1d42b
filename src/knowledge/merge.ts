import type { Knowledge } from './facts.ts'

/**
 * Our facts with a user's own, which win: their meaning of a name replaces ours, their holder ends or replaces the one we
 * have for that time, their codes, titles and given names stand before ours.
 */
export function mergeKnowledge(base: Knowledge, own: Knowledge): Knowledge {
  return {
    version: `${base.version}+${own.version || 'own'}`,
    coversUntil: base.coversUntil,
    sources: [...own.sources, ...base.sources],
    ownStates: null,
  }
}
