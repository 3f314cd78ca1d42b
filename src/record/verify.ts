import { visitSpans } from './spans.ts'

const LISTS = ['entities', 'statements', 'events', 'cooperation', 'comparisons', 'notices'] as const

type Loose = { [key: string]: unknown }

/**
 * Holds a record against its text: every span reads as claimed, dates are days of the calendar, ids stand once and point at
 * something, lists hold no nulls. Returns a sentence for each fault, none when all is well. `text` is for records written with --no-text.
 */
export function verifyReadout(record: unknown, text?: string): string[] {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return ['The record is no JSON object.']
  const readout = record as Loose
  if (readout.format !== 'readout/1') return [`The format is “${String(readout.format)}”, not “readout/1”.`]
  const given = text ?? (readout.article as Loose | undefined)?.text
  if (typeof given !== 'string') return ['The record has no text (it was written with --no-text), so nothing can be verified.']
  const missing = LISTS.filter((name) => !Array.isArray(readout[name])).map((name) => `There is no list “${name}”.`)
  return [...missing, ...verifySpans(readout, given), ...verifyDates(readout), ...verifyIds(readout), ...verifyLists(readout)]
}

/** A sentence for each span anywhere in a value that does not read as claimed; `offsetUnit` of the value tells what offsets count. */
export function verifySpans(readout: Loose, text: string): string[] {
  const problems: string[] = []
  const slice = readout.offsetUnit === 'codepoint' ? slicePoints(text) : (start: number, end: number) => text.slice(start, end)
  visitSpans(readout, (span, path) => {
    const { start, end } = span
    if (typeof span.text !== 'string') problems.push(`${path} is a span without its words.`)
    else if (!(start >= 0 && start < end)) problems.push(`${path} [${start}, ${end}) is empty.`)
    else if (slice(start, end) !== span.text) problems.push(`${path} [${start}, ${end}) reads “${shorten(slice(start, end))}”, not “${shorten(span.text)}”.`)
  })
  return problems
}

/** A date is an object with `grain`: its words are a span, its two days exist and stand in order, or both are open. */
function verifyDates(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([key, item]) => verifyDates(item, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key))
  if (!('grain' in value)) return below
  const { span, start, end, status } = value as Loose
  if (typeof (span as Loose | null)?.start !== 'number') below.push(`${path} is a date without the words that tell it.`)
  const isOpen = start === null && end === null
  if (isOpen !== (status === 'unresolved')) below.push(`${path} is “${String(status)}” from ${String(start)} to ${String(end)}.`)
  else if (!isOpen && !(isDay(start) && isDay(end) && start <= end))
    below.push(`${path} has no days of the calendar in order: ${String(start)} to ${String(end)}.`)
  return below
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

function slicePoints(text: string): (start: number, end: number) => string {
  const points = Array.from(text)
  return (start, end) => points.slice(start, end).join('')
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40)}…` : words
}

function verifyIds(readout: Loose): string[] {
  const problems: string[] = []
  const ids = new Set<unknown>()
  for (const name of ['entities', 'statements', 'events', 'cooperation', 'comparisons']) {
    for (const fact of (readout[name] as Loose[] | undefined) ?? []) {
      if (typeof fact?.id !== 'string' || ids.has(fact.id)) problems.push(`${name}: every fact needs an id of its own, found “${String(fact?.id)}”.`)
      ids.add(fact?.id)
    }
  }
  visitReferences(readout, (path, id) => {
    if (!ids.has(id)) problems.push(`${path} points at “${String(id)}”, which is nothing in this record.`)
  })
  return problems
}

const REFERENCES = new Set(['entity', 'onBehalfOf', 'within', 'statedIn', 'utteredIn', 'about', 'of', 'between'])

function visitReferences(value: unknown, visit: (path: string, id: unknown) => void, path = ''): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key
    if (REFERENCES.has(key) && typeof item === 'string') visit(here, item)
    else if (REFERENCES.has(key) && Array.isArray(item)) for (const id of item) visit(here, id)
    else if (key !== 'article') visitReferences(item, visit, here)
  }
}

function verifyLists(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const here = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key
    return Array.isArray(value) && item === null ? [`${here} is null.`] : verifyLists(item, here)
  })
}
