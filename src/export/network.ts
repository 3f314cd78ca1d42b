import type { Readout, ReadoutEntity, ReadoutSpan } from '../document/readout.ts'
import type { ExportItem } from './item.ts'
import { isNamed } from './named.ts'

/** Who can meet and be spoken of. */
const KINDS: ReadonlySet<string> = new Set(['person', 'country', 'organization', 'group'])

function isSomebody(entity: ReadoutEntity): boolean {
  return KINDS.has(entity.kind) && isNamed(entity)
}

/** Someone in a network, joined over articles by Wikidata's number, by a state's code, else by kind and name. */
export interface Vertex {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly country: string | null
  readonly wikidata: string | null
}

/** Who is tied to whom, how often, and where that stands. */
export interface Tie {
  readonly from: string
  readonly to: string
  /** Facts: meetings told, or statements. */
  count: number
  /** Articles, and reports: copies of one report count once. */
  readonly articles: Set<string>
  readonly reports: Set<string | number>
  /** First and last day of publication. */
  first: string | null
  last: string | null
}

export interface Network {
  readonly nodes: Map<string, Vertex>
  readonly edges: Map<string, Tie>
}

export function makeNetwork(): Network {
  return { nodes: new Map(), edges: new Map() }
}

/** Adds who met whom: meetings that happened or go on, a tie for each two who took part. Returns how many had no name. */
export function addMeetings(network: Network, item: ExportItem): number {
  const entities = indexEntities(item.readout)
  let nameless = 0
  for (const event of item.readout.events) {
    if (event.type !== 'CONSULT' || (event.realis !== 'happened' && event.realis !== 'ongoing')) continue
    const present = [...new Set(event.participants.map(({ entity }) => entity))].map((id) => entities.get(id))
    const named = present.flatMap((entity) => (entity && isSomebody(entity) ? [addVertex(network, entity)] : []))
    nameless += present.length - named.length
    const keys = [...new Set(named)].sort()
    keys.forEach((from, n) => {
      for (const to of keys.slice(n + 1)) addTie(network, from, to, item)
    })
  }
  return nameless
}

/** Adds who speaks of whom: from a speaker to everyone whom a statement's content names. Returns how many statements had no speaker of a name. */
export function addSpeech(network: Network, item: ExportItem): number {
  const entities = indexEntities(item.readout)
  const mentions = listMentions(item.readout)
  let nameless = 0
  for (const { source, content, negated } of item.readout.statements) {
    const speaker = entities.get(source?.entity ?? '')
    if (!speaker || !isSomebody(speaker)) {
      nameless++
      continue
    }
    if (negated) continue
    const from = addVertex(network, speaker)
    const told = new Set(content.spans.flatMap((span) => listWithin(mentions, span)))
    for (const entity of told) {
      const to = addVertex(network, entity)
      if (to !== from) addTie(network, from, to, item)
    }
  }
  return nameless
}

interface Mention {
  readonly start: number
  readonly end: number
  readonly entity: ReadoutEntity
}

/** Places where somebody with a name is meant, in text order. */
function listMentions({ entities }: Readout): Mention[] {
  const found = entities.filter(isSomebody).flatMap((entity) => entity.mentions.map(({ start, end }) => ({ start, end, entity })))
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

function listWithin(mentions: readonly Mention[], { start, end }: ReadoutSpan): ReadoutEntity[] {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle] as Mention).start < start) low = middle + 1
    else high = middle
  }
  const found: ReadoutEntity[] = []
  for (; low < mentions.length && (mentions[low] as Mention).start < end; low++) {
    const one = mentions[low] as Mention
    if (one.end <= end) found.push(one.entity)
  }
  return found
}

function indexEntities({ entities }: Readout): Map<string, ReadoutEntity> {
  return new Map(entities.map((entity) => [entity.id, entity]))
}

function addVertex({ nodes }: Network, { kind, name, country, link }: ReadoutEntity): string {
  const key = link.wikidata ?? (kind === 'country' && link.iso3 !== undefined ? link.iso3 : `${kind}: ${name.normalize('NFC').toLowerCase()}`)
  if (!nodes.has(key)) nodes.set(key, { key, name, kind, country, wikidata: link.wikidata ?? null })
  return key
}

function addTie({ edges }: Network, from: string, to: string, { readout, reportId }: ExportItem): void {
  const key = JSON.stringify([from, to])
  const { id, publishedOn } = readout.article
  const edge = edges.get(key) ?? { from, to, count: 0, articles: new Set<string>(), reports: new Set<string | number>(), first: null, last: null }
  edge.count++
  edge.articles.add(id)
  edge.reports.add(reportId ?? id)
  if (publishedOn !== null) {
    edge.first = edge.first === null || publishedOn < edge.first ? publishedOn : edge.first
    edge.last = edge.last === null || publishedOn > edge.last ? publishedOn : edge.last
  }
  edges.set(key, edge)
}
