import { relationOf, type Syntax, TAG } from '../document/syntax.ts'
import type { Period } from './calendar.ts'
import type { Scene, Told } from './scene.ts'

/** What an article told so far; of one article only. */
export interface Memory {
  readonly told: Told[]
  readonly acts: Map<string, Told>
}

/** Their date is seldom the one that a story counts from: “Vale said on Tuesday. Two years later …” */
const SAYINGS = new Set('say tell report announce add write ask claim warn state declare speak'.split(' '))
/** Steps up the tree for what happened on a date. */
const CLIMB = 8
const SUBJECT_REACH = 12
/** “The talks ended on Friday” does not tell when they were. */
const ENDINGS = new Set('end close finish conclude collapse fail'.split(' '))

/** Remembers a date (atoms `first` to `to`, exclusive) and, where it is one day, what it says happened then. */
export function noteTold(memory: Memory, scene: Scene, first: number, to: number, period: Period): void {
  const { syntax, atoms, sentence } = scene
  const from = atoms[first]?.token ?? 0
  const last = atoms[to - 1]?.token ?? from
  let at = from
  for (let step = 0; step < CLIMB && at >= from && at <= last; step++) at = syntax.head[at] as number
  const told = { period, sentence, isOfSaying: at >= 0 && SAYINGS.has(syntax.lemma[at] as string) }
  memory.told.push(told)
  if (period.first !== period.last) return
  for (const act of listActs(syntax, at)) if (!memory.acts.has(act)) memory.acts.set(act, told)
}

/** The nouns from a word up to the verb, the verb, and what it was to do: “failed to agree on Wednesday”. */
function listActs(syntax: Syntax, from: number): string[] {
  const acts: string[] = []
  for (let at = from, step = 0; at >= 0 && step < CLIMB; at = syntax.head[at] as number, step++) {
    const upos = syntax.upos[at]
    if (upos === TAG.NOUN || upos === TAG.VERB) acts.push(syntax.lemma[at] as string)
    if (upos !== TAG.VERB) continue
    if (syntax.lower[at + 1] === 'to' && syntax.head[at + 2] === at) acts.push(syntax.lemma[at + 2] as string)
    if (!ENDINGS.has(syntax.lemma[at] as string)) acts.push(...listSubjects(syntax, at))
    break
  }
  return acts
}

/** “The summit was held on Tuesday”: the noun before the verb that happens with it. */
function listSubjects(syntax: Syntax, verb: number): string[] {
  for (let i = verb - 1; i >= 0 && i >= verb - SUBJECT_REACH; i--) {
    if (syntax.head[i] === verb && relationOf(syntax, i).startsWith('nsubj')) return [syntax.lemma[i] as string]
  }
  return []
}
