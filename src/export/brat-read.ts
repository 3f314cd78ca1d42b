import type { Readout, ReadoutDate, ReadoutEntity, ReadoutSpan } from '../document/readout.ts'
import { type BratDocument, KINDS } from './brat.ts'
import { type BratFacts, type BratScene, readBratFacts } from './brat-facts.ts'
import { type BratFile, giveIds, readBratFile } from './brat-file.ts'
import type { Piece } from './brat-pieces.ts'

/**
 * Reads what `writeBrat` wrote, also after somebody has worked on it in brat: the record again, offsets in code points. What
 * a person added has no id yet and gets the next free one, and is certain. `problems` are sentences on lines that were not understood.
 * Throws nothing but on a head that is no JSON.
 */
export function readBrat({ text, annotations, head }: BratDocument): { record: Readout; problems: readonly string[] } {
  const points = Array.from(text)
  const file = readBratFile(annotations, points)
  const readSpan = (pieces: readonly Piece[]): ReadoutSpan[] => pieces.map(({ start, end }) => ({ start, end, text: points.slice(start, end).join('') }))
  const { entities, entityOf } = readEntities(file, readSpan)
  const scene: BratScene = { file, entityOf, readSpan, readDate: (id) => readDate(id, file, readSpan) }
  const { format, producedBy, article, notices } = JSON.parse(head) as Omit<Readout, keyof BratFacts | 'entities'>
  const record: Readout = { format, producedBy, offsetUnit: 'codepoint', article: { ...article, text }, entities, ...readBratFacts(scene), notices }
  return { record, problems: file.problems }
}

/** Entities from their mentions, in the order of their first one, and the entity of each text that is a mention. */
function readEntities(file: BratFile, readSpan: BratScene['readSpan']): { entities: ReadoutEntity[]; entityOf: Map<string, string> } {
  const groups = groupMentions(file)
  const ids = giveIds(
    'e',
    groups.map(([first]) => file.notes.get(first as string)?.id),
  )
  const entityOf = new Map(groups.flatMap((texts, n) => texts.map((text) => [text, ids[n] as string] as const)))
  const roles = [...file.texts].filter(([, { type }]) => type === 'Role')
  const holders = roles.map(([id]) => entityOf.get(file.relations.get(`RoleOf ${id}`)?.[0] ?? ''))
  const rolesOf = new Map(ids.map((id) => [id, [] as ReadoutEntity['roles']]))
  roles.forEach(([id, { pieces }], n) => {
    const [span] = readSpan(pieces.slice(0, 1)) as [ReadoutSpan]
    const title = file.notes.get(id)?.title
    const of = entityOf.get(file.relations.get(`Within ${id}`)?.[0] ?? '') ?? null
    rolesOf.get(holders[n] ?? '')?.push({ title: typeof title === 'string' ? title : span.text, of, span })
  })
  const entities = groups.map((texts, n) => readEntity(texts, ids[n] as string, rolesOf.get(ids[n] as string) ?? [], file, readSpan))
  return { entities, entityOf }
}

function readEntity(texts: readonly string[], id: string, roles: ReadoutEntity['roles'], file: BratFile, readSpan: BratScene['readSpan']): ReadoutEntity {
  const first = texts[0] as string
  const { name, country } = file.notes.get(first) ?? {}
  const mentions = texts.map((text) => {
    const [span] = readSpan(file.texts.get(text)?.pieces.slice(0, 1) ?? []) as [ReadoutSpan]
    return { ...span, form: (file.attributes.get(`Form ${text}`) ?? 'name') as ReadoutEntity['mentions'][number]['form'] }
  })
  return {
    ...{ id, kind: KIND_OF.get(file.texts.get(first)?.type ?? '') as ReadoutEntity['kind'] },
    ...{ name: typeof name === 'string' ? name : (mentions[0]?.text ?? ''), country: typeof country === 'string' ? country : null },
    ...{ roles, link: Object.fromEntries(file.references.get(first) ?? []), mentions },
  }
}

const KIND_OF: ReadonlyMap<string, string> = new Map(Object.entries(KINDS).map(([kind, type]) => [type, kind]))

/** Texts that are mentions, those that `Equiv` ties together in one group, groups in the order of the file. */
function groupMentions({ texts, equivs }: BratFile): string[][] {
  const groupOf = new Map<string, string[]>()
  for (const equiv of equivs) {
    const known = equiv.filter((id) => KIND_OF.has(texts.get(id)?.type ?? ''))
    const whole = [...new Set(known.flatMap((id) => groupOf.get(id) ?? [id]))]
    for (const id of whole) groupOf.set(id, whole)
  }
  const groups = new Set<string[]>()
  for (const [id, { type }] of texts) if (KIND_OF.has(type)) groups.add(groupOf.get(id) ?? [id])
  return [...groups]
}

function readDate(id: string, file: BratFile, readSpan: BratScene['readSpan']): ReadoutDate | null {
  const pieces = file.texts.get(id)?.pieces
  if (!pieces) return null
  const { start, end } = file.notes.get(id) ?? {}
  const isTold = typeof start === 'string' && typeof end === 'string'
  return {
    span: readSpan(pieces.slice(0, 1))[0] as ReadoutSpan,
    ...{ start: isTold ? start : null, end: isTold ? end : null },
    grain: (file.attributes.get(`Grain ${id}`) ?? 'day') as ReadoutDate['grain'],
    status: isTold ? ((file.attributes.get(`Status ${id}`) ?? 'exact') as ReadoutDate['status']) : 'unresolved',
  }
}
