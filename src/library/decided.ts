import { type Decided, foldIdentityName } from '../identities/identities.ts'
import { loadIdentities, type Store } from '../store/store.ts'

/** What people decided about an identity. */
export interface Decisions {
  readonly merged: readonly Decided[]
  readonly split: readonly Decided[]
}

/** What a row of a decision keeps, as the store writes it. */
interface Detail {
  readonly identity: { readonly name: string; readonly country: string | null } | null
  readonly entities: readonly (readonly [articleId: number, number: number])[]
}

/**
 * All decisions that stand, by the identity that they are about today. A merge is about a name in all articles; a split about the articles that
 * it took away, which belong to the other one from then on, in their next readings and versions too.
 */
export async function loadDecisions(step: Store): Promise<Map<number, Decisions>> {
  const rows = await step.db.selectFrom('identity_decision').selectAll().where('is_undone', '=', 0).orderBy('id').execute()
  const found = new Map<number, { merged: Decided[]; split: Decided[] }>()
  const now = followMerges(rows)
  const give = (id: number, kind: keyof Decisions, decided: Decided) => {
    const decisions = found.get(now(id)) ?? { merged: [], split: [] }
    decisions[kind].push(decided)
    found.set(now(id), decisions)
  }
  for (const { kind, identity_id, other_id, detail } of rows) {
    const { identity, entities } = JSON.parse(detail) as Detail
    if (kind === 'merge' && identity) give(identity_id, 'merged', { folded: [foldIdentityName(identity.name)], country: identity.country, articles: [] })
    if (kind !== 'split' || other_id === null) continue
    const [other] = await loadIdentities(step, [now(other_id)])
    if (!other) continue
    const folded = [other.name, ...other.names.map(({ name }) => name)].map(foldIdentityName)
    const decided = { folded: [...new Set(folded)], country: other.country, articles: await listKeys(step, entities) }
    if (decided.articles.length === 0 || now(other_id) === now(identity_id)) continue
    give(identity_id, 'split', decided)
    give(other_id, 'merged', decided)
  }
  return found
}

/** From an identity to the one that it was merged into, however often. */
function followMerges(rows: readonly { kind: string; identity_id: number; other_id: number | null }[]): (id: number) => number {
  const into = new Map<number, number>()
  for (const { kind, identity_id, other_id } of rows) if (kind === 'merge' && other_id !== null) into.set(other_id, identity_id)
  return (id) => {
    let last = id
    for (const seen = new Set<number>(); into.has(last) && !seen.has(last); last = into.get(last) as number) seen.add(last)
    return last
  }
}

async function listKeys({ db }: Store, entities: Detail['entities']): Promise<string[]> {
  const ids = [...new Set(entities.map(([articleId]) => articleId))]
  const keys: string[] = []
  for (let first = 0; first < ids.length; first += 1_000)
    keys.push(
      ...(
        await db
          .selectFrom('article')
          .select('key')
          .where('id', 'in', ids.slice(first, first + 1_000))
          .execute()
      ).map(({ key }) => key),
    )
  return keys
}
