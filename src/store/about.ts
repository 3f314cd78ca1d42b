import type { Readout } from '../document/readout.ts'

/**
 * For each statement the entities mentioned inside its content, by their places in the record, in order. Only those with an identity.
 * Mentions are sorted once, so that each statement looks only at its own stretch.
 */
export function findAbout(readout: Readout, hasIdentity: readonly boolean[]): number[][] {
  const mentions = readout.entities.flatMap((entity, n) => (!hasIdentity[n] ? [] : entity.mentions.map(({ start, end }) => ({ start, end, entity: n }))))
  mentions.sort((a, b) => a.start - b.start || a.end - b.end || a.entity - b.entity)
  return readout.statements.map(({ content }) => {
    const found = new Set<number>()
    for (const span of content.spans)
      for (let i = findFirst(mentions, span.start); i < mentions.length; i++) {
        const mention = mentions[i] as (typeof mentions)[number]
        if (mention.start >= span.end) break
        if (mention.end <= span.end) found.add(mention.entity)
      }
    return [...found].sort((a, b) => a - b)
  })
}

/** Index of the first mention that starts at or behind `at`. */
function findFirst(mentions: readonly { start: number }[], at: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle] as { start: number }).start < at) low = middle + 1
    else high = middle
  }
  return low
}
