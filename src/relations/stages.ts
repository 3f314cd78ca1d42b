import type { Stage } from '../document/cooperation.ts'
import { childrenOf, relationOf, type Syntax } from '../document/syntax.ts'

/** Verbs that tell how far work has come, by the form in the text: lemmas of rare words cannot be relied on. */
const VERBS: readonly (readonly [Stage, RegExp])[] = [
  [
    'originating',
    /^(?:beg[aiu]n(?:s|ning)?|start|launch|open|establish|creat|found(?:s|ed|ing)?$|form(?:s|ed|ing)?$|initiat|initial|originat|inaugurat|introduc|institut|conclud|forg(?:e|ing)|restor|resum|restart|re-establish|reestablish|renew|reviv|reopen|relaunch|reinstat|agree|adopt|sign(?:s|ed|ing)?$|cosign|co-sign|ink(?:s|ed|ing)?$|ratif|endors|str(?:ike|uck)|reach|clinch|seal|finali[sz]|hammer|thrash|pioneer|unveil|approv|activat|normali[sz]|kick)/,
  ],
  [
    'expanding',
    /^(?:expan|extend|prolong|deepen|widen|broaden|strengthen|boost|bolster|increas|rais(?:e|ed|es|ing)$|add(?:s|ed|ing)?$|enhanc|intensif|tighten|reinforc|redoubl|upgrad|elevat|doubl|trebl|tripl|quadrupl|multipl|enlarg|step(?:s|ped|ping)?$|ramp(?:s|ed|ing)?$|scal(?:e|es|ed|ing)$|beef|build(?:s|ing)? up|grow|gr[eo]w|ris(?:e|es|en|ing)$|rose$|soar|surg|accelerat|consolidat|cement|promot|foster|improv|advanc)/,
  ],
  ['suspended', /^(?:suspend|halt|fr(?:eeze|oze|eezing)|paus|interrupt|disrupt|stall|shelv|postpon|delay|defer|withh[eo]ld|put(?:s|ting)?$|mothball)/],
  [
    'ended',
    /^(?:end(?:s|ed|ing)?$|stop|terminat|drop|scrap|cancel|abandon|ditch|dissolv|disband|quit|leav|left$|exit|withdr[ae]w|pull|walk|back(?:s|ed|ing)?$|renounc|annul|revok|rescind|repudiat|abrogat|t(?:ear|ore|orn)$|ceas|discontinu|expir|laps(?:e|es|ed|ing)$|collaps|axe|call|wound|wind|phas|br(?:eak|oke|oken)$|cut(?:s|ting)?$|sever|close|denounc)/,
  ],
  [
    'aspirational',
    /^(?:consider|discuss|propos|explor|negotiat|stud(?:y|ied)|weigh|mull|envisag|plan|offer|eye|want|seek|sought|hope|aspir|talk|think|thought|debat|consult)/,
  ],
]
/** Verbs that tell a stage only with a particle or object: “step |up|”, “call |off|”, “put |on hold|”, “pull |out| of”. */
const PARTICLES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:step|beef|ramp|scal)/, /^up$/],
  [/^put/, /^(?:hold|ice|off)$/],
  [/^(?:pull|phas)/, /^out$/],
  [/^(?:hammer|thrash)/, /^out$/],
  [/^call/, /^off$/],
  [/^(?:tear|tor)/, /^up$/],
  [/^w(?:i|ou)nd/, /^(?:up|down)$/],
  [/^(?:break|broke|cut)/, /^off$/],
  [/^(?:walk|back)/, /^(?:away|out)$/],
  [/^kick/, /^off$/],
]

/** Nouns made from such verbs: “the |suspension| of arms sales”, “the |expansion| of the corridor”. */
const NOUNS: readonly (readonly [Stage, RegExp])[] = [
  [
    'originating',
    /^(?:launch|start|opening|reopening|establishment|creation|resumption|restoration|signing|introduction|revival|inauguration|conclusion|normalisation|normalization)$/,
  ],
  ['expanding', /^(?:expansion|extension|deepening|widening|broadening|strengthening|growth|increase|upgrade|intensification|enlargement|doubling)$/],
  ['suspended', /^(?:suspension|halt|freeze|pause|interruption|postponement)$/],
  ['ended', /^(?:end|termination|collapse|withdrawal|abandonment|cancellation|scrapping|severing|expiry|dissolution|cessation)$/],
]

const SETTING = /^(?:set|sets|setting)$/

/** The stage that a verb tells of its object; null where it tells none. */
export function stageOfVerb(syntax: Syntax, verb: number): Stage | null {
  const word = syntax.lower[verb] as string
  if (SETTING.test(word)) return hasParticle(syntax, verb, /^up$/) ? 'originating' : null
  for (const [stage, forms] of VERBS) {
    if (!forms.test(word)) continue
    const particle = PARTICLES.find(([start]) => start.test(word))
    return particle === undefined || hasParticle(syntax, verb, particle[1]) ? stage : null
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

const SPANS_OF_TIME = /^(?:years|decades|century|centuries|generations|ages)$/

/**
 * Whether the words behind tell that something has gone on for long: “for many years”, “since the 1950s”, “since 2011” where
 * that is three years ago or more. “Since last year” is not long.
 */
export function hasLongDuration(syntax: Syntax, from: number, last: number, publishedOn: string | null): boolean {
  const year = Number(publishedOn?.slice(0, 4) ?? 9999)
  for (let i = from; i < Math.min(last, from + 25); i++) {
    const word = syntax.lower[i] as string
    if (word === 'for' || word === 'over' || word === 'through')
      for (let k = i + 1; k < Math.min(last, i + 7); k++) if (SPANS_OF_TIME.test(syntax.lower[k] as string)) return syntax.lower[i + 1] !== 'two'
    if (word !== 'since') continue
    for (let k = i + 1; k < Math.min(last, i + 7); k++) {
      const told = /^(1[5-9]\d\d|20\d\d)(s?)$/.exec(syntax.lower[k] as string)
      if (told) return year - Number(told[1]) >= 3
      if (/^(?:independence|war|revolution|famine|armistice|unification|antiquity|childhood|founding|foundation)$/.test(syntax.lower[k] as string)) return true
    }
  }
  return false
}

/**
 * The same of a verb, whose duration may stand in front: “|for three decades| the coastguards have patrolled”, “have |long| worked”,
 * “have |traditionally| cooperated”.
 */
export function isLongTold(syntax: Syntax, verb: number, last: number, publishedOn: string | null): boolean {
  if (hasLongDuration(syntax, verb, last, publishedOn)) return true
  for (const child of childrenOf(syntax, verb)) {
    if (child > verb) return false
    if (/^(?:traditionally|historically|always|long)$/.test(syntax.lower[child] as string) && relationOf(syntax, child) === 'advmod') return true
    if (/^obl/.test(relationOf(syntax, child)) && hasLongDuration(syntax, syntax.left[child] as number, (syntax.right[child] as number) + 1, publishedOn))
      return true
  }
  return false
}

/** Adjectives that tell the stage of a noun: “a |long-standing| exchange”, “the |suspended| flights”, “a |planned| corridor”. */
export function stageOfModifiers(syntax: Syntax, noun: number): Stage | null {
  for (const child of childrenOf(syntax, noun)) {
    if (child > noun || !/^(?:amod|compound|acl)/.test(relationOf(syntax, child))) continue
    const word = syntax.lower[child] as string
    if (/^(?:long-?standing|decades-old|decades-long|long-running|traditional|centuries-old|years-long|age-old)$/.test(word)) return 'longstanding'
    if (/^(?:closer|stronger|deeper|greater|tighter|broader|wider|further|increased|enhanced|growing|expanded|intensified)$/.test(word)) return 'expanding'
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
