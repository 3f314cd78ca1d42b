import type { Entity, EntityKind } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import type { Span } from '../document/span.ts'
import { spanOf } from '../document/words.ts'
import { findCountry, findPeople, findSenses, isOwnState, type Knowledge } from '../knowledge/knowledge.ts'
import type { Cluster, Clusters } from './clusters.ts'
import type { Scene } from './scene.ts'

/** Entities of the record from clusters, in the order in which the text first names them; `place[c]` is a cluster's entity, −1 for none. */
export function describeEntities(scene: Scene, clusters: Clusters, knowledge: Knowledge): { entities: Entity[]; place: Int32Array } {
  const place = new Int32Array(clusters.list.length).fill(-1)
  const order = clusters.list
    .map((_, at) => at)
    .filter((at) => isTold(scene, clusters.list[at] as Cluster))
    .sort((a, b) => (clusters.list[a]?.mentions[0] as number) - (clusters.list[b]?.mentions[0] as number))
  order.forEach((at, n) => {
    place[at] = n
  })
  const byCountry = new Map<string, number>()
  for (const at of order) {
    const { kind, country } = clusters.list[at] as Cluster
    if (kind === 'country' && country && !byCountry.has(country)) byCountry.set(country, place[at] as number)
  }
  const entities = order.map((at) => describeCluster(scene, clusters.list[at] as Cluster, knowledge, byCountry))
  return { entities, place }
}

/** A cluster of pronouns alone names nobody. */
function isTold(scene: Scene, cluster: Cluster): boolean {
  return cluster.mentions.some((n) => (scene.mentions[n] as Mention).form !== 'pronoun')
}

function describeCluster(scene: Scene, cluster: Cluster, knowledge: Knowledge, byCountry: ReadonlyMap<string, number>): Entity {
  const isGroup = cluster.mentions.some((n) => (scene.mentions[n] as Mention).parts.length > 0)
  const kind = isGroup ? 'group' : kindOf(cluster)
  const country = countryOf(scene, cluster, knowledge)
  return {
    kind,
    name: nameOf(scene, cluster, kind, country, knowledge),
    country: country && isOwnState(country) ? null : country,
    roles: rolesOf(scene, cluster, byCountry),
    link: linkOf(cluster, kind, country, knowledge),
    mentions: mentionsOf(scene, cluster),
  }
}

/** All places where it is mentioned; an office before a name mentions the person as well: “|North Korean leader| Kim Jong Un”. */
function mentionsOf(scene: Scene, cluster: Cluster): Entity['mentions'] {
  const own = cluster.mentions.map((n) => scene.mentions[n] as Mention)
  const titles = own.flatMap((mention) =>
    mention.titles.filter((title) => title.last <= mention.first && !own.some((other) => other.first < title.last && title.first < other.last)),
  )
  const told = [
    ...own.map((mention) => ({ ...spanOf(scene.tokens, mention), form: mention.form })),
    ...titles.map((title) => ({ ...spanOf(scene.tokens, title), form: 'nominal' as const })),
  ]
  return told.sort((a, b) => a.start - b.start || b.end - a.end)
}

function kindOf(cluster: Cluster): EntityKind {
  if (cluster.kind === 'person' && cluster.number === 'many') return 'group'
  return cluster.kind ?? (cluster.number === 'many' ? 'group' : 'organization')
}

function countryOf(scene: Scene, cluster: Cluster, knowledge: Knowledge): string | null {
  const told = cluster.country ?? cluster.titles.find((title) => title.of !== null)?.of
  if (told) return told
  const known = cluster.known && cluster.kind === 'person' ? findPeople(knowledge, cluster.known)[0]?.country : undefined
  if (known) return known
  for (const n of cluster.mentions) {
    const { country } = scene.mentions[n] as Mention
    if (country) return country
  }
  return null
}

/** Best full name in the text, a country's own name, else the fullest words. */
function nameOf(scene: Scene, cluster: Cluster, kind: EntityKind, country: string | null, knowledge: Knowledge): string {
  if (kind === 'country' && country) {
    const name = isOwnState(country) ? country.slice(1) : findCountry(knowledge, country)?.name
    if (name) return name
  }
  const read = ({ start, end }: Span) => scene.tokens.text.slice(start, end).replace(/\s+/g, ' ')
  const named = cluster.mentions
    .map((n) => scene.mentions[n] as Mention)
    .filter((mention) => mention.name !== null && mention.parts.length === 0 && !(cluster.known && mention.form === 'metonym'))
  const names = named.map((mention) => read(spanOf(scene.tokens, mention.name ?? mention)).replace(/['’]s$/u, ''))
  const longest = names.reduce(
    (best, name) => (wordCount(name) > wordCount(best) || (wordCount(name) === wordCount(best) && isBetterCase(name, best)) ? name : best),
    '',
  )
  if (wordCount(longest) === 1 && kind === 'person' && cluster.known) return cluster.known
  if (longest !== '') return longest
  if (cluster.known) return cluster.known
  const described = cluster.mentions.map((n) => scene.mentions[n] as Mention).filter((mention) => mention.form !== 'pronoun')
  return read(spanOf(scene.tokens, described[0] ?? (scene.mentions[cluster.mentions[0] as number] as Mention)))
}

function wordCount(name: string): number {
  return name === '' ? 0 : name.split(/\s+/).length
}

/** “Lind” rather than the headline's “LIND”. */
function isBetterCase(name: string, best: string): boolean {
  return best === '' || (best === best.toUpperCase() && name !== name.toUpperCase())
}

function rolesOf(scene: Scene, cluster: Cluster, byCountry: ReadonlyMap<string, number>): Entity['roles'] {
  const roles: { title: string; of: number | null; span: Span }[] = []
  for (const title of cluster.titles) {
    const span = spanOf(scene.tokens, title)
    if (roles.some((role) => role.span.start === span.start)) continue
    const words = scene.tokens.text.slice(span.start, span.end).replace(/\s+/g, ' ')
    roles.push({ title: words, of: title.of === null ? null : (byCountry.get(title.of) ?? null), span })
  }
  return roles.sort((a, b) => a.span.start - b.span.start)
}

function linkOf(cluster: Cluster, kind: EntityKind, country: string | null, knowledge: Knowledge): Entity['link'] {
  if (kind === 'country' && country && findCountry(knowledge, country)) return { iso3: country }
  const known = cluster.known ? findSenses(knowledge, cluster.known)[0] : undefined
  return known ? { ...known.link } : {}
}
