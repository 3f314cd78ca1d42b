import { describe, expect, test } from 'vitest'
import { openReader } from '../src/index.ts'

const reader = await openReader()

/** What is read from a text, a line each: source | cue | pieces of content joined by “…” | kind. */
async function readLines(text: string): Promise<string[]> {
  const { statements } = await reader.read(text)
  return statements.map((one) =>
    [
      one.source?.span.text ?? '-',
      one.cue?.spans.map((span) => span.text).join(' … ') ?? '-',
      one.content.spans.map((span) => span.text).join(' … '),
      one.kind,
    ].join(' | '),
  )
}

describe('constructions of the news', () => {
  const check = (text: string, expected: string[]) => test(text, async () => expect(await readLines(text)).toEqual(expected))
  check('“We will sail tomorrow,” Arvo Lind said.', ['Arvo Lind | said | “We will sail tomorrow,” | direct'])
  check('“We will go,” Lind said, “but not today.”', ['Lind | said | “We will go,” … “but not today.” | direct'])
  check('“We waited all night.\n\n“Nobody came,” Lind said.', ['Lind | said | “We waited all night. … “Nobody came,” | direct'])
  check('Lind said the ferry would sail before winter.', ['Lind | said | the ferry would sail before winter | indirect'])
  check('According to the harbour office, landings fell by a third last year.', [
    'the harbour office | According to | landings fell by a third last year | indirect',
  ])
  check('Lind denied that the bridge was unsafe.', ['Lind | denied | that the bridge was unsafe | indirect'])
  check('The damage would be large. “If they come, we have boats,” Lind said.', ['Lind | said | “If they come, we have boats,” | direct'])
  check('In the view of Arvo Lind, the talks carry more meaning this time.', ['Arvo Lind | In the view of | the talks carry more meaning this time | indirect'])
  check('In the sea of Asel, the boats carry lights.', [])
  check('It is feared that the talks have failed.', ['- | is feared | that the talks have failed | indirect'])
  check('Minister: no deal before the summer', ['Minister | : | no deal before the summer | indirect'])
  check('“It must stop now.” – Commissioner Edda Vale', ['Commissioner Edda Vale | – | “It must stop now.” | direct'])
  check('Q: Will you go?\n\nA: No. We stay here.\n\nQ: Why?\n\nA: The sea is calm.', [
    '- | : | Will you go? | direct',
    'A | : | No. We stay here. | direct',
    '- | : | Why? | direct',
    'A | : | The sea is calm. | direct',
  ])
  check('The "safe" corridor was closed on Friday.', [])
  check('She has written a book called “Harbour Without Ships”.', [])
})

test('a report inside a report lies within it', async () => {
  const { statements } = await reader.read('The Tribune reported on Friday that an aide said the pact was dead.')
  const inner = statements.find((one) => one.source?.span.text === 'an aide')
  const outer = statements.find((one) => one.source?.span.text === 'The Tribune')
  expect(inner?.within).toBe(outer?.id)
})

test('negated saying and declining are told', async () => {
  const { statements } = await reader.read('Lind did not say whether the bridge was safe. Vale declined to say when the ferry would sail.')
  expect(statements.map((one) => [one.act, one.negated])).toEqual([
    ['say', true],
    ['decline', false],
  ])
})

test('verbatim words that nobody says are told in a notice', async () => {
  const { notices } = await reader.read('The "safe" corridor was closed on Friday.')
  expect(notices.map((notice) => notice.code)).toEqual(['verbatim-unattributed'])
})

test('names that mean one person are one entity', async () => {
  const { entities, statements } = await reader.read('Arvo Lind met the mayors in Sorvik on Monday. Lind said the ferry would sail.')
  const person = entities.find((one) => one.kind === 'person')
  expect(person?.mentions.map((mention) => mention.text)).toEqual(['Arvo Lind', 'Lind'])
  expect(statements[0]?.source?.entity).toBe(person?.id)
})
