import type { Area } from '../document/cooperation.ts'
import type { EventDate, EventType, NewsEvent, Realis } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import type { Participant } from './participants.ts'
import type { Place } from './place.ts'
import type { Scene } from './scene.ts'

/** One telling of an event, before tellings of the same are joined. */
export interface Telling {
  readonly type: EventType
  readonly mode: string | null
  readonly trigger: Span
  readonly lemma: string
  readonly isNoun: boolean
  readonly participants: readonly Participant[]
  readonly place: Place | null
  readonly date: EventDate | null
  readonly realis: Realis
  readonly realisCues: readonly Span[]
  readonly areas: readonly Area[]
  readonly statedIn: number | null
  readonly utteredIn: number | null
  readonly confidence: number
  readonly sentence: number
  readonly token: number
  /** The word that a noun hangs by, −1 for none: “killed in an attack”. */
  readonly above: number
  /** A noun with “the”, “this”, “their”: points back to what was told. */
  readonly isDefinite: boolean
}

/** Finest first. */
const GRAINS = ['day', 'week', 'month', 'quarter', 'year']
/** Tellings that a later one is compared with, latest first. */
const BACK = 40
/** Tellings of an event that a further one is held against, besides the first: bounds the work on events told very often. */
const LATEST = 8
/** Types told by what is said: each utterance is an event of its own. */
const EACH_ITS_OWN = new Set<EventType>(['AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT'])

/** Joins tellings of the same event, in text order: the fullest telling leads, the others are its mentions. */
export function mergeTellings(scene: Scene, tellings: readonly Telling[]): NewsEvent[] {
  const groups: Telling[][] = []
  for (const telling of tellings) {
    const group = findGroup(scene, groups, telling)
    if (group) group.push(telling)
    else groups.push([telling])
  }
  return groups.filter((group) => group.some(canStand)).map(composeEvent)
}

/** A bare noun (“the summit”) tells no event by itself: somebody, some day or some place must be told with it. */
function canStand(telling: Telling): boolean {
  if (!telling.isNoun || telling.participants.length > 0) return true
  if (telling.type === 'CONSULT') return telling.date?.start != null || telling.realis === 'planned' || telling.realis === 'denied'
  return telling.type === 'ASSAULT' && telling.place !== null
}

function findGroup(scene: Scene, groups: readonly Telling[][], telling: Telling): Telling[] | null {
  let best: Telling[] | null = null
  let bestScore = 0
  for (let g = groups.length - 1; g >= Math.max(0, groups.length - BACK); g--) {
    const group = groups[g] as Telling[]
    const score = likeness(scene, group, telling) - (groups.length - 1 - g) * 0.001
    if (score > bestScore) {
      best = group
      bestScore = score
    }
  }
  return best
}

/** Above 0 where a telling may be of the same event as a group. */
function likeness(scene: Scene, whole: readonly Telling[], telling: Telling): number {
  const group = whole.length > LATEST ? [whole[0] as Telling, ...whole.slice(-LATEST)] : whole
  const lead = group[0] as Telling
  if (lead.type !== telling.type || !group.every((one) => fitModes(one, telling) && fitDates(one.date, telling.date) && fitPlaces(one.place, telling.place)))
    return 0
  const ours = new Set(group.flatMap((one) => one.participants.map(({ entity }) => entity)))
  const isMet = lead.type === 'CONSULT'
  // “the two countries' talks” may point back to those of their leaders
  const isPointing = isMet && ((telling.isNoun && telling.isDefinite) || group.some((one) => one.lemma === telling.lemma))
  const shared = telling.participants.filter(({ entity }) => ours.has(entity) || (isPointing && [...ours].some((one) => isOneParty(scene, one, entity)))).length
  // “Varland, which hosts the talks” adds a host to what is told elsewhere
  const isHosted = telling.participants.length > 0 && telling.participants.every(({ role }) => role === 'host')
  const isBare = telling.participants.length === 0 || isHosted
  const isSameWord = group.some((one) => one.lemma === telling.lemma)
  const fits = fitRealis(lead, telling)
  if (group.some((one) => one.token === telling.above || one.above === telling.token)) return fits ? 2 : 0
  if (EACH_ITS_OWN.has(lead.type))
    return fits && isSameWord && shared > 0 && shared >= Math.min(ours.size, telling.participants.length) && telling.sentence - lead.sentence < 3 ? 1 : 0
  // “Lind met Vale. … earlier negotiations … During the talks”: what nobody is told to have done is pointed at last
  if (isBare)
    return (isHosted || (telling.isNoun && (telling.isDefinite || isSameWord))) && (fits || telling.realis === 'happened')
      ? group.some(canStand)
        ? 0.5
        : 0.3
      : 0
  if (ours.size === 0) return lead.isNoun && fits ? 0.4 : 0
  const portion = shared / Math.min(ours.size, telling.participants.length)
  if (!fits && !(isSameWord && portion === 1)) return 0
  if (isMet && hasOtherPartner(scene, group, telling)) return 0
  if (lead.type === 'ASSAULT' && areHalves(group, telling)) return 0.6
  if (lead.type === 'CONSULT' || lead.type === 'ASSAULT') return portion >= 0.5 ? portion : 0
  return portion === 1 && (isSameWord || telling.isNoun || lead.isNoun) ? 1 : 0
}

/** A state and its people: “Lind and Vale met. … The two countries' talks …”. */
function isOneParty(scene: Scene, a: number, b: number): boolean {
  if (a === b) return true
  const [one, other] = [scene.entities[a]?.kind, scene.entities[b]?.kind]
  const code = scene.codeOf[a] ?? null
  return (one === 'country') !== (other === 'country') && code !== null && code === scene.codeOf[b]
}

/** “Lind met Vale. Lind met Korr.”: each tells of somebody of the same kind of whom the other does not. */
function hasOtherPartner(scene: Scene, group: readonly Telling[], telling: Telling): boolean {
  const ours = group.flatMap((one) => one.participants).filter(({ role }) => role !== 'host')
  const theirs = telling.participants.filter(({ role }) => role !== 'host')
  const lacks = (list: readonly Participant[], { entity }: Participant) => !list.some((one) => isOneParty(scene, one.entity, entity))
  const kindOf = ({ entity }: Participant) => scene.entities[entity]?.kind
  const left = ours.filter((one) => lacks(theirs, one)).map(kindOf)
  return theirs.some((one) => lacks(ours, one) && /^(?:person|country)$/.test(kindOf(one) ?? '') && left.includes(kindOf(one)))
}

/** One tells who did it, the other to whom, close by: “Three soldiers were killed. … Gunmen opened fire on the post.” */
function areHalves(group: readonly Telling[], telling: Telling): boolean {
  // “opened fire on the post” tells where rather than at whom
  const has = (one: Telling, role: string) => one.participants.some((participant) => participant.role === role && !participant.isPlace)
  const isNear = group.some((one) => telling.sentence - one.sentence < 3)
  const hasActor = group.some((one) => has(one, 'actor'))
  const hasRecipient = group.some((one) => has(one, 'recipient'))
  return (
    isNear &&
    ((hasActor && !hasRecipient && has(telling, 'recipient') && !has(telling, 'actor')) ||
      (hasRecipient && !hasActor && has(telling, 'actor') && !has(telling, 'recipient')))
  )
}

function fitModes(a: Telling, b: Telling): boolean {
  if (a.mode === b.mode) return true
  if (a.type !== 'CONSULT') return a.mode === null || b.mode === null || (a.type === 'ASSAULT' && a.mode !== 'abduct' && b.mode !== 'abduct')
  const plain = (mode: string | null) => mode === null || mode === 'meeting' || mode === 'multilateral'
  return plain(a.mode) && plain(b.mode)
}

function fitDates(a: EventDate | null, b: EventDate | null): boolean {
  if (!a?.start || !b?.start) return true
  return a.start <= (b.end as string) && b.start <= (a.end as string)
}

function fitPlaces(a: Place | null, b: Place | null): boolean {
  return a === null || b === null || a.entity === null || b.entity === null || a.entity === b.entity
}

const REAL = new Set<Realis>(['happened', 'ongoing'])

function fitRealis(a: Telling, b: Telling): boolean {
  return a.realis === b.realis || (REAL.has(a.realis) && REAL.has(b.realis))
}

function composeEvent(group: readonly Telling[]): NewsEvent {
  const lead = group.reduce((best, one) => (fullness(one) > fullness(best) ? one : best))
  // told and denied: who denies it has the last word
  const { realis, realisCues } = group.find((one) => one.realis === 'denied') ?? lead
  const participants: Participant[] = []
  for (const telling of [lead, ...group])
    for (const one of telling.participants) if (!participants.some(({ entity }) => entity === one.entity)) participants.push(one)
  const dates = [lead, ...group].flatMap(({ date }) => (date !== null && date.start !== null ? [date] : []))
  const dated = dates.length > 0 ? dates.reduce((best, one) => (GRAINS.indexOf(one.grain) < GRAINS.indexOf(best.grain) ? one : best)) : lead.date
  return {
    type: lead.type,
    mode: lead.mode,
    trigger: lead.trigger,
    mentions: group.filter((one) => one !== lead).map(({ trigger }) => trigger),
    participants: participants.map(({ role, span, entity }) => ({ role, span, entity })),
    place: [lead, ...group].find(({ place }) => place !== null)?.place ?? null,
    date: dated,
    realis,
    realisCues,
    areas: areasOfGroup([lead, ...group]),
    statedIn: lead.statedIn,
    utteredIn: lead.utteredIn,
    confidence: Math.round(Math.min(0.99, 1 - (1 - lead.confidence) * 0.8 ** (group.length - 1)) * 100) / 100,
  }
}

/** Each area once; the leading telling's first. */
function areasOfGroup(group: readonly Telling[]): Area[] {
  return [...new Set(group.flatMap(({ areas }) => areas))]
}

/** How much a telling tells: verbs before nouns, more participants, a date, a place; the reporter's own day and place before what is said of it. */
function fullness(telling: Telling): number {
  const isReported = telling.date !== null && telling.place !== null && telling.statedIn === null
  return telling.participants.length + (telling.date ? 0.6 : 0) + (telling.place ? 0.5 : 0) + (telling.isNoun ? 0 : 0.7) + (isReported ? 0.65 : 0)
}
