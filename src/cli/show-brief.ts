import type { Readout, ReadoutEvent } from '../document/readout.ts'
import { describeComparison, describeCooperation, describeEvent, type ShownFact, type Telling } from './show-facts.ts'
import { type Look, type Paint, squeeze, wrap } from './show-lines.ts'

/** Lines for known events, all kinds together; as many at most for cooperation, for comparisons, and for what is not known. */
const MOST = 12

interface Group {
  readonly heading: string
  readonly facts: readonly ShownFact[]
}

/** What an analyst looks for first: who met whom, what was pledged, who works together on what, what is new, what nobody knows. */
export function showBrief(readout: Readout, telling: Telling, look: Look, paint: Paint): string[] {
  const events = groupEvents(readout.events, telling)
  const [known, open] = [events.slice(0, -1), events.at(-1)?.facts ?? []]
  const shares = shareLines(known.map(({ facts }) => facts.length))
  const works = readout.cooperation.filter(({ realis }) => realis !== 'unknown').map((one) => describeCooperation(one, telling))
  const unsettled = readout.cooperation.filter(({ realis }) => realis === 'unknown').map((one) => describeCooperation(one, telling))
  const compared = readout.comparisons.map((one) => describeComparison(one, telling))
  const lines = [
    ...known.flatMap((group, n) => showGroup(group, shares[n] as number, look, paint)),
    ...showGroup({ heading: 'Works together', facts: works }, MOST, look, paint),
    ...showGroup({ heading: 'Compared with history', facts: compared }, MOST, look, paint),
    ...showGroup({ heading: 'Not known', facts: [...open, ...unsettled] }, MOST, look, paint),
  ]
  return lines.length > 0 ? [paint.bold('In brief'), '', ...lines, ''] : []
}

/** Meetings, what is done by words, the rest; last what is not known to have happened. Within each, what happened comes first. */
function groupEvents(events: readonly ReadoutEvent[], telling: Telling): Group[] {
  const byHeading = Map.groupBy(
    [...events].sort((a, b) => ORDER.indexOf(a.realis) - ORDER.indexOf(b.realis)),
    headingOf,
  )
  return [...HEADINGS, 'Not known'].map((heading) => ({ heading, facts: (byHeading.get(heading) ?? []).map((event) => describeEvent(event, telling)) }))
}

const ORDER = ['happened', 'ongoing', 'planned', 'hypothetical', 'denied', 'unknown']
const HEADINGS = ['Met or talked', 'Pledged, demanded, accused, refused or threatened', 'Other events'] as const
const BY_WORDS = ['AGREE', 'REQUEST', 'REJECT', 'THREATEN']

function headingOf({ type, realis, utteredIn }: ReadoutEvent): string {
  if (realis === 'unknown') return 'Not known'
  if (type === 'CONSULT') return HEADINGS[0]
  return utteredIn !== null || BY_WORDS.includes(type) ? HEADINGS[1] : HEADINGS[2]
}

/** Lines for each group, dealt in turn, so that many meetings do not hide the one threat. */
function shareLines(sizes: readonly number[]): number[] {
  const shares = sizes.map(() => 0)
  let left = Math.min(
    MOST,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  while (left > 0)
    sizes.forEach((size, n) => {
      const share = shares[n] as number
      if (left > 0 && share < size) {
        shares[n] = share + 1
        left--
      }
    })
  return shares
}

function showGroup({ heading, facts }: Group, most: number, look: Look, paint: Paint): string[] {
  if (facts.length === 0) return []
  const more = facts.length > most ? [paint.dim(`  and ${facts.length - most} more`)] : []
  return [heading, ...facts.slice(0, most).flatMap((fact) => showFact(fact, look, paint)), ...more]
}

function showFact({ id, head, told, by }: ShownFact, look: Look, paint: Paint): string[] {
  const who = squeeze(head, 160)
  const [first = '', ...rest] = wrap(squeeze([who, ...told, by ? `${id}, ${by}` : id].join(' · ')), look.width, '  ', '    ')
  // Names longer than the line are left uncoloured: they are wrapped.
  return [first.startsWith(`  ${who}`) ? `  ${paint.who(who)}${first.slice(who.length + 2)}` : first, ...rest]
}
