import type { Area } from '../document/cooperation.ts'

/**
 * Words and phrases of each area, singular, in small letters, parted by commas; a star stands for any ending. A longer phrase
 * counts before a shorter one: “arms control”, “food aid”. To extend an area, add a word to its line.
 */
const LEXICON: Readonly<Record<Area, string>> = {
  diplomacy: `ambassador, envoy exchange, diplomat, road map, roadmap, normalisation of relation, normalization of relation, high commission, diplomatic,
    diplomacy, consular, consulate, embassy, visa, visa-free, mediation, mediator, peace talk, foreign policy, protocol`,
  military: `air base, naval base, military base, radar, officer training, training of officer, security pact, joint force, armoured, armored, air
    exercise, reservist, military, army, armies, naval, navy, navies, air force, troop, soldier, defence, defense, security guarantee, joint command, war
    game, manoeuvre, maneuver, drill, military exercise, naval exercise, joint exercise, warship, frigate, battalion, peacekeep*, air defence, air
    defense, general staff, marine corps`,
  arms: `missile battery, missile batteries, cruise missile, armoured vehicle, gunboat, warplane, combat aircraft, explosive, landmine, anti-tank, arms,
    arms control, arms sale, arms deal, arms delivery, weapon*, missile, drone, tank, ammunition, munition, artillery, fighter jet, shell, rifle,
    disarmament, howitzer, air-defence system, submarine`,
  space: `space, satellite*, rocket, orbit*, launch site, launch pad, cosmodrome, spaceport, astronaut, cosmonaut, lunar, spacecraft, moon landing, space
    station`,
  nuclear: `nuclear, atomic, uranium, enrichment, reactor, nuclear power, nuclear energy, plutonium, nuclear waste, non-proliferation`,
  energy: `drilling, offshore field, gas field, oil field, oilfield, electric grid, heating, petrol, gasoline, kerosene, biofuel, power link, tidal,
    energy, gas, oil, petroleum, pipeline, electric*, power line, power grid, power plant, power station, power cable, grid, coal, hydrogen, solar, wind
    farm, wind power, hydropower, hydroelectric, fuel, diesel, lng, gas pipeline, oil pipeline, interconnector, storage of gas, heat pump, turbine,
    geothermal, refinery, refineries`,
  trade: `coffee, tea, cocoa, cotton, tobacco, fruit, banana, beef, car part, free port, free trade, anti-dumping, import ban, export ban, seabed, nickel,
    cobalt, market, trade, trading, commerce, commercial, export, import, tariff, customs, duties, market access, free-trade, mining, mine, copper, iron
    ore, ore, rare earth, lithium, timber, steel, textile, sugar, goods, quota, economic, economy, economies, mineral, diamond, raw material`,
  finance: `credit line, line of credit, swap line, stock exchange, budget support, bailout, sovereign fund, remittance, pension fund, finance, financial,
    bank*, investment, investor, loan, credit, currency, currencies, debt, bond, tax*, insurance, fiscal, monetary, development fund, payment, bank
    account, account, asset`,
  transport: `visa-free bus, airspace, air corridor, air route, runway, pier, quay, dock, shipyard, container, ice-breaker, icebreaker, sea lane, sleeper
    train, timetable, bus line, customs-free lorry, transport*, rail*, train, flight, aviation, airline, airport, air link, air service, ferry, ferries,
    shipping, ship, port, harbour, harbor, corridor, road, motorway, highway, lorry, lorries, truck, bus, pilot, ship pilot, navigation, freight, cargo,
    tunnel, tram, metro, driver, toll, lighthouse, canal, rescue centre for ship, crossing, maritime, sea route, vehicle, aircraft`,
  infrastructure: `water pipe, pipe, embankment, flood barrier, harbour wall, breakwater, dredging, hydro dam, infrastructure, bridge, dam, construction,
    building, housing, sewage, water supply, water main, waterway, power dam, dyke, reservoir, lock, urban`,
  technology: `battery plant, battery cell, car battery, server, data centre, data center, satellite navigation, patent, start-up, startup, 6g,
    technolog*, digital, computer, chip, semiconductor, software, data, artificial intelligence, robot*, telecommunication*, telecom*, internet,
    broadband, 5g, electronic*, data cable, fibre cable, undersea cable, subsea cable, submarine cable, cable, innovation, quantum`,
  science: `oceanograph*, marine survey, weather forecast, weather data, weather ship, space weather, botanic*, botan*, glaciolog*, scien*, research*,
    laborator*, academy, academies, observator*, polar, expedition, telescope, survey of the sea, institute, arctic station, polar station, seismolog*,
    archaeolog*, geolog*, excavation, weather station, meteorolog*, genom*`,
  education: `education*, school*, student, university, universities, teacher, scholarship, academic, pupil, training of teacher, language course,
    curricul*, textbook, apprentice*, college, vocational, youth exchange, school exchange`,
  culture: `cultur*, theatre, theater, museum, music*, orchestra, art, arts, heritage, film, festival, opera, ballet, exhibition, literature, choir, book,
    library, libraries, artist, cinema, monument`,
  media: `media, television, broadcast*, newspaper, radio, journalis*, press, news agenc*`,
  sport: `sport*, football, olympic*, athlet*, tournament, world cup, stadium, championship, hockey, ski*, cycling race, games`,
  tourism: `touris*, hotel, holidaymaker, resort, hiking trail, cruise`,
  health: `veterinary, vet, pharmacy, pharmacies, hospital ship, field hospital, surgeon, blood supply, dialysis, flu, measles, polio, midwife, midwives,
    health, healthcare, health-care, medical, medicine, vaccin*, hospital, doctor, nurse, disease, epidemic, pandemic, pharmaceutic*, clinic*, ambulance,
    malaria, cholera, blood bank`,
  food: `veterinary control, pork, poultry, potato, olive, honey, milk, cheese, catch, net, maize, corn, soy*, palm oil, vegetable, mackerel, shrimp,
    lobster, food*, grain, wheat, fish, fishing, fisher*, herring, cod, farm*, agricultur*, harvest, fertiliser, fertilizer, rice, cattle, crop, dairy,
    meat, seed, trawler, food aid, fish stock, salmon, tuna, wine, irrigation`,
  labour: `minimum wage, hiring, recruitment, seafarer, domestic worker, carer, labour, labor, worker, employment, job, wage, work permit, trade union,
    seasonal work*, pension, guest worker`,
  migration: `returnee, readmission, people smuggler, border camp, stateless*, migra*, refugee, asylum, resettle*, deportation, repatriation, displaced`,
  environment: `river, flood warning, flood protection, wetland, coral, plastic, oil spill, drought, reforestation, air quality, acid rain, whale, bird,
    bear, sanctuary, groundwater, water share, environment*, climate, emission*, pollution, nature reserve, conservation, forest*, water quality,
    biodiversity, spawning, wildlife, ecolog*, recycling, national park, river water, waste, carbon, clean water, sewage treatment, glacier`,
  humanitarian: `fire engine, fire brigade, mine clearing, mine-clearing, mine clearance, development aid, aid convoy, aid worker, evacuation, missing
    person, exchange of prisoner, soup kitchen, drinking water, sandbag, humanitarian, tent, blanket, disaster relief, flood relief, relief, earthquake,
    demining, prisoner exchange, prisoner, shelter, rescue, mountain rescue, civil protection, firefight*, war dead, remains of soldier, hostage`,
  justice: `anti-terror, mutual legal assistance, arrest warrant, police officer, fingerprint, money laundering, tribunal, judge, detective, stolen car,
    justice, judicial, court, extradition, police, crime, criminal, prosecutor, legal, law enforcement, drug trafficking, trafficking, smuggling,
    anti-corruption, corruption, terror*, counter-terror*, counterterror*`,
  intelligence: `wiretap, eavesdrop*, informer, intelligence, spy, spies, espionage, surveillance, secret service`,
  border: `coastguard, border river, boundary, boundaries, maritime boundary, border fence, buffer zone, demilitari*, border*, frontier, patrol*,
    demarcation, coast guard, checkpoint, border crossing, border guard, border post`,
  'human-rights': `political prisoner, freedom of speech, freedom of the press, human rights, human-rights, rights of women, minority rights, press
    freedom, civil liberties`,
  cyber: `computer attack, hacked, cyber*, hacking, hacker, malware, ransomware`,
}

interface Entry {
  readonly words: readonly string[]
  readonly area: Area
}

/** Phrases by their first word, longest first, and beginnings of words (“satellite*”). */
const { phrases, beginnings } = readLexicon()

function readLexicon(): { phrases: ReadonlyMap<string, readonly Entry[]>; beginnings: ReadonlyMap<string, Area> } {
  const phrases = new Map<string, Entry[]>()
  const beginnings = new Map<string, Area>()
  for (const [area, line] of Object.entries(LEXICON) as [Area, string][])
    for (const phrase of line.split(',').map((words) => words.trim().replace(/\s+/g, ' '))) {
      if (phrase.endsWith('*') && !phrase.includes(' ')) beginnings.set(phrase.slice(0, -1), area)
      const words = phrase.split(' ')
      const first = words[0] as string
      if (!phrase.endsWith('*') || words.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), { words, area }])
    }
  for (const entries of phrases.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return { phrases, beginnings }
}

/**
 * Areas that words name, in their order, each once: of each part of a coordination the first (“educational and cultural
 * exchanges” are two, a “student exchange” is education).
 */
export function areasOf(words: readonly string[]): Area[] {
  const found: Area[] = []
  let isOpen = true
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    if (PARTS.test(word)) isOpen = true
    if (!isOpen) continue
    const match = matchAt(words, i)
    if (match === null) continue
    if (!found.includes(match.area)) found.push(match.area)
    i += match.length - 1
    isOpen = false
  }
  return found
}

const PARTS = /^(?:and|or|as|both|[,;:&]|including|plus)$/

function matchAt(words: readonly string[], at: number): { area: Area; length: number } | null {
  const word = (words[at] as string).toLowerCase()
  const single = toSingular(word)
  for (const first of single === word ? [word] : [word, single])
    for (const entry of phrases.get(first) ?? [])
      if (entry.words.every((wanted, n) => n === 0 || doesMatch(words[at + n], wanted))) return { area: entry.area, length: entry.words.length }
  for (let length = Math.min(word.length, LONGEST); length >= 3; length--) {
    const area = beginnings.get(word.slice(0, length))
    if (area) return { area, length: 1 }
  }
  return null
}

const LONGEST = Math.max(...[...beginnings.keys()].map((word) => word.length))

function doesMatch(word: string | undefined, wanted: string): boolean {
  if (word === undefined) return false
  const small = word.toLowerCase()
  return wanted.endsWith('*') ? small.startsWith(wanted.slice(0, -1)) : small === wanted || toSingular(small) === wanted
}

/** “flights” → “flight”, “embassies” → “embassy”; other plurals that change their form stand in the lexicon. */
function toSingular(word: string): string {
  if (word.length > 5 && /[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
