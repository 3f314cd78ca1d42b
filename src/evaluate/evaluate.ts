/** Gold against found: golden articles and the dev splits of corpora; the same figures as the project's scorers give. */
import { basename } from 'node:path'
import type { Layers } from '../document/layers.ts'
import type { Readout } from '../document/readout.ts'
import type { Tokens } from '../document/tokens.ts'
import { readCalibration } from './calibration.ts'
import {
  loadDates,
  loadFactuality,
  loadGap,
  loadGolden,
  loadNewsWcl50,
  loadNgecActors,
  loadPlv,
  loadPolnear,
  loadRe3d,
  loadSeenCues,
  loadTreebank,
} from './corpora.ts'
import { scoreDates } from './dates.ts'
import { scoreFactuality } from './factuality.ts'
import { type Figures, type Scored, showFigures } from './figures.ts'
import { scoreGap } from './gap.ts'
import { scoreGolden } from './golden-figures.ts'
import { scoreNewsWcl50 } from './newswcl50.ts'
import { scoreNgecActors } from './ngec.ts'
import { scorePlv } from './plv.ts'
import { scorePolnear } from './polnear.ts'
import { scoreRe3d } from './re3d.ts'
import { scoreTreebank } from './treebank.ts'

export type { Figures } from './figures.ts'
export { checkFloors, type Floors, pinFloors } from './floors.ts'

/** The program under test. */
export interface Subject {
  readonly read: (text: string, publishedOn: string | null) => Promise<Readout>
  readonly annotate: (sentences: readonly (readonly string[])[]) => Promise<{ tokens: Tokens; layers: Layers }>
}

export interface Evaluation {
  /** Figures by set: `golden` or `held-out`; `polnear`, `treebank`, `gap`, `re3d`, `newswcl50`, `ngec`, `plv`, `dates`, `factuality`. */
  readonly sets: ReadonlyMap<string, Figures>
  readonly report: string
  readonly misses: readonly string[]
  /** sha256 of the golden files, null when none were read or only held-out ones. */
  readonly goldHash: string | null
}

/** Texts of one set with their scorer. */
interface Trial {
  readonly set: string
  readonly title: string
  readonly articles: readonly { readonly text: string; readonly published: string | null }[]
  readonly score: (readouts: readonly Readout[]) => Scored & { readonly more?: string }
}

/** Runs what the given folders allow. A folder called `held-out` makes a set of its own, apart from the golden articles. */
export async function evaluate(folders: { golden: string | null; corpora: string | null }, subject: Subject): Promise<Evaluation> {
  const golden = folders.golden === null ? null : loadTrial(folders.golden)
  const trials = [...(golden ? [golden.trial] : []), ...(folders.corpora === null ? [] : listTrials(folders.corpora))]
  const sets = new Map<string, Figures>()
  const misses: string[] = []
  const reports: string[] = []
  for (const { set, title, articles, score } of trials) {
    const readouts: Readout[] = []
    for (const { text, published } of articles) readouts.push(await subject.read(text, published))
    const scored = score(readouts)
    sets.set(set, scored.figures)
    misses.push(...scored.misses)
    reports.push(`${showFigures(`${title}, ${articles.length}`, scored.figures)}${scored.more ?? ''}`)
  }
  if (folders.corpora !== null) {
    const figures = await scoreSentences(folders.corpora, subject)
    sets.set('treebank', figures)
    reports.push(showFigures('UD English EWT dev', figures))
  }
  return { sets, report: reports.join('\n'), misses, goldHash: golden?.hash ?? null }
}

function loadTrial(folder: string): { trial: Trial; hash: string | null } {
  const { articles, hash } = loadGolden(folder)
  const isHeldOut = basename(folder) === 'held-out'
  const [set, title] = isHeldOut ? ['held-out', 'Held-out golden articles'] : ['golden', 'Golden articles']
  return { trial: { set, title, articles, score: (readouts) => scoreGolden(articles, readouts) }, hash: isHeldOut ? null : hash }
}

function listTrials(folder: string): Trial[] {
  const polnear = loadPolnear(folder, 'dev')
  const [gap, re3d, newswcl50, ngec] = [loadGap(folder), loadRe3d(folder), loadNewsWcl50(folder), loadNgecActors(folder)]
  const [plv, dates, factuality] = [loadPlv(folder), loadDates(folder), loadFactuality(folder)]
  return [
    {
      set: 'polnear',
      title: 'PolNeAR dev, articles',
      articles: polnear,
      score: (readouts) => ({
        figures: scorePolnear(polnear, readouts, loadSeenCues(folder)),
        misses: [],
        more: `${readCalibration(polnear, readouts)}\n`,
      }),
    },
    { set: 'gap', title: 'GAP validation, passages', articles: gap, score: (readouts) => scoreGap(gap, readouts) },
    { set: 're3d', title: 're3d, documents', articles: re3d, score: (readouts) => scoreRe3d(re3d, readouts) },
    { set: 'newswcl50', title: 'NewsWCL50 events 0 to 6, articles', articles: newswcl50, score: (readouts) => scoreNewsWcl50(newswcl50, readouts) },
    { set: 'ngec', title: 'NGEC actors, mentions', articles: ngec, score: (readouts) => scoreNgecActors(ngec, readouts) },
    { set: 'plv', title: 'PLV held out of training, sentences', articles: plv, score: (readouts) => scorePlv(plv, readouts) },
    { set: 'dates', title: 'NGEC dates, expressions', articles: dates, score: (readouts) => scoreDates(dates, readouts) },
    { set: 'factuality', title: 'Factuality dev, sentences', articles: factuality, score: (readouts) => scoreFactuality(factuality, readouts) },
  ]
}

/** Sentences that go through the reader at once, as many as `readout annotate` takes, so that both give the same figures. */
const SENTENCES = 400

async function scoreSentences(folder: string, subject: Subject): Promise<Figures> {
  const gold = loadTreebank(folder)
  const placed: { layers: Layers; first: number }[] = []
  for (let at = 0; at < gold.length; at += SENTENCES) {
    const part = gold.slice(at, at + SENTENCES)
    const { tokens, layers } = await subject.annotate(part.map((sentence) => sentence.map((row) => row[1] as string)))
    part.forEach((_, n) => {
      placed.push({ layers, first: tokens.sentences[n] as number })
    })
  }
  return scoreTreebank(gold, placed)
}
