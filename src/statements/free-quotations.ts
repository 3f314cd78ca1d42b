import { LIMITS } from '../document/limits.ts'
import type { Notice } from '../document/notice.ts'
import type { Quotation, Tokens } from '../document/tokens.ts'
import { indexAt, readWord, spanOf } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { joinPieces, overlap, runsIn, type Verbatim } from './contents.ts'

/** Confidence of what the rules add, from how often such quotations met a gold attribution on the dev split of PolNeAR. */
const CONTINUED = 0.9
const FREE = 0.6
/** Fewer words than this between marks are a scare quote, a title or a nickname, unless they make a sentence. */
const WORDS_OF_SPEECH = 4

/**
 * Finds an owner for every verbatim run that no draft holds: a statement that the run goes on from (over paragraphs, or
 * after “he said.” in the same one), or, for whole sentences, the last speaker of the dialogue. What is left is said to be
 * a scare quote, a title or a nickname.
 */
export function placeVerbatim(tokens: Tokens, drafts: readonly Draft[], runs: readonly Verbatim[]): { drafts: Draft[]; notices: Notice[] } {
  const placed = drafts.map((draft) => ({ ...draft }))
  const notices: Notice[] = []
  const speeches = placed.filter((draft) => !draft.cue || runsIn(runs, [draft.cue]).length === 0).sort((a, b) => firstOf(a) - firstOf(b))
  continueRuns(tokens, speeches, runs)
  const held = coverTokens(tokens, placed, runs)
  let next = 0
  let before: Draft | null = null
  for (const run of runs) {
    for (; next < speeches.length && firstOf(speeches[next] as Draft) < run.whole.first; next++) before = speeches[next] as Draft
    if (isHeld(held, run)) continue
    const isSpeech = isSentence(tokens, run)
    const distance = before ? paragraphOf(tokens, run.whole.first) - paragraphOf(tokens, lastOf(before)) : Number.POSITIVE_INFINITY
    if (before && distance === 0 && isSpeech && goesOn(tokens, run, before) && runsIn(runs, before.content).length > 0)
      before.content = joinPieces([...before.content, run.whole], before.cue)
    else if (isSpeech && standsAlone(tokens, run)) {
      before = { cue: null, source: distance <= 2 ? (before?.source ?? null) : null, content: [run.whole], confidence: FREE, within: null, isVerbal: false }
      placed.push(before)
    } else if (notices.length < LIMITS.noticesOfAKind) notices.push(leftOver(tokens, run))
  }
  return { drafts: placed, notices }
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

function paragraphOf(tokens: Tokens, token: number): number {
  return indexAt(tokens.paragraphs, token)
}

/** 1 for each token that some content holds. What a quoted person reports holds nothing: its cue lies in the run itself. */
function coverTokens(tokens: Tokens, drafts: readonly Draft[], runs: readonly Verbatim[]): Uint8Array {
  const held = new Uint8Array(tokens.count)
  for (const draft of drafts) {
    if (draft.cue && runsIn(runs, [draft.cue]).length > 0) continue
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
  let capitals = 0
  let letters = 0
  for (let i = words.first; i < words.last; i++) {
    const word = readWord(tokens, i)
    if (/^\p{L}{4,}/u.test(word)) letters++
    if (/^\p{Lu}\p{L}{3,}/u.test(word)) capitals++
  }
  // “State of the Union.” is a title, full stop or not
  if (capitals >= 2 && capitals === letters && count <= 7) return false
  return ends || (count >= 6 && capitals < letters * 0.7)
}

/** Whether a run opens a sentence and fills it: “You came.” as a sentence of its own. */
function standsAlone(tokens: Tokens, { whole }: Verbatim): boolean {
  const first = tokens.sentences[indexAt(tokens.sentences, whole.first)] as number
  const end = tokens.sentences[indexAt(tokens.sentences, whole.last - 1) + 1] as number
  return first === whole.first && end - whole.last <= 1
}

function leftOver(tokens: Tokens, run: Verbatim): Notice {
  const words = run.words.last - run.words.first
  const isTitle = words > 1 && /^\p{Lu}/u.test(readWord(tokens, run.words.first)) && /^\p{Lu}/u.test(readWord(tokens, run.words.last - 1))
  const before = run.whole.first > 0 ? readWord(tokens, run.whole.first - 1) : ''
  const after = run.whole.last < tokens.count ? readWord(tokens, run.whole.last) : ''
  const isNickname = words <= 3 && /^\p{Lu}/u.test(before) && /^\p{Lu}/u.test(after)
  const what = isNickname ? 'a nickname' : isTitle ? 'a title' : words <= 5 ? 'a scare quote or a term' : 'words that nobody is named for'
  return {
    code: 'verbatim-unattributed',
    message: `Words between quotation marks that no statement holds: taken for ${what}.`,
    span: spanOf(tokens, run.words),
  }
}
