import { findSaid, type Said } from '../questions/questions.ts'
import { type AskFlags, askLibrary, readPaging, writeAnswer } from './ask.ts'
import { ARTICLE_COLUMNS, sayArticle, sayHow, sayNamed, saySpeaker, showMarked } from './show-answers.ts'
import { type Look, makePaint, squeeze, wrap } from './show-lines.ts'

/** All that somebody said, newest first, with who reported it and where reports disagree. */
export async function runSaid(name: string, flags: AskFlags & { on?: string }): Promise<void> {
  const answer = await askLibrary(flags, (desk) => findSaid(desk, { name, on: flags.on ?? null, ...readPaging(flags) }))
  const show = (look: Look) => {
    const paint = makePaint(look.hasColor)
    const head = answer.who ? `${paint.bold(`${sayNamed(answer.who)}`)} ${paint.dim(`#${answer.who.id}`)}\n\n` : ''
    return `${head}${answer.rows.map((row) => showSaid(row, look)).join('\n')}`
  }
  await writeAnswer(flags, answer, { text: show, columns: SAID_COLUMNS })
}

/** The words as the earliest report has them, then how others do. */
export function showSaid({ statement, matches, reports }: Said, look: Look): string {
  const paint = makePaint(look.hasColor)
  const { article } = statement
  const lines = [
    `${paint.bold(article.publishedOn ?? 'undated')} · ${saySpeaker(statement)} · ${paint.dim(sayHow(statement))}`,
    ...showMarked(statement.sentence, matches, look, '  '),
    ...wrap([sayArticle(article), article.address].filter(Boolean).join(' · '), look.width, '    ', '    ').map(paint.dim),
  ]
  for (const report of reports) {
    const differs = report.differences.map(({ before, after }) => `“${squeeze(before?.text ?? '…', 60)}” – “${squeeze(after?.text ?? '…', 60)}”`)
    const isApart = report.disagrees.length > 0
    lines.push(...wrap(`also ${sayArticle(report.statement.article)}: ${sayHow(report.statement)}`, look.width, '    ', '      ').map(paint.dim))
    if (differs.length > 0)
      lines.push(...wrap(`${isApart ? `disagree (${report.disagrees.join(', ')})` : 'differ'}: ${differs.join('; ')}`, look.width, '      ', '      '))
  }
  return `${lines.join('\n')}\n`
}

export const SAID_COLUMNS = {
  published_on: ({ statement }: Said) => statement.article.publishedOn,
  speaker: ({ statement }: Said) => statement.speaker?.name ?? null,
  on_behalf_of: ({ statement }: Said) => statement.onBehalfOf?.name ?? null,
  how: ({ statement }: Said) => statement.how,
  act: ({ statement }: Said) => statement.act,
  is_negated: ({ statement }: Said) => statement.isNegated,
  is_hedged: ({ statement }: Said) => statement.isHedged,
  words: ({ statement }: Said) => statement.words.text,
  start: ({ statement }: Said) => statement.words.start,
  end: ({ statement }: Said) => statement.words.end,
  sentence: ({ statement }: Said) => statement.sentence.text,
  reports: ({ reports }: Said) => 1 + reports.length,
  disagrees: ({ reports }: Said) => [...new Set(reports.flatMap(({ disagrees }) => disagrees))].join('; '),
  outlet: ({ statement }: Said) => ARTICLE_COLUMNS.outlet(statement),
  title: ({ statement }: Said) => ARTICLE_COLUMNS.title(statement),
  address: ({ statement }: Said) => ARTICLE_COLUMNS.address(statement),
  copies: ({ statement }: Said) => ARTICLE_COLUMNS.copies(statement),
  article_id: ({ statement }: Said) => ARTICLE_COLUMNS.article_id(statement),
  id: ({ statement }: Said) => statement.id,
  fact_key: ({ statement }: Said) => statement.key,
}
