import { EVENT_TYPES } from '../document/news-event.ts'
import type { Readout, ReadoutComparison, ReadoutCooperation, ReadoutDate, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { type BratEvent, type BratFile, giveIds } from './brat-file.ts'
import type { Piece } from './brat-pieces.ts'

export type BratFacts = Pick<Readout, 'statements' | 'events' | 'cooperation' | 'comparisons'>

/** What facts are read from: the file, the entity of each text that is a mention, and how words are cut from the text. */
export interface BratScene {
  readonly file: BratFile
  readonly entityOf: ReadonlyMap<string, string>
  readonly readSpan: (pieces: readonly Piece[]) => ReadoutSpan[]
  readonly readDate: (id: string) => ReadoutDate | null
}

/** One event of brat with its arguments at hand. */
interface Told {
  readonly id: string
  readonly event: BratEvent
  readonly note: Readonly<Record<string, unknown>>
  readonly list: (role: string) => readonly string[]
  readonly read: (attribute: string) => string | undefined
  /** The fact that an argument names. */
  readonly fact: (role: string) => string | null
}

/** Arguments that name a fact, not words. */
const FACT_ROLES: ReadonlySet<string> = new Set(['Within', 'StatedIn', 'UtteredIn', 'About'])

/** Statements, events, cooperation and comparisons of a file. */
export function readBratFacts(scene: BratScene): BratFacts {
  const all = [...scene.file.events]
  const pick = (prefix: string, isOne: (type: string) => boolean) => {
    const found = all.filter(([, { type, trigger }]) => isOne(type) && scene.file.texts.has(trigger))
    const ids = giveIds(
      prefix,
      found.map(([brat]) => scene.file.notes.get(brat)?.id),
    )
    return found.map(([brat, event], n) => ({ brat, event, id: ids[n] as string }))
  }
  const statements = pick('s', (type) => type === 'Statement' || type === 'FreeQuotation')
  const events = pick('v', (type) => (EVENT_TYPES as readonly string[]).includes(type))
  const cooperation = pick('c', (type) => type === 'Cooperation')
  const comparisons = pick('k', (type) => type === 'Comparison')
  const ids = new Map([...statements, ...events, ...cooperation, ...comparisons].map(({ brat, id }) => [brat, id]))
  const tell = ({ brat, event, id }: { brat: string; event: BratEvent; id: string }): Told => {
    // An argument that points at nothing is as if it were not there.
    const args = event.args.filter(([role, target]) => (FACT_ROLES.has(role) ? ids : scene.file.texts).has(target))
    const list = (role: string) => args.filter(([name]) => name === role).map(([, target]) => target)
    const read = (attribute: string) => scene.file.attributes.get(`${attribute} ${brat}`)
    return { id, event: { ...event, args }, list, read, note: scene.file.notes.get(brat) ?? {}, fact: (role) => ids.get(list(role)[0] ?? '') ?? null }
  }
  return {
    statements: statements.map((one) => readStatement(tell(one), scene)),
    events: events.map((one) => readEvent(tell(one), scene)),
    cooperation: cooperation.map((one) => readCooperation(tell(one), scene)),
    comparisons: comparisons.map((one) => readComparison(tell(one), scene)),
  }
}

function readStatement({ id, event, note, list, read, fact }: Told, scene: BratScene): ReadoutStatement {
  const { file } = scene
  const isFree = event.type === 'FreeQuotation'
  const cue = isFree ? [] : spansOf(event.trigger, scene)
  const source = list('Source')[0]
  const addressee = list('Addressee')[0]
  const content = isFree ? event.trigger : list('Content')[0]
  return {
    ...{ id, kind: (read('Kind') ?? 'indirect') as ReadoutStatement['kind'], act: (read('Act') ?? 'say') as ReadoutStatement['act'] },
    source:
      source === undefined
        ? null
        : {
            ...readWho(source, scene),
            kind: (read('SourceKind') ?? 'person') as NonNullable<ReadoutStatement['source']>['kind'],
            onBehalfOf: scene.entityOf.get(list('OnBehalfOf')[0] ?? '') ?? null,
          },
    cue: isFree ? null : { spans: cue, lemma: typeof note.lemma === 'string' ? note.lemma : cue.map(({ text }) => text).join(' ') },
    content: { spans: spansOf(content, scene) },
    quotations: list('Quotation').flatMap((text) => spansOf(text, scene).map((span) => ({ ...span, closed: !file.attributes.has(`Unclosed ${text}`) }))),
    addressee: addressee === undefined ? null : readWho(addressee, scene),
    within: fact('Within'),
    negated: read('Negated') !== undefined,
    hedges: list('Hedge').flatMap((text) => spansOf(text, scene)),
    confidence: readConfidence(note),
  }
}

const ROLES: Readonly<Partial<Record<string, ReadoutEvent['participants'][number]['role']>>> = {
  ...{ Actor: 'actor', Recipient: 'recipient', Host: 'host', Mediator: 'mediator' },
}

function readEvent({ id, event, note, list, read, fact }: Told, scene: BratScene): ReadoutEvent {
  const place = list('Place')[0]
  return {
    ...{ id, type: event.type as ReadoutEvent['type'], mode: read('Mode') ?? null, trigger: spansOf(event.trigger, scene)[0] as ReadoutSpan },
    mentions: list('Mention').flatMap((text) => spansOf(text, scene)),
    participants: event.args.flatMap(([name, text]) => {
      const role = ROLES[name]
      const { span, entity } = readWho(text, scene)
      return role !== undefined && entity !== null ? [{ role, span, entity }] : []
    }),
    place: place === undefined ? null : readWho(place, scene),
    date: scene.readDate(list('Date')[0] ?? ''),
    realis: (read('Realis') ?? 'unknown') as ReadoutEvent['realis'],
    realisCues: list('RealisCue').flatMap((text) => spansOf(text, scene)),
    areas: (Array.isArray(note.areas) ? note.areas : []) as ReadoutEvent['areas'],
    ...{ statedIn: fact('StatedIn'), utteredIn: fact('UtteredIn'), confidence: readConfidence(note) },
  }
}

function readCooperation({ id, event, note, list, read, fact }: Told, scene: BratScene): ReadoutCooperation {
  return {
    id,
    between: list('Party').flatMap((text) => readWho(text, scene).entity ?? []),
    area: (read('Area') ?? 'diplomacy') as ReadoutCooperation['area'],
    stage: (read('Stage') ?? null) as ReadoutCooperation['stage'],
    spans: spansOf(event.trigger, scene),
    realis: (read('Realis') ?? 'unknown') as ReadoutCooperation['realis'],
    realisCues: list('RealisCue').flatMap((text) => spansOf(text, scene)),
    ...{ statedIn: fact('StatedIn'), confidence: readConfidence(note) },
  }
}

function readComparison({ id, event, note, list, read, fact }: Told, scene: BratScene): ReadoutComparison {
  return {
    id,
    claim: (read('Claim') ?? 'since') as ReadoutComparison['claim'],
    span: spansOf(event.trigger, scene)[0] as ReadoutSpan,
    since: scene.readDate(list('Since')[0] ?? ''),
    ...{ about: fact('About'), statedIn: fact('StatedIn'), confidence: readConfidence(note) },
  }
}

/** Words, and whom they mean: a mention's entity, or the one that `Refers` points at. */
function readWho(text: string, { file, entityOf, readSpan }: BratScene): { span: ReadoutSpan; entity: string | null } {
  const pieces = file.texts.get(text)?.pieces.slice(0, 1) ?? []
  const entity = entityOf.get(text) ?? entityOf.get(file.relations.get(`Refers ${text}`)?.[0] ?? '') ?? null
  return { span: readSpan(pieces)[0] as ReadoutSpan, entity }
}

function spansOf(text: string | undefined, { file, readSpan }: BratScene): ReadoutSpan[] {
  return readSpan(file.texts.get(text ?? '')?.pieces ?? [])
}

/** What a person added is certain. */
function readConfidence({ confidence }: Readonly<Record<string, unknown>>): number {
  return typeof confidence === 'number' ? confidence : 1
}
