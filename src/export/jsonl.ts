import type { Readout } from '../document/readout.ts'
import { type FactKind, listFacts } from './evidence.ts'
import type { ExportItem } from './item.ts'

/** One fact with the article it stands in; ids inside it (“e2”, “s1”) are those of the same article. */
export interface ExportedFact {
  readonly article: Pick<Readout['article'], 'id' | 'source' | 'title' | 'publishedOn'> & Pick<ExportItem, 'address' | 'outlet' | 'reportId' | 'copies'>
  readonly producedBy: Readout['producedBy']
  readonly offsetUnit: Readout['offsetUnit']
  readonly kind: FactKind
  /** As it stands in the record. */
  readonly fact: Readout[FactKind][number]
}

/** Facts one by one, for programs that want lines of facts and not of articles. */
export function exportFacts({ readout, address, outlet, reportId, copies }: ExportItem, kinds?: readonly FactKind[]): ExportedFact[] {
  const { producedBy, offsetUnit } = readout
  const { id, source, title, publishedOn } = readout.article
  const article = { id, source, title, publishedOn, address, outlet, reportId, copies }
  return listFacts(readout, kinds).map(({ kind, fact }) => ({ article, producedBy, offsetUnit, kind, fact }))
}
