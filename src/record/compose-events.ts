import type { Comparison } from '../document/comparison.ts'
import type { Cooperation } from '../document/cooperation.ts'
import type { EventDate, NewsEvent } from '../document/news-event.ts'
import type { ReadoutComparison, ReadoutCooperation, ReadoutDate, ReadoutEvent } from '../document/readout.ts'
import { makeId, readSpan, roundConfidence } from './evidence.ts'

export function composeEvent(event: NewsEvent, n: number, text: string): ReadoutEvent {
  const { place } = event
  return {
    id: makeId('v', n),
    type: event.type,
    mode: event.mode,
    trigger: readSpan(event.trigger, text),
    mentions: event.mentions.map((span) => readSpan(span, text)),
    participants: event.participants.map(({ role, span, entity }) => ({ role, span: readSpan(span, text), entity: makeId('e', entity) })),
    place: place && { span: readSpan(place.span, text), entity: makeId('e', place.entity) },
    date: event.date && composeDate(event.date, text),
    realis: event.realis,
    realisCues: event.realisCues.map((span) => readSpan(span, text)),
    areas: [...event.areas],
    statedIn: makeId('s', event.statedIn),
    utteredIn: makeId('s', event.utteredIn),
    confidence: roundConfidence(event.confidence),
  }
}

export function composeCooperation(cooperation: Cooperation, n: number, text: string): ReadoutCooperation {
  return {
    id: makeId('c', n),
    between: cooperation.between.map((entity) => makeId('e', entity)),
    area: cooperation.area,
    stage: cooperation.stage,
    spans: cooperation.spans.map((span) => readSpan(span, text)),
    realis: cooperation.realis,
    realisCues: cooperation.realisCues.map((span) => readSpan(span, text)),
    statedIn: makeId('s', cooperation.statedIn),
    confidence: roundConfidence(cooperation.confidence),
  }
}

export function composeComparison(comparison: Comparison, n: number, text: string): ReadoutComparison {
  return {
    id: makeId('k', n),
    claim: comparison.claim,
    span: readSpan(comparison.span, text),
    since: comparison.since && composeDate(comparison.since, text),
    about: makeId('v', comparison.about),
    statedIn: makeId('s', comparison.statedIn),
    confidence: roundConfidence(comparison.confidence),
  }
}

function composeDate({ span, start, end, grain, status }: EventDate, text: string): ReadoutDate {
  return { span: readSpan(span, text), start, end, grain, status }
}
