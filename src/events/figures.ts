import type { EventType } from '../document/news-event.ts'
import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { findSubjects } from './clause.ts'
import { kindOf, mentionOf } from './partakers.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** What does and suffers without being an actor: weather, illness, markets, beasts, works. Stems of lemmas, our own list; open it, mend it. */
const NATURE =
  words(`storm flood flooding earthquake quake rain rainfall wind hurricane cyclone typhoon tornado wildfire blaze drought heat heatwave wave sea tide
  landslide avalanche volcano eruption tsunami lightning snow snowfall ice cold frost weather climate temperature flame virus disease pandemic epidemic illness
  cancer flu covid plague infection bacterium tumour tumor famine hunger accident crash collision derailment inflation price share stock currency market cost rate
  recession crisis unemployment shortage growth scandal movie film book novel song play album idea thought question clock bell road street river path wolf
  dog bear shark lion tiger crocodile snake elephant bull cow cat rat insect ant bee bird animal beast colour color supply demand dollar euro pound yen oil
  gold economy speech music poem painting photograph picture wolve wolves`)
/** What is fought, beaten or hit without harm to anybody. */
const EVIL =
  words(`cancer inflation corruption crime poverty fire blaze flame disease virus illness climate warming addiction hunger unemployment racism obesity
  pandemic epidemic prejudice discrimination ignorance stigma urge temptation tear battle fight uphill drought flood malaria aids covid coronavirus doubt`)
/** What is destroyed or killed in words alone. */
const ABSTRACT =
  words(`hope career dream reputation trust confidence economy chance democracy idea illusion myth marriage friendship appetite momentum mood time
  credibility bill plan proposal project belief faith evidence document record value future life-style market mind soul feeling thought nature planet climate job
  environment forest vegetation crop`)
/** What a thing meets that meets nobody. */
const MEASURE =
  words(`standard target need demand deadline requirement challenge expectation goal criterion criteria condition obligation threshold objective cost
  quota resistance fate end death success approval criticism test bill payment eye gaze definition commitment promise storm skepticism scepticism silence
  opposition interest benchmark wish request`)
/** Objects with which a verb of harm or of politics tells something else: by the verb's lemma. */
const OTHER_SENSES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    shoot: 'film goal video picture movie documentary scene glance photo photograph footage look basket clip series',
    strike: 'chord balance tone note pose gold oil luck match conversation bargain nerve hour nine ten twelve',
    hit: 'target goal note high low record market road shelf stage peak wall mark store button headline milestone',
    cut: 'rate cost price tax job staff spending deficit emission expense forecast workforce hair ribbon hour wage time growth waste output tape risk inflation interest',
    raise: 'price rate tax wage child question eyebrow forecast profile',
    halt: 'trading slide decline growth spread',
    visit: 'website site page doctor dentist shop store link blog app',
    deliver: 'speech address pizza letter parcel verdict baby result lecture goal blow',
    launch: 'phone product app album career book website brand model car campaign bid rocket satellite service range show fund',
    open: 'shop store restaurant door window office file book eye hotel school museum exhibition season',
    join: 'cast bank firm company club team staff faculty band choir board army school queue chorus',
    sell: 'ticket stake house book share car',
    host: 'party show event game match tournament podcast programme program',
    call: 'election vote meeting poll strike session witness game referendum ambulance',
    lift: 'spirit mood trophy cup weight lid share market',
    drop: 'point ball hint rate price',
    leave:
      'harbour harbor port house home room building hospital hotel office airport station message note impression school work bed table door stage mark trace question scene',
    release: `video report statement document photo photograph film album figure data detail name list transcript tape record result book song footage information
      memo text image audio recording note poll study survey draft plan budget`,
    round: 'support vote number',
    walk: 'walk',
    talk: 'talk nonsense sense',
    ask: 'way question price time direction',
    burn: 'calorie fat fuel bridge energy candle',
    praise: 'novel film book album show performance play singing food',
    attack: 'problem idea question issue task notion concept ball net goal theory',
    win: 'match game race',
  }).map(([verb, list]) => [verb, words(list)]),
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}

/** Whether words tell something else than the event that they would between actors: a figure of speech, weather, sport, a habit. */
export function isFigure(scene: Scene, trigger: Trigger, type: EventType): boolean {
  return (
    isDoneByNature(scene, trigger, type) ||
    isAimedAtThings(scene, trigger, type) ||
    isFixedPhrase(scene, trigger) ||
    isHabit(scene, trigger, type) ||
    isSport(scene, trigger, type)
  )
}

/** “The |storm| threatened the coast”, “the |price| of oil retreated”, “killed |by a flood|”. */
function isDoneByNature(scene: Scene, { clause, isNoun, token, carrier }: Trigger, type: EventType): boolean {
  const { syntax } = scene
  if (isNoun) {
    // “the threat of rain”, “the currency came under attack”
    const isOfNature = (child: number) => /^(?:of|from|by)$/.test(caseOf(syntax, child) ?? '') && isNature(scene, child)
    return (
      (type !== 'CONSULT' && childrenOf(syntax, token).some(isOfNature)) ||
      (carrier >= 0 && findSubjects(syntax, carrier, 2).subjects.some((one) => isNature(scene, one)))
    )
  }
  const doers = clause.isPassive ? clause.obliques.filter(({ preposition }) => preposition === 'by').map((one) => one.token) : clause.subjects
  if (doers.length > 0 && doers.every((doer) => isNature(scene, doer))) return true
  // “the road leads to Asel and meets the river there”, “the tunnels collapsed, killing miners”
  return /^(?:CONSULT|ASSAULT)$/.test(type) && doers.length > 0 && doers.every((doer) => isGround(scene, doer))
}

function isNature(scene: Scene, token: number): boolean {
  const { syntax } = scene
  if (scene.mentions[mentionOf(scene, token)]?.form === 'name') return false
  // “a flood of protesters”
  if (childrenOf(syntax, token).some((child) => caseOf(syntax, child) === 'of' && kindOf(scene, child) === 'group')) return false
  if (NATURE.has(syntax.lemma[token] as string) || NATURE.has((syntax.lower[token] as string).replace(/s$/, ''))) return true
  // “an army of ants”, “a wave of heat”
  return childrenOf(syntax, token).some((child) => caseOf(syntax, child) === 'of' && kindOf(scene, child) === null && NATURE.has(syntax.lemma[child] as string))
}

/** “the river”, “the road”: a place that acts for nobody. */
function isGround(scene: Scene, token: number): boolean {
  const mention = scene.mentions[mentionOf(scene, token)]
  return mention?.kind === 'place' && mention.form === 'nominal' && mention.country === null
}

/** “is fighting |inflation|”, “destroyed his |career|”, “does not meet the |standards|”, “struck a |chord|”. */
function isAimedAtThings(scene: Scene, { clause, frame, token, isNoun }: Trigger, type: EventType): boolean {
  const { syntax } = scene
  if (isNoun) return isPlainNoun(scene, token, frame.lemma)
  const told = [...clause.objects, ...(clause.isPassive ? clause.subjects : [])]
  const isOf = (one: number, list: ReadonlySet<string>) =>
    kindOf(scene, one) === null && (list.has(syntax.lemma[one] as string) || list.has(syntax.lower[one] as string))
  const others = frame.particle === null || frame.lemma === 'round' ? OTHER_SENSES.get(frame.lemma) : undefined
  if (others && told.length > 0 && told.every((one) => others.has(syntax.lemma[one] as string))) return !isBodyAt(scene, told)
  if (type === 'ASSAULT') {
    const aims = [...told, ...clause.obliques.filter(({ preposition }) => /^(?:with|against)$/.test(preposition)).map((one) => one.token)]
    return aims.length > 0 && aims.every((one) => (isOf(one, EVIL) || isOf(one, ABSTRACT)) && !frame.objects?.has(syntax.lemma[one] as string))
  }
  if (type !== 'CONSULT' || frame.lemma !== 'meet') return false
  const met = [...told, ...clause.obliques.filter(({ preposition }) => preposition === 'with').map((one) => one.token)]
  return met.length > 0 && met.every((one) => isOf(one, MEASURE)) && syntax.upos[token] === TAG.VERB
}

/** “a visit to the |dentist|”, “the appeal of the |island|”: nouns that tell something else by what they are of. */
function isPlainNoun(scene: Scene, noun: number, lemma: string): boolean {
  const { syntax } = scene
  const others = OTHER_SENSES.get(lemma)
  return childrenOf(syntax, noun).some((child) => {
    const link = caseOf(syntax, child)
    if (lemma === 'appeal' && link === 'of') return kindOf(scene, child) === 'place' || kindOf(scene, child) === null
    return link === 'to' && (others?.has(syntax.lemma[child] as string) ?? false)
  })
}

/** “joined the army”, but “attacked the company”: whether one of the objects is a body that the article names. */
function isBodyAt(scene: Scene, tokens: readonly number[]): boolean {
  return tokens.some((token) => scene.mentions[mentionOf(scene, token)]?.form === 'name')
}

/** “sign |up| for our newsletter”, “contributed to this |report|”, “are |going to| meet”, “the ally |committed| to it”, “I agree with you”. */
function isFixedPhrase(scene: Scene, { token, frame, clause, isNoun }: Trigger): boolean {
  if (isNoun) return false
  const { syntax } = scene
  const next = syntax.lower[token + 1]
  switch (frame.lemma) {
    case 'sign':
      // “signed up to the treaty” tells one
      return /^(?:off|in|out)$/.test(next ?? '') || (next === 'up' && syntax.lower[token + 2] !== 'to')
    case 'contribute':
      return (
        next === ':' ||
        clause.obliques.some((one) => /^(?:report|story|article|coverage|column)$/.test(syntax.lemma[one.token] as string)) ||
        isReport(syntax, clause)
      )
    case 'go':
      return syntax.lower[token] === 'going' && childrenOf(syntax, token).some((child) => relationOf(syntax, child) === 'xcomp')
    case 'warn':
      // “the report warns of rising prices”, “scientists warn of floods”
      return (
        clause.subjects.some((one) => kindOf(scene, one) === 'document') ||
        clause.obliques.some((one) => one.preposition === 'of' && isNature(scene, one.token))
      )
    case 'wound':
    case 'injure':
      // “among the dead and wounded”
      return syntax.lower[token - 2] === 'dead' && syntax.lower[token - 1] === 'and'
    case 'encourage':
      // “is encouraged by the promise”
      return clause.isPassive && !childrenOf(syntax, token).some((child) => relationOf(syntax, child) === 'xcomp')
    case 'help':
      // “it does not help that …”
      return clause.subjects.some((one) => syntax.lower[one] === 'it') && clause.objects.length === 0
    case 'talk':
      return next === 'points' || next === 'point' || next === 'heads'
    case 'allow':
    case 'permit':
    case 'let':
      // “a truce that would allow civilians to return”: nobody allows it
      return !clause.isPassive && clause.subjects.length > 0 && clause.subjects.every((one) => mentionOf(scene, one) < 0)
    case 'commit':
      return !childrenOf(syntax, token).some((child) => /^(?:aux|nsubj|obj)/.test(relationOf(syntax, child)))
    case 'agree':
      return clause.subjects.some((one) => /^(?:i|you)$/.test(syntax.lower[one] as string)) && !clause.obliques.some(({ preposition }) => preposition === 'on')
    default:
      return false
  }
}

/** “This report was contributed to by …” */
function isReport(syntax: Syntax, { isPassive, subjects }: Trigger['clause']): boolean {
  return isPassive && subjects.some((one) => /^(?:report|story|article)$/.test(syntax.lemma[one] as string))
}

const HABITS =
  /^(?:every|each|usually|often|always|normally|regularly|annually|daily|weekly|generally|typically|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)$/

/** “Every spring the ministers meet for lunch”, “the council meets on Mondays”, “diplomacy means that states talk”: no event, a custom. */
function isHabit(scene: Scene, { token, isNoun }: Trigger, type: EventType): boolean {
  const { syntax } = scene
  if (isNoun || syntax.upos[token] !== TAG.VERB || !isPlainPresent(syntax, token)) return false
  const above = syntax.head[token] as number
  if (relationOf(syntax, token) === 'ccomp' && above >= 0 && syntax.lemma[above] === 'mean' && type === 'CONSULT') return true
  return childrenOf(syntax, token).some(
    (child) =>
      HABITS.test(syntax.lower[child] as string) ||
      childrenOf(syntax, child).some((one) => /^(?:every|each)$/.test(syntax.lower[one] as string) && isTime(syntax, child)),
  )
}

function isTime(syntax: Syntax, token: number): boolean {
  return /^(?:day|week|month|year|morning|evening|night|spring|summer|autumn|winter|season|hour|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|june)$/.test(
    syntax.lemma[token] as string,
  )
}

function isPlainPresent(syntax: Syntax, verb: number): boolean {
  const lower = syntax.lower[verb] as string
  if (/(?:ed|ing)$/.test(lower) || (lower !== syntax.lemma[verb] && !lower.endsWith('s'))) return false
  return !childrenOf(syntax, verb).some((child) => /^(?:aux|mark)/.test(relationOf(syntax, child)) && syntax.lower[child] !== 'that')
}

const SPORT =
  /^(?:striker|midfielder|goalkeeper|quarterback|touchdown|innings|wicket|halftime|semi-final|semifinal|quarter-final|playoff|playoffs|coach|referee|scored|pitcher|batsman|bowler|leg|homer|goal|goals|fixture|teammate|teammates)$/
const ARMS = /^(?:bomb|bomber|gun|gunman|gunmen|killed|police|soldier|soldiers|injured|wounded|explosion|army|rebels|militants|arrested|missile)$/

/** “Varland's attack was weak and its defence slow, the |coach| said”: a match report, unless arms are told of. */
function isSport(scene: Scene, { token }: Trigger, type: EventType): boolean {
  if (!/^(?:ASSAULT|THREATEN|CONSULT|RETREAT|MOBILIZE|PROTEST)$/.test(type)) return false
  const { syntax, tokens } = scene
  const sentence = scene.sentenceOf[token] as number
  const first = Math.max(tokens.sentences[sentence] as number, token - REACH)
  const last = Math.min(tokens.sentences[sentence + 1] as number, token + REACH)
  let isMatch = false
  for (let i = first; i < last; i++) {
    if (ARMS.test(syntax.lower[i] as string)) return false
    isMatch ||= SPORT.test(syntax.lower[i] as string) && i !== token
  }
  return isMatch
}

/** Tokens to each side that are read for sport: bounds the work on endless sentences. */
const REACH = 40
