/** Words that tell nothing of what a sentence is about. */
const EMPTY: ReadonlySet<string> = new Set(
  `a an the this that these those it its they their them he his him she her we our us i my you your who which what there here and or but if as at by for from in into of on
  to with about over after before is are was were be been being am has have had having do does did will would shall should can could may might must not no nor never any
  some all more most than then so such only also very just said says say told t s ll ve re d`.split(/\s+/),
)

export function isTelling(word: string): boolean {
  return !EMPTY.has(word)
}

/** A word without the ending of its number or tense: “tolls”, “lowered” → “toll”, “lower”. Too rough for anything but counting what two sentences share. */
export function stemWord(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|ing|ed|es|s|e)$/, '') : word
}
