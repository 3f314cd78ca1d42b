import { AREAS } from '../document/cooperation.ts'
import { LIMITS } from '../document/limits.ts'
import { EVENT_TYPES } from '../document/news-event.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { ACTS } from '../document/statement.ts'
import { parseSearch } from '../store/store.ts'
import { FACT_KINDS, type FactKind } from './facts.ts'
import { type FactFilter, writeConditions } from './filters.ts'
import { findSyntaxLine, type JsonPlaces, placeJson } from './json-places.ts'

/** What rings: facts that satisfy all that a rule names. */
export interface AlertRule {
  readonly name: string
  readonly kind: FactKind
  readonly speaker: string | null
  readonly about: string | null
  readonly country: string | null
  /** A search that the fact's own sentence must satisfy. */
  readonly words: string | null
  readonly act: string | null
  readonly type: string | null
  readonly realis: string | null
  readonly area: string | null
  /** Two who both take part. */
  readonly between: readonly [string, string] | null
}

const REALIS = ['happened', 'ongoing', 'planned', 'hypothetical', 'denied', 'unknown']

/** Conditions whose values are a list of words. */
const CHOICES: Readonly<Record<string, readonly string[]>> = { kind: FACT_KINDS, act: ACTS, type: EVENT_TYPES, realis: REALIS, area: AREAS }
const NAMES = ['speaker', 'about', 'country', 'words']
const KEYS = ['name', ...Object.keys(CHOICES), ...NAMES, 'between']

/** Problems that are told at once; further ones are counted. */
const TOLD = 20

/** Reads a file of rules. Throws `ReadoutError` (`bad-rules`) with a line and a reason for all that is wrong in it. */
export function parseRules(text: string): AlertRule[] {
  if (text.length > LIMITS.ruleBytes) throw refuse([`it has more than ${LIMITS.ruleBytes} characters`])
  const bare = text.replace(/^\uFEFF/, '')
  const file = parseJson(bare)
  const { places, doubled } = placeJson(bare)
  const problems = doubled.map(({ key, line }) => `line ${line}: “${show(key)}” stands here twice`)
  const rules = readFile(file, places, problems)
  if (problems.length > 0) throw refuse(problems)
  return rules
}

function refuse(problems: readonly string[]): ReadoutError {
  const more = problems.length > TOLD ? [`and ${problems.length - TOLD} more`] : []
  const list = [...problems.slice(0, TOLD), ...more].map((problem) => `\n  ${problem}`).join('')
  return new ReadoutError('bad-rules', `The rules cannot be used (docs/desk.md tells how they are written):${list}`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const { message } = error as Error
    const line = findSyntaxLine(text, message)
    throw refuse([`${line === null ? '' : `line ${line}: `}this is no JSON (${message.replace(/\s+/g, ' ').slice(0, 160)})`])
  }
}

type Problems = string[]

function readFile(file: unknown, places: JsonPlaces, problems: Problems): AlertRule[] {
  const { $schema: _, ...rest } = isObject(file) ? file : {}
  const list = rest.rules
  if (!Array.isArray(list) || list.length === 0) {
    problems.push('line 1: a file of rules is written { "rules": [ … ] } and has one rule or more')
    return []
  }
  for (const key of Object.keys(rest)) if (key !== 'rules') problems.push(`line ${places.get(key) ?? 1}: “${show(key)}” is nothing that a file of rules has`)
  if (list.length > LIMITS.rules) problems.push(`line 1: there are more than ${LIMITS.rules} rules`)
  const names = new Set<string>()
  return list.slice(0, LIMITS.rules).flatMap((one, n) => {
    const line = (key: string) => places.get(`rules/${n}/${key}`) ?? places.get(`rules/${n}`) ?? 1
    const name = isObject(one) && typeof one.name === 'string' ? `“${show(one.name)}”` : `rule ${n + 1}`
    const tell = (key: string, reason: string) => problems.push(`line ${line(key)}: ${name}: ${reason}`)
    if (!isObject(one)) tell('', 'a rule is written { "name": …, and what it asks for }')
    const rule = isObject(one) ? readRule(one, tell) : null
    if (!rule) return []
    if (names.has(rule.name)) tell('name', 'two rules have this name, by which is known what was told already')
    names.add(rule.name)
    return [rule]
  })
}

type Tell = (key: string, reason: string) => void

function readRule(one: { [key: string]: unknown }, tell: Tell): AlertRule | null {
  let isSound = true
  const refuseKey: Tell = (key, reason) => {
    isSound = false
    tell(key, reason)
  }
  for (const [key, value] of Object.entries(one)) {
    const reason = KEYS.includes(key) ? checkValue(key, value) : `“${show(key)}” is no condition; there are ${KEYS.slice(1).join(', ')}`
    if (reason !== null) refuseKey(key, reason)
  }
  if (!('name' in one)) refuseKey('', 'it has no name, by which is known what was told already')
  if (Object.keys(one).every((key) => key === 'name' || key === 'kind')) refuseKey('', 'it asks for nothing')
  if (!isSound) return null
  const text = (key: string) => (one[key] as string | undefined) ?? null
  const filter = {
    speaker: text('speaker'),
    about: text('about'),
    country: text('country'),
    act: text('act'),
    type: text('type'),
    realis: text('realis'),
    area: text('area'),
  }
  const between = (one.between as [string, string] | undefined) ?? null
  const kind = (text('kind') as FactKind | null) ?? (filter.type || filter.realis || between ? 'event' : 'statement')
  const impossible = findImpossible(kind, filter, between !== null)
  if (impossible) refuseKey(impossible, `a fact of the kind “${kind}” has no “${impossible}”`)
  return { name: one.name as string, kind, words: text('words'), between, ...filter }
}

function checkValue(key: string, value: unknown): string | null {
  if (key === 'between') {
    const isTwo = Array.isArray(value) && value.length === 2 && value.every((name) => isName(name)) && value[0] !== value[1]
    return isTwo ? null : '“between” names two, like ["Belmora", "Ostria"]'
  }
  if (!isName(value)) return `“${key}” is text, not empty, without line breaks and of at most ${LIMITS.ruleUnits} characters`
  const choices = CHOICES[key]
  if (choices && !choices.includes(value)) return `“${show(value)}” is no ${key}; there are ${choices.join(', ')}`
  return key === 'words' ? checkWords(value) : null
}

function checkWords(value: string): string | null {
  try {
    parseSearch(value)
    return null
  } catch (error) {
    return (error as Error).message
  }
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LIMITS.ruleUnits && !/\p{Cc}/u.test(value) && value.isWellFormed()
}

/** The first condition that facts of a kind cannot satisfy. */
function findImpossible(kind: FactKind, filter: { readonly [key in keyof FactFilter]: string | null }, hasTwo: boolean): string | null {
  const none: FactFilter = { speaker: null, about: null, country: null, area: null, act: null, type: null, realis: null }
  const wrong = (Object.keys(filter) as (keyof FactFilter)[]).find((key) => filter[key] !== null && writeConditions(kind, { ...none, [key]: '' }) === null)
  return wrong ?? (hasTwo && kind !== 'event' && kind !== 'cooperation' ? 'between' : null)
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Words of a file as they may be shown. */
function show(words: string): string {
  const clean = words.replace(/\p{Cc}/gu, ' ').toWellFormed()
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean
}
