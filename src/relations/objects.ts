import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { findIdiom, remainingSubject } from './idioms.ts'
import { childIn, isPassive } from './scene.ts'
import { stageOfVerb } from './stages.ts'

/** Verbs whose subject is what begins or ends: “the exchange |ended| in 2019”. */
const INTRANSITIVE =
  /^(?:beg[aiu]n|clos|go(?:es)?$|went|start|end|stop|resum|collaps|expir|laps|continu|ceas|grow|gr[eo]w|ris(?:e|es|en|ing)$|rose|soar|surg|doubl|trebl|tripl|quadrupl|increas|expand|reopen|restart|deepen|widen|improv|advanc|stall|run|operat)/
export const TALKING = /^(?:agree|talk|negotiat|think|thought|work|cooperat|collaborat|discuss|consult|decid)/
const LEAVING = /^(?:withdr|pull|walk|back|exit|quit)/

/** What a verb acts on: its object, passive subject, “on” and “from” phrases, the subject of what begins or ends by itself. */
export function objectsOf(syntax: Syntax, verb: number): number[] {
  const found: number[] = []
  const word = syntax.lower[verb] as string
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    const link = caseOf(syntax, child) ?? ''
    const isObject =
      (relation === 'obj' && (/^(?:|off|up|out|down)$/.test(link) || child < verb)) ||
      (relation === 'nsubj:pass' && isPassive(syntax, verb)) ||
      isBareOblique(syntax, verb, child)
    const isTopic =
      relation.startsWith('obl') &&
      ((/^(?:on|about|over)$/.test(link) && TALKING.test(word)) || (/^(?:from|of)$/.test(link) && LEAVING.test(word)) || (link === 'for' && /^call/.test(word)))
    const isDoer = relation.startsWith('nsubj') && !isObject && (INTRANSITIVE.test(word) || isGainer(syntax, verb))
    if (isObject || isTopic || isDoer) found.push(child)
  }
  const idiom = findIdiom(syntax, verb)
  if (idiom) found.splice(0, found.length, ...idiom.nouns)
  const remaining = remainingSubject(syntax, verb)
  if (remaining >= 0) found.push(remaining)
  // “the |suspended| exchange”, “a treaty |signed| in May”
  const head = syntax.head[verb] as number
  if (found.length === 0 && head >= 0 && /^(?:acl|amod)$/.test(relationOf(syntax, verb)) && syntax.upos[head] === TAG.NOUN && /(?:ed|en|ng)$/.test(word))
    found.push(head)
  // a relative clause: “the pact |that Lund left|”
  if (relationOf(syntax, verb) === 'acl:relcl' && head >= 0) {
    const at = found.findIndex((noun) => /^(?:that|which)$/.test(syntax.lower[noun] as string))
    // “a programme that they began was |dropped|”: the main verb tells how far it is
    const above = syntax.head[head] as number
    const isTold = above >= 0 && /^(?:obj|nsubj)/.test(relationOf(syntax, head)) && stageOfVerb(syntax, above) !== null
    if (at >= 0) found.splice(at, 1, ...(isTold ? [] : [head]))
  }
  // “the drill, |which the two armies have held|”, hung on the verb before it
  if (relationOf(syntax, verb) === 'advcl:relcl') {
    const at = found.findIndex((noun) => syntax.lower[noun] === 'which')
    if (at >= 0) found.splice(at, 1, nounBefore(syntax, found[at] as number))
  }
  // “a memorandum |is expected to be signed|”
  if (found.length === 0 && relationOf(syntax, verb) === 'xcomp' && childIn(syntax, verb, /^aux:pass$/) >= 0) {
    const subject = childIn(syntax, head, /^nsubj/)
    if (subject >= 0) found.push(subject)
  }
  return found.map((noun) => contentOf(syntax, noun)).flatMap((noun) => [noun, ...conjuncts(syntax, noun)])
}

/** “Shelved |plans for| a tunnel”, “|work on| the cable began”, “tripled |the number of| scholarships”: what it is of is meant. */
function contentOf(syntax: Syntax, noun: number): number {
  if (!/^(?:plan|plans|work|works|construction|number|amount|volume|level|value|scope|scale|range)$/.test(syntax.lower[noun] as string)) return noun
  for (const child of childrenOf(syntax, noun))
    if (child > noun && relationOf(syntax, child) === 'nmod' && /^(?:for|on|of|at)$/.test(caseOf(syntax, child) ?? '')) return child
  return noun
}

/** “Broke off |diplomatic relations|”: a noun right behind the verb or its particle that hangs by no preposition is its object. */
function isBareOblique(syntax: Syntax, verb: number, noun: number): boolean {
  if (relationOf(syntax, noun) !== 'obl' || noun < verb || syntax.upos[noun] !== TAG.NOUN || caseOf(syntax, noun) !== null) return false
  const before = (syntax.left[noun] as number) - 1
  return before === verb || (before === verb + 1 && relationOf(syntax, before) === 'compound:prt')
}

function nounBefore(syntax: Syntax, which: number): number {
  for (let k = which - 1; k >= Math.max(0, which - 4); k--) if (syntax.upos[k] === TAG.NOUN) return k
  return which
}

function isGainer(syntax: Syntax, verb: number): boolean {
  return /^(?:get|gets|receiv|gain)/.test(syntax.lower[verb] as string) && childIn(syntax, verb, /^obj$/) >= 0
}

/** What a noun made from a verb acts on: “the suspension |of arms sales|”, “an end |to the exchange|”. */
export function objectsOfNoun(syntax: Syntax, noun: number): number[] {
  for (let at = noun, steps = 0; steps < 2; steps++) {
    for (const child of childrenOf(syntax, at))
      if (relationOf(syntax, child) === 'nmod' && /^(?:of|to|from|in)$/.test(caseOf(syntax, child) ?? '')) return [child, ...conjuncts(syntax, child)]
    if (relationOf(syntax, at) !== 'conj') break
    // “development and |expansion| of”: what is shared hangs on the first
    at = syntax.head[at] as number
  }
  return []
}

function conjuncts(syntax: Syntax, noun: number): number[] {
  return Array.from(childrenOf(syntax, noun)).filter((child) => relationOf(syntax, child) === 'conj' && syntax.upos[child] === TAG.NOUN)
}
