import type { ReadoutSpan } from '../document/readout.ts'
import { type CheckedClaim, type DraftCheck, linkToWords, type Match } from '../questions/questions.ts'
import { nameClaimant, nameSpeaker, tellCounts, tellRemarks, VERDICT_WORDS } from './check-words.ts'
import { sayArticle, showMarked } from './show-answers.ts'
import { type Look, makePaint, squeeze } from './show-lines.ts'

/** A check for the terminal: each claim with its verdict, and beneath it the words of the library; what differs is between stars, or bold. */
export function showCheck(check: DraftCheck, look: Look): string {
  const lines = check.claims.flatMap((one) => showClaim(one, look))
  return `${[...lines, tellCounts(check)].join('\n')}\n`
}

function showClaim(checked: CheckedClaim, look: Look): string[] {
  const paint = makePaint(look.hasColor)
  const { claim, verdict, matches } = checked
  const [best] = matches
  const draftMarks = (best?.differences ?? []).flatMap(({ draft }) => draft ?? [])
  return [
    `${paint.bold(VERDICT_WORDS[verdict])} · ${claim.kind} · ${squeeze(nameClaimant(checked), 120)}`,
    ...claim.spans.flatMap((span) => showMarked(span, draftMarks, look, '  draft    ')),
    ...matches.flatMap((match) => showMatch(match, look)),
    '',
  ]
}

function showMatch(match: Match, look: Look): string[] {
  const paint = makePaint(look.hasColor)
  const { words, differences, article, verdict } = match
  const marks = differences.flatMap(({ library }): ReadoutSpan[] => (library ? [library] : []))
  const remarks = tellRemarks(match)
  const link = linkToWords(article.address, words.text)
  return [
    ...showMarked(words, marks, look, '  library  '),
    `           ${VERDICT_WORDS[verdict]}: ${squeeze(nameSpeaker(match), 120)}, ${sayArticle(article)}${remarks ? ` (${remarks})` : ''}`,
    ...(link ? [paint.dim(`           ${link}`)] : []),
  ]
}
