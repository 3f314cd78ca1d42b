import { LIMITS } from '../document/limits.ts'
import { ENTITY_KINDS, type Shape } from './shapes.ts'
import { isOpen } from './values.ts'

/** What a draft's words and entities are held against. */
export interface DraftGround {
  readonly text: string
  /** Ids of the record's entities. */
  readonly entities: ReadonlySet<string>
}

type Loose = Readonly<Record<string, unknown>>

/** What is wrong with a value that a reviewer gives, a sentence each. `name`: how it is called there. */
export function checkValue(shape: Shape, value: unknown, name: string, ground: DraftGround): string[] {
  if (value === null || value === undefined) return isOpen(shape) ? [] : [`“${name}” may not be empty.`]
  if (shape.is === 'choice') return shape.from.includes(value as string) ? [] : [`“${name}” is one of ${shape.from.join(', ')}, not “${shorten(value)}”.`]
  if (shape.is === 'flag') return typeof value === 'boolean' ? [] : [`“${name}” is true or false.`]
  if (shape.is === 'day') return isDay(value) ? [] : [`“${name}” is a day like 2024-03-14, not “${shorten(value)}”.`]
  if (shape.is === 'words') return checkWords(value, name, ground)
  if (shape.is === 'entity') return checkEntity(value, name, ground)
  if (shape.is === 'list') return checkList(shape, value, name, ground)
  if (shape.is === 'parts') return checkParts(shape, value, name, ground)
  return checkOwnWords(shape.is, value, name)
}

function checkOwnWords(is: 'name' | 'code' | 'mode', value: unknown, name: string): string[] {
  if (typeof value !== 'string' || !value.trim() || value.length > LIMITS.reviewNameUnits)
    return [`“${name}” is a name of ${LIMITS.reviewNameUnits} signs at most.`]
  if (!value.isWellFormed() || /[\x00-\x1f\x7f]/.test(value) || value !== value.trim())
    return [`“${name}” holds signs that no name has, or blanks at its ends.`]
  if (is === 'code' && !/^[A-Z][A-Z0-9-]{1,15}$/.test(value)) return [`“${name}” is the code of a country or body like VAR, not “${shorten(value)}”.`]
  return is === 'mode' && !/^[a-z]+(?:-[a-z]+)*$/.test(value) ? [`“${name}” is a word like third-party, not “${shorten(value)}”.`] : []
}

/** Words must stand in the text as they are claimed. */
function checkWords(value: unknown, name: string, { text }: DraftGround): string[] {
  const { start, end, text: words } = (typeof value === 'object' ? value : {}) as Loose
  if (!(Number.isInteger(start) && Number.isInteger(end) && typeof words === 'string'))
    return [`“${name}” needs words of the article: {"start", "end", "text"}.`]
  const [from, to] = [start as number, end as number]
  if (from < 0 || from >= to || to > text.length) return [`“${name}” from ${from} to ${to} does not lie in the text, which has ${text.length} units.`]
  if (text.slice(from, to) !== words) return [`“${name}” reads “${shorten(text.slice(from, to))}” from ${from} to ${to}, not “${shorten(words)}”.`]
  if (words !== words.trim()) return [`“${name}” begins or ends with a blank: select the words alone.`]
  return isInPair(text, from) || isInPair(text, to) ? [`“${name}” begins or ends within a sign.`] : []
}

/** Whether an offset parts the two units of a sign like 🚢. */
function isInPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1))
}

function checkEntity(value: unknown, name: string, { entities }: DraftGround): string[] {
  if (typeof value === 'string') return entities.has(value) ? [] : [`“${name}” names the entity “${shorten(value)}”, which the record does not have.`]
  const { name: called, kind, country, ...rest } = (typeof value === 'object' ? value : {}) as Loose
  if (Object.keys(rest).length > 0) return [`“${name}” is an entity of the record, or {"name", "kind", "country"}.`]
  const problems = checkOwnWords('name', called, `${name}.name`)
  if (!ENTITY_KINDS.includes(kind as string)) problems.push(`“${name}.kind” is one of ${ENTITY_KINDS.join(', ')}.`)
  if (country !== null) problems.push(...checkOwnWords('code', country, `${name}.country`))
  return problems
}

function checkList(shape: Extract<Shape, { is: 'list' }>, value: unknown, name: string, ground: DraftGround): string[] {
  if (!Array.isArray(value)) return [`“${name}” is a list.`]
  if (value.length < shape.least) return [`“${name}” needs ${shape.least === 1 ? 'something' : `${shape.least} at least`}.`]
  if (value.length > LIMITS.reviewItems) return [`“${name}” has more than ${LIMITS.reviewItems} items.`]
  const problems = value.flatMap((item, n) => (item === null ? [`“${name}” has an empty item.`] : checkValue(shape.of, item, `${name} ${n + 1}`, ground)))
  if (problems.length > 0 || shape.of.is !== 'words') return problems
  const isInOrder = value.every((span, n) => n === 0 || value[n - 1].end <= span.start)
  return isInOrder ? [] : [`The pieces of “${name}” must stand in the order of the text and not overlap.`]
}

function checkParts(shape: Extract<Shape, { is: 'parts' }>, value: unknown, name: string, ground: DraftGround): string[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [`“${name}” needs ${Object.keys(shape.parts).join(', ')}.`]
  const given = value as Loose
  const strange = Object.keys(given).filter((part) => !Object.hasOwn(shape.parts, part))
  if (strange.length > 0) return [`“${name}” has no part “${strange.join(', ')}”: it has ${Object.keys(shape.parts).join(', ')}.`]
  const problems = Object.entries(shape.parts).flatMap(([part, one]) => checkValue(one, given[part], `${name}.${part}`, ground))
  return problems.length > 0 || !('grain' in shape.parts) ? problems : checkDate(given, name)
}

/** A date has both its days in order, or neither where the words resolve to nothing. */
function checkDate({ start = null, end = null, status }: Loose, name: string): string[] {
  if (status === 'unresolved') return start === null && end === null ? [] : [`“${name}” is unresolved, so it has no days.`]
  if (start === null || end === null) return [`“${name}” needs its first and its last day, or the status unresolved.`]
  return (start as string) <= (end as string) ? [] : [`“${name}” ends before it begins.`]
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

function shorten(value: unknown): string {
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return words.length > 40 ? `${words.slice(0, 40).toWellFormed()}…` : words
}
