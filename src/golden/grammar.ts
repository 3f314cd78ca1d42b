import { AREAS } from '../document/cooperation.ts'
import { EVENT_TYPES } from '../document/news-event.ts'
import { ACTS } from '../document/statement.ts'
import type { GoldenFact } from './facts.ts'

export type GoldenKind = 'statement' | 'event' | 'cooperation' | 'comparison'

/** Fields that each kind may have. */
export const FIELDS: Readonly<Record<GoldenKind, readonly string[]>> = {
  statement: ['source', 'cue', 'content', 'addressee', 'within', 'negated', 'hedge', 'onBehalfOf', 'quotation', 'across'],
  event: ['trigger', 'actor', 'recipient', 'host', 'mediator', 'place', 'date', 'realis', 'realisCue', 'area', 'statedIn'],
  cooperation: ['between', 'span', 'realis', 'realisCue', 'statedIn'],
  comparison: ['span', 'since', 'about', 'statedIn'],
}

const FIRST_LINE: Readonly<Record<GoldenKind, readonly (readonly string[])[]>> = {
  statement: [['direct', 'mixed', 'indirect'], ACTS],
  event: [EVENT_TYPES],
  cooperation: [AREAS, ['originating', 'expanding', 'longstanding', 'aspirational', 'suspended', 'ended']],
  comparison: [['first', 'last', 'most', 'least', 'again', 'since', 'gap']],
}

const REALIS = ['happened', 'ongoing', 'planned', 'hypothetical', 'denied', 'unknown']

const NEEDED: Readonly<Record<GoldenKind, readonly string[]>> = {
  statement: ['content'],
  event: ['trigger', 'realis'],
  cooperation: ['between', 'span', 'realis'],
  comparison: ['span'],
}

/** Fields that need a name after “=”. */
const NAMED = ['source', 'between', 'place', 'onBehalfOf', 'addressee', 'actor', 'recipient', 'host', 'mediator']
/** Fields that need a day, a range of days or “?” after “=”. */
const DATED = ['date', 'since']
const DATE = /^(?:\?|\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?)$/

/** Adds a sentence for everything that a fact lacks or says wrongly; a trap may leave out what does not matter. */
export function checkFact(fact: GoldenFact, problems: string[]): void {
  if (fact.role === 'trap') return
  const tell = (what: string) => problems.push(`Line ${fact.line}: ${what}`)
  FIRST_LINE[fact.kind].forEach((allowed, n) => {
    const given = fact.choices[n] ?? []
    if (given.length === 0 || !given.every((word) => allowed.includes(word))) tell(`this ${fact.kind} needs in its first line one of ${allowed.join(', ')}.`)
  })
  for (const name of NEEDED[fact.kind]) if (!fact.fields.has(name)) tell(`this ${fact.kind} has no “${name}”.`)
  if (fact.kind === 'cooperation' && fact.fields.get('between')?.length === 1) tell('a cooperation is between two or more.')
  checkReadings(fact, tell)
}

function checkReadings(fact: GoldenFact, tell: (what: string) => void): void {
  const each = (names: readonly string[], check: (name: string, readings: readonly string[]) => void) => {
    for (const name of names) for (const piece of fact.fields.get(name) ?? []) check(name, piece.readings)
  }
  each(['realis'], (_, [reading = '']) => {
    if (!reading.split('|').every((word) => REALIS.includes(word))) tell(`“${reading}” is no realis: one of ${REALIS.join(', ')} is.`)
  })
  each(['area'], (_, [reading = '']) => {
    if (!AREAS.some((area) => area === reading)) tell(`“${reading}” is no area: one of ${AREAS.join(', ')} is.`)
  })
  each(DATED, (name, readings) => {
    if (readings.length === 0 || !readings.every((reading) => DATE.test(reading))) tell(`“${name}” needs a date after “=”.`)
  })
  each(NAMED, (name, readings) => {
    if (readings.length === 0) tell(`“${name}” needs a name after “=”.`)
  })
}
