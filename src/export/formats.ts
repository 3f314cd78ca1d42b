import { listAnnotations } from './annotations.ts'
import { writeBibtex } from './bibtex.ts'
import { openBrat } from './brat.ts'
import { type Citation, citeArticle, citeStatements } from './citation.ts'
import { type Annotate, openConllu } from './conllu-record.ts'
import { makeCslItem } from './csl.ts'
import { writeCsvHeader, writeCsvRows } from './csv.ts'
import { FACT_KINDS, type FactKind } from './evidence.ts'
import { listFtmEntities } from './ftm.ts'
import { openGraphml } from './graphml.ts'
import type { ExportItem } from './item.ts'
import { exportFacts } from './jsonl.ts'
import { makeJsonLd } from './jsonld.ts'
import { makeNinjs } from './ninjs.ts'
import { openParquet } from './parquet.ts'
import { listPloverRecords } from './plover.ts'
import { writeRis } from './ris.ts'
import { type Exported, type FormatWriter, giveLines, giveText, refuse, tellTextless } from './writer.ts'

/** Formats by what they give: one stream, or files in a folder. */
export const STREAM_FORMATS = ['csv', 'jsonl', 'plover', 'annotations', 'jsonld', 'ftm', 'ninjs', 'conllu', 'bibtex', 'ris', 'csl'] as const
export const FOLDER_FORMATS = ['parquet', 'brat', 'graphml'] as const
export type ExportFormat = (typeof STREAM_FORMATS)[number] | (typeof FOLDER_FORMATS)[number]

/** Formats that a kind of fact can be chosen for. Citations: articles, or with `statements` each statement. */
export const CHOOSING_FORMATS: ReadonlySet<ExportFormat> = new Set(['csv', 'jsonl', 'annotations', 'bibtex', 'ris', 'csl'])

/** What is to be written. */
export interface ExportPlan {
  readonly format: ExportFormat
  /** Null: a format's own choice; of csv statements, of jsonl and annotations all, of citations the article. */
  readonly kind: FactKind | null
  /** For CoNLL-U alone: the reader's tags and syntax. */
  readonly annotate: Annotate
}

/** Opens the writer of a format. */
export function openFormat({ format, kind, annotate }: ExportPlan): FormatWriter {
  const kinds = kind === null ? FACT_KINDS : [kind]
  switch (format) {
    case 'csv':
      return openCsv(kind ?? 'statements')
    case 'jsonl':
      return { add: (item) => giveLines(exportFacts(item, kinds)) }
    case 'annotations':
      return needText((item) => giveLines(listAnnotations(item, kinds)))
    case 'jsonld':
      return needText(addJsonLd)
    case 'ninjs':
      return needText((item) => giveText(`${JSON.stringify(makeNinjs(item))}\n`, item.readout.statements.length + item.readout.events.length))
    case 'ftm':
      return needText(addFtm)
    case 'plover':
      return { add: addPlover }
    case 'bibtex':
      return openCitations(kind, writeBibtex)
    case 'ris':
      return openCitations(kind, writeRis)
    case 'csl':
      return openCsl(kind)
    case 'conllu':
      return openConllu(annotate)
    case 'parquet':
      return openParquet()
    case 'brat':
      return openBrat()
    case 'graphml':
      return openGraphml()
  }
}

function openCsv(kind: FactKind): FormatWriter {
  return {
    begin: () => giveText(writeCsvHeader(kind), 0).parts,
    add: (item) => giveText(writeCsvRows(item, kind), item.readout[kind].length),
  }
}

/** A format whose offsets count code points, which only the text can tell. */
function needText(add: (item: ExportItem) => Exported): FormatWriter {
  return {
    add: (item) => {
      const problem = tellTextless(item)
      return problem === null ? add(item) : refuse(problem)
    },
  }
}

function addJsonLd(item: ExportItem): Exported {
  const { document, leftOut } = makeJsonLd(item)
  const { entities, statements, events } = item.readout
  return giveText(`${JSON.stringify(document)}\n`, entities.length + statements.length + events.length - leftOut, leftOut)
}

function addPlover(item: ExportItem): Exported {
  const { records, leftOut } = listPloverRecords(item)
  return giveLines(records, leftOut)
}

function addFtm(item: ExportItem): Exported {
  const { entities, leftOut } = listFtmEntities(item)
  return giveLines(entities, leftOut)
}

function openCitations(kind: FactKind | null, write: (citation: Citation) => string): FormatWriter {
  return {
    add: (item) => {
      const citations = cite(item, kind)
      return giveText(citations.map(write).join(''), citations.length)
    },
  }
}

/** CSL-JSON is one list: a comma stands before each citation but the first. */
function openCsl(kind: FactKind | null): FormatWriter {
  let isEmpty = true
  return {
    begin: () => giveText('[', 0).parts,
    add: (item) => {
      const citations = cite(item, kind)
      const lines = citations.map((citation) => {
        const comma = isEmpty ? '' : ','
        isEmpty = false
        return `${comma}\n${JSON.stringify(makeCslItem(citation))}`
      })
      return giveText(lines.join(''), citations.length)
    },
    end: () => giveText('\n]\n', 0),
  }
}

function cite(item: ExportItem, kind: FactKind | null): Citation[] {
  return kind === 'statements' ? citeStatements(item) : [citeArticle(item)]
}
