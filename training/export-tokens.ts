/**
 * Feeds training with the very tokens and quotation states that reading uses. Standard input: JSONL, a line
 * `{"id","text"}` or `{"id","sentences":[["word", …], …],"paragraphs":[first sentence of each]}` (given tokens).
 * Standard output: JSONL `{"id","start","end","sentences","paragraphs","quote","words"}`; with `--plain`, instead, the
 * normalised words of a sentence a line, for word vectors.
 */

import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { normalizeWord } from '../src/reader/features.ts'
import { readGivenTokens, readTokens } from '../src/text/text.ts'

const isPlain = process.argv.includes('--plain')

for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line)
  const { tokens } = given.text === undefined ? readGivenTokens(given.sentences, given.paragraphs) : readTokens(given.text)
  const words = Array.from({ length: tokens.count }, (_, i) => tokens.text.slice(tokens.start[i], tokens.end[i]))
  const out = isPlain ? plainLines(words, tokens.sentences) : shard(given.id, tokens, words)
  if (!process.stdout.write(`${out}\n`)) await once(process.stdout, 'drain')
}

function plainLines(words: string[], sentences: Uint32Array): string {
  const lines: string[] = []
  for (let s = 0; s + 1 < sentences.length; s++)
    lines.push(
      words
        .slice(sentences[s], sentences[s + 1])
        .map(normalizeWord)
        .join(' '),
    )
  return lines.join('\n')
}

function shard(id: string, tokens: ReturnType<typeof readTokens>['tokens'], words: string[]): string {
  const { start, end, sentences, paragraphs, quoteState } = tokens
  const lists = { start, end, sentences, paragraphs, quote: quoteState }
  return JSON.stringify({ id, words, ...Object.fromEntries(Object.entries(lists).map(([k, v]) => [k, Array.from(v)])) })
}
