import { describe, expect, test } from 'vitest'
import { type Desk, type Report, reportBetween, reportFound } from '../src/questions/questions.ts'
import { closeStore, type Store } from '../src/store/store.ts'
import { openBriefDesk } from './brief-sample.ts'

const ALWAYS = { since: null, until: null }

/** Briefs in any engine. */
export function describeReports(engine: string, open: () => Promise<Store>): void {
  const withDesk = async (work: (desk: Desk) => Promise<void>) => {
    const store = await open()
    await work(await openBriefDesk(store))
    await closeStore(store)
  }
  const tell = ({ sections }: Report) =>
    sections.flatMap(({ title, lines }) => lines.map(({ day, text, notes }) => `${title} | ${day} | ${text} | ${notes.length}`))
  const expectCited = ({ sections, citations }: Report) => {
    for (const { lines } of sections)
      for (const { words, notes, outcomes } of lines) {
        expect(words).not.toBe('')
        for (const note of [...notes, ...outcomes.map((outcome) => outcome.note)])
          expect(citations[note - 1]?.sentence.text).toContain(citations[note - 1]?.words.text)
      }
  }

  describe(`briefs in ${engine}`, () => {
    test('between two: reports of the same are one line; what is said is told once', () =>
      withDesk(async (desk) => {
        const report = await reportBetween(desk, ['Belmora', 'Ostria'], ALWAYS)
        expect(tell(report)).toEqual([
          'Meetings | 2024-01-09 | Meeting: Ilva Brandt, Radu Keshen | 2',
          'What was said | 2024-03-14 | Radu Keshen said | 1',
          'Promises | 2024-01-15 | Ilva Brandt promised | 1',
          'Cooperation | 2024-02-01 | Cooperation on energy: Belmora, Ostria, originating, going on | 1',
          'Denied, not known, or only possible | 2024-03-14 | Meeting: Radu Keshen, Ilva Brandt, denied or called off | 1',
        ])
        expectCited(report)
        expect(report.citations[0]).toMatchObject({
          words: { text: 'met' },
          article: { outlet: 'Strait Times', copies: 2 },
          link: expect.stringContaining('#:~:text=Ilva%20Brandt'),
        })
      }))

    test('in a stretch of time, and by words', () =>
      withDesk(async (desk) => {
        expect(tell(await reportBetween(desk, ['Ostria', 'Ilva Brandt'], { since: '2024-01-12', until: '2024-02-01' }))).toEqual([
          'Promises | 2024-01-15 | Ilva Brandt promised | 1',
        ])
        const found = await reportFound(desk, 'corridor', ALWAYS)
        expect(tell(found)).toEqual([
          'What was said | 2024-01-10 | Ilva Brandt said | 1',
          'What was said | 2024-01-10 | Ilva Brandt said | 1',
          'What was said | 2024-03-14 | Radu Keshen said | 1',
        ])
        expectCited(found)
      }))

    test('a name that nobody bears', () =>
      withDesk(async (desk) =>
        expect(await reportBetween(desk, ['Belmora', 'Atlantis'], ALWAYS)).toMatchObject({ sections: [], citations: [], unknown: ['Atlantis'] }),
      ))
  })
}
