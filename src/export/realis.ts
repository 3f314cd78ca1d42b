import type { EventType } from '../document/news-event.ts'
import type { ReadoutEvent } from '../document/readout.ts'

/**
 * The one type that PLOVER gives an event with its realis, never a type with an auxiliary; null for what it has no type for: the
 * hypothetical, the unknown, and conflict that is denied. The mode is PLOVER's, or null.
 */
export function applyRealis({ type, mode, realis }: Pick<ReadoutEvent, 'type' | 'mode' | 'realis'>): { type: EventType; mode: string | null } | null {
  switch (realis) {
    case 'happened':
    case 'ongoing':
      // “meeting” is our word for the plain case, which has no mode in the manual.
      return { type, mode: mode === 'meeting' ? null : mode }
    case 'planned':
      return planEvent(type, mode)
    case 'denied':
      return COOPERATIVE.has(type) ? { type: 'REJECT', mode: REFUSED[type] ?? null } : null
    case 'hypothetical':
    case 'unknown':
      return null
  }
}

/** What is to come: “will meet” agrees, “will free the sailors” concedes, “will impose sanctions” threatens. Words stay what they are. */
function planEvent(type: EventType, mode: string | null): { type: EventType; mode: string | null } {
  if (TO_AGREE.has(type)) return { type: 'AGREE', mode: null }
  if (type === 'RETREAT') return { type: 'CONCEDE', mode: null }
  if (type in THREATENED) return { type: 'THREATEN', mode: mode === 'arrest' || mode === 'expel' ? mode : (THREATENED[type] ?? null) }
  return { type, mode }
}

const TO_AGREE: ReadonlySet<EventType> = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])
const COOPERATIVE: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'])

/** Modes of REJECT: a meeting called off, help refused, a demand not met. */
const REFUSED: Readonly<Partial<Record<EventType, string>>> = { CONSULT: 'meet', AID: 'assist', COOPERATE: 'assist', CONCEDE: 'yield', RETREAT: 'yield' }

/** Modes of THREATEN, which tell what is threatened; null where none fits. */
const THREATENED: Readonly<Partial<Record<EventType, string | null>>> = {
  ...{ SANCTION: 'relations', COERCE: 'restrict', ASSAULT: 'violence', MOBILIZE: null, PROTEST: null },
}
