import type { Shape } from './shapes.ts'

/** What becomes of the words and of the entities in a value. */
export interface Mapping {
  readonly words: (value: unknown) => unknown
  readonly entity: (value: unknown) => unknown
}

/** A value with its words and entities in another form. A list leaves out what becomes null; parts whose words become null are null as a whole. */
export function mapValue(shape: Shape, value: unknown, mapping: Mapping): unknown {
  if (value === null || value === undefined) return null
  if (shape.is === 'words') return mapping.words(value)
  if (shape.is === 'entity') return mapping.entity(value)
  if (shape.is === 'list') return (value as readonly unknown[]).map((item) => mapValue(shape.of, item, mapping)).filter((item) => item !== null)
  if (shape.is !== 'parts') return value
  const parts = Object.entries(shape.parts).map(([name, part]) => [name, mapValue(part, (value as Record<string, unknown>)[name], mapping)] as const)
  const isBroken = parts.some(([name, part]) => part === null && !isOpen(shape.parts[name] as Shape))
  return isBroken ? null : Object.fromEntries(parts)
}

/** Whether a field may hold nothing. */
export function isOpen(shape: Shape): boolean {
  return 'orNull' in shape && shape.orNull === true
}

/** A stored value as one line for people. */
export function showValue(shape: Shape, value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (shape.is === 'flag') return value ? 'yes' : 'no'
  if (shape.is === 'words') return `“${showWords(value)}”`
  if (shape.is === 'entity') return (value as { name: string }).name
  if (shape.is === 'list') return (value as readonly unknown[]).map((item) => showValue(shape.of, item)).join('; ') || 'none'
  if (shape.is !== 'parts') return String(value)
  return Object.entries(shape.parts)
    .filter(([name]) => (value as Record<string, unknown>)[name] !== null)
    .map(([name, part]) => showValue(part, (value as Record<string, unknown>)[name]))
    .join(' ')
}

/** Whether two stored values read the same: words by their letters wherever they stand, entities by their names. */
export function isSameValue(shape: Shape, one: unknown, other: unknown): boolean {
  return showValue(shape, one) === showValue(shape, other)
}

function showWords(value: unknown): string {
  return (value as { words: string }).words.replace(/\s+/g, ' ').trim()
}
