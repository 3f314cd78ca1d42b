import type { EntityKind } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import { childrenOf, relationOf, type Syntax } from '../document/syntax.ts'

/**
 * Coordinations used as one: “Lind and Vale”, “Ostria and Varland”. Partners are mentions of one kind joined by “and”. `parts` holds
 * the mentions themselves; the caller gives them their places in the list.
 */
export function findCoordinations(syntax: Syntax, mentionAt: readonly (Mention | null)[]): { mention: Mention; parts: readonly Mention[] }[] {
  const found: { mention: Mention; parts: readonly Mention[] }[] = []
  const listed = listNames(syntax, mentionAt)
  const inside = new Set([...listed.values()].flatMap((names) => names.slice(1)))
  for (let head = 0; head < syntax.count; head++) {
    const first = mentionAt[head]
    if (!first || (relationOf(syntax, head) === 'conj' && !listed.has(first))) continue
    if (inside.has(first)) continue
    const parts = listed.get(first) ?? listPartners(syntax, head, first, mentionAt)
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

/**
 * Names in a row with commas and “and” before the last, whatever the tree says: “Varland, Ostria and Belmora”. By their first name. Two
 * alone may be a town and its state (“Asel, Varland”), so there are three or more.
 */
function listNames({ words, lower, count }: Syntax, mentionAt: readonly (Mention | null)[]): Map<Mention, Mention[]> {
  const nameFrom = new Map<number, Mention>()
  for (const mention of mentionAt) if (mention?.name && mention.form !== 'nominal') nameFrom.set(mention.first, mention)
  const lists = new Map<Mention, Mention[]>()
  for (let i = 0; i < count; i++) {
    const first = nameFrom.get(i)
    if (!first) continue
    const names = [first]
    let at = first.last
    let isJoined = false
    while (at < count && !isJoined) {
      let next = words[at] === ',' ? at + 1 : at
      isJoined = lower[next] === 'and' || lower[next] === '&'
      if (isJoined) next++
      const name = next > at ? nameFrom.get(next) : undefined
      if (!name) break
      names.push(name)
      at = name.last
    }
    if (isJoined && names.length > 2 && at === (names.at(-1) as Mention).last) lists.set(first, names)
    if (names.length > 1) i = (names.at(-1) as Mention).first - 1
  }
  return lists
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
