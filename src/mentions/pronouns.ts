import type { EntityKind } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import { relationOf, type Syntax, TAG } from '../document/syntax.ts'

type Traits = { person: 1 | 2 | 3; number: 'one' | 'many' | null; gender: 'man' | 'woman' | null; kind: EntityKind | null }

const FORMS: readonly (readonly [string, Traits])[] = [
  ['i me my mine myself', { person: 1, number: 'one', gender: null, kind: 'person' }],
  ['we us our ours ourselves', { person: 1, number: 'many', gender: null, kind: null }],
  ['you your yours', { person: 2, number: null, gender: null, kind: null }],
  ['yourself', { person: 2, number: 'one', gender: null, kind: 'person' }],
  ['yourselves', { person: 2, number: 'many', gender: null, kind: null }],
  ['he him his himself', { person: 3, number: 'one', gender: 'man', kind: 'person' }],
  ['she her hers herself', { person: 3, number: 'one', gender: 'woman', kind: 'person' }],
  ['it its itself', { person: 3, number: 'one', gender: null, kind: null }],
  ['they them their theirs themselves', { person: 3, number: 'many', gender: null, kind: null }],
]

const BY_WORD: ReadonlyMap<string, Traits> = new Map(FORMS.flatMap(([words, traits]) => words.split(' ').map((word) => [word, traits] as const)))

/** Personal, possessive and reflexive pronouns. “It” that stands for nothing (“it is clear that”) and relative pronouns are none. */
export function findPronouns(syntax: Syntax, isTaken: (i: number) => boolean): Mention[] {
  const found: Mention[] = []
  for (let i = 0; i < syntax.count; i++) {
    const traits = BY_WORD.get(syntax.lower[i] as string)
    if (!traits || isTaken(i) || !isPronoun(syntax, i)) continue
    found.push({ first: i, last: i + 1, head: i, form: 'pronoun', ...traits, country: null, name: null, titles: [], owner: null, parts: [] })
  }
  return found
}

function isPronoun(syntax: Syntax, i: number): boolean {
  // “US” is a name, “I” is none; a mine is dug
  if (syntax.words[i] === 'US' || (syntax.lower[i] === 'mine' && syntax.upos[i] !== TAG.PRON)) return false
  return relationOf(syntax, i) !== 'expl'
}
