import { AREAS } from '../document/cooperation.ts'
import { EVENT_TYPES } from '../document/news-event.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { ACTS } from '../document/statement.ts'
import { FOUND_KINDS, type Found, type FoundKind, findFacts } from '../questions/questions.ts'
import { type AskFlags, askLibrary, readPaging, writeAnswer } from './ask.ts'
import { ARTICLE_COLUMNS, sayFact, showArticle, showMarked } from './show-answers.ts'
import { type Look, makePaint } from './show-lines.ts'

interface FindFlags extends AskFlags {
  speaker?: string
  about?: string
  country?: string
  area?: string
  act?: string
  type?: string
  realis?: string
  source?: string
  kind?: string
  sort: 'newest' | 'relevance'
}

const REALIS = ['happened', 'ongoing', 'planned', 'hypothetical', 'denied', 'unknown']

/** Facts and articles that hold words, satisfy filters, or both. */
export async function runFind(words: readonly string[], flags: FindFlags): Promise<void> {
  const { speaker = null, about = null, country = null, source = null, sort } = flags
  const question = {
    ...{ words: words.join(' ').trim() || null, speaker, about, country, source, sort, kinds: readKinds(flags.kind) },
    ...{ area: readOne('area', flags.area, AREAS), act: readOne('act', flags.act, ACTS) },
    ...{ type: readOne('type', flags.type?.toUpperCase(), EVENT_TYPES), realis: readOne('realis', flags.realis, REALIS) },
    ...readPaging(flags),
  }
  const answer = await askLibrary(flags, (desk) => findFacts(desk, question))
  await writeAnswer(flags, answer, { text: (look) => showFound(answer.rows, look), columns: COLUMNS })
}

function readOne(name: string, given: string | undefined, known: readonly string[]): string | null {
  if (given === undefined) return null
  if (known.includes(given)) return given
  throw new ReadoutError('bad-filter', `“${given}” is no ${name}: it is one of ${known.join(', ')}.`)
}

/** “statement,event”; also in the plural. */
function readKinds(given: string | undefined): FoundKind[] | null {
  if (given === undefined) return null
  return given.split(',').map((one) => {
    const kind = FOUND_KINDS.find((known) => known === one.trim() || `${known}s` === one.trim())
    if (!kind) throw new ReadoutError('bad-filter', `“${one}” is no kind: it is one of ${FOUND_KINDS.join(', ')}.`)
    return kind
  })
}

/** Each article once, its facts beneath with their sentence. */
function showFound(rows: readonly Found[], look: Look): string {
  const paint = makePaint(look.hasColor)
  const lines: string[] = []
  for (const [n, row] of rows.entries()) {
    const before = rows[n - 1]
    const isSame = before?.article.articleId === row.article.articleId
    if (!isSame) lines.push('', showArticle(row.article, paint), ...(row.article.address ? [paint.dim(`  ${row.article.address}`)] : []))
    if (row.kind === 'article') {
      // Its facts with their sentences say more.
      if (rows[n + 1]?.article.articleId === row.article.articleId) continue
      lines.push(...showMarked(row.snippet, row.matches, look, '    '))
      continue
    }
    const isTold = isSame && before !== undefined && before.kind !== 'article' && before.sentence.start === row.sentence.start
    if (!isTold) lines.push(...showMarked(row.sentence, row.matches, look, '  '))
    lines.push(paint.dim(`    ${sayFact(row)}`))
  }
  return `${lines.slice(1).join('\n')}\n`
}

const COLUMNS = {
  kind: ({ kind }: Found) => kind,
  id: (row: Found) => (row.kind === 'article' ? null : row.id),
  ...ARTICLE_COLUMNS,
  who: (row: Found) => listWho(row),
  act_or_type: (row: Found) =>
    row.kind === 'statement' ? row.act : row.kind === 'event' ? row.type : row.kind === 'cooperation' ? row.area : row.kind === 'comparison' ? row.claim : null,
  how_or_realis: (row: Found) => (row.kind === 'statement' ? row.how : row.kind === 'event' || row.kind === 'cooperation' ? row.realis : null),
  stage: (row: Found) => (row.kind === 'cooperation' ? row.stage : null),
  stated_by: (row: Found) => (row.kind === 'article' || row.kind === 'statement' ? null : (row.statedBy?.name ?? null)),
  start: (row: Found) => (row.kind === 'article' ? row.snippet.start : row.words.start),
  end: (row: Found) => (row.kind === 'article' ? row.snippet.end : row.words.end),
  words: (row: Found) => (row.kind === 'article' ? row.snippet.text : row.words.text),
  sentence: (row: Found) => (row.kind === 'article' ? null : row.sentence.text),
  fact_key: (row: Found) => (row.kind === 'article' ? null : row.key),
}

function listWho(row: Found): string | null {
  if (row.kind === 'statement') return row.speaker?.name ?? null
  if (row.kind === 'event') return row.participants.map(({ name, role }) => `${name} (${role})`).join('; ')
  return row.kind === 'cooperation' ? row.parties.map(({ name }) => name).join('; ') : null
}
