import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openReader, type Readout } from '../index.ts'

interface Mark {
  readonly start: number
  readonly end: number
  readonly name: string
}

const reader = await openReader()
const articles = readFileSync(new URL('../../fixtures/issues/speakers.txt', import.meta.url), 'utf8')
  .split(/^## .*\n/mu)
  .slice(1)
  .map(readMarks)

/** The text without its marks, and where they stood. */
function readMarks(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = []
  let text = ''
  for (const piece of marked.trim().split(/(\{[^}]*\})/u)) {
    const [words, name] = piece.startsWith('{') ? (piece.slice(1, -1).split('|') as [string, string]) : [piece, null]
    if (name !== null) marks.push({ start: text.length, end: text.length + words.length, name })
    text += words
  }
  return { text, marks }
}

/** Name of whoever is meant: the speaker of the statement whose source the words are, else the entity that they mention. */
function findMeant({ statements, entities }: Readout, { start, end }: Mark): string | null {
  const statement = statements.find(({ source }) => source && source.span.start <= start && end <= source.span.end)
  const entity = statement
    ? entities.find(({ id }) => id === statement.source?.entity)
    : entities.find(({ mentions }) => mentions.some((mention) => mention.start === start && mention.end === end))
  return entity?.name ?? null
}

test('speakers of short articles: more than nine in ten right, few wrong', async () => {
  let [all, right, open] = [0, 0, 0]
  for (const { text, marks } of articles) {
    const readout = await reader.read(text)
    for (const mark of marks) {
      const found = findMeant(readout, mark)
      all++
      if (found === null) open++
      else if (found.includes(mark.name)) right++
    }
  }
  expect({ articles: articles.length, right: right / all > 0.93, wrong: (all - right - open) / all < 0.06 }).toEqual({ articles: 28, right: true, wrong: true })
})
