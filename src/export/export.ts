/**
 * Records in the formats of other programs, and back where a format allows; GDELT's rows held against a record. Pure: from
 * records to text, bytes or plain objects. `exportItems` is the one way out for files and for the library.
 */
export { readBrat } from './brat-read.ts'
export { checkGdeltRow, type GdeltVerdict } from './check-gdelt.ts'
export { cutSentences, markLayers, type TreebankSentence, writeConllu } from './conllu.ts'
export { FACT_KINDS, type FactKind } from './evidence.ts'
export { exportItems } from './export-items.ts'
export { CHOOSING_FORMATS, type ExportFormat, FOLDER_FORMATS } from './formats.ts'
export { GDELT_COLUMNS, type GdeltRow, readGdeltRow } from './gdelt.ts'
export { type ExportItem, makeExportItem } from './item.ts'
export { readFact } from './read-facts.ts'
export type { Exported, ExportPart } from './writer.ts'
