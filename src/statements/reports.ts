import { type Layers, UPOS } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord } from '../document/words.ts'
import { dependentsOf, nameOf, relationOf, spanBelow } from './syntax.ts'

/** A report that syntax shows: who reports (null: a passive names nobody), the words that signal it, and what is reported. */
export interface Report {
  readonly source: TokenSpan | null
  readonly cue: TokenSpan
  readonly content: TokenSpan
}

const words = (list: string) => new Set(list.split(/\s+/))

/** With a clause: “she |hoped| that her visitor would come back”, “he |knew| she was bluffing”. */
const WITH_CLAUSE = words(`say tell believe think know fear hope regret deny claim insist admit warn promise note add report confirm announce argue
  suggest state write acknowledge complain ask wonder doubt expect suspect agree conclude assume answer reply predict estimate decide demand realize
  realise understand stress maintain assert concede recall repeat explain declare mention vow pledge swear guess caution contend allege
  afraid certain convinced confident`)
/** With an infinitive: “Tokyo |has offered| to send two engineers”, “Oyelan |had told| her not to bring it”. */
const WITH_INFINITIVE = words(`ask promise pledge offer refuse decline plan intend want hope agree threaten vow propose demand order urge tell decide
  wish expect swear advise instruct encourage warn invite`)
/** With what is asked for behind “for”: “the guests |asked for| it”, “he |hoped for| a dry autumn”. */
const WITH_FOR = words('ask call hope press plead beg push wish appeal')
/** With a noun alone: “the minister |wants| a limit of thirty tonnes”, “many residents |still fear| the noise”. */
const WITH_NOUN = words('want demand fear expect oppose reject regret favour favor deny doubt propose')
/** Verbs whose object does what the infinitive tells and belongs to what is wanted: “she expects |the work to be finished|”. */
const RAISING = words('want expect wish')
/** Passives that tell a report all the same: “Beijing |had been asked for| a spare set”, “I |am told| that …”. */
const PASSIVE = words('ask tell order urge warn advise instruct')
/** Words that name nobody. “It” reports with a clause only (“it |states| that …”); what it wants or expects is mostly a thing's. */
const NO_SOURCE = /^(?:which|that|what|this|there|who|whom)$/i
const VERBAL: ReadonlySet<number> = new Set([UPOS.indexOf('VERB'), UPOS.indexOf('ADJ')])
const ADJECTIVE = UPOS.indexOf('ADJ')

/** The report whose head word is token i, if it is one beyond doubt; `within` is the stretch of its sentence that is looked at. */
export function readReport(tokens: Tokens, layers: Layers, i: number, within: TokenSpan): Report | null {
  if (!VERBAL.has(layers.upos[i] as number)) return null
  const lemma = (layers.lemma[i] ?? '').toLowerCase()
  if (!WITH_CLAUSE.has(lemma) && !WITH_INFINITIVE.has(lemma) && !WITH_FOR.has(lemma) && !WITH_NOUN.has(lemma)) return null
  const dependents = dependentsOf(layers, i, within)
  if (layers.upos[i] === ADJECTIVE && !dependents.some((d) => relationOf(layers, d) === 'cop')) return null
  const subject = dependents.find((d) => relationOf(layers, d) === 'nsubj')
  if (subject === undefined || subject > i || NO_SOURCE.test(readWord(tokens, subject))) return null
  const isPassive = nameOf(layers, subject) === 'nsubj:pass'
  if (isPassive && !PASSIVE.has(lemma)) return null
  const told = readContent(tokens, layers, i, lemma, dependents, within)
  if (!told || (!told.isClause && /^it$/i.test(readWord(tokens, subject)))) return null
  const source = isPassive ? null : afterColon(tokens, spanBelow(layers, subject, { first: within.first, last: i }), subject)
  return { source, cue: { first: firstOfVerb(layers, i, dependents), last: told.cueLast }, content: told.content }
}

/** “The weather: |the met office| expects …” */
function afterColon(tokens: Tokens, { first, last }: TokenSpan, subject: number): TokenSpan {
  let from = first
  for (let i = first; i < subject; i++) if (readWord(tokens, i) === ':') from = i + 1
  return { first: from, last }
}

function readContent(tokens: Tokens, layers: Layers, i: number, lemma: string, dependents: readonly number[], within: TokenSpan) {
  const after = (relation: string) => dependents.find((d) => d > i && relationOf(layers, d) === relation)
  const below = (top: number) => {
    const span = spanBelow(layers, top, within)
    return { first: Math.max(span.first, i + 1), last: span.last }
  }
  const clause = after('ccomp')
  if (clause !== undefined && WITH_CLAUSE.has(lemma)) return { cueLast: i + 1, content: below(clause), isClause: true }
  const infinitive = after('xcomp') ?? (RAISING.has(lemma) ? clause : undefined)
  const object = after('obj')
  if (infinitive !== undefined && WITH_INFINITIVE.has(lemma) && isInfinitive(tokens, layers, infinitive, within)) {
    const content = below(infinitive)
    const from = object !== undefined && object < infinitive && RAISING.has(lemma) ? below(object).first : content.first
    return { cueLast: i + 1, content: { first: from, last: content.last }, isClause: false }
  }
  if (WITH_FOR.has(lemma) && readWord(tokens, i + 1).toLowerCase() === 'for' && i + 1 < within.last) {
    const asked = dependents.find((d) => d > i && relationOf(layers, d) === 'obl' && layers.head[i + 1] === d)
    if (asked !== undefined) return { cueLast: i + 2, content: { first: i + 2, last: below(asked).last }, isClause: false }
  }
  if (object !== undefined && WITH_NOUN.has(lemma) && infinitive === undefined && clause === undefined) {
    // when it shall be belongs to what is wanted: “expects |a signature in May|”
    const when = RAISING.has(lemma) ? dependents.find((d) => d > object && relationOf(layers, d) === 'obl' && below(d).first === below(object).last) : undefined
    return { cueLast: i + 1, content: { first: below(object).first, last: below(when ?? object).last }, isClause: false }
  }
  return null
}

function isInfinitive(tokens: Tokens, layers: Layers, verb: number, within: TokenSpan): boolean {
  return dependentsOf(layers, verb, within).some((d) => d < verb && relationOf(layers, d) === 'mark' && readWord(tokens, d).toLowerCase() === 'to')
}

/** Auxiliaries, negation and manner stand directly before the verb: “|has so far refused|”, “|still fear|”. */
function firstOfVerb(layers: Layers, verb: number, dependents: readonly number[]): number {
  let first = verb
  while (dependents.includes(first - 1) && /^(?:aux|advmod|cop|part)$/.test(relationOf(layers, first - 1))) first--
  return first
}
