/**
 * Fits the confidence of statements (src/statements/confidence.ts) on the dev split of PolNeAR: logistic regression of
 * “meets a gold attribution with a content word-F1 of .5 or more”. Prints the weights and how the bins come out.
 *
 *     node calibrate.ts CORPORA
 */

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { f1Of, numberWords, wordsOf } from '../src/evaluate/spans.ts'
import { openReader } from '../src/index.ts'
import { listEvidence } from '../src/statements/statements.ts'
import { readTokens } from '../src/text/text.ts'

const lines = gunzipSync(readFileSync(`${process.argv[2]}/polnear/dev.jsonl.gz`))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
const reader = await openReader()
const rows: { x: number[]; y: number }[] = []
for (const line of lines) {
  const article = JSON.parse(line) as { text: string; attributions: { content: [number, number][] }[] }
  const { tokens } = readTokens(article.text)
  const words = numberWords(article.text)
  const gold = article.attributions.map((one) =>
    wordsOf(
      article.text,
      words,
      one.content.map(([start, end]) => ({ start, end })),
    ),
  )
  for (const { evidence, content } of listEvidence(tokens, await reader.annotate(tokens))) {
    const found = wordsOf(article.text, words, content)
    rows.push({ x: [1, ...evidence], y: Number(gold.some((one) => f1Of(one, found) >= 0.5)) })
  }
}

const weights = new Array<number>((rows[0] as (typeof rows)[0]).x.length).fill(0)
const chance = (x: readonly number[]) => 1 / (1 + Math.exp(-x.reduce((sum, value, n) => sum + value * (weights[n] as number), 0)))
for (let step = 0; step < 4000; step++) {
  const slope = weights.map(() => 0)
  for (const { x, y } of rows) {
    const off = y - chance(x)
    x.forEach((value, n) => {
      slope[n] = (slope[n] as number) + off * value
    })
  }
  slope.forEach((value, n) => {
    weights[n] = (weights[n] as number) + (2 * value) / rows.length
  })
}
console.log(rows.length, 'candidates; weights', weights.map((weight) => weight.toFixed(2)).join(', '))
for (let bin = 0; bin < 10; bin++) {
  const inside = rows.filter(({ x }) => Math.floor(chance(x) * 10) === bin)
  if (inside.length > 0) console.log(`${bin / 10}: ${inside.length}, met ${(inside.filter(({ y }) => y === 1).length / inside.length).toFixed(2)}`)
}
