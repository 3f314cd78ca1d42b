import { type Compared, type Comparison, compareSaid, type Said } from '../questions/questions.ts'
import { type AskFlags, askLibrary, readPaging, writeAnswer } from './ask.ts'
import { SAID_COLUMNS, showSaid } from './said.ts'
import { sayArticle, sayHow, sayNamed } from './show-answers.ts'
import { type Look, makePaint, squeeze, wrap } from './show-lines.ts'

/** What somebody said on a topic then and now, with changes of stance that words show. */
export async function runCompare(name: string, flags: AskFlags & { on: string }): Promise<void> {
  const answer = await askLibrary(flags, (desk) => compareSaid(desk, { name, on: flags.on, ...readPaging(flags) }))
  await writeAnswer(flags, answer, { text: (look) => showComparison(answer, look), columns: COLUMNS })
}

function showComparison({ who, first, last, count, rows }: Comparison, look: Look): string {
  const paint = makePaint(look.hasColor)
  const head = `${paint.bold(who ? sayNamed(who) : '')} ${paint.dim(`said so ${count === 1 ? 'once' : `${count} times`}`)}\n\n`
  const sides = first && last ? `${showSideBySide(first, last, look)}\n${showChanges(last, look, 'From the first to the last: ')}\n` : ''
  return `${head}${sides}${rows.map((row) => `${showSaid(row, look)}${showChanges(row, look, '    ')}`).join('\n')}`
}

/** What stands between two columns. */
const GAP = 4

function showSideBySide(first: Said, last: Said, look: Look): string {
  const width = Math.floor((look.width - GAP) / 2)
  const [left, right] = [first, last].map(({ statement }) => [
    ...wrap(`${statement.article.publishedOn} · ${sayHow(statement)}`, width, '', ''),
    ...wrap(squeeze(statement.sentence.text), width, '', ''),
    ...wrap(sayArticle(statement.article), width, '', ''),
  ]) as [string[], string[]]
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, n) => `${(left[n] ?? '').padEnd(width + GAP)}${right[n] ?? ''}`.trimEnd())
  return `${lines.join('\n')}\n`
}

/** “act: “said” → “denied”; negation: “support” → “not support””. */
function showChanges({ changes }: Compared, look: Look, indent: string): string {
  if (changes.length === 0) return ''
  const told = changes.map(({ kind, before, after }) => `${kind} “${squeeze(before?.text ?? '…', 60)}” → “${squeeze(after?.text ?? '…', 60)}”`)
  return `${wrap(`changed: ${told.join('; ')}`, look.width, indent, `${indent.replace(/\S/g, ' ')}  `)
    .map(makePaint(look.hasColor).bold)
    .join('\n')}\n`
}

const COLUMNS = {
  ...SAID_COLUMNS,
  changes: ({ changes }: Compared) => changes.map(({ kind, before, after }) => `${kind}: ${before?.text ?? ''} → ${after?.text ?? ''}`).join('; '),
}
