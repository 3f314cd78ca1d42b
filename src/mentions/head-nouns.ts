/**
 * What the head word of a noun phrase denotes, by its dictionary form. Our own lists; which words news calls its sources by was
 * counted on PolNeAR train and raw-news. Offices (“minister”) are known to knowledge/ as well; here they are words for people.
 */
export type NounKind = 'person' | 'group' | 'organization' | 'government' | 'country' | 'place' | 'document'

const PERSON = `
  ambassador envoy diplomat consul attache minister president premier chancellor leader king queen prince princess monarch emperor sultan emir
  crown-prince pope bishop archbishop cardinal priest pastor rabbi imam cleric ayatollah monk nun mufti patriarch reverend evangelist secretary
  undersecretary governor mayor senator congressman congresswoman representative lawmaker legislator parliamentarian mp deputy councillor councilman
  councilwoman alderman speaker whip delegate superdelegate commissioner ombudsman official officer politician statesman chief chairman chairwoman
  chairperson chair head boss director manager executive ceo founder co-founder owner president-elect vice-president spokesman spokeswoman
  spokesperson aide adviser advisor assistant staffer staff-member counselor counsellor strategist consultant operative surrogate pollster
  speechwriter lobbyist organizer organiser coordinator fundraiser donor backer supporter ally critic rival opponent detractor foe candidate contender
  nominee front-runner frontrunner hopeful challenger incumbent running-mate predecessor successor counterpart colleague partner friend mentor protege
  confidant loyalist dissident activist campaigner advocate protester protestor demonstrator marcher dissenter reformer reformist hardliner moderate
  conservative liberal progressive socialist communist nationalist populist separatist unionist libertarian democrat republican independent feminist
  environmentalist extremist radical rebel insurgent militant fighter guerrilla gunman terrorist jihadist jihadi bomber attacker assailant hijacker
  kidnapper captor militiaman mercenary warlord pirate smuggler trafficker gangster criminal thief robber killer murderer suspect defendant accused
  convict prisoner inmate detainee hostage captive fugitive victim survivor casualty hero traitor spy agent informant whistleblower leaker hacker
  insider outsider source soldier troop general admiral colonel major captain lieutenant sergeant commander commandant marshal corporal private cadet
  veteran reservist pilot airman seaman sailor marine paratrooper peacekeeper serviceman servicewoman recruit conscript astronaut cosmonaut policeman
  policewoman detective investigator inspector sheriff constable guard patrolman bodyguard jailer warden judge justice magistrate prosecutor attorney
  lawyer barrister solicitor counsel juror plaintiff complainant petitioner litigant witness notary expert analyst scholar academic professor lecturer
  researcher scientist physicist chemist biologist economist historian sociologist psychologist psychiatrist anthropologist archaeologist demographer
  geologist ecologist epidemiologist virologist climatologist statistician philosopher theorist engineer technician programmer developer designer
  architect inventor pundit commentator observer specialist fellow dean principal rector teacher student pupil graduate alumnus doctor physician
  surgeon neurosurgeon nurse midwife paramedic pharmacist medic pediatrician dentist therapist patient journalist reporter correspondent editor
  columnist editorialist writer author novelist poet biographer blogger broadcaster anchor host moderator presenter narrator publisher photographer
  cameraman cartoonist filmmaker documentarian producer actor actress comedian singer musician artist dancer painter composer conductor celebrity star
  model athlete player footballer coach trainer referee goalkeeper striker champion businessman businesswoman businessperson entrepreneur
  industrialist magnate tycoon mogul billionaire millionaire oligarch banker financier broker trader investor shareholder employer employee worker
  laborer labourer farmer fisherman miner driver trucker cashier clerk waiter waitress cook chef butcher baker carpenter plumber electrician mechanic
  shopkeeper retailer merchant vendor seller buyer customer client consumer user subscriber reader viewer listener visitor tourist traveler traveller
  passenger commuter guest spectator fan attendee participant member volunteer man woman boy girl child kid baby teenager teen youth youngster adult
  person individual human guy lady gentleman father mother parent dad mom mum son daughter brother sister sibling husband wife spouse ex-wife
  ex-husband widow widower fiance fiancee girlfriend boyfriend uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter
  grandparent grandchild relative descendant heir twin orphan resident inhabitant citizen national villager local neighbor neighbour native immigrant
  migrant refugee expatriate exile settler dweller islander voter constituent elector taxpayer homeowner tenant landlord elder chieftain tribesman
  community-leader patriot pioneer legend icon negotiator mediator arbitrator interlocutor peacemaker guarantor signatory monitor auditor regulator
  watcher forecaster planner policymaker technocrat bureaucrat dictator autocrat tyrant strongman despot ruler heavyweight newcomer maverick firebrand
  demagogue ideologue believer worshipper christian muslim jew catholic protestant hindu buddhist sikh atheist evangelical islamist sympathizer
  sympathiser follower disciple adherent proponent skeptic sceptic respondent caller questioner interviewer interviewee tester applicant contestant
  winner loser laureate contributor commenter heckler boycotter sender recipient bearer holder year-old linguist legionnaire rescuer responder
  firefighter fireman lifeguard diver climber skipper operator contractor supplier exporter importer manufacturer insurer lender borrower creditor
  debtor trustee treasurer accountant secretary-general netizen influencer whistle-blower lookalike impostor doppelganger novice intern apprentice
  trainee mourner mate buddy pal classmate roommate superstar sportsman sportswoman swimmer runner cyclist racer boxer wrestler skater gymnast
  chaplain missionary theologian nominee-in-waiting technologist lawman gunner sniper shooter stabber arsonist perpetrator offender culprit instigator
  mastermind ringleader benefactor philanthropist humanitarian defector deserter oppositionist revolutionary anarchist monarchist royalist secularist
  traditionalist comrade compatriot countryman peer lord baron duke duchess earl count countess knight dame noble sheikh sheik officeholder jurist
  editor-in-chief rep occupant occupier searcher docker dockworker longshoreman stevedore welder steelworker ironworker shipbuilder trawlerman
  ferryman boatman railwayman yachtsman crewman haulier cabbie motorist pedestrian hiker mountaineer holidaymaker machinist roofer plasterer
  bricklayer blacksmith decorator cleaner caretaker janitor gardener lumberjack logger rancher herder herdsman peasant grower winegrower beekeeper
  grocer stallholder shopper hawker dealer bookseller hotelier caterer bartender barman receptionist typist interpreter translator proofreader
  librarian archivist curator surveyor cartographer astronomer meteorologist seismologist glaciologist oceanographer botanist zoologist
  veterinarian pathologist coroner radiologist paediatrician carer caregiver babysitter infantryman submariner sapper deminer sentry watchman
  gatekeeper bystander onlooker passerby passer-by evacuee returnee deportee emigrant stowaway squatter looter rioter vandal hooligan thug
  poacher rapist fraudster pensioner retiree toddler infant adolescent pilgrim nomad pianist violinist guitarist drummer songwriter playwright
  screenwriter islander brewers fishers hunters porters rangers shepherds weavers riders picketers tailors masons bakers`

const GROUP = `
  people public crowd audience electorate populace population folk folks community society generation duo trio quartet team crew squad delegation
  entourage family household tribe clan gang mob circle camp side opposition establishment elite leadership left right mainstream grassroots base
  youth personnel staff workforce manpower troops men women children civilian displaced wounded dead injured poor rich elderly unemployed homeless
  diaspora peoples bloc faction wing triumvirate chorus panel survivors masses group enemy adversary aggressor`

const ORGANIZATION = `
  organization organisation agency ministry department bureau office secretariat directorate service institution institute body authority authorities
  commission committee council board tribunal court parliament senate congress assembly legislature house chamber cabinet politburo duma party
  movement coalition alliance front union federation confederation association league club guild syndicate cartel network consortium company firm
  corporation conglomerate enterprise business bank fund airline carrier startup start-up brewery utility bakery industry newspaper magazine outlet
  channel station website daily weekly tabloid journal media press newsroom portal police army military navy force forces militia brigade battalion
  regiment division unit squadron fleet corps garrison paramilitary gendarmerie coastguard airforce intelligence-service security-service watchdog
  think-tank thinktank foundation charity ngo nonprofit non-profit university college school-board academy faculty laboratory lab church diocese
  congregation campaign pac super-pac caucus mission embassy consulate chancellery presidency judiciary bench taskforce task-force working-group
  command high-command junta exchange brokerage group subsidiary orchestra band troupe rescue-service fire-brigade peacekeeping-force contingent
  police-force patrol railways railroads coastguards`

const GOVERNMENT = 'government administration regime govt'

const COUNTRY = 'country nation state superpower republic kingdom homeland power fatherland motherland'

const PLACE = `
  city town village capital compound entrance route fortification region province district territory area zone border frontier coast coastline island
  islands peninsula archipelago continent mainland valley mountain river lake sea ocean gulf strait bay desert plain plateau enclave exclave suburb
  neighborhood neighbourhood county canton municipality outpost hamlet township metropolis hometown homeland land ground terrain location site place
  spot street avenue road highway motorway square plaza park garden bridge tunnel crossing checkpoint port harbor harbour airport airfield airbase
  runway base barracks camp fortress headquarters hq facility plant factory refinery mine oilfield dam reservoir station building tower hotel house
  home palace mansion residence villa apartment flat hospital clinic school campus mosque church cathedral temple synagogue shrine cemetery museum
  theater theatre stadium arena gym restaurant cafe bar shop mall market supermarket prison jail detention-center center centre courthouse courtroom
  warehouse depot hangar bunker shelter shipyard dock pier cosmodrome spaceport launchpad reactor venue room hall farm ranch estate vineyard forest
  jungle wood beach cave hill cliff position stronghold safe-haven outskirts downtown vicinity surroundings north south east west northeast northwest
  southeast southwest heartland hinterland`

const DOCUMENT = `
  report statement document letter bill communique communiqué memo memorandum survey poll study article op-ed editorial column book memoir biography
  tweet post posting blog email e-mail message text treaty accord agreement pact deal resolution law legislation order ruling verdict judgment
  judgement note release transcript record filing indictment affidavit complaint lawsuit petition manifesto platform ad advert advertisement
  commercial paper constitution declaration notice cable map datum data figure budget draft review analysis assessment estimate forecast projection
  summary audit investigation inquiry probe finding research statistics census tally count result brief briefing dossier file leak deposition
  testimony proclamation decree edict directive contract protocol charter convention covenant blueprint roadmap guideline code amendment act subpoena
  warrant writ headline caption story piece essay video footage clip recording tape photo photograph picture image film documentary series page
  account interview bulletin broadcast newsletter pamphlet leaflet poster placard banner sign textbook novel readout spot disclosure excerpt passage
  index average polling journalism evidence precedent policy rule timetable schedule`

const LISTS: readonly (readonly [NounKind, string])[] = [
  ['document', DOCUMENT],
  ['place', PLACE],
  ['country', COUNTRY],
  ['organization', ORGANIZATION],
  ['government', GOVERNMENT],
  ['group', GROUP],
  ['person', PERSON],
]

const KINDS: ReadonlyMap<string, NounKind> = new Map(
  LISTS.flatMap(([kind, words]) =>
    words
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => [word, kind] as const),
  ),
)

/** What a noun denotes, by its lemma in lower case; null for things (“talks”, “border crossing times”) and unknown words. */
export function findNounKind(lemma: string): NounKind | null {
  const kind = KINDS.get(lemma)
  if (kind) return kind
  // forms that the reader leaves as they are or cuts wrongly: “fishermen”, “navie”
  const whole = lemma.endsWith('men') ? `${lemma.slice(0, -3)}man` : lemma.endsWith('ies') ? `${lemma.slice(0, -3)}y` : null
  if (whole !== null && KINDS.has(whole)) return KINDS.get(whole) ?? null
  const hyphen = lemma.lastIndexOf('-')
  // “co-author”, “ex-president”, “vice-chairwoman”, “filmmaker-activist”: the last part decides
  return hyphen > 0 ? (KINDS.get(lemma.slice(hyphen + 1)) ?? null) : null
}

const QUANTITIES = new Set(
  `others some many most few several both all everyone everybody anyone anybody someone somebody nobody none half rest thirds two-thirds dozen dozens
  hundred hundreds thousand thousands million millions pair couple handful majority minority plurality percent percentage % number lot those one
  another each two three four five six seven eight nine ten quarter third`.split(/\s+/),
)

/** Words that count: whom they denote is told by their complement (“dozens of officials”) or only by what is said of them (“some said”). */
export function isQuantity(word: string): boolean {
  return QUANTITIES.has(word)
}

/** Words for documents and the like that mostly mean something else: they count only where words are ascribed to them (“the figures show”). */
const WEAK = new Set(
  `figure number record evidence schedule timetable precedent policy rule index average page account result count story piece image picture photo film sign note order act
  deal map data datum recording clip statistics polling journalism research analysis review code notice series text platform leak campaign head
  division mission command market exchange industry business base area side post left right front house body service field position station power
  ground camp model star icon monitor anchor chair legend host guide`.split(/\s+/),
)

export function isWeak(lemma: string): boolean {
  return WEAK.has(lemma)
}

const PLAIN = new Set(
  `person people man woman boy girl child kid guy adult individual human year-old husband wife father mother son daughter brother sister uncle aunt
  cousin nephew niece widow widower spouse parent relative friend sibling gentleman`.split(/\s+/),
)

/** Words for people that are no role (“a man”) or one in a family (“his wife”): never a title. */
export function isPlainPerson(lemma: string): boolean {
  return PLAIN.has(lemma)
}

/** Endings that people are called by, for words that no list has but that somebody's words are ascribed to: “the mythographer said”. */
export function endsLikePerson(lemma: string): boolean {
  return /(?:er|or|ist|ian|man|woman|person|crat|ogue)$/.test(lemma)
}

const MANY = new Set(`people men women children police folk folks troops authorities personnel clergy media data`.split(' '))
/** Plain forms that end in s and are one thing. */
const SINGULAR_S = new Set(
  `press congress headquarters business address series news politics census boss witness actress waitress princess duchess countess analysis corps caucus
  class mistress heiress campus crisis congresswoman`.split(/\s+/),
)

/** Whether a noun stands for several: “officials”, “police”. */
export function isPlural(word: string, lemma: string): boolean {
  if (MANY.has(word)) return true
  if (SINGULAR_S.has(word)) return false
  if (word === lemma) return word.endsWith('men') && findNounKind(word) !== null
  return word.endsWith('s') || /(?:men|women|people|children|data|media)$/.test(word)
}

const WOMEN = new Set(
  `woman women girl girls lady ladies mother mom mum daughter sister wife ex-wife widow aunt niece grandmother granddaughter queen princess duchess
  countess baroness actress waitress spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman servicewoman sportswoman heiress nun
  fiancee girlfriend stewardess mistress housewife saleswoman dame bride`.split(/\s+/),
)
const MEN = new Set(
  `man men boy boys gentleman gentlemen father dad son brother husband ex-husband widower uncle nephew grandfather grandson king prince duke emperor
  sultan emir spokesman chairman congressman councilman businessman policeman serviceman sportsman statesman priest pope monk imam ayatollah fiance
  boyfriend cameraman gunman fisherman fireman airman militiaman lord baron earl count patriarch groom sheikh sheik bishop`.split(/\s+/),
)

/** Gender that a noun tells by itself: “actress”, “his wife”. */
export function genderOfNoun(lemma: string): 'man' | 'woman' | null {
  return WOMEN.has(lemma) ? 'woman' : MEN.has(lemma) ? 'man' : null
}
