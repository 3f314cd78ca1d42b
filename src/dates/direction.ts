import { relationOf, type Syntax, TAG } from '../document/syntax.ts'

/**
 * Where a time without a year or week lies, seen from publication.
 * “promised”: a past verb whose object may lie ahead: “offered to mediate in May”; a weekday with it dates the offer.
 * “planned”: an infinitive below a past verb: “agreed to meet on Friday”; a month with it may lie on either side.
 * “present”: what holds or is said (“after 9 July the term is ten days”). “none”: no verb tells; “unclear”: a verb that fits both.
 */
export type Direction = 'past' | 'present' | 'promised' | 'planned' | 'future' | 'unclear' | 'none'

/** Whether it most likely lies ahead. */
export function isAhead(direction: Direction): boolean {
  return direction === 'future' || direction === 'planned'
}

/** Whether it most likely lies behind, or is of now. */
export function isBehind(direction: Direction): boolean {
  return direction === 'past' || direction === 'present'
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Steps up the tree after which no verb is looked for, and words looked at before a verb: what a sentence needs, so that costs stay linear. */
const CLIMB = 10
const BEFORE_VERB = 8
const CLAUSE_REACH = 12

const AHEAD = words("will 'll ’ll wo shall sha would may might can ca should must")
const WILL = words("will 'll ’ll wo shall sha")
/** “was planned for Friday”, “a visit scheduled for May”: what is told by these lies ahead of them. */
const PLANNED = words(
  'plan schedule expect set slate due tip pencil intend propose invite await anticipate project forecast call want hope pledge promise vow urge ask demand allow',
)
/** Infinitives after these happen when the verb does: “managed to meet on Friday”, “flew in to sign on Friday”. */
const CARRIED = words(
  'manage fail begin start continue cease stop seem appear prove happen tend help come go travel fly arrive gather return sail drive use have force dare get refuse decline turn keep',
)
/** The simple present of these is a timetable: “the summit opens on Friday”. */
const TIMETABLE = words(
  'meet open begin start leave arrive travel visit return vote go fly resume end close take hold head host come expire run face fall convene reopen',
)
/** Their past speaks of what is to come: “offered to mediate in May”, “recommended that fishing stop”. */
const PROMISES = words(
  'offer promise agree pledge invite recommend propose suggest demand urge request order require insist decide announce name fix arrange vow',
)
/** “if they do not meet in January” */
const CONDITIONS = words('if unless when once until before after whether')
const BEGINNING = words('start begin commence open resume')
const FIXED_FORMS = words('put cut set hit let cost read quit spread shut split beat bid cast hurt burst bet')
const PLANS = words('plan deadline schedule agenda date ultimatum')
const STATISTICS = words('figure data rate index number report result price total inflation estimate')
const NEGATIONS = words("not n't n’t never")

/** Reads from the verb above an expression (tokens `first` to `last`, exclusive), and from the words before it, which way it lies. Never looks far. */
export function readDirection(syntax: Syntax, first: number, last: number): Direction {
  const before = wordBefore(syntax, first)
  if (before === 'since') return 'past'
  if (before === 'upcoming' || before === 'coming') return 'future'
  if (before === 'ahead of') return 'future'
  const told = climb(syntax, first, last)
  // “as of Monday, tolls rise” and “as of Friday, 12 were left” look alike.
  if (before === 'as of') return told === 'past' || told === 'none' ? told : 'unclear'
  if (before === 'for') return readFor(syntax, told, last, headAbove(syntax, first, last))
  if (before === 'by' || before === 'into' || before === 'until' || before === 'till' || before === 'before') {
    return told === 'none' || told === 'present' || told === 'promised' || told === 'planned' ? 'future' : told === 'past' ? 'unclear' : told
  }
  return told
}

/** “an election called for Friday” lies ahead; “blamed for Monday's attack” and “figures for March” do not. */
function readFor(syntax: Syntax, told: Direction, last: number, head: number): Direction {
  const isOwner = /^['’]s?$/.test(syntax.lower[last] ?? '')
  if (isOwner || (head >= 0 && STATISTICS.has(syntax.lemma[head] as string))) return isOwner ? told : 'past'
  return 'future'
}

/** The preposition before an expression, articles skipped; “ahead of” and “as of” are read as one. */
function wordBefore(syntax: Syntax, first: number): string {
  let at = first - 1
  while (at >= 0 && at > first - 3 && syntax.upos[at] === TAG.DET) at--
  const word = syntax.lower[at] ?? ''
  const above = syntax.lower[at - 1]
  return word === 'of' && (above === 'ahead' || above === 'as') ? `${above} of` : word
}

function headAbove(syntax: Syntax, first: number, last: number): number {
  let at = first
  for (let step = 0; step < CLIMB && at >= first && at < last; step++) at = syntax.head[at] as number
  return at
}

function climb(syntax: Syntax, first: number, last: number): Direction {
  const self = tellPredicate(syntax, first, last)
  if (self) return self
  let at = headAbove(syntax, first, last)
  const before = syntax.upos[first - 1]
  const isBare = before === TAG.NOUN || before === TAG.VERB || before === TAG.ADJ
  let viaNoun = false
  for (let step = 0; step < CLIMB && at >= 0; step++) {
    // “a strong showing Tuesday would help”: the words may date the noun before them, whatever the tree says.
    if (isBare && at >= last) viaNoun = true
    const direction = tellDirection(syntax, at)
    if (direction) return weigh(syntax, at, first, direction, viaNoun)
    if (syntax.upos[at] === TAG.NOUN) viaNoun = true
    if (PLANS.has(syntax.lemma[at] as string)) return 'future'
    at = syntax.head[at] as number
  }
  return 'none'
}

/** What a verb tells of an expression that may hang on a noun below it. */
function weigh(syntax: Syntax, at: number, first: number, direction: Direction, viaNoun: boolean): Direction {
  if (direction === 'promised') return viaNoun || hasClauseBefore(syntax, at, first) ? 'promised' : 'past'
  if (!viaNoun) return direction
  // “called an election in May”; but “in May a member asked”, “called for calm in Monday's speech”
  if (direction === 'past' && at < first && PLANNED.has(syntax.lemma[at] as string)) return 'future'
  // “a strong showing on Tuesday would help”, “what he pledged to do at Saturday's debate”: the noun may lie behind.
  if (direction === 'planned') return 'unclear'
  return direction === 'future' && !isCertain(syntax, at) ? 'unclear' : direction
}

/** Whether a verb is followed by what was offered or agreed, before the expression: “offered to mediate … in May”. */
function hasClauseBefore(syntax: Syntax, at: number, first: number): boolean {
  for (let i = at + 1; i < first && i <= at + CLAUSE_REACH; i++) {
    if (syntax.head[i] === at && /^(?:xcomp|ccomp)/.test(relationOf(syntax, i))) return true
  }
  return false
}

/** A future told by “will”, “to” or the verb itself, not by “would” or “may”. */
function isCertain(syntax: Syntax, at: number): boolean {
  const helpers = listHelpers(syntax, at)
  return !helpers.some((word) => AHEAD.has(word) || word === 'could') || helpers.some((word) => WILL.has(word))
}

/** “The vote is on Friday”: the expression itself is what is said. */
function tellPredicate(syntax: Syntax, first: number, last: number): Direction | null {
  for (let i = first; i < last; i++) {
    const head = syntax.head[i] as number
    if (head >= first && head < last) continue
    const helpers = listHelpers(syntax, i)
    return helpers.some((word) => AHEAD.has(word)) ? 'future' : helpers.some((word) => word === 'is' || word === 'are') ? 'future' : null
  }
  return null
}

/** What a word tells by its form and its helpers; null where the word above has to tell. */
function tellDirection(syntax: Syntax, at: number): Direction | null {
  const helpers = listHelpers(syntax, at)
  const isPerfect = helpers.some((word) => word === 'have' || word === 'having')
  if (helpers.some((word) => AHEAD.has(word)) || isWould(syntax, at, helpers)) return isPerfect ? 'past' : 'future'
  // “could meet on Friday” lies ahead, “could not agree on Friday” does not.
  if (helpers.includes('could')) return isPerfect || helpers.some((word) => NEGATIONS.has(word)) ? 'past' : 'future'
  if (syntax.upos[at] !== TAG.VERB) return isMisreadVerb(syntax, at) ? 'future' : tellDescription(syntax, at, helpers)
  if (helpers.includes('to')) return isPerfect ? null : tellInfinitive(syntax, at, helpers)
  const word = syntax.lower[at] as string
  if (word.endsWith('ing') && !(syntax.lemma[at] as string).endsWith('ing')) return tellProgressive(syntax, at, helpers)
  return tellFinite(syntax, at, helpers)
}

/** “The summit opens on Saturday” where the reader takes “opens” for a noun: nouns have no subject. */
function isMisreadVerb(syntax: Syntax, at: number): boolean {
  if (syntax.upos[at] !== TAG.NOUN || syntax.lower[at] === syntax.lemma[at] || !TIMETABLE.has(syntax.lemma[at] as string)) return false
  for (let i = Math.max(0, at - BEFORE_VERB); i < at; i++) if (syntax.head[i] === at && relationOf(syntax, i).startsWith('nsubj')) return true
  return false
}

/** “She'd meet him on Friday”, but not “she'd met him on Friday”. */
function isWould(syntax: Syntax, at: number, helpers: readonly string[]): boolean {
  return syntax.lower[at] === syntax.lemma[at] && helpers.some((word) => /^['’]d$/.test(word))
}

/** “is due on Friday”, “ready for Friday”; other nouns and adjectives leave it to the word above, or to their copula. */
function tellDescription(syntax: Syntax, at: number, helpers: readonly string[]): Direction | null {
  const lemma = syntax.lemma[at] as string
  if (lemma === 'due' || lemma === 'likely') return helpers.includes('was') || helpers.includes('were') ? 'unclear' : 'future'
  if (helpers.includes('is') || helpers.includes('are')) return 'unclear'
  if (helpers.includes('was') || helpers.includes('were')) return 'past'
  if (syntax.upos[at] === TAG.AUX) return syntax.lower[at] === 'was' || syntax.lower[at] === 'were' ? 'past' : null
  return null
}

function tellInfinitive(syntax: Syntax, at: number, helpers: readonly string[]): Direction | null {
  if (helpers.includes('is') || helpers.includes('are')) return 'future'
  if (helpers.includes('was') || helpers.includes('were')) return 'unclear'
  const relation = relationOf(syntax, at)
  const head = syntax.head[at] as number
  // “travelled to Asel to sign the pact on Friday”: the purpose happens with the deed.
  if (head < 0 || relation.startsWith('advcl') || relation === 'conj') return null
  const lemma = syntax.lemma[head] as string
  if (lemma === 'be') return /^(?:was|were)$/.test(syntax.lower[head] as string) ? 'unclear' : 'future'
  // “the first leader to visit on Friday”
  if (/^(?:first|last|only|second|third)$/.test(lemma) || (relation.startsWith('acl') && /^(?:first|last|only|latest)$/.test(syntax.lower[head - 1] ?? '')))
    return null
  if (CARRIED.has(lemma)) return null
  if (syntax.upos[head] !== TAG.VERB) return isToldAsPast(syntax, head) ? 'unclear' : 'future'
  const above = tellFinite(syntax, head, listHelpers(syntax, head))
  if (above === 'unclear') return 'unclear'
  if (above !== 'past' && above !== 'promised') return 'future'
  return listHelpers(syntax, head).includes('had') ? 'unclear' : 'planned'
}

/** “reported her decision to leave on Sunday”: a noun with an infinitive, below a past verb; plans and deadlines still lie ahead. */
function isToldAsPast(syntax: Syntax, noun: number): boolean {
  if (PLANS.has(syntax.lemma[noun] as string) || syntax.upos[noun] !== TAG.NOUN) return false
  let at = syntax.head[noun] as number
  for (let step = 0; step < 3 && at >= 0 && syntax.upos[at] !== TAG.VERB; step++) at = syntax.head[at] as number
  return at >= 0 && syntax.upos[at] === TAG.VERB && !(syntax.lower[at] as string).endsWith('ing')
    ? tellFinite(syntax, at, listHelpers(syntax, at)) === 'past'
    : at >= 0
}

function tellProgressive(syntax: Syntax, at: number, helpers: readonly string[]): Direction | null {
  if (helpers.some((word) => /^(?:been|was|were|had)$/.test(word))) return 'past'
  if (helpers.some((word) => /^(?:is|are|am|['’]s|['’]re|['’]m)$/.test(word))) return 'future'
  // “curbs starting on Friday” may begin or have begun: the verb above tells only where it lies ahead.
  return BEGINNING.has(syntax.lemma[at] as string) ? 'unclear' : null
}

function tellFinite(syntax: Syntax, at: number, helpers: readonly string[]): Direction | null {
  const word = syntax.lower[at] as string
  const lemma = syntax.lemma[at] as string
  const isPlanned = PLANNED.has(lemma) && (relationOf(syntax, at) === 'acl' || helpers.some((one) => /^(?:is|are|be|been|['’]s|was|were)$/.test(one)))
  if (isPlanned) return helpers.some((one) => /^(?:was|were|had)$/.test(one)) ? 'unclear' : 'future'
  if (helpers.some((one) => /^(?:has|have|had|did|was|were|been|['’]ve)$/.test(one)))
    return PROMISES.has(lemma) && !helpers.includes('did') ? 'promised' : 'past'
  if (helpers.some((one) => one === 'is' || one === 'are')) return TIMETABLE.has(lemma) ? 'future' : 'past'
  // “asked that lorries be kept out until autumn”
  if (helpers.includes('be')) return 'future'
  const isBare = word === lemma
  const isPresent = (isBare || /s$/.test(word)) && !FIXED_FORMS.has(lemma)
  if (isPresent && (PLANNED.has(lemma) || isConditional(syntax, at))) return 'future'
  const head = syntax.head[at] as number
  const relation = relationOf(syntax, at)
  const isWanted =
    head >= 0 && (relation === 'ccomp' || relation === 'xcomp') && (PLANNED.has(syntax.lemma[head] as string) || PROMISES.has(syntax.lemma[head] as string))
  // “recommended that fishing stop”; “wants it gone by summer” is told by the wanting.
  if (isWanted && isBare) return 'future'
  if (isWanted && helpers.length === 0) return null
  if (PROMISES.has(lemma)) return 'promised'
  // “if he stepped down on 21 January, the vote would be held in June”
  if (FIXED_FORMS.has(lemma) || (!isBare && !/s$/.test(word))) return isSupposed(syntax, at) ? 'unclear' : 'past'
  // “will meet and sign on Friday”: the second verb shares the helpers of the first.
  if (isBare && (relation === 'conj' || relation === 'xcomp')) return null
  if (TIMETABLE.has(lemma)) return 'future'
  // “to hear the president make his case on Tuesday”
  return isBare && relation === 'ccomp' ? null : 'present'
}

function isSupposed(syntax: Syntax, verb: number): boolean {
  const at = relationOf(syntax, verb) === 'conj' ? (syntax.head[verb] as number) : verb
  for (let i = Math.max(0, at - BEFORE_VERB); i < at; i++)
    if (syntax.head[i] === at && syntax.lower[i] === 'if' && relationOf(syntax, i) === 'mark') return true
  return false
}

function isConditional(syntax: Syntax, at: number): boolean {
  for (let i = Math.max(0, at - BEFORE_VERB); i < at; i++) {
    if (syntax.head[i] === at && CONDITIONS.has(syntax.lower[i] as string) && /^(?:mark|advmod)/.test(relationOf(syntax, i))) return true
  }
  return false
}

/** Helpers before a word: auxiliaries, copula, “to”, negation; lower case. */
function listHelpers(syntax: Syntax, at: number): string[] {
  const found: string[] = []
  for (let i = Math.max(0, at - BEFORE_VERB); i < at; i++) {
    if (syntax.head[i] !== at) continue
    const relation = relationOf(syntax, i)
    const isParticle = relation === 'mark' && syntax.lower[i] === 'to'
    if (relation.startsWith('aux') || relation === 'cop' || isParticle || NEGATIONS.has(syntax.lower[i] as string)) found.push(syntax.lower[i] as string)
  }
  return found
}
