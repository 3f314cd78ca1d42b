import type { Readout, ReadoutStatement } from '../document/readout.ts'
import { showBrief } from './show-brief.ts'
import { indexTelling } from './show-facts.ts'
import { type Look, makePaint, type Paint, squeeze, wrap } from './show-lines.ts'
import { type Appearing, count, describeSpeaker, listAppearing, type People, type ShownSpeaker } from './show-people.ts'

/** A record as an analyst reads it in a terminal: what happened in brief, statements in text order, what is reported inside one beneath it, then who appears. */
export function showText(readout: Readout, look: Look): string {
  const paint = makePaint(look.hasColor)
  const telling = indexTelling(readout)
  const { people } = telling
  const { title, source, publishedOn } = readout.article
  const head = [squeeze(title ?? source ?? '', 200), publishedOn].filter(Boolean).join(' · ')
  const lines = head ? [paint.bold(head), ''] : []
  lines.push(...showBrief(readout, telling, look, paint))
  if (readout.statements.length > 0) lines.push(paint.bold('Statements'), '')
  for (const { fact, depth } of orderNested(readout.statements)) lines.push(...showStatement(fact, '    '.repeat(depth), people, look, paint), '')
  if (readout.statements.length === 0) lines.push('No statement was found.', '')
  const appearing = listAppearing(readout, people)
  if (appearing.length > 0) lines.push(paint.bold('Who appears'), '', ...appearing.flatMap((one) => showAppearing(one, look, paint)), '')
  for (const notice of readout.notices)
    lines.push(...wrap(`! ${squeeze(notice.message)}${notice.span ? ` (“${squeeze(notice.span.text, 60)}”)` : ''}`, look.width, '', '  ').map(paint.dim))
  return `${lines.join('\n').trimEnd()}\n`
}

/** Statements with their depth, each followed by those that it reports. */
function orderNested(statements: readonly ReadoutStatement[]): { fact: ReadoutStatement; depth: number }[] {
  const inside = Map.groupBy(statements, (one) => one.within)
  const below = (outer: string | null, depth: number): { fact: ReadoutStatement; depth: number }[] =>
    (inside.get(outer) ?? []).flatMap((fact) => [{ fact, depth }, ...below(fact.id, depth + 1)])
  return below(null, 0)
}

/** “Tove Aldane, Prime Minister, Belmora (“She”), to reporters · said · direct, say · s3”, its words beneath. */
export function showStatement(fact: ReadoutStatement, indent: string, people: People, look: Look, paint: Paint): string[] {
  const inner = `${indent}  `
  const who = saySpeaker(describeSpeaker(fact, people))
  const cue = fact.cue ? squeeze(fact.cue.spans.map((span) => span.text).join(' … '), 40) : 'without a cue'
  const unsure = fact.confidence < 0.7 ? `unsure ${fact.confidence.toFixed(2)}` : ''
  const traits = `${[fact.kind, fact.act, fact.negated ? 'negated' : '', unsure].filter(Boolean).join(', ')} · ${fact.id}`
  const rest = `${paint.bold(cue)} · ${paint.dim(traits)}`
  const fits = indent.length + who.length + cue.length + traits.length + 6 <= look.width
  const names = wrap(who, look.width, indent, inner).map((line) => line.replace(/\S.*/, paint.who))
  const hedges = fact.hedges.length > 0 ? wrap(`hedged: ${fact.hedges.map((hedge) => squeeze(hedge.text, 40)).join(', ')}`, look.width, inner, inner) : []
  const open = fact.quotations.some((run) => !run.closed) ? [`${inner}the quotation mark never closes`] : []
  return [
    ...(fits ? [`${names[0]} · ${rest}`] : [...names, `${inner}${rest}`]),
    ...wrap(wordsOf(fact), look.width, inner, inner),
    ...[...hedges, ...open].map(paint.dim),
  ]
}

function saySpeaker({ name, office, words, more }: ShownSpeaker): string {
  const full = [squeeze(name, 100), squeeze(office, 100)].filter(Boolean).join(', ')
  return [words ? `${full} (“${squeeze(words, 70)}”)` : full, ...more.map((one) => squeeze(one, 80))].join(', ')
}

function wordsOf(fact: ReadoutStatement): string {
  return squeeze(fact.content.spans.map((span) => span.text).join(' … '))
}

/** Statements of one speaker told with their first words; more are counted. */
const TOLD = 5

function showAppearing({ entity, traits, statements }: Appearing, look: Look, paint: Paint): string[] {
  const name = squeeze(entity.name, 100)
  const counts = [count(entity.mentions.length, 'mention'), ...(statements.length > 0 ? [count(statements.length, 'statement')] : [])]
  const [first = '', ...rest] = wrap(`${name} · ${traits.map((trait) => squeeze(trait, 60)).join(', ')} · ${counts.join(', ')}`, look.width, '', '  ')
  // A name longer than the line is left uncoloured: it is wrapped.
  const head = first.startsWith(name) ? paint.who(name) + first.slice(name.length) : first
  const said = statements.slice(0, TOLD).map((fact) => `${fact.id} ${squeeze(wordsOf(fact), 44)}`)
  if (statements.length > TOLD) said.push(`and ${statements.length - TOLD} more`)
  return [head, ...rest, ...(said.length > 0 ? wrap(said.join(' · '), look.width, '  ', '  ').map(paint.dim) : [])]
}
