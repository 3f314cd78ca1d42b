import type { Readout, ReadoutDate, ReadoutEntity, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { listEvidence } from './evidence.ts'
import type { GdeltActor, GdeltRow } from './gdelt.ts'
import { applyRealis } from './realis.ts'

/** Whether an article says what a row claims. `because` is a sentence; `words` are the article's, empty where nothing supports the row. */
export interface GdeltVerdict {
  readonly answer: 'yes' | 'contradicted' | 'unsupported'
  readonly because: string
  /** The event or statement that decides; null where there is none. */
  readonly fact: string | null
  readonly words: readonly { readonly part: string; readonly span: ReadoutSpan }[]
  /** What differs without deciding: the place, a day or two. */
  readonly remarks: readonly string[]
}

/** GDELT dates what it cannot date by the day of the report, and news retells the week. */
const DAYS_APART = 7

/** Entities of the record by id, and those whom the row's two actors mean; null where the row names none. */
interface Cast {
  readonly entities: ReadonlyMap<string, ReadoutEntity>
  readonly first: ReadonlySet<string> | null
  readonly second: ReadonlySet<string> | null
}

/** Holds one row of GDELT's event table against the record of an article. The first event that bears it out decides, else the first that speaks against it. */
export function checkGdeltRow(row: GdeltRow, readout: Readout): GdeltVerdict {
  const [first, second] = row.actors.map((actor) => actor && new Set(readout.entities.filter((entity) => isMeant(actor, entity)).map(({ id }) => id)))
  const cast: Cast = { entities: new Map(readout.entities.map((entity) => [entity.id, entity])), first: first ?? null, second: second ?? null }
  const verdicts = [
    ...readout.events.flatMap((event) => checkEvent(row, event, cast) ?? []),
    ...readout.statements.flatMap((statement) => checkStatement(row, statement, cast) ?? []),
  ]
  const found = verdicts.find(({ answer }) => answer === 'yes') ?? verdicts[0]
  return found ?? { answer: 'unsupported', because: `Nothing in the article tells ${describeClaim(row)}.`, fact: null, words: [], remarks: [] }
}

function checkEvent(row: GdeltRow, event: ReadoutEvent, cast: Cast): GdeltVerdict | null {
  const coded = applyRealis(event)
  const isTold = coded !== null && row.claim.types.includes(coded.type)
  if (!isTold && !row.claim.types.includes(event.type)) return null
  const order = orderSides(row, event, cast)
  if (order === null) return null
  const given = { fact: event.id, words: listEvidence({ kind: 'events', fact: event }), remarks: remarkPlace(row, event, cast.entities) }
  if (order === 'reversed')
    return { ...given, answer: 'contradicted', because: 'The article tells it the other way round: who acts and whom it strikes are exchanged.' }
  if (!isTold) return { ...given, answer: 'contradicted', because: NOT_SO[event.realis] ?? `The article tells it as ${event.realis}.` }
  if (coded.type !== event.type) return { ...given, answer: 'yes', because: `The article tells it: ${event.type}, ${event.realis}, in PLOVER ${coded.type}.` }
  const apart = measureDaysApart(row.day, event.date)
  const dated = `The article dates it ${event.date?.start} to ${event.date?.end} (“${event.date?.span.text}”), the row ${row.day}.`
  if (apart > DAYS_APART && event.date?.status === 'exact') return { ...given, answer: 'contradicted', because: dated }
  const remarks = apart > 0 ? [...given.remarks, dated] : given.remarks
  return { ...given, remarks, answer: 'yes', because: `The article tells it: ${event.type}, ${event.realis}.` }
}

const NOT_SO: Readonly<Partial<Record<ReadoutEvent['realis'], string>>> = {
  planned: 'The article tells it as planned: it has not happened yet.',
  denied: 'The article says that it did not happen.',
  hypothetical: 'The article only supposes it.',
  unknown: 'The article says that it is not known.',
}

/** Whether the row's first actor acts on its second in the event; “reversed” where the event tells the opposite; null where one takes no part. */
function orderSides(row: GdeltRow, event: ReadoutEvent, { first, second }: Cast): 'told' | 'reversed' | null {
  const find = (ids: ReadonlySet<string> | null) => ids && event.participants.filter(({ entity }) => ids.has(entity))
  const [ours, theirs] = row.claim.visit === 'host' ? [find(second), find(first)] : [find(first), find(second)]
  if (ours?.length === 0 || theirs?.length === 0) return null
  // Talks and joint work have no direction, unless a row tells who visited whom.
  const isMutual = event.type === 'COOPERATE' || (event.type === 'CONSULT' && (event.mode !== 'visit' || row.claim.visit === null))
  if (isMutual || !event.participants.some(isStruck)) return isPair(ours, theirs) ? 'told' : null
  if ((ours?.some(isActing) ?? true) && (theirs?.some(isStruck) ?? true)) return 'told'
  return (ours?.some(isStruck) ?? true) && (theirs?.some(isActing) ?? true) ? 'reversed' : null
}

type Participants = ReadoutEvent['participants']

/** Whether two different ones take part; one that the row does not name is always there. */
function isPair(ours: Participants | null, theirs: Participants | null): boolean {
  if (ours === null || theirs === null) return true
  return new Set([...ours, ...theirs].map(({ entity }) => entity)).size > 1
}

function isStruck({ role }: Participants[number]): boolean {
  return role === 'recipient' || role === 'host'
}

function isActing(participant: Participants[number]): boolean {
  return !isStruck(participant)
}

/** 01 and 02 claim that somebody said or asked something: a statement of the first actor to, or about, the second. */
function checkStatement(row: GdeltRow, fact: ReadoutStatement, { entities, first, second }: Cast): GdeltVerdict | null {
  const { statement } = row.claim
  if (statement === null || (statement === 'ask' && fact.act !== 'ask')) return null
  const isOneOf = (ids: ReadonlySet<string>, id: string | null | undefined) => typeof id === 'string' && ids.has(id)
  if (first !== null && !isOneOf(first, fact.source?.entity) && !isOneOf(first, fact.source?.onBehalfOf)) return null
  const isNamed = (id: string) =>
    entities.get(id)?.mentions.some((mention) => fact.content.spans.some((span) => span.start <= mention.start && mention.end <= span.end))
  if (second !== null && !isOneOf(second, fact.addressee?.entity) && ![...second].some(isNamed)) return null
  const given = { fact: fact.id, words: listEvidence({ kind: 'statements', fact }), remarks: [] }
  if (fact.negated) return { ...given, answer: 'contradicted', because: 'The article says that this was not said.' }
  return { ...given, answer: 'yes', because: `The article tells it as a statement: ${fact.act}.` }
}

/** Whether a row's actor is an entity of the article: by country or body, else by its name in the row. */
function isMeant(actor: GdeltActor, entity: ReadoutEntity): boolean {
  if (entity.country !== null && (entity.country === actor.group || actor.country !== null))
    return entity.country === actor.group || entity.country === actor.country
  // “PROTESTER”, “UNITED NATIONS”: without a country on both sides, the words decide.
  const wanted = listWords(actor.name)
  return (
    wanted.length > 0 &&
    [entity.name, ...entity.mentions.map(({ text }) => text)].some((words) => {
      const had = new Set(listWords(words))
      return wanted.every((word) => had.has(word))
    })
  )
}

/** Words without case, accents and plural ending. */
function listWords(words: string): string[] {
  return (
    words
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => word.replace(/(?<=..)s$/, ''))
}

/** Days between the row's day and the nearest day of the article's date; 0 where either is not told. */
function measureDaysApart(day: string | null, date: ReadoutDate | null): number {
  if (day === null || date === null || date.start === null || date.end === null) return 0
  const nearest = day < date.start ? date.start : day > date.end ? date.end : day
  return Math.abs(Date.parse(day) - Date.parse(nearest)) / 86_400_000
}

function remarkPlace(row: GdeltRow, event: ReadoutEvent, entities: ReadonlyMap<string, ReadoutEntity>): string[] {
  if (row.place === null || event.place === null) return []
  const theirs = new Set(listWords(row.place))
  const ours = [event.place.span.text, entities.get(event.place.entity ?? '')?.name ?? ''].flatMap(listWords)
  return ours.some((word) => theirs.has(word)) ? [] : [`The article puts it at “${event.place.span.text}”, the row at “${row.place}”.`]
}

function describeClaim({ code, claim, actors }: GdeltRow): string {
  const what = claim.statement === null ? claim.types.join(' or ') : 'a statement'
  return `${what} (CAMEO ${code}) by ${actors[0]?.name ?? 'anybody'}${actors[1] ? ` with or towards ${actors[1].name}` : ''}`
}
