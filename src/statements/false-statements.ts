import type { Layers } from '../document/layers.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { runsIn, sizeOf, type Verbatim } from './contents.ts'
import { findHeadToken, findSourceKind } from './sources.ts'

/**
 * What the reader takes for a statement and is none: a title between marks (a book called “Harbour Without Ships”), an utterance
 * that is only mentioned (“did not respond to a request for comment”), a deed (“called off the visit”), and a noun that looks like a verb
 * (“the weather report that …”).
 */
export function isNoStatement(tokens: Tokens, layers: Layers, draft: Draft, runs: readonly Verbatim[]): boolean {
  return isTitle(tokens, draft, runs) || isMentioned(tokens, draft) || isCalledOff(tokens, layers, draft) || isNounAfterAll(tokens, layers, draft)
}

/** “|Called| off an earlier visit”, “called up the reserves”: nothing is called anything. “Called on”, “called for” ask for something. */
function isCalledOff(tokens: Tokens, layers: Layers, { cue }: Draft): boolean {
  if (!cue || cue.last >= tokens.count) return false
  const last = cue.last - 1
  return layers.lemma[last] === 'call' && /^(?:off|up|back)$/.test(readWord(tokens, cue.last))
}

/** Verbs whose past is their plain form: “the envoy read that …”. */
const UNCHANGED = /^(?:read|put|let|set|bet|cut|hit|quit|cast|broadcast|forecast)$/

/** “The ferry |permit| that drivers carry has expired”: one who says would “permits”; groups and offices may go with the plain form (“the police say”). */
function isNounAfterAll(tokens: Tokens, layers: Layers, { source, cue }: Draft): boolean {
  if (!source || !cue || cue.last - cue.first !== 1 || source.last !== cue.first) return false
  const word = readWord(tokens, cue.first)
  if (word !== layers.lemma[cue.first] || UNCHANGED.test(word) || !/^[a-z]+$/.test(word)) return false
  if (!/^(?:the|a|an|this|that|its|his|her|their|our|my|your)$/i.test(readWord(tokens, source.first))) return false
  // not “did the minister say”, “heard the pilot say”
  if (source.first > 0 && /^[\p{L}’']/u.test(readWord(tokens, source.first - 1))) return false
  const head = readWord(tokens, findHeadToken(source, layers))
  // “a number of members echo her concerns” agrees with the members
  if (/^(?:number|majority|minority|handful|host|couple|pair|variety|series|group|lot)$/.test(head)) return false
  return /^[a-z]+[^s]$/.test(head) && /^(?:person|document)$/.test(findSourceKind(source, tokens, layers))
}

/** Words that may stand beside a title in what the reader took: “a book called”, “the last summit,”. */
const BESIDE = 5

function isTitle(tokens: Tokens, { content }: Draft, runs: readonly Verbatim[]): boolean {
  const inside = runsIn(runs, content)
  const [run, more] = inside
  if (!run || more || sizeOf(content) - (run.whole.last - run.whole.first) > BESIDE || run.words.last - run.words.first > 8) return false
  let capitals = 0
  for (let i = run.words.first; i < run.words.last; i++) {
    const word = readWord(tokens, i)
    if (/^[.,!?]/.test(word) || /^\p{Ll}\p{L}{3,}/u.test(word)) return false
    if (/^\p{Lu}/u.test(word)) capitals++
  }
  return capitals >= 2
}

/** “comment” with a cue that requests it, “a request for comment” as all that is not answered. */
function isMentioned(tokens: Tokens, { cue, content }: Draft): boolean {
  const [piece, more] = content
  if (!cue || !piece || more) return false
  const read = (first: number, last: number) => tokens.text.slice(tokens.start[first], tokens.end[last - 1])
  const words = read(piece.first, piece.last)
  return (
    /^(?:[a-z]+ ){0,3}requests? for (?:comments?|an interview)$/i.test(words) ||
    (/^comments?$/i.test(words) && /\brequests?\b/i.test(read(cue.first, cue.last)))
  )
}
