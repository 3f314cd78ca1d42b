import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fold } from '../../test/library-sample.ts'
import { describeReview, NOW } from '../../test/review-conformance.ts'
import { castOf, readReport, takeReport, writeReport } from '../../test/review-sample.ts'
import type { ReadoutSpan } from '../document/readout.ts'
import { verifyReadout } from '../record/record.ts'
import { closeStore, openStore, type Store, saveReadings, saveTaken } from '../store/store.ts'
import { addCorrection, type Correction, type CorrectionDraft, listCorrections, loadReviewed, type ReviewedArticle } from './review.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-review-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
const open = () => openStore(join(folder, `${++count}.db`))
describeReview('SQLite', open)

const ARTICLES = 20

test('two hundred corrections survive another model and another text: each is kept or shown as displaced', async () => {
  const store = await open()
  await saveTaken(
    store,
    Array.from({ length: ARTICLES }, (_, n) => takeReport(n)),
    fold,
  )
  for (let n = 0; n < ARTICLES; n++) await correctReport(store, n)
  const all = await listCorrections(store, {})
  expect(all).toHaveLength(200)
  const accounts = (await loadAll(store)).map((reviewed, n) => accountFor(reviewed, all, n))
  expect(accounts.every(({ lost, displaced }) => lost.length === 0 && displaced === 0)).toBe(true)
  const versions = await store.db.selectFrom('version').select(['id', 'article_id']).orderBy('id').execute()
  const reread = versions.map(({ id }, n) => ({ ...takeReport(n, rereadReport(n)), versionId: id }))
  expect(await saveReadings(store, reread, fold)).toBe(ARTICLES)
  for (const [n, reviewed] of (await loadAll(store)).entries()) {
    expect(accountFor(reviewed, all, n)).toMatchObject({ lost: [], displaced: 0 })
    checkDecisions(reviewed)
  }
  await saveTaken(
    store,
    Array.from({ length: ARTICLES }, (_, n) => takeReport(n, readReport(n, updateText(n), undefined, '0.3.0'))),
    fold,
  )
  for (const [n, reviewed] of (await loadAll(store)).entries()) {
    expect(reviewed.version).toBe(2)
    const { lost, displaced } = accountFor(reviewed, all, n)
    expect(lost).toEqual([])
    // The report's last sentence is gone, with what was said on its event and its statement.
    expect(displaced).toBe(2)
    checkDecisions(reviewed)
  }
  expect(await listCorrections(store, {})).toEqual(all)
  await closeStore(store)
}, 120_000)

/** Ten entries on the nth report, of every sort. */
async function correctReport(store: Store, n: number): Promise<void> {
  const { record } = (await loadReviewed(store, n + 1)) as ReviewedArticle
  const { home } = castOf(n)
  const text = record.article.text ?? ''
  const words = (piece: string): ReadoutSpan => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length, text: piece })
  const key = (kind: 'statements' | 'events' | 'cooperation' | 'comparisons' | 'entities', at: number) => record[kind][at]?.factKey ?? null
  const drafts: CorrectionDraft[] = [
    { factKind: 'statement', factKey: key('statements', 0), action: 'accept' },
    {
      ...{ factKind: 'statement', factKey: key('statements', 1), action: 'correct' },
      fields: { act: 'promise', speaker: { name: 'Ede Varn', kind: 'person', country: null } },
    },
    { factKind: 'statement', factKey: key('statements', 2), action: 'reject' },
    { factKind: 'statement', factKey: key('statements', 3), action: 'comment', comment: 'Which analysts?' },
    { factKind: 'event', factKey: key('events', 0), action: 'accept' },
    { factKind: 'event', factKey: key('events', 2), action: 'correct', fields: { realis: 'ongoing', areas: ['border'] } },
    { factKind: 'event', factKey: key('events', 3), action: 'reject' },
    { factKind: 'cooperation', factKey: key('cooperation', 0), action: 'correct', fields: { stage: 'originating' } },
    { factKind: 'entity', factKey: key('entities', 2), action: 'correct', fields: { name: `Republic of ${home}`, kind: 'country', country: 'XVA' } },
    { factKind: 'event', factKey: null, action: 'add', fields: { type: 'COOPERATE', trigger: words('lower its old tariffs'), realis: 'planned' } },
  ]
  for (const draft of drafts) await addCorrection(store, n + 1, draft, { who: n % 2 ? 'ada' : 'ben', at: NOW, seen: null })
}

/** Another model: loses, moves, changes and finds facts, in other places of each report, and puts back what was rejected. */
function rereadReport(n: number) {
  return readReport(
    n,
    writeReport(n),
    (given, span) => ({
      ...given,
      entities: given.entities.map((entity, e) => (e === 0 ? { ...entity, name: `${entity.name} Jr` } : entity)),
      statements: given.statements.map((one, s) => (s === 1 ? { ...one, content: one.content.map(({ start, end }) => ({ start: start + 5, end })) } : one)),
      events: [
        ...given.events
          .filter((_, v) => v !== n % 3)
          .map((event) =>
            event.type === 'CONSULT' ? { ...event, confidence: 0.99, type: n % 2 && event.statedIn === null ? ('AGREE' as const) : event.type } : event,
          ),
        { ...(given.events[1] as (typeof given.events)[number]), type: 'REJECT', trigger: span('denied'), statedIn: null },
      ],
      cooperation: n % 4 === 0 ? [] : given.cooperation.map((one) => ({ ...one, area: 'infrastructure', stage: 'expanding' })),
    }),
    '0.2.0',
  )
}

/** A new text: a paragraph before, words changed, the last sentence gone. */
function updateText(n: number): string {
  const { city } = castOf(n)
  return `${city}, March 15. This report was updated at noon.\n\n${writeReport(n)}`
    .replace('its old tariffs on grain', 'its old tariffs on rye')
    .replace('after the talks', 'after long talks')
    .replace(/\nAnalysts.*\n/, '')
}

async function loadAll(store: Store): Promise<ReviewedArticle[]> {
  const all: ReviewedArticle[] = []
  for (let n = 0; n < ARTICLES; n++) all.push((await loadReviewed(store, n + 1)) as ReviewedArticle)
  return all
}

/** Where each entry of a report shows: at its fact, among what is kept away, among what is displaced. */
function accountFor({ record, rejected, displaced }: ReviewedArticle, all: readonly Correction[], n: number): { lost: string[]; displaced: number } {
  expect(verifyReadout(record)).toEqual([])
  const facts = [record.entities, record.statements, record.events, record.cooperation, record.comparisons].flat()
  const lost = all
    .filter(({ articleKey }) => articleKey === `report-${n}`)
    .filter(({ id, action, factKey }) => {
      const fact = facts.find((one) => one.factKey === (factKey ?? `+${id}`))
      const isAtFact = action === 'comment' ? fact?.comments.some((comment) => comment.id === id) : action !== 'reject' && fact && fact.decision !== null
      return !isAtFact && !rejected.some((one) => one.id === id) && !displaced.some((one) => one.id === id)
    })
    .map(({ id, action, factKind }) => `${id} ${action} ${factKind}`)
  return { lost, displaced: displaced.length }
}

/** Whatever the machine says, what people decided reads as they left it. */
function checkDecisions({ record, rejected }: ReviewedArticle): void {
  expect(record.statements.filter(({ decision }) => decision?.verdict === 'accepted')).toMatchObject([{ act: 'promise', kind: 'direct' }])
  const corrected = record.statements.filter(({ decision }) => decision?.verdict === 'corrected')
  expect(corrected).toMatchObject([{ act: 'promise' }])
  expect(record.entities.find(({ id }) => id === corrected[0]?.source?.entity)?.name).toBe('Ede Varn')
  expect(
    record.events
      .filter(({ decision }) => decision)
      .map(({ type, realis, decision }) => `${decision?.verdict} ${type} ${realis}`)
      .sort(),
  ).toEqual(['accepted CONSULT happened', 'added COOPERATE planned', 'corrected AID ongoing'])
  expect(record.cooperation.filter(({ decision }) => decision)).toMatchObject([{ stage: 'originating', area: 'transport' }])
  expect(record.entities.filter(({ decision }) => decision)).toMatchObject([{ country: 'XVA', name: expect.stringMatching(/^Republic of /) }])
  expect(rejected.some(({ words }) => words.includes('army'))).toBe(true)
  expect(record.statements.some(({ content }) => content.spans.some(({ text }) => text.includes('army')))).toBe(false)
  expect(record.events.some(({ trigger }) => trigger.text === 'resume')).toBe(false)
}
