import { describe, expect, test } from 'vitest'
import { type Alert, type AlertRule, type Desk, findAlerts, noteAlerts, noteRun, parseRules, tellFact } from '../src/questions/questions.ts'
import { closeStore, deleteArticles, type Store, saveReadings } from '../src/store/store.ts'
import { ILVA, openBriefDesk, PEOPLE, REPORTS, saveReports } from './brief-sample.ts'
import { fold } from './library-sample.ts'
import { type Line, makeReport } from './report-sample.ts'

const NOW = new Date('2024-06-01T08:00:00Z')

const rule = (one: object): AlertRule => parseRules(JSON.stringify({ rules: [{ name: 'r', ...one }] }))[0] as AlertRule

const RULES: readonly [object, readonly string[]][] = [
  [{ speaker: 'Ilva Brandt', words: 'corridor' }, ['Ilva Brandt said · a', 'Ilva Brandt said · b']],
  [{ speaker: 'Ilva Brandt', about: 'Varland' }, ['Ilva Brandt said · f']],
  [{ speaker: 'Ilva Brandt', act: 'promise' }, ['Ilva Brandt promised · c']],
  [{ type: 'CONSULT', realis: 'denied', between: ['Belmora', 'Ostria'] }, ['Meeting: Radu Keshen, Ilva Brandt, denied or called off · e']],
  [
    { between: ['Ilva Brandt', 'Ostria'], type: 'CONSULT', realis: 'happened' },
    ['Meeting: Ilva Brandt, Radu Keshen · a', 'Meeting: Radu Keshen, Ilva Brandt · b'],
  ],
  [{ between: ['Belmora', 'Ostria'], kind: 'cooperation', area: 'energy' }, ['Cooperation on energy: Belmora, Ostria, originating, going on · d']],
  [{ country: 'VAR', kind: 'event' }, []],
  [{ words: '"harbour of Varland"' }, ['Tove Aldane said · f']],
]

const all = { since: '2024-01-01', now: NOW }
const tell = ({ fact }: Alert) => `${tellFact(fact)} · ${fact.article.address?.replace(/.*\//, '')}`
const ring = async (desk: Desk, one: object, when = all as { since: string | null; now: Date }) => (await findAlerts(desk, rule(one), when)).alerts
const send = async (desk: Desk, alerts: readonly Alert[]) => {
  for (const { rule: name, keys } of alerts) await noteAlerts(desk.store, name, keys, NOW)
}
const cancelled = { speaker: 'Ilva Brandt', words: 'corridor' }

type WithDesk = (work: (desk: Desk) => Promise<void>) => Promise<void>

/** Alerts in any engine. */
export function describeAlerts(engine: string, open: () => Promise<Store>): void {
  const withDesk: WithDesk = async (work) => {
    const store = await open()
    await work(await openBriefDesk(store))
    await closeStore(store)
  }
  describe(`alerts in ${engine}`, () => {
    describeRinging(withDesk)
    describeRuns(withDesk)
  })
}

function describeRinging(withDesk: WithDesk): void {
  test('rules and what rings', () =>
    withDesk(async (desk) => {
      for (const [one, expected] of RULES) expect([one, (await ring(desk, one)).map(tell)]).toEqual([one, expected])
    }))

  test('each rings once a rule, copies with it, and again for another rule', () =>
    withDesk(async (desk) => {
      const alerts = await ring(desk, cancelled)
      expect(alerts.map(({ keys }) => keys.length)).toEqual([3, 1])
      expect(alerts[0]?.fact.article.copies).toBe(2)
      await send(desk, alerts)
      expect(await ring(desk, cancelled)).toEqual([])
      expect(await ring(desk, { ...cancelled, name: 'other' })).toHaveLength(2)
    }))

  test('what was not noted is told again with the same id', () =>
    withDesk(async (desk) => {
      const [first] = [await ring(desk, cancelled), await send(desk, (await ring(desk, cancelled)).slice(0, 1))]
      const again = await ring(desk, cancelled)
      expect(again.map(({ id }) => id)).toEqual([first[1]?.id])
    }))

  test('a copy that comes later, earlier than all, or edited, does not ring', () =>
    withDesk(async (desk) => {
      await send(desk, await ring(desk, cancelled))
      const [first] = REPORTS
      const lines = first?.lines as readonly Line[]
      const said = { by: ILVA, cue: 'said', content: '“We will never accept a closed corridor”' }
      const edited: Line[] = [{ text: 'A day of talks.' }, { text: '“We will never accept a closed corridor” — so Brandt said.', says: said }]
      await saveReports(desk.store, [
        { key: 'late', day: '2024-01-20', outlet: 'Late', title: 'Late', lines, copyOf: 'a' },
        { key: 'early', day: '2024-01-02', outlet: 'Early', title: 'Early', lines, copyOf: 'a' },
        { key: 'edited', day: '2024-01-12', outlet: 'Edited', title: 'Edited', lines: edited, copyOf: 'a' },
      ])
      const { alerts, echoes } = await findAlerts(desk, rule(cancelled), all)
      expect([alerts, echoes.length]).toEqual([[], 3])
      await noteAlerts(desk.store, 'r', echoes, NOW)
      await deleteArticles(desk.store, [1, 2, 3])
      expect(await ring(desk, cancelled)).toEqual([])
    }))
}

function describeRuns(withDesk: WithDesk): void {
  test('after a run only what was read since rings; a new reading too', () =>
    withDesk(async (desk) => {
      await send(desk, await ring(desk, { words: 'harbour' }, { since: null, now: new Date('2024-05-03T08:00:00Z') }))
      await noteRun(desk.store, 'r', new Date('2024-05-03T08:00:00Z'))
      const later = { since: null, now: new Date('2024-06-10T08:00:00Z') }
      expect(await ring(desk, cancelled, later)).toEqual([])
      const line: Line = { text: '“The corridor is open,” Brandt said.', says: { by: ILVA, cue: 'said', content: '“The corridor is open,”' } }
      await saveReports(desk.store, [{ key: 'new', day: '2023-01-01', outlet: 'New', title: 'New', lines: [line] }], '2024-06-09T08:00:00Z')
      expect((await ring(desk, cancelled, later)).map(tell)).toEqual(['Ilva Brandt said · new'])
      const { version_id } = await desk.store.db.selectFrom('article').select('version_id').where('key', '=', 'b').executeTakeFirstOrThrow()
      const { readout } = makeReport(REPORTS[3] as (typeof REPORTS)[number], PEOPLE)
      await saveReadings(desk.store, [{ versionId: version_id, readout, identities: readout.entities.map(() => null), at: '2024-06-09T08:00:00Z' }], fold)
      expect(await ring(desk, { words: 'corridor' }, later)).toHaveLength(2)
    }))

  test('a first run looks a week back; a name that nobody bears is told, an unknown country refused', () =>
    withDesk(async (desk) => {
      expect((await ring(desk, cancelled, { since: null, now: new Date('2024-01-16T08:00:00Z') })).length).toBe(2)
      expect(await ring(desk, cancelled, { since: null, now: new Date('2024-07-16T08:00:00Z') })).toEqual([])
      expect((await findAlerts(desk, rule({ speaker: 'Nils Ode' }), all)).unknown).toEqual(['Nils Ode'])
      await expect(findAlerts(desk, rule({ country: 'Nowhere' }), all)).rejects.toMatchObject({ code: 'unknown-country' })
    }))
}
