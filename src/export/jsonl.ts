import type { Readout } from '../document/readout.ts'
import { type FactKind, listFacts } from './evidence.ts'

/** One fact with the article it stands in; ids inside it (“e2”, “s1”) are those of the same article. */
export interface ExportedFact {
  readonly article: { readonly id: string; readonly source: string | null; readonly title: string | null; readonly publishedOn: string | null }
  readonly offsetUnit: Readout['offsetUnit']
  readonly kind: FactKind
  /** As it stands in the record. */
  readonly fact: Readout[FactKind][number]
}

/** Facts one by one, for programs that want lines of facts and not of articles. */
export function exportFacts(readout: Readout, kinds?: readonly FactKind[]): ExportedFact[] {
  const { id, source, title, publishedOn } = readout.article
  return listFacts(readout, kinds).map(({ kind, fact }) => ({ article: { id, source, title, publishedOn }, offsetUnit: readout.offsetUnit, kind, fact }))
}
