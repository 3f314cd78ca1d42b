import type { Readout, ReadoutComparison, ReadoutCooperation, ReadoutDate, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { isInside } from '../document/span.ts'
import { copyWords } from './copy-words.ts'

type Fact = ReadoutStatement | ReadoutEvent | ReadoutCooperation | ReadoutComparison

/** The lines of a fact: its first, then its fields. Null where words of it cannot be copied. */
export function writeFact(fact: Fact, record: Readout): string[] | null {
  const lines = writeAny(fact, record)
  return lines.includes(null) ? null : (lines as string[])
}

/** The same for a fact that must not be found: what kind of fact it would be, and at which words. */
export function writeTrap(fact: Fact, record: Readout): string[] | null {
  const copy = makeCopier(record)
  const lines =
    'content' in fact
      ? ['statement', ...fact.content.spans.map((span) => copy('content', span))]
      : 'trigger' in fact
        ? [`event ${fact.type}`, copy('trigger', fact.trigger)]
        : 'between' in fact
          ? [`cooperation ${fact.area}`, ...fact.spans.map((span) => copy('span', span))]
          : [`comparison ${fact.claim}`, copy('span', fact.span)]
  return lines.includes(null) ? null : (lines as string[])
}

function writeAny(fact: Fact, record: Readout): (string | null)[] {
  const copy = makeCopier(record)
  if ('content' in fact) return writeStatement(fact, record, copy)
  if ('trigger' in fact) return writeEvent(fact, record, copy)
  return 'between' in fact ? writeCooperation(fact, record, copy) : writeComparison(fact, record, copy)
}

/** A line of copied words with our reading of them; null where the words cannot be copied. */
type Copier = (field: string, span: ReadoutSpan, reading?: string) => string | null

/** The article of a golden file has no empty lines at its ends, so that its offsets may begin later. */
function makeCopier({ article }: Readout): Copier {
  const given = article.text ?? ''
  const text = trimText(given)
  const shift = given.length - given.replace(/^\n+/, '').length
  return (field, { start, end }, reading) => {
    const words = copyWords({ start: start - shift, end: end - shift }, text)
    // Words with “ = ” in them would be taken for words with a reading.
    if (words === null || (reading === undefined && /(?:^|\s)=\s+\S/.test(words))) return null
    return `  ${`${field}:`.padEnd(12)}${words}${reading === undefined ? '' : ` = ${reading}`}`
  }
}

/** The text as a golden article holds it. */
export function trimText(text: string): string {
  return text.replace(/^\n+|\n+$/g, '')
}

function writeStatement(fact: ReadoutStatement, record: Readout, copy: Copier): (string | null)[] {
  const { kind, act, source, addressee, cue, content, negated, hedges } = fact
  const outer = findOuter(fact, record)
  return [
    `statement ${kind} ${act}`,
    ...(source ? [copy('source', source.span, nameOf(source.entity, record))] : []),
    ...(source?.onBehalfOf ? [copy('onBehalfOf', source.span, nameOf(source.onBehalfOf, record))] : []),
    ...(cue?.spans ?? []).map((span) => copy('cue', span)),
    ...content.spans.map((span) => copy('content', span)),
    ...(addressee ? [copy('addressee', addressee.span, nameOf(addressee.entity, record))] : []),
    ...(outer ? [copy('within', outer)] : []),
    ...(negated ? ['  negated: yes'] : []),
    ...hedges.map((span) => copy('hedge', span)),
  ]
}

/** The first piece of the content of the statement that reports this one: as the record tells it, else the smallest that holds its words. */
function findOuter(fact: ReadoutStatement, { statements }: Readout): ReadoutSpan | null {
  const told = statements.find(({ id }) => id === fact.within)
  const parts = [...fact.content.spans, ...(fact.cue?.spans ?? [])]
  const size = ({ content }: ReadoutStatement) => content.spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const holders = statements.filter(
    (one) => one !== fact && size(one) > size(fact) && parts.every((part) => one.content.spans.some((piece) => isInside(part, piece))),
  )
  const outer = told ?? (fact.cue ? holders.sort((a, b) => size(a) - size(b))[0] : undefined)
  return outer?.content.spans[0] ?? null
}

function writeEvent(fact: ReadoutEvent, record: Readout, copy: Copier): (string | null)[] {
  const { type, mode, trigger, mentions, participants, place, date, realis, realisCues, areas } = fact
  return [
    `event ${type}${mode && /^[^\s|#]+$/.test(mode) ? ` ${mode}` : ''}`,
    ...[trigger, ...mentions].map((span) => copy('trigger', span)),
    ...participants.map(({ role, span, entity }) => copy(role, span, nameOf(entity, record))),
    ...(place ? [copy('place', place.span, nameOf(place.entity, record))] : []),
    ...(date ? [copy('date', date.span, writeDays(date))] : []),
    `  realis:   ${realis}`,
    ...realisCues.map((span) => copy('realisCue', span)),
    ...[...new Set(areas)].map((area) => `  area:     ${area}`),
  ]
}

const STAGES = 'originating|expanding|longstanding|aspirational|suspended|ended'

/** Where the text tells no stage, any is right. A party is copied where it is named nearest to the words. */
function writeCooperation(fact: ReadoutCooperation, record: Readout, copy: Copier): (string | null)[] {
  const { area, stage, between, spans, realis, realisCues } = fact
  return [
    `cooperation ${area} ${stage ?? STAGES}`,
    ...between.map((id) => {
      const mention = findNearest(id, spans[0] as ReadoutSpan, record)
      return mention && copy('between', mention, nameOf(id, record))
    }),
    ...spans.map((span) => copy('span', span)),
    `  realis:   ${realis}`,
    ...realisCues.map((span) => copy('realisCue', span)),
  ]
}

function writeComparison({ claim, span, since, about }: ReadoutComparison, { events }: Readout, copy: Copier): (string | null)[] {
  const event = events.find(({ id }) => id === about)
  return [
    `comparison ${claim}`,
    copy('span', span),
    ...(since ? [copy('since', since.span, writeDays(since))] : []),
    ...(event ? [copy('about', event.trigger)] : []),
  ]
}

function findNearest(id: string, { start, end }: ReadoutSpan, { entities }: Readout): ReadoutSpan | null {
  const mentions = entities.find((entity) => entity.id === id)?.mentions ?? []
  const away = (span: ReadoutSpan) => Math.max(0, start - span.end, span.start - end)
  const rank = (form: string) => (form === 'pronoun' ? 1 : 0)
  return [...mentions].sort((a, b) => rank(a.form) - rank(b.form) || away(a) - away(b) || a.start - b.start)[0] ?? null
}

/** Signs that mean something in the format are left out of names. */
function nameOf(id: string | null, { entities }: Readout): string {
  const name = entities.find((entity) => entity.id === id)?.name ?? '?'
  return name.replace(/[=|#]/g, ' ').replace(/\s+/g, ' ').trim() || '?'
}

function writeDays({ start, end }: ReadoutDate): string {
  return start === null || end === null ? '?' : start === end ? start : `${start}/${end}`
}
