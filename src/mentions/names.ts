import type { EntityKind } from '../document/entity.ts'
import type { Layers } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import { headOf, relationOf, type Syntax } from '../document/syntax.ts'
import { findGender, isOwnState, type Knowledge, type NameSense } from '../knowledge/knowledge.ts'
import { joinGivenNames } from './given-names.ts'
import { findNounKind } from './head-nouns.ts'
import { markLabels } from './labels.ts'
import { fillGaps } from './name-gaps.ts'
import { isLanguage } from './peoples.ts'
import { extendPerson } from './person-names.ts'
import { cutNames, type Piece, settleKinds, trimName } from './reader-names.ts'
import { chooseSense, kindOfSense } from './senses.ts'
import { findSightings, type Sighting } from './sightings.ts'
import { markPeople } from './unseen-people.ts'

/** A proper name with what the reader and knowledge make of it. Names may nest in one way only: a country or demonym in a longer name. */
export interface ProperName extends TokenSpan {
  readonly kind: EntityKind
  /** What knowledge takes it for; null where only the reader says that it is a name. */
  readonly sense: NameSense | null
  /** Country of the name, or of a demonym in it (“Russian Foreign Ministry”). */
  readonly country: string | null
  readonly isNested: boolean
}

/** Names of an article in text order: the reader's, set right by knowledge and by what stands around them. */
export function findNames(syntax: Syntax, layers: Layers, knowledge: Knowledge, isSource: Uint8Array): ProperName[] {
  const pieces = markLabels(syntax, cutNames(syntax, layers))
  markPeople(syntax, pieces, knowledge)
  settleKinds(syntax, pieces)
  const { sightings, isTongue } = dropLanguages(syntax, findSightings(syntax, knowledge))
  const named = pieces.filter(({ first, last }) => last - first > 1 || isTongue[first] === 0)
  const merged = mergeSightings(syntax, knowledge, named, sightings)
  extendPersons(syntax, merged)
  joinGivenNames(syntax, merged, knowledge)
  return [...merged, ...fillGaps(syntax, merged, isSource)].sort((a, b) => a.first - b.first || b.last - a.last)
}

/** “In Varlandic”, “she speaks English” name nobody. */
function dropLanguages(syntax: Syntax, found: readonly Sighting[]): { sightings: Sighting[]; isTongue: Uint8Array } {
  const isTongue = new Uint8Array(syntax.count)
  const sightings = found.filter(({ first, last, senses }) => {
    const demonym = last - first === 1 && senses[0]?.kind === 'demonym' ? senses[0] : null
    if (demonym && isLanguage(syntax, first, demonym)) isTongue[first] = 1
    return isTongue[first] === 0
  })
  return { sightings, isTongue }
}

/** Brings knowledge's sightings and the reader's names together: where they cross, the longer decides. */
function mergeSightings(syntax: Syntax, knowledge: Knowledge, pieces: readonly Piece[], sightings: readonly Sighting[]): Piece[] {
  const merged: Piece[] = []
  let p = 0
  for (const sighting of sightings) {
    while (p < pieces.length && (pieces[p] as Piece).last <= sighting.first) merged.push(pieces[p++] as Piece)
    const piece = pieces[p]
    if (!piece || piece.first >= sighting.last) addSighting(syntax, merged, sighting, null)
    else if (piece.first <= sighting.first && piece.last >= sighting.last && piece.last - piece.first > sighting.last - sighting.first)
      nestSighting(syntax, knowledge, merged, sighting, piece)
    else {
      addSighting(syntax, merged, sighting, piece)
      while (p < pieces.length && (pieces[p] as Piece).last <= sighting.last) p++
      const cut = pieces[p]
      // what a name that reaches beyond the sighting has left: “Korea Minister” loses “Korea”
      if (cut && cut.first < sighting.last) {
        const left = trimName(syntax, { first: sighting.last, last: cut.last }, cut.kind)
        if (left) Object.assign(cut, left)
        else p++
      }
    }
  }
  while (p < pieces.length) merged.push(pieces[p++] as Piece)
  return merged
}

function addSighting(syntax: Syntax, merged: Piece[], sighting: Sighting, piece: Piece | null): void {
  const sense = chooseSense(syntax, sighting, piece && piece.first === sighting.first && piece.last === sighting.last ? piece.kind : null)
  const { first, last } = sighting
  if (sense) {
    merged.push({ first, last, kind: kindOfSighting(syntax, sighting, sense, piece), score: 1, sense, country: sense.country, isNested: false })
    const { inner } = sighting
    // “Saudi National Guard”, known as a whole: the country in it is a mention of its own
    if (inner && (sense.kind === 'organization' || sense.kind === 'institution') && sense.country === inner.sense.country)
      merged.push({ first, last: inner.last, kind: 'country', score: 1, sense: inner.sense, country: inner.sense.country, isNested: true })
  }
  if (!sense && piece) merged.push({ ...piece, first, last })
}

/** A place that knowledge files with institutions is a place where the reader says so and its last word does: “Halden Cosmodrome”. */
function kindOfSighting(syntax: Syntax, { last }: Sighting, sense: NameSense, piece: Piece | null): EntityKind {
  const kind = kindOfSense(sense)
  return kind === 'organization' && piece?.kind === 'place' && findNounKind(syntax.lower[last - 1] as string) === 'place' ? 'place' : kind
}

/** A country or demonym at the start of a longer name is a mention of its own, and tells the name's country: “Saudi National Guard”. */
function nestSighting(syntax: Syntax, knowledge: Knowledge, merged: Piece[], { first, last, senses }: Sighting, piece: Piece): void {
  const [sense] = senses
  if (!sense) return
  if (piece.kind === 'person') {
    if (sense.kind === 'person') Object.assign(piece, { sense, country: sense.country })
    else if (first === piece.first && sense.kind === 'demonym' && piece.last - piece.first > 2) {
      // “Belmoran Arvo Lind”
      merged.push({ first, last, kind: 'country', score: 1, sense, country: sense.country, isNested: false })
      piece.first = last
    }
    return
  }
  const isStart = first === piece.first
  const rest = { first: last, last: piece.last }
  if (isStart && syntax.lower[last] === 'and' && sense.kind === 'country' && isOwnState(sense.country ?? '')) {
    // “Belmora and Varland”, read as one name
    merged.push({ first, last, kind: 'country', score: 1, sense, country: sense.country, isNested: false })
    piece.first = last + 1
    return
  }
  if (isStart && rest.last - rest.first > 1 && (isApart(syntax, first, last, piece.last) || isMinister(syntax, knowledge, first, rest))) {
    // “Minister for the Middle East Tobias Lind”, read as one name: the title's place and the person
    merged.push({ first, last, kind: kindOfSense(sense), score: 1, sense, country: sense.country, isNested: false })
    Object.assign(piece, { first: last, kind: 'person' })
    return
  }
  const isTail = last === piece.last && /^(?:of|in|for|the)$/.test(syntax.lower[first - 1] ?? '')
  // the Hill of Capitol Hill tells no country of a “Hill Front”
  const isCommon = sense.kind === 'seat' && findNounKind(syntax.lower[first] as string) !== null
  if ((isStart || isTail) && !isCommon) piece.country ??= sense.country
  if (isStart && sense.country && (sense.kind === 'country' || sense.kind === 'demonym'))
    merged.push({ first, last, kind: 'country', score: 1, sense, country: sense.country, isNested: true })
}

/** Whether the first part of a name hangs on something outside of it, so that the two parts are no one name. */
function isApart(syntax: Syntax, first: number, middle: number, last: number): boolean {
  const above = syntax.head[headOf(syntax, first, middle)] as number
  return above >= 0 && (above < first || above >= last) && relationOf(syntax, headOf(syntax, first, middle)) === 'nmod'
}

/** “Minister for the |Middle East| Tobias Lind”: what an office is for, and then a given name. */
function isMinister(syntax: Syntax, knowledge: Knowledge, first: number, rest: TokenSpan): boolean {
  const link = syntax.lower[first - 1] === 'the' ? first - 2 : first - 1
  return /^(?:for|of|to)$/.test(syntax.lower[link] ?? '') && rest.last - rest.first === 2 && findGender(knowledge, syntax.words[rest.first] as string) !== null
}

function extendPersons(syntax: Syntax, names: Piece[]): void {
  const taken = new Uint8Array(syntax.count)
  for (const { first, last } of names) taken.fill(1, first, last)
  for (const name of names) {
    if (name.kind !== 'person') continue
    const { first, last } = extendPerson(syntax, name, (i) => taken[i] === 1)
    taken.fill(1, first, last)
    name.first = first
    name.last = last
  }
}
