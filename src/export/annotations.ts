import type { Readout, ReadoutSpan } from '../document/readout.ts'
import { convertOffsets } from '../record/record.ts'
import { makeFactIri, makeTextIri } from './addresses.ts'
import { type Evidence, type Fact, type FactKind, listEvidence, listFacts } from './evidence.ts'
import type { ExportItem } from './item.ts'
import { listMakers, nameProgram } from './provenance.ts'

/** Characters of a quotation's surroundings that tell where it stands: as many as Hypothesis keeps. */
const CONTEXT = 32

/** W3C Web Annotation Data Model: one annotation a fact, a target for each of its spans. */
export interface WebAnnotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld'
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'identifying' | 'describing'
  readonly generator: {
    readonly type: 'Software'
    readonly name: string
    readonly 'schema:softwareVersion': string
    /** Models and knowledge: “reader sha256:…”. */
    readonly 'schema:softwareRequirements': readonly string[]
  }
  readonly body: readonly { readonly type: 'TextualBody'; readonly purpose: 'tagging' | 'describing'; readonly format?: string; readonly value: string }[]
  readonly target: readonly AnnotationTarget[]
}

/** `styleClass` is what the words are in the fact: “cue”, “trigger”, “actor”. `scope` is the page that the text came from. */
export interface AnnotationTarget {
  readonly type: 'SpecificResource'
  readonly source: string
  readonly scope?: string
  readonly styleClass: string
  readonly selector: readonly [
    { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number },
    { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix?: string; readonly suffix?: string },
  ]
}

/**
 * Annotations of a record. Positions count code points, as the standard asks, whatever the record's own unit; so the record
 * must have its text. Where that may not leave, quotations stand without their surroundings.
 */
export function listAnnotations(item: ExportItem, kinds?: readonly FactKind[]): WebAnnotation[] {
  const record = convertOffsets(item.readout, 'codepoint')
  const scene: Scene = { record, address: item.address, points: item.mayExportText ? Array.from(record.article.text ?? '') : null }
  const { producedBy } = record
  const versions = { 'schema:softwareVersion': producedBy.readout, 'schema:softwareRequirements': listMakers(producedBy) }
  return listFacts(record, kinds).map((one) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: makeFactIri(record, one.fact.id),
    type: 'Annotation',
    motivation: one.kind === 'entities' ? 'identifying' : 'describing',
    generator: { type: 'Software', name: nameProgram(producedBy), ...versions },
    body: [
      ...listTags(one).map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }) as const),
      { type: 'TextualBody', purpose: 'describing', format: 'application/json', value: JSON.stringify(one.fact) },
    ],
    target: listEvidence(one).map((evidence) => makeTarget(evidence, scene)),
  }))
}

interface Scene {
  readonly record: Readout
  readonly address: string | null
  /** Code points of the text; null where its words may not leave. */
  readonly points: readonly string[] | null
}

function makeTarget({ part, span }: Evidence, { record, address, points }: Scene): AnnotationTarget {
  return {
    type: 'SpecificResource',
    source: makeTextIri(record),
    ...(address === null ? {} : { scope: address }),
    styleClass: part,
    selector: [{ type: 'TextPositionSelector', start: span.start, end: span.end }, quoteSelector(span, points)],
  }
}

function quoteSelector({ start, end, text }: ReadoutSpan, points: Scene['points']): AnnotationTarget['selector'][1] {
  if (points === null) return { type: 'TextQuoteSelector', exact: text }
  const prefix = points.slice(Math.max(0, start - CONTEXT), start).join('')
  return { type: 'TextQuoteSelector', exact: text, prefix, suffix: points.slice(end, end + CONTEXT).join('') }
}

function listTags({ kind, fact }: Fact): string[] {
  switch (kind) {
    case 'statements':
      return ['statement', fact.kind, fact.act]
    case 'events':
      return ['event', fact.type, ...(fact.mode ? [fact.mode] : []), fact.realis]
    case 'cooperation':
      return ['cooperation', fact.area, ...(fact.stage ? [fact.stage] : []), fact.realis]
    case 'comparisons':
      return ['comparison', fact.claim]
    case 'entities':
      return ['entity', fact.kind]
  }
}
