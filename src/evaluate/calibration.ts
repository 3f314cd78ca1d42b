import type { Readout } from '../document/readout.ts'
import type { PolnearArticle } from './polnear.ts'
import { f1Of, numberWords, wordsOf } from './spans.ts'

/** Of the statements in each bin of confidence, how many meet a gold attribution with a content word-F1 of .5 or more. */
export function readCalibration(articles: readonly PolnearArticle[], readouts: readonly Readout[]): string {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, met: 0, sum: 0 }))
  articles.forEach((article, n) => {
    const words = numberWords(article.text)
    const gold = article.attributions.map((one) =>
      wordsOf(
        article.text,
        words,
        one.content.map(([start, end]) => ({ start, end })),
      ),
    )
    for (const statement of (readouts[n] as Readout).statements) {
      if (statement.within !== null) continue
      const content = wordsOf(article.text, words, statement.content.spans)
      const bin = bins[Math.min(9, Math.floor(statement.confidence * 10))] as (typeof bins)[number]
      bin.count++
      bin.sum += statement.confidence
      if (gold.some((one) => f1Of(content, one) >= 0.5)) bin.met++
    }
  })
  const rows = bins.flatMap(({ count, met, sum }, n) =>
    count > 0
      ? [`  ${(n / 10).toFixed(1)}–${((n + 1) / 10).toFixed(1)}   told ${(sum / count).toFixed(2)}   met ${(met / count).toFixed(2)}   of ${count}`]
      : [],
  )
  return ['Confidence told, and the share that meets a gold attribution', ...rows].join('\n')
}
