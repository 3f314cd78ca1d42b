/**
 * Nouns that tell an event, and the classes of nouns that the frames of verbs name. Our own lists.
 * `talk+` counts in the plural only; `strike&air` with one of these words before it (“air strike”, “missile strike”).
 */
export const NOUNS = `
CONSULT meeting: talk+, meeting, negotiation, summit, conversation, consultation, discussion, dialogue, encounter?, audience?, discussions, tete-a-tete
CONSULT multilateral: conference?, forum?, assembly?
CONSULT visit: visit, trip, tour?, stopover, arrival?
CONSULT phone: call&phone|telephone|video, phonecall, call?
CONSULT third-party: mediation
AGREE: promise, pledge, offer, invitation, compromise, proposal?, commitment?, agreement?, deal?, accord?
SUPPORT: signing, recognition?, ratification, endorsement, praise, congratulation
CONCEDE: apology, pardon, concession, amnesty
RETREAT: withdrawal, release, resignation, surrender, pullout, disarmament, pull-out
COOPERATE: exercise&joint, drill&joint, patrol&joint, manoeuvre&joint, cooperation?, collaboration?
AID: donation, rescue, airlift, aid?, assistance?
REQUEST: demand, appeal, plea, request
ACCUSE: accusation, condemnation, criticism, complaint, lawsuit, investigation?, inquiry?, probe?, indictment, denunciation, allegation
REJECT: refusal, rejection, veto
THREATEN: threat, ultimatum, warning
PROTEST: protest, demonstration, rally, march, riot, sit-in, strike&general|hunger|rail|teachers|workers|pilots|dock
SANCTION: embargo, expulsion, suspension?, sanction+?
MOBILIZE: deployment, mobilisation, mobilization, exercise&military|naval|war, drill?, manoeuvre?, buildup
COERCE: curb?, arrest, detention, crackdown, curfew, seizure, blockade, deportation, confiscation, imprisonment, raid&police
ASSAULT: strike?, attack, airstrike, strike&air|drone|missile|rocket|artillery|military|bomb, bombing, shelling, killing, assassination, murder, offensive, invasion, clash, ambush, raid, kidnapping, abduction, massacre, torture, shooting, assault, bombardment, fighting?, execution, incursion, air-strike, beating, stabbing, gunfire?
`

export const CLASSES = `
talk: talk meeting summit negotiation conference visit trip dialogue discussion conversation round forum session consultation dinner lunch reception ceremony congress gathering
deal: agreement deal treaty accord pact memorandum contract convention declaration protocol charter communique settlement framework partnership peace
offer: offer invitation proposal plan deal compromise request call demand idea ceasefire mediation initiative resolution amendment bid suggestion terms
limit: ban boycott restriction sanction embargo blockade curfew siege tariff emergency requirement duty measure rule control limit lockdown moratorium censorship visa freeze parole
truce: ceasefire cease-fire truce armistice cessation moratorium
aid: aid help assistance relief food tent medicine loan grant money fund funding million billion dollar euro crown pound supply vaccine tonne ton package support donation cash equipment shelter water grain dose wheat mask ventilator shipment convoy service treatment fuel protection
arms: arms weapon ammunition missile rifle howitzer shell drone gun tank munition weaponry rocket helicopter jet
troop: platoon company troops troop soldier force army battalion unit ship warship fleet navy tank brigade reservist personnel aircraft plane carrier destroyer submarine marine battery bomber jet fighter squadron contingent frigate militia police officer guard garrison gunboat legion regiment paratrooper helicopter commando ranger advisor adviser peacekeeper
people: person people man woman child prisoner hostage detainee captive activist journalist civilian soldier protester leader member official resident villager student worker engineer teacher lawyer politician suspect refugee migrant citizen opponent dissident minister president officer militant rebel
person: president minister leader premier chancellor king queen ambassador envoy counterpart delegation official secretary chief prince pope mayor governor senator diplomat general
envoy: ambassador envoy diplomat attache teacher staff delegation consul representative
official: minister ministry official president ambassador envoy diplomat government country embassy secretary chief chancellor general aide adviser commander attache
crossing: border crossing road pass bridge airport port route airspace strait frontier checkpoint school mosque rail line corridor camp
asset: account asset fund property
sanction: sanction embargo tariff penalty fine boycott measure
relation: relation tie link cooperation contact partnership friendship dialogue
exchange: exchange programme program flight trade delivery import export purchase sale cooperation talk shipment supply contact patrol project service traffic gas oil
goods: import export good product goods trade oil gas grain sugar beef visitor flight technology ambassador information student
pact: pact treaty agreement organisation organization union alliance accord deal council bloc coalition patrol summit talk group body convention forum commission court
bill: bill resolution motion law measure amendment proposal plan deal nomination reform vote bid entry membership
threat: threat ultimatum warning deadline
demo: protest demonstration rally march strike sit-in riot walkout boycott vigil hunger
protester: protester demonstrator crowd activist
civilian: farmer skipper worker teacher student protester demonstrator activist driver trucker fisherman docker villager resident people hundreds thousands nurse doctor union miner crowd employee opposition supporter citizen pilot taxi inmate migrant
drill: drill exercise manoeuvre maneuver wargame game
civil: protest rally party gathering demonstration media newspaper travel assembly website app book film group
state: government police authority army court regime ministry military navy force
police: police officer authority agent
armed: forces idf gunman militant rebel troop soldier army force jet aircraft plane drone fighter insurgent warplane terrorist bomber police missile rocket air-strike airstrike helicopter artillery attacker militia guerrilla military navy tank mob assailant terror raider pirate separatist
attack: attack offensive assault raid airstrike strike bombing invasion operation ambush campaign shelling missile rocket incursion
suit: lawsuit suit complaint charge case petition motion appeal
probe: investigation inquiry probe audit review trial
worry: concern outrage condemnation anger dismay criticism regret alarm displeasure rejection disappointment disapproval worry opposition indignation
insult: murderer liar guy terrorist mistake disgrace weak theatre dictator criminal thief threat illegal unacceptable hypocrite fool farce shameful
court: court prosecutor judge police jury
seek: help assistance aid support permission approval asylum extradition meeting talk review release clemency end mediation
artifact: portrait manuscript bible bookmark pendant sword coin statue mummy fossil artwork artifact artefact sculpture bone skull relic treasure painting antiquity
stockpile: stockpile weapon warhead arsenal
thing: ship boat tanker property asset land mine plant newspaper vessel trawler passport building drug goods weapon
detainee: detainee prisoner hostage activist journalist suspect
critic: leader minister president senator critic lawmaker opposition
many: country army navy force ally neighbour troop
`
