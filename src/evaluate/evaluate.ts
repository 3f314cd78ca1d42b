/** Gold against found: golden articles, PolNeAR dev, English EWT dev; the same figures as the project's scorers give. */
import type { Layers } from '../document/layers.ts'
import type { Readout } from '../document/readout.ts'
import type { Tokens } from '../document/tokens.ts'
import { readCalibration } from './calibration.ts'
import { loadGolden, loadPolnear, loadSeenCues, loadTreebank } from './corpora.ts'
import { type Figures, showFigures } from './figures.ts'
import { scoreGolden } from './golden-statements.ts'
import { scorePolnear } from './polnear.ts'
import { scoreTreebank } from './treebank.ts'

export type { Figures } from './figures.ts'
export { checkFloors, type Floors, pinFloors } from './floors.ts'

/** The program under test. */
export interface Subject {
  readonly read: (text: string, publishedOn: string) => Promise<Readout>
  readonly annotate: (sentences: readonly (readonly string[])[]) => Promise<{ tokens: Tokens; layers: Layers }>
}

export interface Evaluation {
  /** Figures by set: `golden`, `held-out`, `polnear`, `treebank`. */
  readonly sets: ReadonlyMap<string, Figures>
  readonly report: string
  readonly misses: readonly string[]
  /** sha256 of the golden files, null when none were read. */
  readonly goldHash: string | null
}

/** Runs what the given folders allow. */
export async function evaluate(folders: { golden: string | null; corpora: string | null }, subject: Subject): Promise<Evaluation> {
  const sets = new Map<string, Figures>()
  const misses: string[] = []
  let goldHash: string | null = null
  let report = ''
  if (folders.golden !== null) {
    const { articles, hash } = loadGolden(folders.golden)
    goldHash = hash
    const readouts = await readAll(
      articles.map((one) => [one.text, one.published]),
      subject,
    )
    const scored = scoreGolden(articles, readouts)
    sets.set('golden', scored.figures)
    misses.push(...scored.misses)
    report += showFigures(`Golden articles, ${articles.length}`, scored.figures)
  }
  if (folders.corpora !== null) {
    const dev = loadPolnear(folders.corpora, 'dev')
    const readouts = await readAll(
      dev.map((one) => [one.text, one.published]),
      subject,
    )
    sets.set('polnear', scorePolnear(dev, readouts, loadSeenCues(folders.corpora)))
    sets.set('treebank', await scoreSentences(folders.corpora, subject))
    report += showFigures(`\nPolNeAR dev, ${dev.length} articles`, sets.get('polnear') as Figures)
    report += `${readCalibration(dev, readouts)}\n`
    report += showFigures('\nUD English EWT dev', sets.get('treebank') as Figures)
  }
  return { sets, report, misses, goldHash }
}

async function readAll(articles: readonly (readonly [string, string])[], subject: Subject): Promise<Readout[]> {
  const readouts: Readout[] = []
  for (const [text, published] of articles) readouts.push(await subject.read(text, published))
  return readouts
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
