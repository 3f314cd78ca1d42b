import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { overlapAll, sizeOf } from './contents.ts'

const TURN = 0.95

/** A turn of a transcript: its label (“Q”, “LIND”), the colon, and what is said, paragraph by paragraph. */
interface Turn {
  readonly label: TokenSpan
  readonly colon: number
  readonly content: readonly TokenSpan[]
}

/**
 * Statements for the turns of a transcript, whose words stand without quotation marks. A draft that claimed the same words
 * by the same label gives way; what is reported inside a turn lies within it.
 */
export function placeTurns(tokens: Tokens, drafts: readonly Draft[]): Draft[] {
  const turns = findTurns(tokens)
  if (turns.length === 0) return [...drafts]
  const made = turns.map((turn): Draft => {
    // “Q” is whoever asks; “A” is told, for the dialogue shows who answers
    const isQuestion = readWord(tokens, turn.label.first) === 'Q' && turn.label.last - turn.label.first === 1
    return {
      cue: { first: turn.colon, last: turn.colon + 1 },
      source: isQuestion ? null : turn.label,
      content: [...turn.content],
      confidence: TURN,
      within: null,
      isVerbal: false,
      isTurn: true,
    }
  })
  const others = drafts.filter(
    (draft) =>
      !made.some(
        (turn) =>
          (overlapAll(turn.content, draft.content) > 0.8 * sizeOf(turn.content) && draft.cue === null) ||
          (draft.cue && turn.cue && draft.cue.first <= turn.cue.first && turn.cue.last <= draft.cue.last),
      ),
  )
  return [...made, ...others]
}

/** Turns open a paragraph with a label and a colon. One alone is no dialogue: “Note: …”. */
function findTurns(tokens: Tokens): Turn[] {
  const turns: { label: TokenSpan; colon: number; content: TokenSpan[] }[] = []
  // a paragraph without a label goes on with the turn before it only where another turn follows
  const waiting: TokenSpan[] = []
  for (let p = 0; p + 1 < tokens.paragraphs.length; p++) {
    const opening = tokens.paragraphs[p] as number
    const last = tokens.paragraphs[p + 1] as number
    const first = /^["“]$/.test(readWord(tokens, opening)) && opening + 1 < last ? opening + 1 : opening
    const colon = findLabelEnd(tokens, first, last)
    if (colon > first && turns.length > 0) turns.at(-1)?.content.push(...waiting.splice(0))
    if (colon > first && (first === opening || isCapitals(tokens, first)))
      turns.push({ label: { first, last: colon }, colon, content: colon + 1 < last ? [{ first: colon + 1, last }] : [] })
    else if (turns.length > 0 && tokens.quoteState[first] === 0 && /^Q$|^A$/.test(readWord(tokens, (turns.at(-1) as Turn).label.first)))
      waiting.push({ first, last })
  }
  const labels = new Set(turns.map((turn) => tokens.text.slice(tokens.start[turn.label.first], tokens.end[turn.label.last - 1])))
  const isDialogue = turns.length >= 3 || (turns.length === 2 && labels.size === 2)
  return isDialogue ? turns.filter((turn) => turn.content.length > 0) : []
}

/** “LIND: …” after a mark is a turn that somebody quotes; “Then: …” there is not. */
function isCapitals(tokens: Tokens, i: number): boolean {
  return /^\p{Lu}{2,}/u.test(readWord(tokens, i))
}

/** Token of the colon behind a speaker's label of at most five capitalised words, 0 where there is none. */
function findLabelEnd(tokens: Tokens, first: number, last: number): number {
  for (let i = first; i < Math.min(last - 1, first + 6); i++) {
    const word = readWord(tokens, i)
    if (word === ':') return i > first ? i : 0
    if (!/^(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|de|van|bin|al|\(|\))$/u.test(word)) return 0
  }
  return 0
}
