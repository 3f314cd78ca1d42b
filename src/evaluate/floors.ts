import type { Figures } from './figures.ts'

/** models/floors.json: the figures that must not get worse, and the hash of the golden articles they were measured on. */
export interface Floors {
  /** sha256 over the golden files, in order of their names. */
  gold: string
  /** How far beyond its bound a figure may lie before it counts as worse. */
  tolerance: number
  /** Floors, and ceilings of the figures where less is better. */
  figures: Record<string, number>
  /** Floors that were lowered and ceilings that were raised, when and why. */
  lowered: { name: string; from: number; to: number; reason: string }[]
}

/** A sentence for every figure beyond its bound; only those of sets that were measured count. */
export function checkFloors(floors: Floors, sets: ReadonlyMap<string, Figures>, gold: string | null): string[] {
  const problems: string[] = []
  if (gold !== null && gold !== floors.gold)
    problems.push('The golden articles are not those that the floors were measured on: pin the floors anew (npm run readout -- evaluate --golden … --pin).')
  for (const [key, bound] of Object.entries(floors.figures)) {
    const [set, name] = splitKey(key)
    const figures = sets.get(set)
    if (!figures) continue
    const value = figures.get(name) ?? null
    const isCeiling = CEILINGS.has(name)
    if (value === null || (isCeiling ? value > bound + floors.tolerance : value < bound - floors.tolerance))
      problems.push(`${key} is ${value === null ? 'not measured' : value.toFixed(3)}, its ${isCeiling ? 'ceiling' : 'floor'} is ${bound.toFixed(3)}.`)
  }
  return problems
}

/**
 * Floors and ceilings with every measured figure pinned where it stands; one that would get worse needs `reason`, which is kept.
 * Held-out figures are never pinned: a floor is something to work towards.
 */
export function pinFloors(floors: Floors, sets: ReadonlyMap<string, Figures>, gold: string | null, reason: string | null): Floors {
  const figures = { ...floors.figures }
  const lowered = [...floors.lowered]
  for (const [set, values] of sets)
    for (const [name, value] of values) {
      if (set === 'held-out') continue
      const isCeiling = CEILINGS.has(name)
      if (value === null || !(isCeiling || FLOORS.has(name))) continue
      const key = `${set}.${name}`
      const now = (isCeiling ? Math.ceil(value * 1000) : Math.floor(value * 1000)) / 1000
      const before = figures[key]
      if (before !== undefined && (isCeiling ? now > before : now < before)) {
        if (reason === null) continue
        lowered.push({ name: key, from: before, to: now, reason })
      }
      figures[key] = now
    }
  return { ...floors, gold: gold ?? floors.gold, figures, lowered }
}

/** “golden.said_right”. */
function splitKey(key: string): [set: string, name: string] {
  const dot = key.indexOf('.')
  return [key.slice(0, dot), key.slice(dot + 1)]
}

/** Figures where less is better. */
const CEILINGS = new Set(['traps_found', 'dates_wrong', 'dates_invented'])

const FLOORS = new Set([
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
  'events_precision',
  'events_recall',
  'events_f1',
  'events_any_type_f1',
  'participants_f1',
  'participant_role',
  'place',
  'date',
  'realis',
  'mode',
  'event_stated_in',
  'cooperation_precision',
  'cooperation_recall',
  'cooperation_f1',
  'stage',
  'cooperation_realis',
  'comparisons_precision',
  'comparisons_recall',
  'comparisons_f1',
  'since',
  'comparison_about',
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
  'plv_root_f1',
  'plv_quad_f1',
  'plv_coverage',
  'dates_right',
  'factual_uw_balanced',
  'factual_uw_accuracy',
  'factual_uw_coverage',
  'factual_meantime_balanced',
  'factual_meantime_accuracy',
  'factual_meantime_coverage',
  'factual_uds_balanced',
  'factual_uds_accuracy',
  'factual_uds_coverage',
])
