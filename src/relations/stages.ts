import type { Stage } from '../document/cooperation.ts'
import { childrenOf, relationOf, type Syntax } from '../document/syntax.ts'

/** Verbs that tell how far work has come, by the form in the text: lemmas of rare words cannot be relied on. */
const VERBS: readonly (readonly [Stage, RegExp])[] = [
  [
    'originating',
    /^(?:beg[aiu]n(?:s|ning)?|start|launch|open|establish|creat|found(?:s|ed|ing)?$|initiat|originat|inaugurat|introduc|conclud|forg(?:e|ing)|restor|resum|restart|renew|reviv|reopen|relaunch|agree|adopt|sign(?:s|ed|ing)?$|ratif|str(?:ike|uck)|reach|seal|pioneer|unveil|approv)/,
  ],
  [
    'expanding',
    /^(?:expan|extend|deepen|widen|broaden|strengthen|boost|increas|enhanc|intensif|upgrad|doubl|tripl|enlarg|step(?:s|ped|ping)?$|build(?:s|ing)? up|grow|gr[eo]w|accelerat|consolidat|advanc)/,
  ],
  ['suspended', /^(?:suspend|halt|fr(?:eeze|oze|eezing)|pau[sz]|interrupt|stall|shelv|postpon|put(?:s|ting)?$|mothball)/],
  [
    'ended',
    /^(?:end(?:s|ed|ing)?$|stop|terminat|drop|scrap|cancel|abandon|dissolv|quit|leav|left$|withdr[ae]w|pull|renounc|abrogat|t(?:ear|ore|orn)$|ceas|discontinu|expir|collaps|axe|call|wound|wind|br(?:eak|oke|oken)$|cut(?:s|ting)?$|sever|close|denounc)/,
  ],
  [
    'aspirational',
    /^(?:consider|discuss|propos|explor|negotiat|stud(?:y|ied)|weigh|mull|envisag|plan|offer|eye|want|seek|sought|hope|aspir|talk|think|thought|debat)/,
  ],
]
/** Verbs that tell a stage only with a particle or object: “step |up|”, “call |off|”, “put |on hold|”, “pull |out| of”. */
const PARTICLES: Readonly<Record<string, RegExp>> = {
  step: /^up$/,
  put: /^(?:hold|ice|off)$/,
  pull: /^out$/,
  call: /^off$/,
  tear: /^up$/,
  tor: /^up$/,
  wind: /^(?:up|down)$/,
  wound: /^(?:up|down)$/,
  break: /^off$/,
  broke: /^off$/,
  broken: /^off$/,
  cut: /^off$/,
}

/** Nouns made from such verbs: “the |suspension| of arms sales”, “the |expansion| of the corridor”. */
const NOUNS: readonly (readonly [Stage, RegExp])[] = [
  ['originating', /^(?:launch|start|opening|establishment|creation|resumption|restoration|signing|introduction|revival|inauguration|conclusion)$/],
  ['expanding', /^(?:expansion|extension|deepening|widening|broadening|strengthening|growth|intensification|enlargement)$/],
  ['suspended', /^(?:suspension|halt|freeze|pause|interruption)$/],
  ['ended', /^(?:end|termination|collapse|withdrawal|abandonment|cancellation|expiry|dissolution|cessation)$/],
]

const SETTING = /^(?:set|sets|setting)$/

/** The stage that a verb tells of its object; null where it tells none. */
export function stageOfVerb(syntax: Syntax, verb: number): Stage | null {
  const word = syntax.lower[verb] as string
  if (SETTING.test(word)) return hasParticle(syntax, verb, /^up$/) ? 'originating' : null
  for (const [stage, forms] of VERBS) {
    if (!forms.test(word)) continue
    const key = Object.keys(PARTICLES).find((start) => word.startsWith(start))
    return key === undefined || hasParticle(syntax, verb, PARTICLES[key] as RegExp) ? stage : null
  }
  return null
}

export function stageOfNoun(syntax: Syntax, noun: number): Stage | null {
  const word = syntax.lemma[noun] as string
  for (const [stage, forms] of NOUNS) if (forms.test(word) || forms.test(syntax.lower[noun] as string)) return stage
  return null
}

/** A particle stands near its verb: “put the sale |on hold|”. */
function hasParticle(syntax: Syntax, verb: number, particle: RegExp): boolean {
  for (let i = verb + 1; i < Math.min(syntax.count, verb + 12); i++) {
    if (syntax.isSentenceStart[i] === 1) return false
    if (particle.test(syntax.lower[i] as string)) return true
  }
  return false
}

const SPANS_OF_TIME = /^(?:years|decades|centuries|generations|ages)$/

/**
 * Whether the words behind tell that something has gone on for long: “for many years”, “since the 1950s”, “since 2011” where
 * that is three years ago or more. “Since last year” is not long.
 */
export function hasLongDuration(syntax: Syntax, from: number, last: number, publishedOn: string | null): boolean {
  const year = Number(publishedOn?.slice(0, 4) ?? 9999)
  for (let i = from; i < Math.min(last, from + 25); i++) {
    const word = syntax.lower[i] as string
    if (word === 'for' || word === 'over' || word === 'through')
      for (let k = i + 1; k < Math.min(last, i + 6); k++) if (SPANS_OF_TIME.test(syntax.lower[k] as string)) return syntax.lower[i + 1] !== 'two'
    if (word !== 'since') continue
    for (let k = i + 1; k < Math.min(last, i + 7); k++) {
      const told = /^(1[5-9]\d\d|20\d\d)(s?)$/.exec(syntax.lower[k] as string)
      if (told) return year - Number(told[1]) >= 3
      if (/^(?:independence|war|antiquity|childhood|founding|foundation)$/.test(syntax.lower[k] as string)) return true
    }
  }
  return false
}

/** Adjectives that tell the stage of a noun: “a |long-standing| exchange”, “the |suspended| flights”, “a |planned| corridor”. */
export function stageOfModifiers(syntax: Syntax, noun: number): Stage | null {
  for (const child of childrenOf(syntax, noun)) {
    if (child > noun || !/^(?:amod|compound|acl)/.test(relationOf(syntax, child))) continue
    const word = syntax.lower[child] as string
    if (/^(?:long-?standing|decades-old|decades-long|long-running|traditional|centuries-old|years-long|age-old)$/.test(word)) return 'longstanding'
    if (/^(?:planned|proposed|possible|potential|prospective|future|mooted|envisaged)$/.test(word)) return 'aspirational'
    if (/^(?:suspended|frozen|stalled|halted)$/.test(word)) return 'suspended'
    if (/^(?:defunct|abandoned|cancelled|scrapped|lapsed|expired)$/.test(word)) return 'ended'
  }
  return null
}

/** “A |second| one”, “|more| ships”, “a |further| course”: what there is grows. */
export function isGrowing(syntax: Syntax, noun: number): boolean {
  for (const child of childrenOf(syntax, noun))
    if (child < noun && /^(?:second|third|another|more|further|additional|extra|larger|bigger|new)$/.test(syntax.lower[child] as string)) return true
  return false
}
