import { hash } from 'node:crypto'
import type { Readout, ReadoutSpan } from '../document/readout.ts'
import type { StoredFactKind } from './tables.ts'

/** A fact as it is told apart from others, and its words as they stand. */
export interface FactName {
  readonly kind: StoredFactKind
  readonly key: string
  readonly words: string
}

/** The names of an article's facts, in the record's order. */
export interface FactNames {
  readonly statements: readonly FactName[]
  readonly events: readonly FactName[]
  readonly cooperation: readonly FactName[]
  readonly comparisons: readonly FactName[]
}

/** 48 bits: among the thousand facts of a long article two are alike once in 500 million articles, and every digit costs 45 bytes an article. */
const KEY_DIGITS = 12

/**
 * Names that stay with a fact in the next reading and the next version, wherever it moves in the text, as long as words and
 * reading agree: a hash of the article's key and of what makes the fact, with a number when the same is told twice.
 * `wordsAround` gives the sentence round a span.
 */
export function nameFacts(readout: Readout, articleKey: string, wordsAround: (span: ReadoutSpan) => string): FactNames {
  const told = new Map<string, number>()
  const name = (kind: StoredFactKind, words: string, ...essentials: readonly (string | null)[]): FactName => {
    const essence = [kind, articleKey, ...essentials.map((part) => normalizeWords(part ?? ''))].join('\u0000')
    return { kind, key: makeKey(essence, told), words }
  }
  const nameOf = new Map(readout.entities.map((entity) => [entity.id, entity.name]))
  return {
    statements: readout.statements.map(({ cue, content }) => name('statement', join(content.spans), join(cue?.spans ?? []), join(content.spans))),
    events: readout.events.map(({ type, trigger }) => name('event', wordsAround(trigger), type, trigger.text, wordsAround(trigger))),
    cooperation: readout.cooperation.map(({ area, stage, spans, between }) =>
      name('cooperation', join(spans), area, stage, join(spans), ...between.map((id) => nameOf.get(id) ?? '')),
    ),
    comparisons: readout.comparisons.map(({ claim, span }) => name('comparison', span.text, claim, span.text)),
  }
}

/** Words without what a new layout of the page changes: case, white space, the form of quotation marks. */
function normalizeWords(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

function join(spans: readonly ReadoutSpan[]): string {
  return spans.map(({ text }) => text).join(' … ')
}

/** Keys of a record's entities, which stay with them as long as their names do. */
export function nameEntities(readout: Readout, articleKey: string): string[] {
  const told = new Map<string, number>()
  return readout.entities.map(({ name }) => makeKey(['entity', articleKey, normalizeWords(name)].join('\u0000'), told))
}

/** `told`: how often each essence came before in the same article. */
function makeKey(essence: string, told: Map<string, number>): string {
  const time = (told.get(essence) ?? 0) + 1
  told.set(essence, time)
  return hash('sha256', `${essence}\u0000${time}`, 'hex').slice(0, KEY_DIGITS)
}
