import { WORDS } from '../words.ts'
import { joinSpans, type PlacedRecord } from './facts.ts'

/** Something that the article leaves open, and the fact that it belongs to; null where it is about the whole article. */
export interface OpenQuestion {
  readonly fact: string | null
  readonly about: string
  readonly words: string
}

/** What is not known, in the order of the text: shown rather than guessed. */
export function listUnknown({ facts, record }: PlacedRecord): OpenQuestion[] {
  const open: OpenQuestion[] = record.notices.map(({ message }) => ({ fact: null, about: message, words: '' }))
  const told = WORDS.unknownOf
  for (const one of facts) {
    const add = (about: string, words: string) => open.push({ fact: one.id, about, words })
    if (one.kind === 'statement') {
      const { source, content } = one.fact
      if (source === null) add(told.noSpeaker, joinSpans(content.spans))
      else if (source.entity === null && source.kind !== 'anonymous' && source.kind !== 'document')
        add(told.speaker(source.span.text), joinSpans(content.spans))
    } else if (one.kind === 'event') {
      const { date, realis, place, trigger } = one.fact
      if (realis === 'unknown') add(told.realis, trigger.text)
      if (date && (date.status === 'unresolved' || date.start === null)) add(told.date(date.span.text), trigger.text)
      if (date === null && one.fact.type === 'CONSULT' && realis !== 'denied') add(told.noDate, trigger.text)
      if (place && place.entity === null) add(told.place(place.span.text), trigger.text)
    } else if (one.kind === 'cooperation' && one.fact.stage === null) add(told.stage, joinSpans(one.fact.spans))
  }
  return open
}
