import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Choice } from './choose.ts'
import { areOtherStates, type IdentityDraft, isSameCountry, type KnownIdentity } from './facts.ts'
import { areOfficesApart, isSameOffice } from './offices.ts'
import { type Fit, familyOf, fitPersons, isFullName } from './person-names.ts'

/** Years between two reports beyond which a name alone is another's. */
const LIFETIME = 50

interface Candidate {
  readonly known: KnownIdentity
  readonly fit: Fit
  readonly isOfCountry: boolean
  readonly isInOffice: boolean
  readonly isApart: boolean
}

/** Which person it is. A family name alone is nobody's; anything less than the full name needs a country or an office besides. */
export function choosePerson(draft: IdentityDraft, open: readonly KnownIdentity[], knowledge: Knowledge): Choice {
  if (!isFullName(draft.name)) return chooseShort(draft, open, knowledge)
  const called = open.flatMap((known) => weigh(draft, known, knowledge) ?? [])
  const fitting = called.filter(({ isApart }) => !isApart)
  const backed = fitting.filter(({ isOfCountry, isInOffice }) => isOfCountry || isInOffice)
  const best = pickBest(backed)
  if (best) return { identity: best.known.id, why: best.isOfCountry ? 'name-and-country' : 'name-and-office' }
  if (backed.length > 0) return { identity: null, why: 'ambiguous' }
  const isAlone = (fit: Fit) => called.filter((other) => fit !== 'same' || other.fit === 'same').length === 1
  const only = fitting.find(({ fit }) => (fit === 'same' || fit === 'shorter') && isAlone(fit))
  if (only) return { identity: only.known.id, why: 'name' }
  if (called.length === 0) return { identity: null, why: 'new' }
  return { identity: null, why: fitting.length > 0 ? 'ambiguous' : 'contradicted' }
}

function weigh(draft: IdentityDraft, known: KnownIdentity, knowledge: Knowledge): Candidate | null {
  const fit = fitIdentity(draft.name, known)
  if (fit === null) return null
  const offices = known.office === null ? [] : [known.office]
  const isOfCountry = isSameCountry(draft.country, known.country)
  return {
    known,
    fit,
    isOfCountry,
    isInOffice: isSameOffice(draft.offices, offices, knowledge),
    isApart: areOtherStates(draft.country, known.country) || areOfficesApart(draft.offices, offices, knowledge) || isLongAgo(draft, known),
  }
}

/** The best fit of a name with any full name of an identity; null where its own does not fit, since others were told by way of that one. */
function fitIdentity(name: string, known: KnownIdentity): Fit | null {
  const own = fitPersons(name, known.name)
  if (own === null || own === 'same') return own
  const told = known.names.map((other) => other.name).filter((other) => fitPersons(known.name, other) !== null)
  const fits = [own, ...told.map((other) => fitPersons(name, other))]
  return ORDER.find((fit) => fits.includes(fit)) ?? null
}

const ORDER: readonly Fit[] = ['same', 'shorter', 'other-order', 'short-form']

/** How many times as often as any namesake somebody must be told of, to be meant where nothing speaks for the other. */
const DOMINANT = 4

/**
 * The best of those for whom more than the name speaks; of equals the one that is told of far more often: a namesake of one misread article must
 * not make everybody new who is called so from then on. Null where two are equally good.
 */
function pickBest(backed: readonly Candidate[]): Candidate | null {
  const score = ({ fit, isOfCountry, isInOffice }: Candidate) => (fit === 'same' ? 4 : 0) + (isOfCountry ? 2 : 0) + (isInOffice ? 1 : 0)
  const most = Math.max(...backed.map(score))
  const best = backed.filter((candidate) => score(candidate) === most)
  const told = ({ known }: Candidate) => known.names.reduce((sum, name) => sum + name.told, 0)
  const [first, second] = best.sort((a, b) => told(b) - told(a) || a.known.id - b.known.id)
  return first && (!second || told(first) >= DOMINANT * told(second)) ? first : null
}

/** “Foreign Minister Maran of Belmora”, “I. Maran”: only with country and office, and where one person alone has both. */
function chooseShort(draft: IdentityDraft, open: readonly KnownIdentity[], knowledge: Knowledge): Choice {
  const family = familyOf(draft.name)
  const holders = open.filter(
    (known) =>
      isFullName(known.name) &&
      familyOf(known.name) === family &&
      (!draft.name.includes(' ') || fitPersons(draft.name, known.name) !== null) &&
      isSameCountry(draft.country, known.country) &&
      isSameOffice(draft.offices, known.office === null ? [] : [known.office], knowledge) &&
      !isLongAgo(draft, known),
  )
  const [only] = holders
  if (only && holders.length === 1) return { identity: only.id, why: 'name-and-office' }
  return { identity: null, why: holders.length > 1 ? 'ambiguous' : 'own' }
}

function isLongAgo({ seenOn }: IdentityDraft, { firstSeenOn, lastSeenOn }: KnownIdentity): boolean {
  if (seenOn === null || firstSeenOn === null || lastSeenOn === null) return false
  const year = (day: string) => Number(day.slice(0, 4))
  return year(seenOn) - year(lastSeenOn) > LIFETIME || year(firstSeenOn) - year(seenOn) > LIFETIME
}
