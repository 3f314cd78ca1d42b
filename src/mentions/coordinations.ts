import type { EntityKind } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import { childrenOf, relationOf, type Syntax } from '../document/syntax.ts'

/**
 * Coordinations used as one: “Lind and Vale”, “Ostria and Varland”. Partners are mentions of one kind joined by “and”. `parts` holds
 * the mentions themselves; the caller gives them their places in the list.
 */
export function findCoordinations(syntax: Syntax, mentionAt: readonly (Mention | null)[]): { mention: Mention; parts: readonly Mention[] }[] {
  const found: { mention: Mention; parts: readonly Mention[] }[] = []
  for (let head = 0; head < syntax.count; head++) {
    const first = mentionAt[head]
    if (!first || relationOf(syntax, head) === 'conj') continue
    const parts = listPartners(syntax, head, first, mentionAt)
    const kind = parts && kindOfAll(parts)
    if (!parts || !kind) continue
    const form = first.form === 'pronoun' ? 'nominal' : first.form
    const last = parts.at(-1) as Mention
    const mention: Mention = {
      ...{
        first: first.first,
        last: last.last,
        head: first.head,
        form,
        kind,
        number: 'many',
        gender: null,
        person: parts.some((part) => part.person === 1) ? 1 : 3,
      },
      ...{ country: null, name: null, titles: [], owner: null, parts: [] },
    }
    found.push({ mention, parts })
  }
  return found
}

/** The first and all its partners in text order; null where one is no mention, or where they are not joined by “and”. */
function listPartners(syntax: Syntax, head: number, first: Mention, mentionAt: readonly (Mention | null)[]): Mention[] | null {
  const parts = [first]
  let isJoined = false
  for (const child of childrenOf(syntax, head)) {
    if (relationOf(syntax, child) !== 'conj') continue
    const part = mentionAt[child]
    if (!part || part.first < (parts.at(-1) as Mention).last) return null
    parts.push(part)
    for (const mark of childrenOf(syntax, child)) isJoined ||= relationOf(syntax, mark) === 'cc' && /^(?:and|&)$/.test(syntax.lower[mark] as string)
  }
  return parts.length > 1 && isJoined ? parts : null
}

/** One kind of all; people and groups of people make a group. */
function kindOfAll(parts: readonly Mention[]): EntityKind | null {
  const kinds = new Set(parts.map((part) => part.kind))
  const [kind = null] = kinds
  if (kinds.size === 1) return kind
  return [...kinds].every((one) => one === 'person' || one === 'group') ? 'group' : null
}
