import type { Readout } from '../document/readout.ts'
import {
  chooseIdentity,
  describeEntity,
  foldIdentityName,
  gatherFacts,
  type IdentityDraft,
  type KnownIdentity,
  openIdentity,
} from '../identities/identities.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { findIdentities, loadIdentities, type Store, type ToSave } from '../store/store.ts'
import { type Decisions, loadDecisions } from './decided.ts'
import { findEarlier, nameEntity } from './earlier.ts'

/** Whom the entities of an article are, and by which names the store must find them that the article does not tell. */
export interface Tied {
  readonly identities: ToSave['identities']
  /** Name by which an entity is known, by the entity's number. */
  readonly called: ReadonlyMap<number, string>
}

/** Ties the entities of articles, one article after the other, inside one change of the store. */
export type Tie = (readout: Readout, articleKey: string) => Promise<Tied>

/** What people decided is looked up once for a change: nobody decides meanwhile. */
export async function openTie(step: Store, knowledge: Knowledge): Promise<Tie> {
  const decisions = await loadDecisions(step)
  return (readout, articleKey) => tieEntities(step, readout, articleKey, { knowledge, decisions })
}

interface Means {
  readonly knowledge: Knowledge
  readonly decisions: ReadonlyMap<number, Decisions>
}

/** For each entity of a record whom it is: an identity of the store, one to be made, or null where it has none beyond its article. */
async function tieEntities(step: Store, readout: Readout, articleKey: string, { knowledge, decisions }: Means): Promise<Tied> {
  const drafts = readout.entities.map((entity) => describeEntity(entity, readout, knowledge, articleKey))
  const earlier = await findEarlier(step, articleKey)
  const circle = openCircle(await findKnown(step, drafts, [...earlier.values()], decisions))
  const identities: (number | IdentityDraft | null)[] = []
  const called = new Map<number, string>()
  for (const [n, draft] of drafts.entries()) {
    const entity = readout.entities[n]
    if (!draft || !entity) {
      identities.push(null)
      continue
    }
    const { identity, why } = chooseIdentity(draft, circle.find(draft), knowledge)
    // Where nothing speaks for one of several, it stays who it was in the reading before: else each reading would make somebody new of everybody
    // who has a namesake, and what people parted or joined would be lost.
    const chosen = identity ?? (why === 'contradicted' ? undefined : earlier.get(nameEntity(entity)))
    const known = chosen === undefined ? undefined : circle.known.get(chosen)
    if (known) circle.put(await keepFacts(step, known, draft))
    // A bare surname, a ministry of no country: an identity for each article that has one would be found for ever, and tell nothing.
    else if (!draft.isOwn) circle.open(draft)
    identities.push(known ? (circle.drafts.get(known.id) ?? known.id) : draft.isOwn ? null : draft)
    if (!entity.mentions.some(({ form, text }) => form === 'name' && foldIdentityName(text) === foldIdentityName(draft.name))) called.set(n + 1, draft.name)
  }
  return { identities, called }
}

async function findKnown(
  step: Store,
  drafts: readonly (IdentityDraft | null)[],
  ids: readonly number[],
  decisions: Means['decisions'],
): Promise<KnownIdentity[]> {
  const told = drafts.filter((draft) => draft !== null)
  const found = await findIdentities(step, {
    folded: told.flatMap(({ keys }) => keys),
    iso3: told.flatMap(({ iso3 }) => iso3 ?? []),
    wikidata: told.flatMap(({ wikidata }) => wikidata ?? []),
  })
  const others = new Set(ids).difference(new Set(found.map(({ id }) => id)))
  return [...found, ...(await loadIdentities(step, [...others]))].map((identity) => ({ ...identity, ...decisions.get(identity.id) }))
}

/** Those whom an article may mean: whom the library knows, and whom the article itself has told so far. */
interface Circle {
  readonly known: ReadonlyMap<number, KnownIdentity>
  /** Those that are to be made, by the number that stands for them meanwhile. */
  readonly drafts: ReadonlyMap<number, IdentityDraft>
  /** The ones that share a name or link with a draft: only they are compared. */
  readonly find: (draft: IdentityDraft) => KnownIdentity[]
  readonly put: (identity: KnownIdentity) => void
  readonly open: (draft: IdentityDraft) => void
}

function openCircle(identities: readonly KnownIdentity[]): Circle {
  const known = new Map<number, KnownIdentity>()
  const drafts = new Map<number, IdentityDraft>()
  const byClue = new Map<string, Set<number>>()
  const put = (identity: KnownIdentity) => {
    known.set(identity.id, identity)
    const { iso3, wikidata, names } = identity
    for (const clue of listClues(
      iso3,
      wikidata,
      names.map(({ folded }) => folded),
    ))
      byClue.set(clue, (byClue.get(clue) ?? new Set()).add(identity.id))
  }
  for (const identity of identities) put(identity)
  const find = ({ keys, iso3, wikidata }: IdentityDraft) => {
    const ids = new Set(listClues(iso3, wikidata, keys).flatMap((clue) => [...(byClue.get(clue) ?? [])]))
    return [...ids].flatMap((id) => known.get(id) ?? [])
  }
  const open = (draft: IdentityDraft) => {
    const id = -1 - drafts.size
    drafts.set(id, draft)
    put(openIdentity(draft, id))
  }
  return { known, drafts, find, put, open }
}

function listClues(iso3: string | null, wikidata: string | null, folded: readonly string[]): string[] {
  return [...folded.map((name) => `name ${name}`), ...(iso3 === null ? [] : [`iso3 ${iso3}`]), ...(wikidata === null ? [] : [`wikidata ${wikidata}`])]
}

/** The next entity is held against what this one tells too. */
async function keepFacts({ db }: Store, known: KnownIdentity, draft: IdentityDraft): Promise<KnownIdentity> {
  const { country, iso3, wikidata, office } = gatherFacts(known, draft)
  const isChanged = country !== known.country || iso3 !== known.iso3 || wikidata !== known.wikidata || office !== known.office
  if (isChanged && known.id > 0) await db.updateTable('identity').set({ country, iso3, wikidata, office }).where('id', '=', known.id).execute()
  return { ...known, country, iso3, wikidata, office }
}
