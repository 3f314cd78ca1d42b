import type { Readout } from '../document/readout.ts'
import { chooseIdentity, describeEntity, type KnownIdentity } from '../identities/identities.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { findIdentities, type Store } from '../store/store.ts'
import { loadDecisions } from './decided.ts'

/**
 * Whom of the library the entities of a text mean that is not in it, as they would be tied if it were; null for whom nobody knows. Nothing is
 * written.
 */
export async function recogniseEntities(store: Store, readout: Readout, knowledge: Knowledge): Promise<(number | null)[]> {
  const drafts = readout.entities.map((entity) => describeEntity(entity, readout, knowledge))
  const told = drafts.filter((draft) => draft !== null)
  const found = await findIdentities(store, {
    folded: told.flatMap(({ keys }) => keys),
    iso3: told.flatMap(({ iso3 }) => iso3 ?? []),
    wikidata: told.flatMap(({ wikidata }) => wikidata ?? []),
  })
  const decisions = await loadDecisions(store)
  const known: KnownIdentity[] = found.map((identity) => ({ ...identity, ...decisions.get(identity.id) }))
  return drafts.map((draft) => {
    if (draft === null) return null
    const { keys, iso3, wikidata } = draft
    const isClue = (one: string | null, other: string | null) => one !== null && one === other
    const candidates = known.filter((one) => isClue(one.iso3, iso3) || isClue(one.wikidata, wikidata) || one.names.some(({ folded }) => keys.includes(folded)))
    return chooseIdentity(draft, candidates, knowledge).identity
  })
}
