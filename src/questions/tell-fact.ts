import type { Fact, Named } from './facts.ts'

const SAID: Readonly<Record<string, string>> = {
  say: 'said',
  ask: 'asked',
  promise: 'promised',
  threaten: 'threatened',
  deny: 'denied',
  decline: 'declined to say',
  think: 'thinks',
  intend: 'intends',
  judge: 'judged',
  decide: 'decided',
  show: 'showed',
}

const MEETINGS: Readonly<Record<string, string>> = {
  visit: 'Visit',
  phone: 'Phone call',
  multilateral: 'Meeting of several',
  'third-party': 'Mediated meeting',
}

/** What became of an event, for the reader's eye. */
const REALIS: Readonly<Record<string, string>> = {
  denied: 'denied or called off',
  unknown: 'not known whether it happened',
  hypothetical: 'only as a possibility',
  planned: 'planned',
  ongoing: 'going on',
}

/** A fact in a line: who, what, whether it happened. The words that it stands on are told beside it. */
export function tellFact(fact: Fact): string {
  if (fact.kind === 'statement') {
    const speaker = fact.speaker?.name ?? fact.source?.text ?? 'Somebody'
    const who = fact.onBehalfOf && fact.onBehalfOf.name !== speaker ? `${speaker} (for ${fact.onBehalfOf.name})` : speaker
    return `${who} ${fact.isNegated ? `did not ${fact.act}` : (SAID[fact.act] ?? fact.act)}`
  }
  if (fact.kind === 'event') {
    const place = fact.place ? ` in ${fact.place.name}` : ''
    return joinParts([`${nameEvent(fact.type, fact.mode)}${place}: ${listNames(fact.participants)}`, REALIS[fact.realis], tellTeller(fact.statedBy)])
  }
  if (fact.kind === 'cooperation')
    return joinParts([`Cooperation on ${fact.area}: ${listNames(fact.parties)}`, fact.stage, REALIS[fact.realis], tellTeller(fact.statedBy)])
  return joinParts([`Compared with the past (${fact.claim})`, tellTeller(fact.statedBy)])
}

/** “CONSULT, visit” → “Visit”, “SANCTION” → “Sanction”. */
function nameEvent(type: string, mode: string | null): string {
  if (type === 'CONSULT') return MEETINGS[mode ?? ''] ?? 'Meeting'
  return `${type.slice(0, 1)}${type.slice(1).toLowerCase()}`
}

function listNames(named: readonly Named[]): string {
  const names = [...new Set(named.map(({ name }) => name))]
  return names.length > 0 ? names.join(', ') : 'nobody named'
}

function tellTeller(teller: Named | null): string | null {
  return teller && `as ${teller.name} says`
}

function joinParts(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(', ')
}

/** Day of what a fact tells, where the words tell it, else of the article. */
export function dayOf(fact: Fact): string | null {
  return (fact.kind === 'event' ? fact.date?.start : null) ?? fact.article.publishedOn
}

/** The address of an article that opens at these words, in browsers that know text fragments; null where there is no address to open. */
export function linkToWords(address: string | null, words: string): string | null {
  if (address === null || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  const all = words.trim().split(/\s+/)
  const encode = (some: readonly string[]) => encodeURIComponent(some.join(' ').toWellFormed()).replaceAll('-', '%2D')
  // Browsers look for the words as they stand; of long ones the first and the last are told, “start,end”.
  const fragment = all.length > 2 * ENDS ? `${encode(all.slice(0, ENDS))},${encode(all.slice(-ENDS))}` : encode(all)
  const { href, hash } = new URL(address)
  return `${href}${hash === '' ? '#' : ''}:~:text=${fragment}`
}

/** Words at each end of a long stretch by which it is found. */
const ENDS = 6
