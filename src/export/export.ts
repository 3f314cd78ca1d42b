/**
 * Records in the formats of other programs: CSV, facts as JSON, PLOVER, W3C Web Annotation, schema.org; and GDELT's rows held against
 * a record. Pure functions from records to text or plain objects.
 */
export { listAnnotations, type WebAnnotation } from './annotations.ts'
export { checkGdeltRow, type GdeltVerdict } from './check-gdelt.ts'
export { writeCsvHeader, writeCsvRows } from './csv.ts'
export { FACT_KINDS, type FactKind } from './evidence.ts'
export { GDELT_COLUMNS, type GdeltRow, readGdeltRow } from './gdelt.ts'
export { exportFacts } from './jsonl.ts'
export { makeJsonLd } from './jsonld.ts'
export { listPloverRecords, type PloverRecord } from './plover.ts'
