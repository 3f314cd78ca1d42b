import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ReadoutError } from '../document/readout-error.ts'
import { type GoldenArticle, readGolden } from '../golden/golden.ts'
import { type DatedSentence, parseDates } from './dates.ts'
import { FACTUAL_SETS, type FactualSentence, type FactualSet, parseFactuality } from './factuality.ts'
import { type GapPassage, parseGap } from './gap.ts'
import { parseNewsWcl50, type WclArticle } from './newswcl50.ts'
import { type NgecActor, parseNgecActors } from './ngec.ts'
import { type PlvSentence, parsePlv } from './plv.ts'
import { cueKey, type PolnearArticle } from './polnear.ts'
import { parseRe3d, type Re3dDocument } from './re3d.ts'
import type { GoldSentence } from './treebank.ts'

/** Articles of a split of PolNeAR. */
export function loadPolnear(folder: string, split: 'train' | 'dev'): PolnearArticle[] {
  const lines = unpack(join(folder, 'polnear', `${split}.jsonl.gz`)).split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line) as PolnearArticle)
}

/** Every cue of the training split: what a cue “never seen” is told by. */
export function loadSeenCues(folder: string): Set<string> {
  return new Set(loadPolnear(folder, 'train').flatMap((article) => article.attributions.map((one) => cueKey(article.text, one.cue))))
}

/** Sentences of the dev split of UD English EWT, words only. */
export function loadTreebank(folder: string): GoldSentence[] {
  const blocks = unpack(join(folder, 'ud-ewt', 'dev.conllu.gz')).split(/\n\s*\n/)
  return blocks
    .map((block) =>
      block
        .split('\n')
        .filter((line) => /^\d+\t/.test(line))
        .map((line) => line.split('\t')),
    )
    .filter((sentence) => sentence.length > 0)
}

/** Passages of GAP's validation split. */
export function loadGap(folder: string): GapPassage[] {
  return parseGap(unpack(join(folder, 'gap', 'gap-validation.tsv.gz')))
}

/** Documents of all folders of re3d. */
export function loadRe3d(folder: string): Re3dDocument[] {
  const root = join(folder, 're3d')
  if (!existsSync(root)) throw missing(root)
  const sources = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return sources
    .map(({ name }) => join(root, name))
    .sort()
    .flatMap((path) => parseRe3d(unpack(join(path, 'documents.jsonl.gz')), unpack(join(path, 'entities.jsonl.gz'))))
}

/** Articles of the events 0 to 6 of NewsWCL50. */
export function loadNewsWcl50(folder: string): WclArticle[] {
  return parseNewsWcl50(unpack(join(folder, 'newswcl50', 'events0-6.jsonl.gz')))
}

/** Actors of NGEC's tests, the half that is there to decide on. */
export function loadNgecActors(folder: string): NgecActor[] {
  return parseNgecActors(unpack(join(folder, 'ngec', 'actors-shared.jsonl.gz')))
}

/** Date expressions of NGEC's tests, the half that is there to decide on. */
export function loadDates(folder: string): DatedSentence[] {
  return parseDates(unpack(join(folder, 'ngec', 'dates-shared.jsonl.gz')))
}

/** The eighth of PLV's training table that no training reads: the last hexadecimal digit of the hash of its letters and digits is 0 or 1. */
export function loadPlv(folder: string): PlvSentence[] {
  return parsePlv(unpack(join(folder, 'plv', 'PLV_train.tsv.gz'))).filter(({ text }) => {
    const key = text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
    return /[01]$/.test(createHash('sha1').update(key).digest('hex'))
  })
}

const FACTUAL_FILES: Readonly<Record<FactualSet, string>> = { uw: 'uw', meantime: 'meantime', uds: 'uds-ih2' }

/** Sentences of the dev splits of UW, MEANTIME and UDS-IH2. */
export function loadFactuality(folder: string): FactualSentence[] {
  return FACTUAL_SETS.flatMap((set) => parseFactuality(unpack(join(folder, 'factuality', `${FACTUAL_FILES[set]}-dev.jsonl.gz`)), set))
}

/** Golden articles of a folder with the hash of their files. Throws `ReadoutError` with every fault of every file. */
export function loadGolden(folder: string): { articles: GoldenArticle[]; hash: string } {
  if (!existsSync(folder)) throw new ReadoutError('golden-missing', `There is no folder “${folder}” with golden articles.`)
  const hash = createHash('sha256')
  const problems: string[] = []
  const articles = readdirSync(folder)
    .filter((name) => name.endsWith('.gold.txt'))
    .sort()
    .flatMap((name) => {
      const raw = readFileSync(join(folder, name), 'utf8')
      hash.update(raw)
      const { article, problems: found } = readGolden(raw, name.replace('.gold.txt', ''))
      problems.push(...found.map((problem) => `${name}: ${problem}`))
      return article ? [article] : []
    })
  if (problems.length > 0) throw new ReadoutError('golden-broken', problems.join('\n'))
  return { articles, hash: hash.digest('hex') }
}

function unpack(path: string): string {
  try {
    return gunzipSync(readFileSync(path)).toString('utf8')
  } catch (cause) {
    throw missing(path, cause)
  }
}

function missing(path: string, cause?: unknown): ReadoutError {
  const message = `“${path}” could not be read: --corpora names the folder that holds polnear/, ud-ewt/, gap/, re3d/, newswcl50/, ngec/, plv/ and factuality/.`
  return new ReadoutError('corpus-missing', message, { cause })
}
