import type { Readout } from '../document/readout.ts'
import { FACT_KINDS, type FactKind } from './evidence.ts'

/** A fact read back from an exported line, with the article it stands in and what its offsets count. */
export interface ReadFact {
  readonly articleId: string
  readonly offsetUnit: Readout['offsetUnit']
  readonly kind: FactKind
  readonly fact: Readout[FactKind][number]
}

type Loose = Readonly<Record<string, unknown>>

/** The fact of a line that `exportFacts` or `listAnnotations` made; null for anything else, such as annotations of other programs. */
export function readFact(line: unknown): ReadFact | null {
  if (typeof line !== 'object' || line === null) return null
  return '@context' in line ? readAnnotation(line) : readFactLine(line as Loose)
}

function readFactLine({ article, offsetUnit, kind, fact }: Loose): ReadFact | null {
  const articleId = (article as Loose | undefined)?.id
  const isOurs = typeof articleId === 'string' && (offsetUnit === 'utf16' || offsetUnit === 'codepoint') && FACT_KINDS.includes(kind as FactKind)
  return isOurs ? { articleId, offsetUnit, kind: kind as FactKind, fact: fact as ReadFact['fact'] } : null
}

/** The first tag tells the kind, the JSON of the body is the fact; its offsets count code points. */
function readAnnotation({ id, body }: Loose): ReadFact | null {
  const bodies = Array.isArray(body) ? (body as Loose[]) : []
  const [, articleId] = /^nih:sha-256;([0-9a-f]{64})#/.exec(String(id)) ?? []
  const kind = LIST_OF[String(bodies.find(({ purpose }) => purpose === 'tagging')?.value)]
  const json = bodies.find(({ format }) => format === 'application/json')?.value
  if (articleId === undefined || kind === undefined || typeof json !== 'string') return null
  try {
    return { articleId, offsetUnit: 'codepoint', kind, fact: JSON.parse(json) }
  } catch {
    return null
  }
}

const LIST_OF: Readonly<Record<string, FactKind>> = {
  ...{ statement: 'statements', event: 'events', cooperation: 'cooperation', comparison: 'comparisons', entity: 'entities' },
}
