import type { Readout, ReadoutStatement } from '../document/readout.ts'

interface Look {
  readonly width: number
  readonly hasColor: boolean
}

/** A record as an analyst reads it in a terminal: a statement each, in text order, what is reported inside one beneath it. */
export function showText(readout: Readout, look: Look): string {
  const paint = makePaint(look.hasColor)
  const { title, source, publishedOn } = readout.article
  const head = [squeeze(title ?? source ?? '', 200), publishedOn].filter(Boolean).join(' · ')
  const lines = head ? [paint.bold(head), ''] : []
  const names = new Map(readout.entities.map((entity) => [entity.id, entity.name]))
  for (const statement of orderNested(readout.statements)) {
    lines.push(...showStatement(statement.fact, statement.depth, names, look, paint), '')
  }
  if (readout.statements.length === 0) lines.push('No statement was found.', '')
  for (const notice of readout.notices)
    lines.push(...wrap(`! ${notice.message}${notice.span ? ` (“${squeeze(notice.span.text, 60)}”)` : ''}`, look.width, '', '  ').map(paint.dim))
  return `${lines.join('\n').trimEnd()}\n`
}

type Paint = { bold: (s: string) => string; dim: (s: string) => string; who: (s: string) => string }

function makePaint(hasColor: boolean): Paint {
  const code = (open: number, close: number) => (text: string) => (hasColor ? `\u001b[${open}m${text}\u001b[${close}m` : text)
  return { bold: code(1, 22), dim: code(2, 22), who: code(36, 39) }
}

/** Statements with their depth, each followed by those that it reports. */
function orderNested(statements: readonly ReadoutStatement[]): { fact: ReadoutStatement; depth: number }[] {
  const inside = Map.groupBy(statements, (one) => one.within)
  const below = (outer: string | null, depth: number): { fact: ReadoutStatement; depth: number }[] =>
    (inside.get(outer) ?? []).flatMap((fact) => [{ fact, depth }, ...below(fact.id, depth + 1)])
  return below(null, 0)
}

function showStatement(fact: ReadoutStatement, depth: number, names: ReadonlyMap<string, string>, look: Look, paint: Paint): string[] {
  const indent = '    '.repeat(depth)
  const speaker = fact.source ? squeeze(fact.source.span.text, 70) : 'nobody named'
  const name = fact.source?.entity ? names.get(fact.source.entity) : undefined
  const who = name && !speaker.includes(name) ? `${speaker} (${name})` : speaker
  const cue = fact.cue ? squeeze(fact.cue.spans.map((span) => span.text).join(' … '), 40) : 'without a cue'
  const traits = [fact.kind, fact.act, fact.negated ? 'negated' : '', fact.confidence < 0.7 ? `unsure ${fact.confidence.toFixed(2)}` : ''].filter(Boolean)
  const words = squeeze(fact.content.spans.map((span) => span.text).join(' … '), Number.POSITIVE_INFINITY)
  const hedges =
    fact.hedges.length > 0 ? wrap(`hedged: ${fact.hedges.map((hedge) => squeeze(hedge.text, 40)).join(', ')}`, look.width, `${indent}  `, `${indent}  `) : []
  const open = fact.quotations.some((run) => !run.closed) ? [`${indent}  the quotation mark never closes`] : []
  return [
    `${indent}${paint.who(who)} · ${paint.bold(cue)} · ${paint.dim(traits.join(', '))}`,
    ...wrap(words, look.width, `${indent}  `, `${indent}  `),
    ...[...hedges, ...open].map(paint.dim),
  ]
}

/** White space as one blank, what would steer the terminal as “�”; cut where too long. */
function squeeze(text: string, most: number): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\p{Cc}/gu, '\ufffd')
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain
}

function wrap(text: string, width: number, first: string, rest: string): string[] {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = rest
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line]
}
