import type {
  Readout,
  ReadoutComparison,
  ReadoutCooperation,
  ReadoutDate,
  ReadoutEntity,
  ReadoutEvent,
  ReadoutSpan,
  ReadoutStatement,
} from '../document/readout.ts'
import { convertOffsets } from '../record/record.ts'
import { BRAT_CONFIG } from './brat-config.ts'
import { type BratLines, makeBratLines } from './brat-lines.ts'
import type { FormatWriter } from './writer.ts'
import { refuse, tellTextless } from './writer.ts'

/** A record as brat's stand-off: text, annotations (code points), and the record without facts and text, for the way back. */
export interface BratDocument {
  readonly text: string
  readonly annotations: string
  readonly head: string
}

/** Digits of an article's digest in the names of its files. */
const DIGITS = 20

/** A folder for brat: three files an article, and the configuration. Where the text may not leave, annotations stand alone. */
export function openBrat(): FormatWriter {
  return {
    begin: () => [{ file: 'annotation.conf', isFirst: true, bytes: BRAT_CONFIG }],
    add: (item) => {
      const problem = tellTextless(item)
      if (problem !== null) return refuse(problem)
      const { readout, mayExportText } = item
      const { text, annotations, head } = writeBrat(readout)
      const give = (ending: string, bytes: string) => ({ file: `${readout.article.id.slice(0, DIGITS)}.${ending}`, isFirst: true, bytes })
      const parts = [...(mayExportText ? [give('txt', text)] : []), give('ann', annotations), give('json', head)]
      const facts = readout.entities.length + readout.statements.length + readout.events.length + readout.cooperation.length + readout.comparisons.length
      return { parts, facts, leftOut: 0, problem: null }
    },
  }
}

/** Writes a record's facts as lines of brat; `readBrat` reads them back. */
export function writeBrat(readout: Readout): BratDocument {
  const record = convertOffsets(readout, 'codepoint')
  const text = record.article.text as string
  const lines = makeBratLines(Array.from(text))
  const scene = { lines, record, ...writeEntities(record.entities, lines), events: numberEvents(record) }
  for (const fact of record.statements) writeStatement(fact, scene)
  for (const fact of record.events) writeEvent(fact, scene)
  for (const fact of record.cooperation) writeCooperation(fact, scene)
  for (const fact of record.comparisons) writeComparison(fact, scene)
  const { text: _, ...article } = record.article
  const { format, producedBy, offsetUnit, notices } = record
  return { text, annotations: lines.write(), head: `${JSON.stringify({ format, producedBy, offsetUnit, article, notices }, null, 1)}\n` }
}

interface Scene {
  readonly lines: BratLines
  readonly record: Readout
  /** First mention of each entity. */
  readonly first: ReadonlyMap<string, string>
  /** Mention of an entity at a place: `e1 0 4` → T1. */
  readonly mentions: ReadonlyMap<string, string>
  /** Facts but entities → E1, E2. */
  readonly events: ReadonlyMap<string, string>
}

type Argument = readonly [role: string, target: string]

function numberEvents({ statements, events, cooperation, comparisons }: Readout): Map<string, string> {
  return new Map([...statements, ...events, ...cooperation, ...comparisons].map(({ id }, n) => [id, `E${n + 1}`]))
}

/** Entities are their mentions, tied by `Equiv`; what is the entity's own stands with the first. */
function writeEntities(entities: readonly ReadoutEntity[], lines: BratLines): Pick<Scene, 'first' | 'mentions'> {
  const first = new Map<string, string>()
  const mentions = new Map<string, string>()
  for (const { id, kind, name, country, link, mentions: told } of entities) {
    const ids = told.map((mention, n) => {
      const text = lines.addText(KINDS[kind], [mention], n === 0 ? { id, name, country } : {})
      lines.addAttribute('Form', text, mention.form)
      mentions.set(`${id} ${mention.start} ${mention.end}`, text)
      return text
    })
    if (ids.length > 1) lines.addEquiv(ids)
    first.set(id, ids[0] as string)
    for (const [base, value] of Object.entries(link)) lines.addReference(ids[0] as string, base, value, name)
  }
  for (const { id, roles } of entities) {
    for (const { title, of, span } of roles) {
      const text = lines.addText('Role', [span], { title })
      lines.addRelation('RoleOf', text, first.get(id) as string)
      if (of !== null) lines.addRelation('Within', text, first.get(of) as string)
    }
  }
  return { first, mentions }
}

/** Types of mentions; `readBrat` turns them back. */
export const KINDS: Readonly<Record<ReadoutEntity['kind'], string>> = {
  ...{ person: 'Person', country: 'Country', organization: 'Organization', place: 'Place', group: 'Group', document: 'Document' },
}

function writeStatement(fact: ReadoutStatement, scene: Scene): void {
  const { lines, first, events } = scene
  const { source, cue, addressee, within } = fact
  const note = { id: fact.id, lemma: cue?.lemma ?? null, confidence: fact.confidence }
  const content = lines.addText(cue ? 'Content' : 'FreeQuotation', fact.content.spans)
  const args: Argument[] = [
    ...(cue ? [['Content', content] as const] : []),
    ...(source ? [['Source', refer(source.span, source.entity, scene)] as const] : []),
    ...(source?.onBehalfOf ? [['OnBehalfOf', first.get(source.onBehalfOf) as string] as const] : []),
    ...(addressee ? [['Addressee', refer(addressee.span, addressee.entity, scene)] as const] : []),
    ...fact.quotations.map((run) => {
      const text = lines.addText('Quotation', [run])
      if (!run.closed) lines.addAttribute('Unclosed', text)
      return ['Quotation', text] as const
    }),
    ...writeWords('Hedge', fact.hedges, lines),
    ...(within === null ? [] : [['Within', events.get(within) as string] as const]),
  ]
  const id = events.get(fact.id) as string
  lines.addEvent(id, cue ? 'Statement' : 'FreeQuotation', cue ? lines.addText('Statement', cue.spans) : content, args)
  lines.addAttribute('Kind', id, fact.kind)
  lines.addAttribute('Act', id, fact.act)
  lines.addAttribute('SourceKind', id, source?.kind ?? null)
  if (fact.negated) lines.addAttribute('Negated', id)
  lines.addNote(id, note)
}

function writeEvent(fact: ReadoutEvent, scene: Scene): void {
  const { lines } = scene
  const id = scene.events.get(fact.id) as string
  lines.addEvent(id, fact.type, lines.addText(fact.type, [fact.trigger]), [
    ...fact.participants.map(({ role, span, entity }) => [PARTS[role], refer(span, entity, scene)] as const),
    ...(fact.place ? [['Place', refer(fact.place.span, fact.place.entity, scene)] as const] : []),
    ...writeDate('Date', fact.date, lines),
    ...writeWords('Mention', fact.mentions, lines),
    ...writeWords('RealisCue', fact.realisCues, lines),
    ...writeTold(fact.statedIn, scene),
    ...(fact.utteredIn === null ? [] : [['UtteredIn', scene.events.get(fact.utteredIn) as string] as const]),
  ])
  lines.addAttribute('Realis', id, fact.realis)
  lines.addAttribute('Mode', id, fact.mode)
  lines.addNote(id, { id: fact.id, areas: fact.areas, confidence: fact.confidence })
}

const PARTS: Readonly<Record<ReadoutEvent['participants'][number]['role'], string>> = {
  ...{ actor: 'Actor', recipient: 'Recipient', host: 'Host', mediator: 'Mediator' },
}

function writeCooperation(fact: ReadoutCooperation, scene: Scene): void {
  const { lines } = scene
  const id = scene.events.get(fact.id) as string
  lines.addEvent(id, 'Cooperation', lines.addText('Cooperation', fact.spans), [
    ...fact.between.map((entity) => ['Party', scene.first.get(entity) as string] as const),
    ...writeWords('RealisCue', fact.realisCues, lines),
    ...writeTold(fact.statedIn, scene),
  ])
  lines.addAttribute('Area', id, fact.area)
  lines.addAttribute('Stage', id, fact.stage)
  lines.addAttribute('Realis', id, fact.realis)
  lines.addNote(id, { id: fact.id, confidence: fact.confidence })
}

function writeComparison(fact: ReadoutComparison, scene: Scene): void {
  const { lines } = scene
  const id = scene.events.get(fact.id) as string
  lines.addEvent(id, 'Comparison', lines.addText('Comparison', [fact.span]), [
    ...writeDate('Since', fact.since, lines),
    ...(fact.about === null ? [] : [['About', scene.events.get(fact.about) as string] as const]),
    ...writeTold(fact.statedIn, scene),
  ])
  lines.addAttribute('Claim', id, fact.claim)
  lines.addNote(id, { id: fact.id, confidence: fact.confidence })
}

/** The mention that stands at these words, else the words with a relation to whom they mean, if anybody knows. */
function refer(span: ReadoutSpan, entity: string | null, { lines, first, mentions }: Scene): string {
  const mention = mentions.get(`${entity} ${span.start} ${span.end}`)
  if (mention !== undefined) return mention
  const text = lines.addText('Words', [span])
  if (entity !== null) lines.addRelation('Refers', text, first.get(entity) as string)
  return text
}

function writeWords(role: string, spans: readonly ReadoutSpan[], lines: BratLines): Argument[] {
  return spans.map((span) => [role, lines.addText(role, [span])] as const)
}

function writeDate(role: string, date: ReadoutDate | null, lines: BratLines): Argument[] {
  if (date === null) return []
  const text = lines.addText('Date', [date.span], { start: date.start, end: date.end })
  lines.addAttribute('Grain', text, date.grain)
  lines.addAttribute('Status', text, date.status)
  return [[role, text]]
}

function writeTold(statedIn: string | null, { events }: Scene): Argument[] {
  return statedIn === null ? [] : [['StatedIn', events.get(statedIn) as string]]
}
