import type { EventType } from '../document/news-event.ts'
import type { Syntax } from '../document/syntax.ts'
import type { Trigger } from './triggers.ts'

/** Modes of PLOVER 2.0 by the lemmas that tell them, for the types whose frames carry none. A mode is told only where the words leave no doubt. */
const MODES: Readonly<Partial<Record<EventType, Readonly<Record<string, string>>>>> = {
  RETREAT: {
    withdraw: 'withdraw pull retreat leave evacuate withdrawal pullout vacate redeploy withdrew',
    release: 'release free let swap exchange repatriate bail',
    resign: 'resign step quit resignation abdicate',
    ceasefire: 'cease halt observe ceasefire cease-fire truce armistice',
    disarm: 'disarm lay give dismantle disarmament demobilise demobilize surrender destroy',
    access: 'admit open',
  },
  ACCUSE: {
    disapprove: `condemn criticise criticize denounce complain slam blast deplore decry rebuke lambast lambaste chide censure reproach object call summon complaint
      criticism condemnation protest lament disapprove scold berate assail express voice`,
    allege: 'accuse blame allege charge sue indict prosecute file accusation allegation lawsuit indictment implicate',
    investigate: 'investigate probe launch investigation inquiry search inspect examine conduct',
  },
  PROTEST: {
    demo: 'demonstrate march rally protest demonstration chant gather converge street vigil',
    strike: 'strike walk stop down',
    riot: 'riot clash throw hurl loot',
    obstruct: 'block blockade occupy picket barricade disrupt sit-in',
    boycott: 'boycott',
    vandalize: 'vandalise vandalize topple',
  },
  SANCTION: {
    convict: 'convict sentence fine find conviction',
    expel: 'expel oust evict kick drive eject expulsion banish persona',
    withdraw: 'leave quit withdraw recall pull walk abandon exit',
    discontinue: `suspend halt cut freeze embargo sanction impose end drop stop ban sever break terminate discontinue reduce slash cancel scrap boycott levy raise
      suspension introduce tighten slap hit place`,
  },
  MOBILIZE: {
    weapons: 'test test-fire fire rearm',
    troops: 'deploy send dispatch move mass amass mobilise mobilize station reinforce put deployment patrol exercise drill call',
  },
  COERCE: {
    seize: 'seize confiscate impound nationalise nationalize expropriate seizure annex take',
    arrest: 'arrest detain jail imprison detention custody remand hold imprisonment interrogate nab book',
    restrict: 'restrict ban close shut block bar prohibit outlaw forbid curb curtail crackdown crack disperse dissolve besiege blockade',
    censor: 'censor muzzle gag silence',
    curfew: 'curfew',
    'martial-law': 'emergency state',
    deport: 'deport deportation displace',
    withhold: 'withhold',
    cyber: 'hack',
  },
  ASSAULT: {
    abduct: 'abduct kidnap abduction kidnapping hijack capture',
    beat: 'beat stab beating stabbing lynch assault',
    torture: 'torture',
    sexual: 'rape molest',
    targeted: 'assassinate murder execute behead assassination execution',
    destroy: 'destroy burn torch demolish',
    firearms: 'shoot fire open gun shooting massacre',
    explosives: 'bomb blow detonate bombing explode',
    aerial: 'airstrike bombard',
    'heavy-weapons': 'shell shelling bombardment pound',
    'crowd-control': 'tear-gas use',
  },
}

const BY_LEMMA: ReadonlyMap<string, string> = new Map(
  Object.entries(MODES).flatMap(([type, modes]) =>
    Object.entries(modes).flatMap(([mode, lemmas]) => lemmas.split(/\s+/).map((lemma) => [`${type} ${lemma}`, mode] as const)),
  ),
)

/** The mode of an event from the words of its trigger, its objects and what hangs by it: “imposed a |curfew|”, “took to the |streets|”. */
export function findMode(syntax: Syntax, trigger: Trigger, type: EventType): string | null {
  const { frame, clause, token } = trigger
  const objects = [...clause.objects, ...(clause.isPassive ? clause.subjects : [])]
  const around = TELLING_OBJECTS.has(type) ? [...objects, ...clause.obliques.map((one) => one.token)] : []
  for (const word of [...around.map((one) => syntax.lemma[one] as string), frame.lemma, syntax.lemma[token] as string]) {
    const mode = BY_LEMMA.get(`${type} ${word}`)
    if (mode !== undefined) return mode
  }
  return null
}

/** Types whose mode the object may tell. */
const TELLING_OBJECTS = new Set<EventType>(['COERCE', 'PROTEST', 'ACCUSE', 'RETREAT'])
