import { type Layers, UPOS } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { indexAt, readWord } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { findHeadToken } from './sources.ts'
import { dependentsOf, nameOf, REACH, relationOf, spanBelow } from './syntax.ts'

/** Verbs with somebody spoken to before the clause that is told. */
const ADDRESSING = /^(?:tell|ask|warn|inform|remind|assure|write|promise|convince|persuade|notify|reassure)$/
/** Words of the reporter's between the cue and what is told: “said, |however,| that …”. */
const ASIDE = /^(?:however|though|meanwhile|moreover|too|also|then|instead|nevertheless|again)$/i
/** What no name or description of a person holds. */
const NO_NAME: ReadonlySet<number> = new Set([UPOS.indexOf('VERB'), UPOS.indexOf('AUX'), UPOS.indexOf('PUNCT')])
/** Words that open a clause, and no name of anybody. */
const CLAUSE = /^(?:that|whether|if)$/i
/** Manner of the cue that stands before “that”: “said |only| that shorter queues were welcome”. */
const MANNER = /^(?:only|also|simply|just|merely|again|later)$/i

/**
 * Sets the front of a content right by syntax: whom the cue speaks to is no part of the clause that is told, nor are the
 * reporter's asides (“told |our correspondent| he was never consulted”, “said|, however,| that money …”).
 */
export function trimClauses(tokens: Tokens, layers: Layers, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => (draft.cue && !draft.isTurn ? trimClause(tokens, layers, draft, draft.cue) : draft))
}

function trimClause(tokens: Tokens, layers: Layers, draft: Draft, cue: TokenSpan): Draft {
  const at = draft.content.findIndex((piece) => piece.first >= cue.last)
  const piece = draft.content[at]
  if (!piece) return draft
  const content = dropSubject(tokens, layers, draft.content, cue)
  const opening = readWord(tokens, piece.first)
  const next = piece.first + 1 < piece.last ? readWord(tokens, piece.first + 1) : ''
  const replace = (first: number, newCue = cue): Draft => ({
    ...draft,
    cue: newCue,
    content: content.map((one) => (one === piece ? { first, last: one.last } : one)),
  })
  if (ASIDE.test(opening) && next === ',' && piece.last - piece.first > 2) return replace(piece.first + 2)
  if (MANNER.test(opening) && next.toLowerCase() === 'that')
    return replace(piece.first + 1, cue.last === piece.first ? { first: cue.first, last: cue.last + 1 } : cue)
  const clause = findClause(tokens, layers, cue, piece)
  if (clause === null) return content === draft.content ? draft : { ...draft, content }
  // “|wrote| to the minister that …”: the preposition goes with the one spoken to
  const last = cue.last - 1
  const isPreposition = last > cue.first && relationOf(layers, last) === 'case' && (layers.head[last] as number) >= piece.first
  return replace(clause, isPreposition ? { first: cue.first, last } : cue)
}

/** The one spoken to is so many tokens long at most where only the word that opens the clause shows the end. */
const LONGEST_ADDRESSEE = 8

/** Where the clause begins behind the one spoken to, or null. */
function findClause(tokens: Tokens, layers: Layers, cue: TokenSpan, piece: TokenSpan): number | null {
  const head = findHeadToken(cue, layers)
  // “asked about |Trent's claim that …|” tells the claim, and “warned |that if …|” speaks to nobody
  const isOpen = cue.last - 1 === head || readWord(tokens, cue.last - 1) === 'to'
  if (!isOpen || !ADDRESSING.test(layers.lemma[head] ?? '') || CLAUSE.test(readWord(tokens, piece.first))) return null
  const sentence = indexAt(tokens.sentences, head)
  const within = { first: piece.first, last: Math.min(piece.last, tokens.sentences[sentence + 1] as number, piece.first + REACH) }
  for (let i = within.first; i < Math.min(within.last - 1, within.first + LONGEST_ADDRESSEE) && !NO_NAME.has(layers.upos[i] as number); i++)
    if (CLAUSE.test(readWord(tokens, i))) return i
  const dependents = dependentsOf(layers, head, within)
  const clause = dependents.find((d) => relationOf(layers, d) === 'ccomp')
  const addressee = dependents.find((d) => /^(?:i?obj|obl)$/.test(relationOf(layers, d)))
  if (clause === undefined || addressee === undefined || addressee > clause) return null
  const { first } = spanBelow(layers, clause, within)
  const opening = spanBelow(layers, addressee, within)
  return opening.first === piece.first && opening.last === first ? first : null
}

/** “|The minister| was asked why …”: whoever is asked or told in a passive is spoken to, and says nothing. */
function dropSubject(tokens: Tokens, layers: Layers, content: Draft['content'], cue: TokenSpan): Draft['content'] {
  const head = findHeadToken(cue, layers)
  if (content.length < 2 || !/^(?:ask|tell|warn|urge|remind)$/.test(layers.lemma[head] ?? '')) return content
  const from = Math.max(tokens.sentences[indexAt(tokens.sentences, head)] as number, head - REACH)
  const subject = dependentsOf(layers, head, { first: from, last: head }).find((d) => nameOf(layers, d) === 'nsubj:pass')
  if (subject === undefined) return content
  return content.filter((piece) => !(piece.last <= cue.first && piece.first <= subject && subject < piece.last))
}
