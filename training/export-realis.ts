/**
 * What the scorer of realis learns from: every verb and noun that the factuality corpora rate, with its features by the same code that
 * reads articles. Argument: the folder of the corpora. Standard output: JSONL `{"set","split","text","label","rule","features"}`; labels
 * go from -3 (certainly did not happen) to 3 (certainly did).
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readSyntax, TAG } from '../src/document/syntax.ts'
import { tokensOf } from '../src/document/words.ts'
import { parseFactuality } from '../src/evaluate/factuality.ts'
import { describeRealis } from '../src/events/events.ts'
import { readLayers } from '../src/reader/reader.ts'
import { loadReader } from '../src/runtime/runtime.ts'
import { readTokens } from '../src/text/text.ts'

const FILES = { uw: 'uw', meantime: 'meantime', uds: 'uds-ih2' } as const
const corpora = process.argv[2] ?? '../corpora'
const { parts } = await loadReader(join(import.meta.dirname, '../models/reader'))

for (const split of ['train', 'dev']) {
  for (const set of ['uw', 'meantime', 'uds'] as const) {
    const lines = gunzipSync(readFileSync(join(corpora, 'factuality', `${FILES[set]}-${split}.jsonl.gz`))).toString('utf8')
    for (const { text, predicates } of parseFactuality(lines, set)) {
      const { tokens } = readTokens(text)
      const syntax = readSyntax(tokens, await readLayers(tokens, parts))
      for (const { start, end, label } of predicates) {
        const token = tokensOf(tokens, { start, end })?.first ?? -1
        if (token < 0 || (syntax.upos[token] !== TAG.VERB && syntax.upos[token] !== TAG.NOUN)) continue
        if (!process.stdout.write(`${JSON.stringify({ set, split, text, label, ...describeRealis(syntax, token) })}\n`)) await once(process.stdout, 'drain')
      }
    }
  }
}
