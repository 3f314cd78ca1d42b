import type { Act } from '../document/statement.ts'

/**
 * What is done by a cue, by its lemma. Everything else is `say`: most verbs that open a content are verbs of saying, and an
 * unseen one (“thundered”, “quipped”) is likeliest another. Our own lists, from the kinds in PolNeAR's guidelines.
 */
const LEMMAS: Readonly<Record<Exclude<Act, 'say'>, string>> = {
  ask: `ask question inquire enquire wonder request query beg plead appeal urge demand seek petition invite press insist-on
    challenge implore`,
  promise: `promise pledge vow guarantee commit undertake swear assure pledge commitment promise vow offer volunteer`,
  threaten: `threaten warn-of threat retaliate menace ultimatum`,
  deny: `deny refute rebut repudiate disavow denial dispute contradict disclaim`,
  decline: `decline refuse refusal reject decline-to balk demur rebuff`,
  think: `think believe know feel realize realise understand consider remember forget imagine suspect assume expect doubt fear
    worry hope wish reckon guess regard view see perceive learn belief view opinion feeling thought concern hope fear
    expectation conviction anticipate recall-to mull ponder contemplate assess conclude hold suppose sense mind trust afraid convinced confident certain aware`,
  intend: `intend plan aim want mean prepare propose intention plan desire decide-to seek-to ready wish-to aspire hope-to strive
    determined determine ambition goal`,
  judge: `support oppose back favor favour endorse criticize criticise praise condemn blame welcome like dislike love hate
    prefer approve disapprove applaud laud denounce slam blast deride mock decry deplore attack admire object support
    opposition criticism praise condemnation endorsement approval defend champion lambast tout hail reject-as dismiss
    disagree agree accuse fault credit chide rebuke scold commend regret resent`,
  decide: `decide rule order ban decree approve-of vote appoint mandate require adopt ratify allow permit prohibit legalize
    ruling decision order ban decree verdict strike resolution elect sentence resolve authorize authorise`,
  show: `show suggest-that indicate reveal find reflect demonstrate prove confirm-that estimate poll survey finding lead depict
    document record list project evidence lag trail`,
}

const BY_LEMMA: ReadonlyMap<string, Act> = new Map(
  (Object.entries(LEMMAS) as [Act, string][]).reverse().flatMap(([act, words]) => words.split(/\s+/).map((word) => [word, act] as const)),
)

/** Documents and figures do not say, they show: “the survey suggests”, “the poll found”. */
const SHOWN_BY_THINGS = new Set(['suggest', 'find', 'say', 'put', 'give', 'imply', 'signal', 'point', 'back', 'confirm', 'tell', 'see', 'note'])
const EVIDENCE =
  /^(?:poll|survey|study|report|data|figure|record|map|census|statistic|finding|result|analysis|research|evidence|number|video|footage|photograph|image|index)s?$/i

/** Verbs that only put off the one that tells: “is expected to say”, “is set to ask”. */
const AUXILIARY = new Set(['expect', 'set', 'go', 'have', 'be', 'do', 'will', 'would', 'can', 'could', 'may', 'might', 'should'])
const SAYING = /^(?:say|comment|discuss|confirm|tell|disclose|elaborate|answer|draw|reveal|name|speculate|explain|respond)$/
const REFUSING = new Set(['would', 'could', 'will', 'wo', 'can', 'ca'])

/** What a cue shows of itself: its lemmas, head first, whether it is negated, and the word that its content opens with. */
export interface CueWords {
  readonly lemmas: readonly string[]
  readonly isNegated: boolean
  readonly opening: string
}

/** The act of a statement, from its cue (the first lemma that tells decides) and the head word of its source. */
export function findAct({ lemmas, isNegated, opening }: CueWords, sourceHead: string, isQuestion: boolean): Act {
  // “would not say whether”, “could not be drawn on”: declining, where “did not say” is only saying that did not happen
  if (isNegated && lemmas.some((lemma) => REFUSING.has(lemma)) && lemmas.some((lemma) => SAYING.test(lemma))) return 'decline'
  // “called for an inquiry”, “called on them to wait” ask; “called it a ban” judges
  if (lemmas.includes('call')) return lemmas.some((lemma) => lemma === 'for' || lemma === 'on' || lemma === 'upon') ? 'ask' : 'judge'
  const isToDo = opening === 'to' || lemmas.at(-1) === 'to'
  // “agreed to train pilots” promises, “agreed that it was late” judges; “told her not to bring it” asks
  if (lemmas[0] === 'agree' && isToDo) return 'promise'
  if (lemmas[0] === 'tell' && (isToDo || opening === 'not')) return 'ask'
  const telling = lemmas.filter((lemma) => !AUXILIARY.has(lemma))
  for (const lemma of telling.length > 0 ? telling : lemmas) {
    const act = BY_LEMMA.get(lemma) ?? BY_LEMMA.get(`${lemma}e`)
    if (act === 'show' && !EVIDENCE.test(sourceHead) && !/^(?:show|lead|trail|lag|poll|survey)$/.test(lemma)) continue
    if (act) return act
    if (EVIDENCE.test(sourceHead) && SHOWN_BY_THINGS.has(lemma)) return 'show'
    if (SAYING.test(lemma)) break
  }
  return isQuestion ? 'ask' : 'say'
}
