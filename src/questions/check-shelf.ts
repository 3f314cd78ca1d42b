import { LIMITS } from '../document/limits.ts'
import type { Readout, ReadoutStatement } from '../document/readout.ts'
import { loadRecord, type Store } from '../store/store.ts'
import { type Articles, type LoadedArticle, type ToldIn, tellArticle } from './articles.ts'
import type { ClaimSpeaker } from './draft-claims.ts'
import { cutWordsAt } from './quoted-words.ts'
import { keyOf, loadShelf, type Shelf } from './shelf.ts'
import { cutWords, type Stretch, type Word } from './words.ts'

/** A statement of an article with who makes it; places are UTF-16 units of the article's text. */
export interface ToldStatement {
  readonly statement: ReadoutStatement
  readonly speaker: ClaimSpeaker | null
  readonly onBehalfOf: ClaimSpeaker | null
}

/** A row of words that one speaker said, each with its statement; between two statements stands a word that nothing equals. */
export interface SpokenRow {
  readonly isQuoted: boolean
  readonly words: readonly Word[]
  readonly statements: readonly ToldStatement[]
}

/** An article that claims are held against. */
export interface HeldArticle {
  readonly article: ToldIn
  readonly reportId: number
  readonly text: string
  readonly statements: readonly ToldStatement[]
  readonly rows: readonly SpokenRow[]
  /** All its words, in quotation marks or not. */
  readonly words: readonly Word[]
}

/** Loaded articles; the last few are kept, since the claims of a draft are about the same. */
export type CheckShelf = Map<number, HeldArticle>

const KEPT = 150

/** Articles ready to be looked through. One that is gone meanwhile is left out. */
export async function holdArticles(store: Store, ids: readonly number[], shelf: CheckShelf): Promise<HeldArticle[]> {
  const missing = ids.filter((id) => !shelf.has(id))
  const articles: Articles = new Map()
  const { reports, names } = await loadShelf(store.db, missing, articles)
  for (const article of articles.values()) {
    const readout = await loadRecord(store, article.articleId)
    if (readout) shelf.set(article.articleId, holdArticle(article, readout, { article: tellArticle(article, reports), names }))
  }
  const held = ids.flatMap((id) => shelf.get(id) ?? [])
  for (const id of shelf.keys()) if (shelf.size > KEPT) shelf.delete(id)
  return held
}

type Names = Shelf['names']

function holdArticle({ articleId, reportId, text }: LoadedArticle, readout: Readout, { article, names }: { article: ToldIn; names: Names }): HeldArticle {
  const nameEntity = (id: string | null): ClaimSpeaker | null => {
    const entity = readout.entities.find((one) => one.id === id)
    if (!entity) return null
    const known = names.get(keyOf(articleId, Number(entity.id.slice(1))))
    const told = entity.mentions.filter(({ form }) => form === 'name').map((mention) => mention.text)
    const name = known?.name ?? entity.name
    return { name, isPerson: entity.kind === 'person', id: known?.id ?? null, names: [...new Set([name, entity.name, ...told])] }
  }
  const statements = readout.statements.map((statement) => ({
    statement,
    speaker: nameEntity(statement.source?.entity ?? null),
    onBehalfOf: nameEntity(statement.source?.onBehalfOf ?? null),
  }))
  return {
    article,
    reportId,
    text,
    statements,
    rows: [...listQuotedRows(statements), ...listReportedRows(statements)],
    words: cutWords(text.slice(0, LIMITS.checkUnits)),
  }
}

/** What each speaker is quoted with, all over the article: “…” may pass from one quotation to the next. */
function listQuotedRows(statements: readonly ToldStatement[]): SpokenRow[] {
  const quoted = statements.filter(({ statement }) => statement.quotations.length > 0)
  const bySpeaker = Map.groupBy(quoted, ({ statement }) => statement.source?.entity ?? `the source of ${statement.id}`)
  return Array.from(bySpeaker.values(), (some) => joinRow(some, true, ({ quotations }) => quotations))
}

/** What is told in the article's own words, each statement by itself. */
function listReportedRows(statements: readonly ToldStatement[]): SpokenRow[] {
  const reported = statements.filter(({ statement }) => statement.kind !== 'direct')
  return reported.map((one) => joinRow([one], false, ({ content }) => content.spans))
}

function joinRow(told: readonly ToldStatement[], isQuoted: boolean, list: (statement: ReadoutStatement) => readonly (Stretch & { text: string })[]): SpokenRow {
  const words: Word[] = []
  const statements: ToldStatement[] = []
  for (const one of told) {
    const spans = list(one.statement)
    const cut = spans.flatMap(({ text, start }) => cutWordsAt(text, start))
    const at = spans[0]?.start ?? 0
    if (words.length > 0) cut.unshift({ start: at, end: at, folded: '\n' })
    words.push(...cut)
    statements.push(...cut.map(() => one))
  }
  return { isQuoted, words, statements }
}
