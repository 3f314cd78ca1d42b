import type { Entity, EntityKind, MentionForm } from '../document/entity.ts'
import type { Layers, NameSpan } from '../document/layers.ts'
import type { Span } from '../document/span.ts'
import type { Statement } from '../document/statement.ts'
import type { Tokens } from '../document/tokens.ts'
import { namesWithin, spanOf, tokensOf } from '../document/words.ts'

type Group = { name: string; words: string[]; kind: EntityKind; mentions: (Span & { form: MentionForm })[] }

/**
 * Groups names into entities: identical names, and a surname alone with the one full name that ends in it (“Arvo Lind …
 * Lind”). A surname that two people share is tied to nobody. `speakers[i]` is the entity whose name stands in the source of
 * statement i; null for pronouns and descriptions, whose meaning is not resolved here.
 */
export function groupSources(tokens: Tokens, layers: Layers, statements: readonly Statement[]): { entities: Entity[]; speakers: (number | null)[] } {
  const index: Index = { groups: [], byName: new Map(), byEnding: new Map() }
  const names = layers.names.filter((name) => kindOf(name) !== null)
  const longestFirst = [...names].sort((a, b) => wordsOf(tokens, b).length - wordsOf(tokens, a).length || a.first - b.first)
  const groupOf = new Map<NameSpan, Group>()
  for (const name of longestFirst) groupOf.set(name, placeName(name, tokens, index))
  for (const name of names) groupOf.get(name)?.mentions.push({ ...spanOf(tokens, name), form: 'name' })
  const entities = index.groups.filter((group) => group.mentions.length > 0).sort((a, b) => (a.mentions[0] as Span).start - (b.mentions[0] as Span).start)
  const place = new Map(entities.map((group, n) => [group, n]))
  const speakers = statements.map((statement) => {
    const group = findSpeaker(statement, tokens, names, groupOf)
    return group ? (place.get(group) ?? null) : null
  })
  return { entities, speakers }
}

/** Groups so far: by their whole name, and people by every ending of their name (“Vale”, “Ida Vale”). */
interface Index {
  readonly groups: Group[]
  readonly byName: Map<string, Group>
  readonly byEnding: Map<string, Set<Group>>
}

function placeName(name: NameSpan, tokens: Tokens, index: Index): Group {
  const words = wordsOf(tokens, name)
  const key = words.join(' ')
  const kind = kindOf(name) as EntityKind
  const same = index.byName.get(key)
  if (same) return same
  const holders = index.byEnding.get(key)
  const [holder] = holders ?? []
  if (holder && holders?.size === 1 && (kind === 'person' || words.length === 1)) return holder
  const group: Group = { name: key, words, kind, mentions: [] }
  index.groups.push(group)
  index.byName.set(key, group)
  if (kind === 'person')
    for (let n = 1; n < words.length; n++) {
      const ending = words.slice(n).join(' ')
      const owners = index.byEnding.get(ending)
      if (owners) owners.add(group)
      else index.byEnding.set(ending, new Set([group]))
    }
  return group
}

/** The words of a name without a possessive ending. */
function wordsOf(tokens: Tokens, name: NameSpan): string[] {
  const { start, end } = spanOf(tokens, name)
  return tokens.text
    .slice(start, end)
    .replace(/['’]s$/u, '')
    .split(/\s+/)
}

function kindOf(name: NameSpan): EntityKind | null {
  if (name.kind === 'person' || name.kind === 'organization' || name.kind === 'place') return name.kind
  return name.kind === 'norp' ? 'group' : name.kind === 'facility' ? 'place' : null
}

/** The last name in a source that is of the source's kind: “Foreign Minister Ida Vale”, not the ministry she leads. */
function findSpeaker(statement: Statement, tokens: Tokens, names: readonly NameSpan[], groupOf: ReadonlyMap<NameSpan, Group>): Group | null {
  const { source } = statement
  const span = source && tokensOf(tokens, source.span)
  if (!source || !span) return null
  const inside = namesWithin(names, span)
  const person = inside.find((name) => name.kind === 'person')
  const fitting = source.kind === 'person' ? person : inside.find((name) => name.last === span.last)
  return (fitting && groupOf.get(fitting)) ?? null
}
