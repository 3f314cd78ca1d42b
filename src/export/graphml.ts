import { addMeetings, addSpeech, makeNetwork, type Network, type Tie, type Vertex } from './network.ts'
import { tellProducer } from './provenance.ts'
import type { Exported, ExportPart, FormatWriter } from './writer.ts'

/**
 * Two networks as GraphML: `meetings.graphml` (who met whom) and `speech.graphml` (who speaks of whom). Only the networks are kept
 * while articles go by, not the articles.
 */
export function openGraphml(): FormatWriter {
  const meetings = makeNetwork()
  const speech = makeNetwork()
  const producers = new Set<string>()
  return {
    add: (item) => {
      producers.add(tellProducer(item.readout.producedBy))
      const leftOut = addMeetings(meetings, item) + addSpeech(speech, item)
      return { parts: [], facts: 0, leftOut, problem: null }
    },
    end: (): Exported => ({
      parts: [giveFile('meetings', 'undirected', meetings, producers), giveFile('speech', 'directed', speech, producers)],
      facts: meetings.edges.size + speech.edges.size,
      ...{ leftOut: 0, problem: null },
    }),
  }
}

function giveFile(name: string, direction: 'directed' | 'undirected', network: Network, producers: ReadonlySet<string>): ExportPart {
  return { file: `${name}.graphml`, isFirst: true, bytes: writeGraphml(name, direction, network, [...producers].sort()) }
}

function writeGraphml(name: string, direction: string, { nodes, edges }: Network, producers: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    ...KEYS.map(([id, owner, type]) => `  <key id="${id}" for="${owner}" attr.name="${id}" attr.type="${type}"/>\n`),
    `  <graph id="${name}" edgedefault="${direction}">\n`,
    `    <data key="produced_by">${escapeXml(producers.join(' | '))}</data>\n`,
    ...[...nodes.values()].sort(byKey).map(writeVertex),
    ...[...edges.values()].sort(byEnds).map(writeTie),
    '  </graph>\n</graphml>\n',
  ].join('')
}

const KEYS = [
  ['produced_by', 'graph', 'string'],
  ['label', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['country', 'node', 'string'],
  ['wikidata', 'node', 'string'],
  ['weight', 'edge', 'int'],
  ['count', 'edge', 'int'],
  ['article_count', 'edge', 'int'],
  ['articles', 'edge', 'string'],
  ['first_published_on', 'edge', 'string'],
  ['last_published_on', 'edge', 'string'],
] as const

function writeVertex({ key, name, kind, country, wikidata }: Vertex): string {
  return `    <node id="${escapeXml(key)}">${writeData({ label: name, kind, country, wikidata })}</node>\n`
}

/** `weight` counts reports, so that a report copied ten times weighs as one. */
function writeTie({ from, to, count, articles, reports, first, last }: Tie): string {
  const data = {
    ...{ weight: reports.size, count, article_count: articles.size, articles: [...articles].sort().join(' ') },
    ...{ first_published_on: first, last_published_on: last },
  }
  return `    <edge source="${escapeXml(from)}" target="${escapeXml(to)}">${writeData(data)}</edge>\n`
}

function writeData(data: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(data)
    .map(([key, value]) => (value === null ? '' : `<data key="${key}">${escapeXml(String(value))}</data>`))
    .join('')
}

/** Signs of markup are escaped; what XML 1.0 may not hold at all becomes “�”. */
function escapeXml(text: string): string {
  const clean = text.toWellFormed().replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '�')
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function byKey(a: Vertex, b: Vertex): number {
  return a.key < b.key ? -1 : 1
}

function byEnds(a: Tie, b: Tie): number {
  return a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1
}
