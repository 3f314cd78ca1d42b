import { describe, expect, test } from 'vitest'
import { checkDraft, type Desk, type DraftCheck } from '../src/questions/questions.ts'
import { convertOffsets } from '../src/record/record.ts'
import { closeStore, findIdentities, type Store } from '../src/store/store.ts'
import { BELMORA, ILVA, JONAS, openBriefDesk, PEOPLE, TOVE } from './brief-sample.ts'
import { fold } from './library-sample.ts'
import { type Line, makeReport, makeSomebody, type Says } from './report-sample.ts'

const NOBODY = makeSomebody('person', null, 'Nils Ode', 'Ode')
const BARE = makeSomebody('person', null, 'Brandt')
const CAST = [...PEOPLE, NOBODY]

/** A draft made by hand, its people looked up by name as the library would. */
async function check(desk: Desk, lines: readonly Line[], cast = CAST, isTied = true): Promise<DraftCheck> {
  const { readout } = makeReport({ key: 'draft', day: '2024-09-01', outlet: 'Desk', title: 'Draft', lines }, cast)
  const people: (number | null)[] = []
  for (const { name } of readout.entities) {
    const found = await findIdentities(desk.store, { folded: [fold(name)] })
    people.push(isTied && found.length === 1 ? (found[0]?.id ?? null) : null)
  }
  return checkDraft(desk, { readout: convertOffsets(readout, 'codepoint'), people }, { since: null, until: null })
}

/** What the draft says → verdict, remarks, who said it in which outlet. */
function tell({ claims }: DraftCheck): string[] {
  return claims.map(({ claim, verdict, matches: [best] }) =>
    [claim.kind, verdict, ...(best ? [best.remarks.join('+') || '-', best.speaker ?? 'nobody', best.article.outlet] : [])].join(' | '),
  )
}

const says = (by: Says['by'], content: string, more: Partial<Says> = {}): Line => ({
  text: `${content} ${by.names.at(-1)} said.`,
  says: { by, cue: 'said', content, ...more },
})

const QUOTATIONS: readonly [string, Line, string][] = [
  ['as it stands', says(ILVA, '“We will never accept a closed corridor,”'), 'quotation | stands | - | Ilva Brandt | Strait Times'],
  ['in other signs', says(ILVA, '“WE will never accept a closed corridor!”'), 'quotation | stands | capitals | Ilva Brandt | Strait Times'],
  ['with something left out', says(ILVA, '“We will ... accept a closed corridor”'), 'quotation | stands | ellipsis | Ilva Brandt | Strait Times'],
  [
    'with brackets',
    says(ILVA, '“[The ministry] will never accept a closed [mountain] corridor”'),
    'quotation | stands | insertion | Ilva Brandt | Strait Times',
  ],
  ['a letter in brackets', says(ILVA, '“[w]e will never accept a closed corridor”'), 'quotation | stands | insertion | Ilva Brandt | Strait Times'],
  ['a part of it', says(ILVA, '“closed corridor”'), 'quotation | stands | - | Ilva Brandt | Strait Times'],
  ['with another word', says(ILVA, '“We will never allow a closed corridor,”'), 'quotation | other-words | words | Ilva Brandt | Strait Times'],
  ['by somebody else', says(TOVE, '“We will never accept a closed corridor,”'), 'quotation | other-speaker | - | Ilva Brandt | Strait Times'],
  ['by nobody of the library', says(NOBODY, '“We will never accept a closed corridor,”'), 'quotation | other-speaker | - | Ilva Brandt | Strait Times'],
  ['that was never quoted', says(TOVE, '“the harbour of Varland would grow”'), 'quotation | other-words | reported | Tove Aldane | Hill *Herald*'],
  ['that nobody said', says(ILVA, '“Kites fly best over the northern marshes,”'), 'quotation | not-found'],
  ['of common words', says(ILVA, '“We will not do it,”'), 'quotation | not-found'],
  ['that stands in no statement', says(ILVA, '“Ministers met for two hours”'), 'quotation | not-found'],
  [
    'out of the reporter’s mouth',
    says(ILVA, '“met Ilva Brandt for two hours”'),
    'quotation | speaker-open | outside+article-names-nobody | nobody | North Wire',
  ],
]

const CLAIMS: readonly [string, Line, string][] = [
  ['word for word', says(TOVE, 'the harbour of Varland would grow'), 'claim | stands | - | Tove Aldane | Hill *Herald*'],
  ['in other words', says(TOVE, 'Varland would see its harbour grow'), 'claim | similar | words | Tove Aldane | Hill *Herald*'],
  ['that was quoted', says(ILVA, 'that Belmora supports sanctions against Varland'), 'claim | similar | words | Ilva Brandt | Hill *Herald*'],
  ['turned round', says(TOVE, 'the harbour of Varland would not grow'), 'claim | other-words | words+negation | Tove Aldane | Hill *Herald*'],
  ['another number', says(TOVE, 'item 10 of the budget was for dredging'), 'claim | other-words | words+numbers | Tove Aldane | Hill *Herald*'],
  ['by somebody else', says(JONAS, 'the harbour of Varland would grow'), 'claim | other-speaker | - | Tove Aldane | Hill *Herald*'],
  ['on another matter', says(TOVE, 'the marshes north of Asel would be drained'), 'claim | not-found'],
]

/** How a draft is held against a library, in any engine. */
export function describeCheck(engine: string, open: () => Promise<Store>): void {
  const withDesk = async (work: (desk: Desk) => Promise<void>) => {
    const store = await open()
    await work(await openBriefDesk(store))
    await closeStore(store)
  }

  describe(`a draft held against the library in ${engine}`, () => {
    test('quotations and claims', () =>
      withDesk(async (desk) => {
        for (const [name, line, expected] of [...QUOTATIONS, ...CLAIMS]) expect([name, ...tell(await check(desk, [line]))]).toEqual([name, expected])
      }))

    test('a surname alone goes by name', () =>
      withDesk(async (desk) => {
        const told = tell(await check(desk, [says(BARE, '“We will never accept a closed corridor,”')], [BARE], false))
        expect(told).toEqual(['quotation | stands | speaker-by-name | Ilva Brandt | Strait Times'])
      }))

    test('differences are marked in both places, in code points', () =>
      withDesk(async (desk) => {
        const { claims } = await check(desk, [{ text: '🚢 Grain.' }, says(ILVA, '“We will never allow a closed corridor,”')])
        const [best] = claims[0]?.matches ?? []
        expect(best?.differences).toEqual([{ draft: { start: 24, end: 29, text: 'allow' }, library: { start: 76, end: 82, text: 'accept' } }])
        expect(best?.article).toMatchObject({ outlets: ['Coast Daily', 'Harbour Post', 'Strait Times'], copies: 2, publishedOn: '2024-01-10' })
      }))

    test('a quotation without a speaker is told with who said it; what is denied is set apart', () =>
      withDesk(async (desk) => {
        const checked = await check(desk, [
          { text: 'A banner read: “We will never accept a closed corridor”.' },
          says(ILVA, 'that Belmora had sunk', { isNegated: true }),
        ])
        expect(tell(checked)).toEqual(['quotation | speaker-open | draft-names-nobody | Ilva Brandt | Strait Times'])
        expect(checked.passed.map(({ reason }) => reason)).toEqual(['negated'])
        expect(checked.counts).toEqual({ stands: 0, similar: 0, 'other-words': 0, 'speaker-open': 1, 'other-speaker': 0, 'not-found': 0 })
      }))

    test('what was printed outside of the time asked for does not count', () =>
      withDesk(async (desk) => {
        const { readout } = makeReport(
          { key: 'draft', day: null, outlet: 'Desk', title: 'Draft', lines: [says(ILVA, '“We will never accept a closed corridor,”')] },
          [BELMORA, ILVA],
        )
        const draft = { readout: convertOffsets(readout, 'codepoint'), people: [null] }
        expect(tell(await checkDraft(desk, draft, { since: '2024-02-01', until: null }))).toEqual(['quotation | not-found'])
      }))
  })
}
