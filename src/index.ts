/**
 * Readout as a library.
 *
 * @example
 * import { openReader } from 'readout'
 * const reader = await openReader()
 * const readout = await reader.read('“We will sail,” Arvo Lind said.', { publishedOn: '2024-03-14' })
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article } from './document/article.ts'
import type { Layers } from './document/layers.ts'
import type { Notice } from './document/notice.ts'
import type { Readout } from './document/readout.ts'
import type { Tokens } from './document/tokens.ts'
import { annotateTokens, type Explanations, explainArticle, readArticle } from './pipeline.ts'
import { loadKnowledge, loadPipeline } from './runtime/runtime.ts'

export type { Article } from './document/article.ts'
export type { Layers } from './document/layers.ts'
export type { Notice } from './document/notice.ts'
export type * from './document/readout.ts'
export { ReadoutError } from './document/readout-error.ts'
export type { Tokens } from './document/tokens.ts'
export type { Explanations } from './pipeline.ts'
export { convertOffsets, verifyReadout } from './record/record.ts'

export interface ReadOptions {
  /** ISO date (YYYY-MM-DD) of publication. */
  readonly publishedOn?: string | null
  readonly title?: string | null
  /** File name, URL or id under which the record names the article. */
  readonly source?: string | null
}

/** A reader with its model loaded. It keeps nothing between articles, so one serves a whole program. */
export interface Reader {
  /** Reads one text; offsets count UTF-16 units. Never throws on text. */
  read(text: string, options?: ReadOptions): Promise<Readout>
  /** The same for an article whose notices of decoding are already known. */
  readArticle(article: Article, notices?: readonly Notice[]): Promise<Readout>
  /** Why the record of an article is as it is: whom mentions mean, what decided on events, dates and cooperation. */
  explain(article: Article): Promise<Explanations>
  /** The reader model's layers for given tokens. */
  annotate(tokens: Tokens): Promise<Layers>
}

/**
 * Opens a reader. `modelFolder` holds the folders `reader`, `entities` and `events`; without it, the models that come with the package are taken.
 * Throws `ReadoutError` when the model is missing, damaged or of another version.
 */
export async function openReader(options: { modelFolder?: string } = {}): Promise<Reader> {
  const root = findRoot()
  const models = options.modelFolder ?? join(root, 'models')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const pipeline = await loadPipeline(models, { knowledge: loadKnowledge(join(root, 'knowledge')), version })
  return {
    read: (text, given = {}) => readArticle(makeArticle(text, given), pipeline),
    readArticle: (article, notices) => readArticle(article, pipeline, notices),
    explain: (article) => explainArticle(article, pipeline),
    annotate: (tokens) => annotateTokens(tokens, pipeline),
  }
}

function makeArticle(text: string, given: ReadOptions): Article {
  return { text, source: given.source ?? null, title: given.title ?? null, publisher: null, authors: [], publishedOn: given.publishedOn ?? null }
}

/** The package's own folder, from source and from compiled files alike. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
