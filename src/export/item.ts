import type { Readout } from '../document/readout.ts'

/** A record on its way out, with what is known of its article besides the text. */
export interface ExportItem {
  readonly readout: Readout
  /** Where the article is to be found; null for a file. */
  readonly address: string | null
  /** Who published it. */
  readonly outlet: string | null
  /** False where the rights allow the facts' own words to be passed on, but not the article. */
  readonly mayExportText: boolean
  /** The library's number of the report, which its copies share; null outside of a library. */
  readonly reportId: number | null
  /** Further articles that tell the same report. */
  readonly copies: number
}

/** An item of a record that comes from no library: what the record itself tells. */
export function makeExportItem(readout: Readout): ExportItem {
  const { source, publisher } = readout.article
  return { readout, address: isWebAddress(source) ? source : null, outlet: publisher, mayExportText: true, reportId: null, copies: 0 }
}

/** The full text where there is one that may leave; else undefined. */
export function readFreeText({ readout, mayExportText }: ExportItem): string | undefined {
  return mayExportText ? readout.article.text : undefined
}

function isWebAddress(source: string | null): source is string {
  return source !== null && /^https?:\/\//.test(source)
}
