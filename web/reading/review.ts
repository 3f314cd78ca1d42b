import { sendJson, toProblem } from '../api.ts'
import { say } from '../say.ts'
import type { ArticleAnswer, Correction } from '../shapes.ts'
import { WORDS } from '../words.ts'
import type { PlacedFact, PlacedRecord } from './facts.ts'

/** What is to become of a fact: fields with what they are to hold, words as spans of the record, people by their ids there. */
export interface Change {
  readonly fields?: Readonly<Record<string, unknown>>
  readonly comment?: string
}

type Action = Exclude<Correction['action'], 'undo' | 'add'>

/** What a reviewer can do with the facts of an article. */
export interface Reviewing {
  readonly decide: (fact: PlacedFact, action: Action, change?: Change) => Promise<void>
  readonly add: (kind: PlacedFact['kind'], fields: Readonly<Record<string, unknown>>) => Promise<void>
  readonly undo: (fact: PlacedFact) => Promise<void>
}

/** Decisions are sent with what their maker had seen; where somebody else was faster, the page shows how things stand. */
export function makeReviewing({ article, seen, corrections }: ArticleAnswer, reload: () => void): Reviewing {
  const send = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work()
      say(done)
    } catch (thrown) {
      const { status, title, detail } = toProblem(thrown)
      say(status === 409 ? WORDS.problems.overtaken : (detail ?? title), { isBad: true })
    }
    reload()
  }
  return {
    decide: ({ kind, judged }, action, change = {}) =>
      send(
        () => sendJson('POST', '/corrections', { article: article.id, factKind: kind, factKey: judged.factKey ?? null, action, ...change, seen }),
        WORDS.review.done,
      ),
    add: (kind, fields) =>
      send(() => sendJson('POST', '/corrections', { article: article.id, factKind: kind, factKey: null, action: 'add', fields, seen }), WORDS.review.done),
    undo: async ({ judged }) => {
      const last = findUndoable(corrections, judged.factKey)
      if (last) await send(() => sendJson('POST', `/corrections/${last.id}/undo`), WORDS.review.undone)
    },
  }
}

/** The latest decision about a fact that has not been taken back. */
export function findUndoable(corrections: readonly Correction[], factKey: string | undefined): Correction | null {
  const undone = new Set(corrections.map(({ undoes }) => undoes))
  return corrections.filter((one) => keyOf(one) === factKey && one.action !== 'undo' && !undone.has(one.id)).at(-1) ?? null
}

/** The key of the fact that a decision is about; one that was added is known by the decision itself. */
export function keyOf({ id, factKey }: Correction): string {
  return factKey ?? `+${id}`
}

/** The words by which a fact is known: what is said, what tells the event. */
export function spanOf(one: PlacedFact): { start: number; end: number } {
  if (one.kind === 'statement') return one.fact.content.spans[0] ?? { start: 0, end: 0 }
  if (one.kind === 'event') return one.fact.trigger
  return one.spans[0] ?? { start: 0, end: 0 }
}

/** Words as a correction names them. */
export function wordsAt(
  { text }: PlacedRecord,
  { start, end }: { readonly start: number; readonly end: number },
): { start: number; end: number; text: string } {
  return { start, end, text: text.slice(start, end) }
}

/** The words nearest to a place that name somebody: who speaks must be named by words of the article. */
export function nearestMention({ entities }: PlacedRecord, id: string, at: number): { start: number; end: number; text: string } | null {
  const mentions = entities.get(id)?.mentions ?? []
  const far = (start: number) => (start <= at ? at - start : 2 * (start - at))
  const [nearest] = [...mentions].sort((a, b) => far(a.start) - far(b.start))
  return nearest ? { start: nearest.start, end: nearest.end, text: nearest.text } : null
}
