import { showDay } from '../dates.ts'
import { labelOf } from '../labels.ts'
import type { TimelineAnswer } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { Scroll } from './parts.tsx'

const STAGES = ['aspirational', 'originating', 'expanding', 'longstanding', 'suspended', 'ended'] as const

/** On what two work together, and how far along they are: areas by stages. */
export function Ledger({ cooperation }: { cooperation: TimelineAnswer['summary']['cooperation'] }) {
  const areas = [...new Set(cooperation.map(({ area }) => area))]
  const most = Math.max(1, ...cooperation.map(({ count }) => count))
  const stages: readonly (string | null)[] = [
    ...STAGES.filter((stage) => cooperation.some((one) => one.stage === stage)),
    ...(cooperation.some(({ stage }) => stage === null) ? [null] : []),
  ]
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{WORDS.pair.ledger}</h2>
      {areas.length === 0 ? (
        <p class="quiet">{WORDS.pair.noCooperation}</p>
      ) : (
        <Scroll label={WORDS.pair.ledger}>
          <table class="ledger">
            <thead>
              <tr>
                <th scope="col">{WORDS.find.area}</th>
                {stages.map((stage) => (
                  <th key={stage} scope="col">
                    {stage ?? WORDS.fact.noStage}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {areas.map((area) => (
                <tr key={area}>
                  <th scope="row">{labelOf(area)}</th>
                  {stages.map((stage) => (
                    <Cell key={stage} of={cooperation.find((one) => one.area === area && one.stage === stage)} most={most} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

function Cell({ of, most }: { of: TimelineAnswer['summary']['cooperation'][number] | undefined; most: number }) {
  if (!of) return <td class="empty">–</td>
  const days = [...new Set([of.from, of.to].filter((day) => day !== null))].map(showDay)
  return (
    <td>
      <span
        class="dot"
        aria-hidden="true"
        style={{ width: `${8 + Math.round((of.count / most) * 12)}px`, height: `${8 + Math.round((of.count / most) * 12)}px` }}
      />{' '}
      {of.count}
      <small class="quiet">{days.join(' – ')}</small>
    </td>
  )
}
