import type { TokenSpan } from '../document/span.ts'
import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'

/** Relations of words that stand before a head noun and belong to its phrase. */
const BEFORE: ReadonlySet<string> = new Set([
  'det',
  'det:predet',
  'nmod:poss',
  'amod',
  'compound',
  'nummod',
  'nmod:desc',
  'nmod:unmarked',
  'flat',
  'goeswith',
  'advmod',
  'nmod',
  'cc:preconj',
  'case',
  'punct',
])
/** Prepositions whose complement belongs to the mention: “Minister of Health”, “envoy to Varland”, “leaders in Ostria”. */
const COMPLEMENTS: ReadonlySet<string> = new Set(['of', 'for', 'to', 'in', 'by', 'from', 'at'])
/** A chain of complements beyond this depth (“the head of the office of the deputy of …”) is cut. */
const DEPTH = 5

/** From determiner or possessor to the last complement; relative clauses, appositions and partners of a coordination are left out. */
export function measurePhrase(syntax: Syntax, head: number): TokenSpan {
  return { first: findStart(syntax, head), last: findEnd(syntax, head, DEPTH) }
}

/** Where the phrase of a head begins: “her Georgian counterpart” at “her”. */
export function findStart(syntax: Syntax, head: number): number {
  const children = childrenOf(syntax, head)
  let start = head
  for (let n = children.length - 1; n >= 0; n--) {
    const child = children[n] as number
    if (child > head) continue
    // words in between that hang elsewhere end the phrase
    const relation = relationOf(syntax, child)
    if ((syntax.right[child] as number) + 1 !== start || !BEFORE.has(relation) || (relation === 'punct' && !/^[-–‑]$/.test(syntax.words[child] as string)))
      break
    start = syntax.left[child] as number
  }
  return skipMarks(syntax, start, head)
}

const LINKS: ReadonlySet<number> = new Set([TAG.ADP, TAG.PUNCT, TAG.CCONJ, TAG.SCONJ])

/** A phrase does not begin with a preposition (“according to”), a mark or “not only”: these hang on the head but are no part of the mention. */
function skipMarks(syntax: Syntax, start: number, head: number): number {
  let at = start
  while (at < head) {
    const tag = syntax.upos[at] as number
    // “in at least six towns”, “only the minister”
    if (
      !LINKS.has(tag) &&
      !/^(?:case|fixed|mark)$/.test(relationOf(syntax, at)) &&
      !/^(?:least|most|than|about|only|even|just)$/.test(syntax.lower[at] as string) &&
      !(tag === TAG.ADV && syntax.head[at] === head)
    )
      break
    at++
  }
  return at
}

/** Where the phrase of a head ends, after at most `depth` complements within each other. */
export function findEnd(syntax: Syntax, head: number, depth: number): number {
  let end = head + 1
  for (const child of childrenOf(syntax, head)) {
    if (child < head) continue
    const left = syntax.left[child] as number
    if (left !== end) break
    const relation = relationOf(syntax, child)
    if (relation === 'compound' || relation === 'nummod' || relation === 'goeswith' || relation === 'flat') end = (syntax.right[child] as number) + 1
    else if (relation === 'nmod' && depth > 0 && isComplement(syntax, child)) end = findEnd(syntax, child, depth - 1)
    // “a person familiar with the matter”
    else if (relation === 'amod' && (syntax.right[child] as number) - child < 12) end = (syntax.right[child] as number) + 1
    else if (relation === 'conj' && depth < DEPTH && (syntax.right[child] as number) - child < 12) end = findEnd(syntax, child, depth - 1)
    else break
  }
  return end
}

const TIMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december day week month year morning evening night today yesterday tomorrow weekend hour time moment'.split(
    ' ',
  ),
)

function isComplement(syntax: Syntax, i: number): boolean {
  const link = caseOf(syntax, i)
  return link !== null && COMPLEMENTS.has(link) && !TIMES.has(syntax.lemma[i] as string) && !/^\d/.test(syntax.words[i] as string)
}
