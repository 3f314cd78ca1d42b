import type { Comparison } from '../src/document/comparison.ts'
import type { Area, Cooperation, Stage } from '../src/document/cooperation.ts'
import type { Entity, Speaker } from '../src/document/entity.ts'
import type { EventType, NewsEvent, ParticipantRole, Realis } from '../src/document/news-event.ts'
import type { Span } from '../src/document/span.ts'
import type { Act, Statement, StatementKind } from '../src/document/statement.ts'
import { composeReadout } from '../src/record/record.ts'
import type { IdentityDraft, ToSave } from '../src/store/store.ts'

/** Somebody who appears in reports made by hand, with all names by which they do. The same object is the same one in all reports of a batch. */
export interface Somebody extends IdentityDraft {
  readonly names: readonly string[]
}

export function makeSomebody(kind: string, country: string | null, ...names: [string, ...string[]]): Somebody {
  return { kind, name: names[0], country, iso3: kind === 'country' ? country : null, wikidata: null, office: null, names }
}

export interface Says {
  readonly by: Somebody
  readonly cue: string
  readonly content: string
  readonly act?: Act
  readonly how?: StatementKind
  readonly to?: Somebody
  readonly hedge?: string
  readonly isNegated?: boolean
}

export interface Happens {
  readonly type: EventType
  readonly trigger: string
  readonly who: readonly (readonly [ParticipantRole, Somebody])[]
  readonly realis?: Realis
  readonly areas?: readonly Area[]
  /** The words of the date and the day that they mean. */
  readonly on?: readonly [string, string]
  /** The statement of its line that tells it, or that it is. */
  readonly told?: 'stated' | 'uttered'
}

/** A sentence and its facts, whose words all stand in it. */
export interface Line {
  readonly text: string
  readonly says?: Says
  readonly happens?: Happens
  readonly works?: { readonly area: Area; readonly stage: Stage; readonly words: string; readonly between: readonly Somebody[] }
  /** About the event of its line, if there is one. */
  readonly compares?: { readonly claim: Comparison['claim']; readonly words: string }
}

export interface Report {
  readonly key: string
  readonly day: string | null
  readonly outlet: string
  readonly title: string
  readonly lines: readonly Line[]
  readonly copyOf?: string
  readonly sourceId?: number
}

interface Made {
  readonly statements: Statement[]
  readonly speakers: Speaker[]
  readonly events: NewsEvent[]
  readonly cooperation: Cooperation[]
  readonly comparisons: Comparison[]
}

/** A report ready to be saved, read by hand. Of several names in a line, the longest at a place counts. */
export function makeReport({ key, day, outlet, title, lines, copyOf, sourceId }: Report, people: readonly Somebody[]): ToSave {
  const text = lines.map((line) => `${line.text}\n`).join('')
  const entities = people.map((one) => makeEntity(one, text, people)).filter(({ mentions }) => mentions.length > 0)
  const indexOf = (one: Somebody) => entities.findIndex(({ name }) => name === one.name)
  const made: Made = { statements: [], speakers: [], events: [], cooperation: [], comparisons: [] }
  let at = 0
  for (const line of lines) {
    readLine(line, at, indexOf, made)
    at += line.text.length + 1
  }
  const address = `https://www.${outlet.toLowerCase().replaceAll(' ', '-')}.example/${key}`
  const article = { text, source: address, title, publisher: outlet, authors: [], publishedOn: day }
  const producedBy = { readout: '0.1.0', models: { encoder: 'abc' }, knowledge: '2024.01' }
  return {
    ...{ sourceId: sourceId ?? null, key, signature: null, bands: [], copyOf: copyOf ?? null, at: `${day ?? '2024-09-01'}T08:00:00Z` },
    incoming: {
      ...{ article, address, language: 'en', publishedAt: null, updatedAt: null, dateClue: null, wire: null, isTruncated: false, blocks: [], notices: [] },
    },
    readout: composeReadout({ article, language: 'en', entities, ...made, notices: [], producedBy }),
    identities: entities.map(({ name }) => people.find((one) => one.name === name) ?? null),
  }
}

function makeEntity({ name, kind, country, iso3, names }: Somebody, text: string, people: readonly Somebody[]): Entity {
  const pattern = new RegExp(`(?<!\\p{L})(?:${[...names].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})`, 'gu')
  const longer = people.flatMap((one) => one.names).filter((other) => !names.includes(other) && names.some((own) => other.includes(own)))
  const isOthers = (at: number) => longer.some((other) => text.slice(Math.max(0, at - other.length), at + other.length).includes(other))
  const found = [...text.matchAll(pattern)].filter((match) => !isOthers(match.index))
  const mentions = found.map((match) => ({ start: match.index, end: match.index + match[0].length, form: 'name' as const }))
  return { kind: kind as Entity['kind'], name, country, roles: [], link: iso3 ? { iso3 } : {}, mentions }
}

function readLine({ text, says, happens, works, compares }: Line, at: number, indexOf: (one: Somebody) => number, made: Made): void {
  const find = (words: string): Span => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`“${words}” does not stand in “${text}”.`)
    return { start: at + start, end: at + start + words.length }
  }
  const findName = ({ names }: Somebody) => find(names.find((name) => text.includes(name)) ?? (names[0] as string))
  if (says) {
    made.statements.push(makeStatement(says, find, findName))
    const addressee = says.to ? { span: findName(says.to), entity: indexOf(says.to) } : null
    made.speakers.push({ entity: indexOf(says.by), kind: says.by.kind === 'country' ? 'government' : 'person', onBehalfOf: null, addressee })
  }
  const statement = says ? made.statements.length - 1 : null
  if (happens) made.events.push(makeEvent(happens, statement, indexOf, find, findName))
  if (works)
    made.cooperation.push({
      ...{ between: works.between.map(indexOf), area: works.area, stage: works.stage, spans: [find(works.words)], realis: 'ongoing', realisCues: [] },
      ...{ statedIn: null, confidence: 0.9 },
    })
  if (compares)
    made.comparisons.push({
      ...{ claim: compares.claim, span: find(compares.words), since: null, about: happens ? made.events.length - 1 : null, statedIn: null, confidence: 0.9 },
    })
}

function makeStatement(
  { by, cue, content, act = 'say', how, hedge, isNegated = false }: Says,
  find: (words: string) => Span,
  findName: (one: Somebody) => Span,
): Statement {
  const isQuoted = content.startsWith('“')
  const inner = content.replace(/^“|[,.]?”$/g, '')
  return {
    ...{ kind: how ?? (isQuoted ? 'direct' : 'indirect'), act, source: { span: findName(by), kind: 'person' }, cue: { spans: [find(cue)], lemma: cue } },
    ...{ content: [find(content)], quotations: isQuoted ? [{ ...find(inner), isClosed: true }] : [], within: null, isNegated },
    ...{ hedges: hedge ? [find(hedge)] : [], confidence: 0.9 },
  }
}

function makeEvent(
  happens: Happens,
  statement: number | null,
  indexOf: (one: Somebody) => number,
  find: (words: string) => Span,
  findName: (one: Somebody) => Span,
): NewsEvent {
  const { type, trigger, who, realis = 'happened', areas = [], on, told } = happens
  return {
    ...{ type, mode: type === 'CONSULT' ? 'meeting' : null, trigger: find(trigger), mentions: [], place: null, realis, realisCues: [], areas },
    participants: who.map(([role, one]) => ({ role, span: findName(one), entity: indexOf(one) })),
    date: on ? { span: find(on[0]), start: on[1], end: on[1], grain: 'day', status: 'exact' } : null,
    ...{ statedIn: told === 'stated' ? statement : null, utteredIn: told === 'uttered' ? statement : null, confidence: 0.9 },
  }
}
