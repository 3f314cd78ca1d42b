/** Every limit of the program, in one place. What goes beyond one shows up as a notice or a clear sentence. */
export const LIMITS = {
  /** UTF-16 units of one article: some eight million words. Longer texts are told as `too-long` and not read. */
  articleUnits: 50_000_000,
  /** Notices of one kind that a record carries; further ones are only counted. */
  noticesOfAKind: 100,
} as const
