import type { Layers } from '../document/layers.ts'
import { LIMITS } from '../document/limits.ts'
import type { Notice } from '../document/notice.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Quotation, Tokens } from '../document/tokens.ts'
import { indexAt, readWord } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { joinPieces, overlap, runsIn, type Verbatim } from './contents.ts'
import { isTitleCase, LONGEST_TITLE, tellLeftOver } from './left-over.ts'

/** Confidence of what the rules add, from how often such quotations met a gold attribution on the dev split of PolNeAR. */
const CONTINUED = 0.9
const FREE = 0.6
/** Fewer words than this between marks are no speech, unless they make a sentence. */
const WORDS_OF_SPEECH = 4
/** A speaker named this many paragraphs before is still the one who speaks, or is answered. */
const NEAR = 2

/**
 * Finds an owner for every verbatim run that no draft holds: a statement that the run goes on from (over paragraphs, or
 * after “he said.” in the same one), or, for whole sentences, whoever's turn it is in the dialogue. For what is left a
 * notice says what it is taken for.
 */
export function placeVerbatim(tokens: Tokens, layers: Layers, drafts: readonly Draft[], runs: readonly Verbatim[]): { drafts: Draft[]; notices: Notice[] } {
  const placed = drafts.map((draft) => ({ ...draft }))
  const notices: Notice[] = []
  const speeches = placed.filter((draft) => draft.isTurn || !draft.cue || runsIn(runs, [draft.cue]).length === 0).sort((a, b) => firstOf(a) - firstOf(b))
  continueRuns(tokens, speeches, runs)
  const held = coverTokens(tokens, placed, runs)
  const passed: Draft[] = []
  let next = 0
  for (const run of runs) {
    for (; next < speeches.length && firstOf(speeches[next] as Draft) < run.whole.first; next++) passed.push(speeches[next] as Draft)
    if (isHeld(held, run)) continue
    const before = passed.at(-1)
    const isSpeech = isSentence(tokens, run)
    if (before && isSpeech && distanceTo(tokens, before, run) === 0 && goesOn(tokens, run, before) && runsIn(runs, before.content).length > 0)
      before.content = joinPieces([...before.content, run.whole], before.cue)
    else if (isSpeech && standsAlone(tokens, run)) {
      const free = { cue: null, source: findSpeaker(tokens, run, passed), content: [run.whole], confidence: FREE, within: null, isVerbal: false }
      passed.push(free)
      placed.push(free)
    } else if (notices.length < LIMITS.noticesOfAKind) notices.push(tellLeftOver(tokens, layers, run))
  }
  return { drafts: placed, notices }
}

/**
 * Who speaks a whole sentence that no cue tells of: the nearest earlier speaker; but where a question stands on either side
 * of the break (“Why?” / “Ask them.”) the one before that, and nobody where that cannot be told.
 */
function findSpeaker(tokens: Tokens, run: Verbatim, passed: readonly Draft[]): TokenSpan | null {
  const before = passed.at(-1)
  if (!before || distanceTo(tokens, before, run) > NEAR) return null
  const isAsked = endsAsking(tokens, before.content.at(-1)?.last ?? 0)
  const isSame = distanceTo(tokens, before, run) === 0 || isAsked === endsAsking(tokens, run.whole.last)
  if (isSame && !isAsked) return before.source
  const other = findOther(tokens, run, passed, nameOfSpeaker(tokens, before))
  if (!other?.source) return null
  // “Lind” and “she” may be one
  return before.source && isPronoun(tokens, other.source) !== isPronoun(tokens, before.source) ? null : other.source
}

/** The nearest draft that somebody else speaks, if it is near. */
function findOther(tokens: Tokens, run: Verbatim, passed: readonly Draft[], name: string): Draft | null {
  for (let n = passed.length - 1; n >= 0; n--) {
    const draft = passed[n] as Draft
    if (distanceTo(tokens, draft, run) > NEAR) return null
    if (nameOfSpeaker(tokens, draft) !== name) return draft
  }
  return null
}

function nameOfSpeaker(tokens: Tokens, { source }: Draft): string {
  return source ? tokens.text.slice(tokens.start[source.first], tokens.end[source.last - 1]).toLowerCase() : ''
}

function isPronoun(tokens: Tokens, { first, last }: TokenSpan): boolean {
  return last - first === 1 && /^(?:he|she|they|it|i|we|who)$/i.test(readWord(tokens, first))
}

/** Whether the words that end here end in a question mark, quotation marks left aside. */
function endsAsking(tokens: Tokens, last: number): boolean {
  let end = last - 1
  while (end > 0 && /^["”’'»“]$/.test(readWord(tokens, end))) end--
  return end >= 0 && readWord(tokens, end).startsWith('?')
}

/** Paragraphs between a draft's words and a run. */
function distanceTo(tokens: Tokens, draft: Draft, run: Verbatim): number {
  return indexAt(tokens.paragraphs, run.whole.first) - indexAt(tokens.paragraphs, lastOf(draft))
}

/** Whether a run may be more of the same speech: it opens a sentence (“A,” he said. “B.”) or shares one with the cue. */
function goesOn(tokens: Tokens, { whole }: Verbatim, before: Draft): boolean {
  const sentence = indexAt(tokens.sentences, whole.first)
  return tokens.sentences[sentence] === whole.first || (before.cue !== null && indexAt(tokens.sentences, before.cue.first) === sentence)
}

function firstOf(draft: Draft): number {
  return draft.content[0]?.first ?? 0
}

function lastOf(draft: Draft): number {
  return draft.content.at(-1)?.first ?? 0
}

/** 1 for each token that some content holds. What a quoted person reports holds nothing: its cue lies in the run itself. */
function coverTokens(tokens: Tokens, drafts: readonly Draft[], runs: readonly Verbatim[]): Uint8Array {
  const held = new Uint8Array(tokens.count)
  for (const draft of drafts) {
    if (!draft.isTurn && draft.cue && runsIn(runs, [draft.cue]).length > 0) continue
    for (const piece of draft.content) held.fill(1, piece.first, piece.last)
  }
  return held
}

function isHeld(held: Uint8Array, { words }: Verbatim): boolean {
  return held.subarray(words.first, words.last).includes(1)
}

/** A quotation over several paragraphs is one content: whoever holds one of its pieces holds all that nobody else claims. */
function continueRuns(tokens: Tokens, speeches: readonly Draft[], runs: readonly Verbatim[]): void {
  for (const chain of chainRuns(tokens, runs)) {
    const holders = chain.map((run) => speeches.find((draft) => draft.content.some((piece) => overlap(piece, run.words) > 0)))
    const owner = holders.find((draft) => draft !== undefined)
    const free = chain.filter((_, n) => holders[n] === undefined)
    if (!owner || free.length === 0) continue
    owner.content = joinPieces([...owner.content, ...free.map((run) => run.whole)], owner.cue)
    owner.confidence = Math.max(owner.confidence, CONTINUED)
  }
}

function chainRuns(tokens: Tokens, runs: readonly Verbatim[]): Verbatim[][] {
  const chains = new Map<Quotation, Verbatim[]>()
  for (const run of runs) {
    let root = run.quotation
    while (root.continues !== null) root = tokens.quotations[root.continues] as Quotation
    const chain = chains.get(root)
    if (chain) chain.push(run)
    else chains.set(root, [run])
  }
  return [...chains.values()].filter((chain) => chain.length > 1)
}

/** Whether the words make a sentence of speech: “I agree.”, “Why now?” Titles in title case do not. */
function isSentence(tokens: Tokens, { words }: Verbatim): boolean {
  const count = words.last - words.first
  const ends = /^[.!?…,]/.test(readWord(tokens, words.last - 1))
  if (count < 2 || (count < WORDS_OF_SPEECH && !ends)) return false
  // “State of the Union.” is a title, full stop or not
  if (count <= LONGEST_TITLE && isTitleCase(tokens, words)) return false
  return ends || (count >= 6 && !isTitleCase(tokens, words))
}

/** Whether a run opens a sentence and fills it: “You came.” as a sentence of its own. */
function standsAlone(tokens: Tokens, { whole }: Verbatim): boolean {
  const first = tokens.sentences[indexAt(tokens.sentences, whole.first)] as number
  const end = tokens.sentences[indexAt(tokens.sentences, whole.last - 1) + 1] as number
  return first === whole.first && end - whole.last <= 1
}
