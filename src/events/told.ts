import type { Realis } from '../document/news-event.ts'

/** What decided whether an event is told as happened; the words say it to people. */
export const RULES = {
  plain: 'Nothing around it says otherwise.',
  negation: 'A word of negation denies it.',
  modal: 'Its auxiliary tells what will, may or must be.',
  progressive: 'Its form tells what goes on.',
  performed: 'Saying it does it (“I would like to thank …”).',
  condition: 'It stands under a condition.',
  doubt: 'Somebody asks or doubts whether it is so.',
  question: 'Its sentence asks.',
  command: 'It is a command or a proposal to others.',
  against: 'The words are against it.',
  asked: 'The words are about how, where or whether to do it.',
  instead: 'The words say that something else was done.',
  time: 'Its clause tells a time that is still to come.',
  anyone: 'Its clause is about anyone who might.',
  governor: 'The word above it says so.',
  modifier: 'A word before it says so.',
  relative: 'Its own relative clause says so.',
  purpose: 'It is told as a purpose.',
  intended: 'It is told as what something is for.',
  refusal: 'What will not be done is refused, and the refusal has happened.',
  scorer: 'The scorer of realis finds it likelier than what the rules assume.',
} as const
export type Rule = keyof typeof RULES

/** Whether something happened, with the words that say so and the rule that read them. */
export interface Told {
  readonly realis: Realis
  readonly cues: readonly number[]
  readonly rule: Rule
}

/** What nothing qualifies is told as a fact. */
export const PLAIN: Told = { realis: 'happened', cues: [], rule: 'plain' }
