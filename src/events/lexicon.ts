import { EVENT_TYPES, type EventType } from '../document/news-event.ts'
import { CLASSES, NOUNS } from './nouns.ts'
import { VERBS } from './verbs.ts'

/** One way in which a word tells an event. */
export interface Frame {
  readonly lemma: string
  readonly type: EventType
  readonly mode: string | null
  /** Particle after the verb (“down” in “turn down”); null for none. */
  readonly particle: string | null
  /** Prepositions, one of which must open a dependent; null for no condition. */
  readonly prepositions: ReadonlySet<string> | null
  /** Lemmas, one of which must be the object; null for no condition. */
  readonly objects: ReadonlySet<string> | null
  /** Words, one of which must stand before the object: “air” in “launched air strikes”; null for no condition. */
  readonly modifiers: ReadonlySet<string> | null
  /** Lemmas, one of which must be the subject; null for no condition. */
  readonly subjects: ReadonlySet<string> | null
  /** Words, one of which must stand before a noun; null for no condition. */
  readonly before: ReadonlySet<string> | null
  readonly isPlural: boolean
  /** Tells an event only between actors that the article knows as such. */
  readonly isWeak: boolean
  /** Tells its type beyond doubt: the trained scorer is not asked. */
  readonly isFirm: boolean
}

const CLASS: ReadonlyMap<string, readonly string[]> = new Map(
  CLASSES.trim()
    .split('\n')
    .map((line) => {
      const [name, words] = line.split(': ') as [string, string]
      return [name, words.split(' ')] as const
    }),
)

/** Frames of each verb and noun, those with most conditions first. */
export const VERB_FRAMES: ReadonlyMap<string, readonly Frame[]> = readFrames(VERBS)
export const NOUN_FRAMES: ReadonlyMap<string, readonly Frame[]> = readFrames(NOUNS)

/** Whether a lemma belongs to a class of nouns: `isOfClass('soldier', 'troop')`. */
export function isOfClass(lemma: string, name: string): boolean {
  return SETS.get(name)?.has(lemma) ?? false
}

const SETS: ReadonlyMap<string, ReadonlySet<string>> = new Map([...CLASS].map(([name, words]) => [name, new Set(words)]))

function readFrames(table: string): Map<string, Frame[]> {
  const found = new Map<string, Frame[]>()
  const sets = new Map<string, ReadonlySet<string>>()
  for (const line of table.trim().split(/\n(?=[A-Z])/)) {
    const colon = line.indexOf(':')
    const [type, mode = null] = line.slice(0, colon).split(' ') as [EventType, string?]
    if (!EVENT_TYPES.includes(type)) throw new Error(`“${type}” is no type of event.`)
    for (const pattern of line.slice(colon + 1).split(',')) {
      const frame = readFrame(pattern.trim(), sets)
      const list = found.get(frame.lemma) ?? []
      list.push({ ...frame.conditions, lemma: frame.lemma, type, mode })
      found.set(frame.lemma, list)
    }
  }
  for (const list of found.values()) list.sort((a, b) => countConditions(b) - countConditions(a))
  return found
}

/** “impose_x~on>@sanction^new<@state?!” into its parts; the order of the parts is free. */
function readFrame(pattern: string, sets: Map<string, ReadonlySet<string>>): { lemma: string; conditions: Omit<Frame, 'type' | 'mode' | 'lemma'> } {
  const word = /^[^~><&?+^!]+/.exec(pattern)?.[0] ?? ''
  const [lemma, particle = null] = word.split('_') as [string, string?]
  const part = (mark: string) => {
    const at = pattern.indexOf(mark)
    return at < 0 ? null : openSet(/^[^~><&?+^!]+/.exec(pattern.slice(at + 1))?.[0] ?? '', sets)
  }
  const conditions = {
    particle,
    prepositions: part('~'),
    objects: part('>'),
    modifiers: part('^'),
    subjects: part('<'),
    before: part('&'),
    isPlural: pattern.includes('+'),
    isWeak: pattern.includes('?'),
    isFirm: pattern.includes('!'),
  }
  return { lemma, conditions }
}

/** One set for all frames with the same words: this happens at every start. */
function openSet(words: string, sets: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const known = sets.get(words)
  if (known) return known
  const set = new Set(words.split('|').flatMap(openClass))
  sets.set(words, set)
  return set
}

function openClass(name: string): readonly string[] {
  if (!name.startsWith('@')) return [name]
  const words = CLASS.get(name.slice(1))
  if (!words) throw new Error(`The lexicon of events has no class “${name}”.`)
  return words
}

function countConditions(frame: Frame): number {
  return [frame.particle, frame.prepositions, frame.objects, frame.modifiers, frame.subjects, frame.before].filter((condition) => condition !== null).length
}
