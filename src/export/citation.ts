import type { Readout, ReadoutStatement } from '../document/readout.ts'
import { convertOffsets } from '../record/record.ts'
import { joinPieces } from './evidence.ts'
import type { ExportItem } from './item.ts'
import { tellProducer } from './provenance.ts'

/** What a reference manager is told of an article, or of a statement in it. */
export interface Citation {
  readonly key: string
  readonly title: string
  readonly authors: readonly string[]
  readonly outlet: string | null
  /** ISO day. */
  readonly publishedOn: string | null
  readonly address: string | null
  readonly language: string | null
  /** What was said, by whom, and where it stands; null for the article itself. */
  readonly note: string | null
  readonly producedBy: string
}

/** Digits of an article's digest in a key. */
const DIGITS = 12

/** One citation for the article. */
export function citeArticle(item: ExportItem): Citation {
  const { article, producedBy } = item.readout
  return {
    key: makeKey(item.readout),
    title: article.title ?? article.source ?? article.id,
    authors: article.authors,
    outlet: item.outlet ?? article.publisher,
    ...{ publishedOn: article.publishedOn, address: item.address, language: article.language, note: null, producedBy: tellProducer(producedBy) },
  }
}

/** One for each statement: the article's, with the words in its note. */
export function citeStatements(item: ExportItem): Citation[] {
  const whole = citeArticle(item)
  // Without a text the record's own unit is the only one there is.
  const record = item.readout.article.text === undefined ? item.readout : convertOffsets(item.readout, 'codepoint')
  const names = new Map(record.entities.map(({ id, name }) => [id, name]))
  return record.statements.map((statement) => ({ ...whole, key: `${whole.key}-${statement.id}`, note: tellStatement(statement, record, names) }))
}

function tellStatement({ id, source, content, act, kind, negated }: ReadoutStatement, { offsetUnit }: Readout, names: ReadonlyMap<string, string>): string {
  const speaker = names.get(source?.entity ?? '') ?? source?.span.text ?? 'no speaker named'
  const unit = offsetUnit === 'codepoint' ? 'code points' : 'UTF-16 units'
  const place = `${content.spans.at(0)?.start}–${content.spans.at(-1)?.end} in ${unit}`
  return `${speaker} (${negated ? 'not: ' : ''}${act}, ${kind}): ${joinPieces(content.spans)} [${id}, ${place}]`
}

function makeKey({ article }: Readout): string {
  return `readout-${article.id.slice(0, DIGITS)}`
}
