import type { Readout, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import type { ExplainedCooperation, ExplainedEvent } from './explain-fact.ts'
import { describeCooperation, describeEvent, indexTelling, type ShownFact, type Telling } from './show-facts.ts'
import { type Look, makePaint, type Paint, squeeze, wrap } from './show-lines.ts'
import { showStatement } from './show-text.ts'

/** Why an event is told as it is, for an editor: type, participants, place, date, whether it happened, and what was joined to it. */
export function showEventReasons(explained: ExplainedEvent, record: Readout, look: Look): string {
  const paint = makePaint(look.hasColor)
  const telling = indexTelling(record)
  const { event, tellings, participants, realis, date, place, statement } = explained
  const [lead, ...others] = tellings
  const tell = (label: string, words: string) => wrap(`${label}: ${squeeze(words)}`, look.width, '', '  ')
  const who = participants.flatMap((one) =>
    wrap(`${one.role} ${squeeze(telling.people.byId.get(one.entity)?.name ?? one.entity, 60)} ${quote(one.span)}: ${one.rule}`, look.width, '  ', '      '),
  )
  return finish([
    ...showHead(describeEvent(event, telling), look, paint),
    ...(lead ? showType(lead, look, paint) : tell('Type', 'The statement itself is the event: its cue tells it.')),
    ...(who.length > 0 ? ['Participants:', ...who] : ['Participants: nobody is named.']),
    ...tell('Whether it happened', `${event.realis}. ${realis}${sayCues(event.realisCues)}${saySure(lead?.chance ?? null)}`),
    ...(date && event.date
      ? tell('Date', `${quote(event.date.span)}. ${[date.read, date.from ? `Counted from ${date.from}.` : '', date.tie].filter(Boolean).join(' ')}`)
      : []),
    ...(place && event.place ? tell('Place', `${quote(event.place.span)}. ${place.tie ?? ''}`) : []),
    ...(others.length > 0 ? ['Told again, and joined to it:', ...others.flatMap((one) => wrap(sayAgain(one), look.width, '  ', '      '))] : []),
    '',
    ...showTeller(statement, telling, look, paint),
  ])
}

/** Why an entry of the ledger is told as it is. */
export function showCooperationReasons(explained: ExplainedCooperation, record: Readout, look: Look): string {
  const paint = makePaint(look.hasColor)
  const telling = indexTelling(record)
  const { cooperation, rule, stageWords, areaWords, statement } = explained
  const tell = (label: string, words: string) => wrap(`${label}: ${squeeze(words)}`, look.width, '', '  ')
  return finish([
    ...showHead(describeCooperation(cooperation, telling), look, paint),
    ...tell('Why', rule),
    ...tell('Area', areaWords ? `${cooperation.area}, by ${quote(areaWords)}.` : `${cooperation.area}, by what was told of the work before.`),
    ...tell('Stage', cooperation.stage === null ? 'the text does not tell.' : `${cooperation.stage}${stageWords ? `, by ${quote(stageWords)}` : ''}.`),
    ...tell('Whether it is so', `${cooperation.realis}${sayCues(cooperation.realisCues)}`),
    ...tell('Words', cooperation.spans.map((span) => quote(span, 200)).join(' … ')),
    '',
    ...showTeller(statement, telling, look, paint),
  ])
}

function showHead({ id, head, told, by }: ShownFact, look: Look, paint: Paint): string[] {
  return wrap(squeeze([`${id} ${head}`, ...told, by].filter(Boolean).join(' · ')), look.width, '', '  ').map(paint.bold)
}

function showType({ trigger, entry, types }: ExplainedEvent['tellings'][number], look: Look, paint: Paint): string[] {
  const shares = types.map(({ type, chance }) => `${type} ${sayPercent(chance)}`).join(', ')
  return [
    ...wrap(`Type: ${quote(trigger)} at ${trigger.start}. In the lexicon, ${squeeze(entry)}`, look.width, '', '  '),
    ...wrap(`the scorer of types gives ${shares}`, look.width, '  ', '    ').map(paint.dim),
  ]
}

function showTeller(statement: ReadoutStatement | null, { people }: Telling, look: Look, paint: Paint): string[] {
  return statement ? ['In the statement', ...showStatement(statement, '  ', people, look, paint)] : ['Outside every statement: the reporter tells it.']
}

function sayAgain({ trigger, realis, rule }: ExplainedEvent['tellings'][number]): string {
  return `${quote(trigger)} at ${trigger.start}, ${realis}: ${rule}`
}

function sayCues(cues: readonly ReadoutSpan[]): string {
  return cues.length > 0 ? ` Words: ${cues.map((cue) => quote(cue)).join(', ')}.` : ''
}

function saySure(chance: number | null): string {
  return chance === null ? '' : ` The scorer of realis gives ${sayPercent(chance)}.`
}

function sayPercent(chance: number): string {
  return chance > 0 && chance < 0.01 ? '< 1 %' : `${Math.round(100 * chance)} %`
}

function quote(span: ReadoutSpan, most = 60): string {
  return `“${squeeze(span.text, most)}”`
}

function finish(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
