import { ReadoutError } from '../document/readout-error.ts'
import { describeEntity, foldIdentityName } from '../identities/identities.ts'
import { findIdentities, type Identity, loadIdentities, loadRecord, mergeIdentities, type Store, splitIdentity } from '../store/store.ts'
import { addCalled } from './earlier.ts'
import type { Library } from './open.ts'

/** Somebody or something that articles tell of, and how many do. */
export interface Known extends Identity {
  readonly articles: number
}

/** Everybody who is called so, or “#12”: the one of that number; those that most articles tell of first. */
export async function findKnown(store: Store, name: string): Promise<Known[]> {
  const number = /^#(\d{1,15})$/.exec(name)?.[1]
  const found = number === undefined ? await findIdentities(store, { folded: [foldIdentityName(name)] }) : await loadIdentities(store, [Number(number)])
  const known: Known[] = []
  for (const identity of found) {
    const query = store.db.selectFrom('entity').select(({ fn }) => fn.count<number>('article_id').distinct().as('articles'))
    const { articles } = await query.where('identity_id', '=', identity.id).executeTakeFirstOrThrow()
    known.push({ ...identity, articles })
  }
  return known.sort((a, b) => b.articles - a.articles || a.id - b.id)
}

/** The one who is meant by a name or number. Throws where nobody is, or several are: then it lists them. */
export async function findOne(store: Store, name: string): Promise<Known> {
  const found = await findKnown(store, name)
  const [one] = found
  if (!one) throw new ReadoutError('nobody', `Nobody in this library is called “${name}”.`)
  if (found.length === 1) return one
  const lines = found.slice(0, 10).map(({ id, name: called, kind, country, office, articles }) => {
    return `  #${id}  ${called} (${[kind, country, office, `${articles} articles`].filter(Boolean).join(', ')})`
  })
  throw new ReadoutError('several', `“${name}” is the name of ${found.length}: give the number of the one you mean.\n${lines.join('\n')}`)
}

/** Articles that tell of an identity, the latest first. */
export async function listArticlesOf({ db }: Store, identityId: number, limit: number) {
  return db
    .selectFrom('entity')
    .innerJoin('article', 'article.id', 'entity.article_id')
    .select(['article.id', 'article.title', 'article.outlet', 'article.published_on', 'article.address'])
    .distinct()
    .where('entity.identity_id', '=', identityId)
    .orderBy('article.published_on', 'desc')
    .orderBy('article.id', 'desc')
    .limit(limit)
    .execute()
}

/** Makes two one. It holds for all articles to come that tell of the second by its name. Returns the decision's number, by which it can be undone. */
export async function mergePeople(store: Store, kept: string, gone: string, who: string): Promise<{ kept: Known; gone: Known; decisionId: number }> {
  const [one, other] = [await findOne(store, kept), await findOne(store, gone)]
  const decisionId = await mergeIdentities(store, { keptId: one.id, goneId: other.id, who, at: new Date().toISOString() })
  return { kept: one, gone: other, decisionId }
}

/** Parts whom articles mean from an identity: he or she becomes another one, in the next readings of these articles too. */
export async function splitPeople({ store, knowledge }: Library, name: string, articleIds: readonly number[], who: string) {
  const identity = await findOne(store, name)
  const rows = await store.db
    .selectFrom('entity')
    .selectAll()
    .where('identity_id', '=', identity.id)
    .where('article_id', 'in', [0, ...articleIds])
    .execute()
  const [first] = rows
  if (!first)
    throw new ReadoutError('not-there', `None of these articles tells of ${identity.name} (#${identity.id}): “readout people show” lists those that do.`)
  if (new Set(rows.map(({ article_id }) => article_id)).size === identity.articles)
    throw new ReadoutError('all-split', `These are all the articles that tell of ${identity.name} (#${identity.id}): nothing would be left of it.`)
  // Whom the articles mean, as they tell it: the country and the office may be what tells the two apart.
  const record = await loadRecord(store, first.article_id)
  const entity = record?.entities[first.number - 1]
  const draft = record && entity ? describeEntity(entity, record, knowledge()) : null
  const { kind, name: called, country, iso3, wikidata, office } = draft ?? identity
  const parted = await splitIdentity(store, {
    ...{ identityId: identity.id, articleIds, who, at: new Date().toISOString() },
    draft: { kind, name: called, country, iso3, wikidata, office },
  })
  await addCalled(store.db, parted.identityId, called)
  return { identity, ...parted }
}

/** Decisions that stand, the latest first. */
export async function listPeopleDecisions({ db }: Store) {
  const columns = ['id', 'at', 'who', 'kind', 'identity_id', 'other_id'] as const
  return db.selectFrom('identity_decision').select(columns).where('is_undone', '=', 0).orderBy('id', 'desc').execute()
}
