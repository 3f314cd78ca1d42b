import type { CheckedClaim, DraftCheck, Match, Remark, Verdict } from '../questions/questions.ts'

/** What each verdict means to the reader of a draft. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  stands: 'stands so',
  similar: 'similar words by the same speaker',
  'other-words': 'stands with other words',
  'speaker-open': 'stands, speaker not known',
  'other-speaker': 'said by somebody else',
  'not-found': 'not found',
}

const REMARK_WORDS: Readonly<Record<Remark, string>> = {
  ellipsis: 'words were left out',
  insertion: 'words in brackets were put in',
  capitals: 'other capitals',
  punctuation: 'other punctuation',
  cut: 'only its beginning was looked for',
  words: 'the words differ',
  reported: 'no quotation there, but indirect speech',
  outside: 'the words stand in the article, outside of what anybody is read to say',
  negation: 'one of the two is denied',
  numbers: 'the numbers differ',
  'speaker-by-name': 'the speaker is the same by name alone',
  'spoken-for': 'one of the two speaks for the other',
  'draft-names-nobody': 'the draft tells no speaker',
  'article-names-nobody': 'the article tells no speaker',
}

export function tellRemarks({ remarks }: Match): string {
  return remarks.map((remark) => REMARK_WORDS[remark]).join('; ')
}

export function nameClaimant({ claim: { speaker, onBehalfOf } }: CheckedClaim): string {
  return [speaker?.name ?? (onBehalfOf ? null : 'nobody named'), onBehalfOf && `for ${onBehalfOf.name}`].filter(Boolean).join(' ')
}

export function nameSpeaker({ speaker, onBehalfOf }: Match): string {
  return [speaker ?? (onBehalfOf ? null : 'nobody named'), onBehalfOf && `for ${onBehalfOf}`].filter(Boolean).join(' ')
}

/** “3 quotations and claims: stands so 2, not found 1.” */
export function tellCounts({ counts, claims, passed }: DraftCheck): string {
  const told = Object.entries(counts).flatMap(([verdict, count]) => (count > 0 ? [`${VERDICT_WORDS[verdict as Verdict]} ${count}`] : []))
  const count = (reason: string) => passed.filter((one) => one.reason === reason).length
  const also = [
    count('negated') > 0 ? `${count('negated')} that somebody is told not to have said` : '',
    count('too-little') > 0 ? `${count('too-little')} with too few words of their own` : '',
  ].filter(Boolean)
  return `${claims.length} ${claims.length === 1 ? 'quotation or claim' : 'quotations and claims'}${told.length > 0 ? `: ${told.join(', ')}` : ''}.${also.length > 0 ? ` Not looked for: ${also.join(', ')}.` : ''}`
}
