import type { Readout, ReadoutComparison, ReadoutCooperation, ReadoutDate, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { squeeze } from './show-lines.ts'
import { describeSpeaker, indexPeople, nameOf, type People } from './show-people.ts'

/** Who is meant and who says so, ready to be asked for by id. */
export interface Telling {
  readonly people: People
  readonly statements: ReadonlyMap<string, ReadoutStatement>
}

/** An event, a cooperation or a comparison in words, for the terminal and for the page: not yet safe for either. */
export interface ShownFact {
  readonly id: string
  /** Who takes part; the claim of a comparison. */
  readonly head: string
  readonly told: readonly string[]
  /** “told by Radu Keshen (s3)”; empty where the reporter tells it. */
  readonly by: string
}

export function indexTelling({ entities, statements }: Readout): Telling {
  return { people: indexPeople(entities), statements: new Map(statements.map((statement) => [statement.id, statement])) }
}

/** “Ilva Brandt, Radu Keshen”, “met” (meeting), at Port Asel, 2024-03-13, happened. */
export function describeEvent(event: ReadoutEvent, telling: Telling): ShownFact {
  const { type, mode, place, date, realis, realisCues, areas, utteredIn } = event
  const kind = [type === 'CONSULT' && mode ? '' : type.toLowerCase(), mode].filter(Boolean).join(', ')
  const uttered = utteredIn === null ? undefined : telling.statements.get(utteredIn)
  // That a meeting took place is news; what else is told plainly has happened.
  const isPlain = realis === 'happened' && type !== 'CONSULT'
  const told = [
    event.trigger.text === kind ? quote([event.trigger]) : `${quote([event.trigger])} (${kind})`,
    uttered ? `${quote(uttered.content.spans, 90)} (${uttered.id})` : '',
    areas.length > 0 ? `on ${areas.join(', ')}` : '',
    place ? `at ${nameOf(place, telling.people)}` : '',
    date ? sayDate(date) : '',
    isPlain ? '' : sayRealis(realis, realisCues),
  ]
  return { id: event.id, head: sayParticipants(event, telling.people), ...finish(told, event, telling) }
}

/** “Varland, Ostria”, trade, expanding. */
export function describeCooperation(cooperation: ReadoutCooperation, telling: Telling): ShownFact {
  const { id, between, area, stage, realis, realisCues } = cooperation
  const isPlain = realis === 'happened' || realis === 'ongoing'
  const head = between.map((party) => telling.people.byId.get(party)?.name ?? party).join(', ')
  return { id, head, ...finish([area, stage ?? '', isPlain ? '' : sayRealis(realis, realisCues)], cooperation, telling) }
}

/** “most”, “the longest since 2009”, since 2009, about v1. */
export function describeComparison(comparison: ReadoutComparison, telling: Telling): ShownFact {
  const { id, claim, span, since, about } = comparison
  return { id, head: claim, ...finish([quote([span], 160), since ? `since ${sayDate(since)}` : '', about ? `about ${about}` : ''], comparison, telling) }
}

function finish(told: readonly string[], fact: { statedIn: string | null; confidence: number }, telling: Telling): Pick<ShownFact, 'told' | 'by'> {
  const unsure = fact.confidence < 0.7 ? `unsure ${fact.confidence.toFixed(2)}` : ''
  const statement = fact.statedIn === null ? undefined : telling.statements.get(fact.statedIn)
  return { told: [...told, unsure].filter(Boolean), by: statement ? sayTeller(statement, telling.people) : '' }
}

function sayTeller(statement: ReadoutStatement, people: People): string {
  if (!statement.source) return `told in ${statement.id}`
  const { name, words } = describeSpeaker(statement, people)
  const isKnown = statement.source.entity !== null && statement.source.kind !== 'anonymous'
  return `told by ${name}${words && !isKnown ? ` (“${squeeze(words, 70)}”)` : ''} (${statement.id})`
}

/** “Belmora → Varland, host Ostria”, each once in a role. */
function sayParticipants({ participants }: ReadoutEvent, people: People): string {
  const names = (role: string) => [...new Set(participants.filter((one) => one.role === role).map((one) => squeeze(nameOf(one, people), 60)))]
  const [actors, recipients] = [names('actor').join(', '), names('recipient').join(', ')]
  const others = ['host', 'mediator'].flatMap((role) => names(role).map((name) => `${role} ${name}`))
  return [recipients ? `${actors || 'nobody named'} → ${recipients}` : actors, ...others].filter(Boolean).join(', ') || 'nobody named'
}

/** “planned (“is to”)”. */
function sayRealis(realis: string, cues: readonly ReadoutSpan[]): string {
  return cues.length > 0 ? `${realis} (${quote(cues, 70)})` : realis
}

/** “2024-03-13”, “2024-05”, “about 2020”, “2024-06-03 to 2024-06-05”; the words where no day can be told. */
function sayDate({ span, start, end, grain, status }: ReadoutDate): string {
  if (start === null || end === null) return quote([span], 40)
  const about = status === 'approximate' ? 'about ' : ''
  if (start === end) return about + start
  if (grain === 'year' && start.slice(0, 4) === end.slice(0, 4)) return about + start.slice(0, 4)
  if (grain === 'month' && status === 'exact' && start.slice(0, 7) === end.slice(0, 7)) return start.slice(0, 7)
  return `${about}${start} to ${end}`
}

/** Between quotation marks, unless the text has set them around just these words. */
function quote(spans: readonly ReadoutSpan[], most = 60): string {
  const words = squeeze(spans.map((span) => span.text).join(' … '), most)
  return /^[“"][^“”"]*[”"]$/.test(words) ? words : `“${words}”`
}
