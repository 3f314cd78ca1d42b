import type { OffsetUnit, Readout, ReadoutEntity, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import type { Explanation } from '../entities/entities.ts'
import { type Look, makePaint, type Paint, squeeze, wrap } from './show-lines.ts'
import { count, indexPeople, type People, traitsOf } from './show-people.ts'
import { showStatement } from './show-text.ts'

/** Why some words mean whom they mean, as `explain --format json` writes it: offsets in `offsetUnit`, ids of the article's record. */
export interface Explained {
  offsetUnit: OffsetUnit
  mention: ReadoutSpan
  /** Null where nobody can be known. */
  entity: ReadoutEntity | null
  decidedBy: string
  /** The likeliest first; empty where nothing had to be weighed. */
  candidates: Explanation['candidates']
  /** The innermost statement that the words stand in. */
  statement: ReadoutStatement | null
}

/** An explanation for an editor: which words, whom they mean, what decided, and what spoke for and against each candidate. */
export function showExplanation(explained: Explained, record: Readout, look: Look): string {
  const paint = makePaint(look.hasColor)
  const people = indexPeople(record.entities)
  const { mention, candidates, statement, decidedBy } = explained
  const tell = (label: string, words: string) => wrap(`${label}${squeeze(words)}`, look.width, '', '  ')
  return `${[
    ...tell('', `“${squeeze(mention.text, 200)}” (${mention.start}–${mention.end})${sayWhom(explained, people)}`).map(paint.bold),
    ...tell('Why: ', decidedBy),
    '',
    ...(candidates.length > 0 ? ['Candidates, the likeliest first', ...candidates.flatMap((one) => showCandidate(one, look, paint)), ''] : []),
    ...(statement ? ['In the statement', ...showStatement(statement, '  ', people, look, paint)] : ['Outside every statement: the reporter tells it.']),
  ].join('\n')}\n`
}

function sayWhom({ entity, mention }: Explained, people: People): string {
  if (!entity) return ' is left open: whom it means is not known.'
  const traits = `${traitsOf(entity, people).join(', ')}, ${count(entity.mentions.length, 'mention')}`
  return squeeze(entity.name) === squeeze(mention.text) ? `: ${traits}.` : ` means ${entity.name}: ${traits}.`
}

function showCandidate({ name, chance, spokeFor, spokeAgainst }: Explained['candidates'][number], look: Look, paint: Paint): string[] {
  const percent = chance > 0 && chance < 0.01 ? '< 1' : `${Math.round(100 * chance)}`
  const side = (label: string, told: readonly string[]) =>
    told.length > 0 ? wrap(`${label} ${told.join('; ')}`, look.width, '          ', '            ') : []
  return [`  ${percent.padStart(3)} %  ${paint.who(squeeze(name, 100))}`, ...[...side('for:', spokeFor), ...side('against:', spokeAgainst)].map(paint.dim)]
}
