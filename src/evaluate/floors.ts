import type { Figures } from './figures.ts'

/** models/floors.json: the figures that must not fall, and the hash of the golden articles they were measured on. */
export interface Floors {
  /** sha256 over the golden files, in order of their names. */
  gold: string
  /** How far below its floor a figure may lie before it counts as fallen. */
  tolerance: number
  figures: Record<string, number>
  /** Floors that were lowered, when and why. */
  lowered: { name: string; from: number; to: number; reason: string }[]
}

/** A sentence for every figure below its floor; only floors that were measured count. */
export function checkFloors(floors: Floors, sets: ReadonlyMap<string, Figures>, gold: string | null): string[] {
  const problems: string[] = []
  if (gold !== null && gold !== floors.gold)
    problems.push('The golden articles are not those that the floors were measured on: pin the floors anew (npm run readout -- evaluate --golden … --pin).')
  for (const [name, floor] of Object.entries(floors.figures)) {
    const dot = name.indexOf('.')
    const set = sets.get(name.slice(0, dot))
    if (!set) continue
    const value = set.get(name.slice(dot + 1)) ?? null
    if (value === null || value < floor - floors.tolerance)
      problems.push(`${name} is ${value === null ? 'not measured' : value.toFixed(3)}, its floor is ${floor.toFixed(3)}.`)
  }
  return problems
}

/**
 * Floors with every measured figure pinned where it stands; one that would fall needs `reason`, which is kept. Held-out figures
 * are never pinned: a floor is something to work towards.
 */
export function pinFloors(floors: Floors, sets: ReadonlyMap<string, Figures>, gold: string | null, reason: string | null): Floors {
  const figures = { ...floors.figures }
  const lowered = [...floors.lowered]
  for (const [set, values] of sets)
    for (const [name, value] of values) {
      if (set === 'held-out') continue
      const key = `${set}.${name}`
      if (value === null || !PINNED.has(name)) continue
      const now = Math.floor(value * 1000) / 1000
      const before = figures[key]
      if (before !== undefined && now < before) {
        if (reason === null) continue
        lowered.push({ name: key, from: before, to: now, reason })
      }
      figures[key] = now
    }
  return { ...floors, gold: gold ?? floors.gold, figures, lowered }
}

const PINNED = new Set([
  'statements_f1',
  'statements_precision',
  'statements_recall',
  'content_exact',
  'source_exact',
  'cue_exact',
  'speaker_right',
  'speaker_not_invented',
  'said_right',
  'on_behalf_of',
  'addressee',
  'kind',
  'act',
  'traps_avoided',
  'quotations',
  'source_f1',
  'cue_f1',
  'content_f1',
  'triple_f1',
  'content_overlap_f1',
  'content_direct',
  'upos',
  'lemma',
  'uas',
  'las',
  'gap_f1',
  'gap_masculine_f1',
  'gap_feminine_f1',
  're3d_person_f1',
  're3d_organisation_f1',
  're3d_location_f1',
  're3d_nationality',
  'wcl_actor_links',
  'wcl_epithet_links',
  'wcl_country_links',
  'actor_country',
  'actor_country_known',
  'actor_country_none',
])
