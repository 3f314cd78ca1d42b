import { LIMITS } from '../document/limits.ts'
import { checkValue, type DraftGround } from './check-value.ts'
import { REVIEW_KINDS, type ReviewAction, type ReviewKind } from './correction.ts'
import { type Item, LISTS, readFields } from './fields.ts'
import type { FactNote, ReviewedReadout } from './fold.ts'
import { ESSENCE_FIELD, FIELDS, NEEDED, PLACE_FIELD, type Shape } from './shapes.ts'

/** A correction as a reviewer sends it, seen beside the folded record of the current version. */
export interface CorrectionDraft {
  readonly factKind: ReviewKind
  /** `factKey` of the folded record, or the machine's own; null to add a fact. */
  readonly factKey: string | null
  readonly action: Exclude<ReviewAction, 'undo'>
  /**
   * To correct: the fields that change (`FIELDS` names them). To add: all that the fact tells. Words are spans of the record
   * ({start, end, text} in UTF-16 units), entities ids of the record (“e3”) or {name, kind, country} of somebody new.
   */
  readonly fields?: Readonly<Record<string, unknown>>
  readonly comment?: string
}

/** What is wrong with a draft, a sentence each; none when it may be kept. */
export function checkDraft(draft: CorrectionDraft, record: ReviewedReadout): string[] {
  const { factKind, action, fields = {} } = draft
  if (!REVIEW_KINDS.includes(factKind)) return [`“${String(factKind)}” is no kind of fact: one of ${REVIEW_KINDS.join(', ')} is.`]
  if (!['accept', 'reject', 'correct', 'add', 'comment'].includes(action)) return [`“${String(action)}” is nothing that can be done with a fact.`]
  if (factKind === 'entity' && (action === 'add' || action === 'reject'))
    return ['An entity cannot be added or rejected by itself: correct the facts that name it.']
  if (action === 'comment') return checkComment(draft.comment)
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return ['“fields” holds values by the names of fields.']
  if (action === 'accept' || action === 'reject')
    return Object.keys(fields).length > 0 ? [`To ${action} a fact, no fields are given: to change them, correct it.`] : []
  const ground: DraftGround = { text: record.article.text ?? '', entities: new Set(record.entities.map(({ id }) => id)) }
  const problems = checkFields(factKind, fields, ground)
  if (problems.length > 0) return problems
  return action === 'add' ? checkAddition(factKind, fields, record) : checkChange(factKind, fields, findFact(draft, record), record)
}

/** The fact of a folded record that a draft is about. */
export function findFact({ factKind, factKey }: Pick<CorrectionDraft, 'factKind' | 'factKey'>, record: ReviewedReadout): (Item & FactNote) | null {
  const facts: readonly (Item & FactNote)[] = record[LISTS[factKind].list]
  if (factKey === null || factKey === '') return null
  return facts.find((fact) => fact.factKey === factKey) ?? facts.find((fact) => fact.machineKey === factKey) ?? null
}

function checkComment(comment: string | undefined): string[] {
  if (typeof comment !== 'string' || !comment.trim()) return ['The comment is empty.']
  return comment.length > LIMITS.commentUnits ? [`The comment is longer than ${LIMITS.commentUnits} signs.`] : []
}

function checkFields(kind: ReviewKind, fields: Readonly<Record<string, unknown>>, ground: DraftGround): string[] {
  const names = Object.keys(fields)
  if (names.length === 0) return ['No field is given: say what is to be changed.']
  return names.flatMap((field) => {
    const shape = Object.hasOwn(FIELDS[kind], field) ? (FIELDS[kind][field] as Shape) : null
    return shape
      ? checkValue(shape, fields[field], field, ground)
      : [`A fact of the kind ${kind} has no field “${field}”: it has ${Object.keys(FIELDS[kind]).join(', ')}.`]
  })
}

function checkAddition(kind: ReviewKind, fields: Readonly<Record<string, unknown>>, record: ReviewedReadout): string[] {
  const missing = NEEDED[kind].filter((field) => !Object.hasOwn(fields, field))
  if (missing.length > 0) return [`To add a fact of the kind ${kind}, give ${missing.join(', ')} too.`]
  const place = kind === 'entity' ? '' : PLACE_FIELD[kind]
  const essence = ESSENCE_FIELD[kind]
  const same = record[LISTS[kind].list].some((item) => {
    const read = readFields(kind, item, record)
    return JSON.stringify(spansOf(read[place])) === JSON.stringify(spansOf(fields[place])) && (essence === undefined || read[essence] === fields[essence])
  })
  return same ? ['The record has this fact already, at the same words: correct it.'] : checkTogether(kind, fields, record)
}

function checkChange(kind: ReviewKind, fields: Readonly<Record<string, unknown>>, fact: Item | null, record: ReviewedReadout): string[] {
  return fact ? checkTogether(kind, { ...readFields(kind, fact, record), ...fields }, record) : []
}

/** What no field tells by itself. */
function checkTogether(kind: ReviewKind, fields: Readonly<Record<string, unknown>>, { article }: ReviewedReadout): string[] {
  const problems: string[] = []
  if (kind === 'statement' && (fields.speaker ?? fields.onBehalfOf ?? null) !== null && (fields.source ?? null) === null)
    problems.push('A speaker needs the words that name him: select them as the source.')
  const unplaced = kind === 'cooperation' ? (fields.between as readonly unknown[]) : kind === 'statement' ? [fields.onBehalfOf] : []
  for (const one of unplaced)
    if (typeof one === 'object' && one !== null && !(article.text ?? '').includes((one as { name: string }).name))
      problems.push(`“${(one as { name: string }).name}” does not stand in the article: choose an entity of the record, or write the name as it stands there.`)
  if (kind === 'cooperation' && new Set((fields.between as readonly unknown[]).map((one) => JSON.stringify(one))).size < 2)
    problems.push('A cooperation is between two parties or more: name different ones.')
  return problems
}

function spansOf(value: unknown): unknown {
  const spans = Array.isArray(value) ? value : [value]
  return spans.map((span) => [span?.start, span?.end])
}
