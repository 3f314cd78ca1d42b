import type { Layers } from '../document/layers.ts'
import { UPOS } from '../document/layers.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord, spanOf } from '../document/words.ts'
import { cutSentences, markLayers, type TreebankSentence, writeConllu } from '../export/export.ts'
import { openReader } from '../index.ts'
import { readBytes } from '../reading/reading.ts'
import { readGivenTokens, readTokens } from '../text/text.ts'
import { readConllu } from './conllu.ts'
import { readInput, writeOut } from './files.ts'

/** Sentences of given tokens that go through the reader at once: the rest of a treebank document is context enough. */
const SENTENCES = 400

/** Writes the reader's layers of a text, or of CoNLL-U whose tokens are kept as given. */
export async function runAnnotate(file: string, flags: { format: 'conllu' | 'json'; input: 'text' | 'conllu' }): Promise<void> {
  const { article } = readBytes(await readInput(file), {})
  const reader = await openReader()
  if (flags.input === 'text') {
    const { tokens } = readTokens(article.text)
    const layers = await reader.annotate(tokens)
    await writeOut(
      flags.format === 'json' ? `${JSON.stringify(toJson(tokens, layers))}\n` : writeConllu(cutSentences(tokens), layers, markLayers(tokens, layers)),
    )
    return
  }
  const sentences = readConllu(article.text)
  for (let first = 0; first < sentences.length; first += SENTENCES) {
    const part = sentences.slice(first, first + SENTENCES)
    const { tokens } = readGivenTokens(
      part.map((sentence) => sentence.words),
      openings(part),
    )
    const layers = await reader.annotate(tokens)
    await writeOut(flags.format === 'json' ? `${JSON.stringify(toJson(tokens, layers))}\n` : writeConllu(part, layers, markLayers(tokens, layers)))
  }
}

/** Sentences that open a paragraph: every one, unless the file marks paragraphs itself. */
function openings(sentences: readonly TreebankSentence[]): number[] {
  const marked = sentences.some((sentence) => sentence.comments.some((comment) => comment.startsWith('# newpar')))
  return sentences.flatMap((sentence, n) => (n === 0 || !marked || sentence.comments.some((c) => /^# new(?:par|doc)/.test(c)) ? [n] : []))
}

function toJson(tokens: Tokens, layers: Layers): object {
  return {
    tokens: Array.from({ length: tokens.count }, (_, i) => ({
      ...spanOf(tokens, { first: i, last: i + 1 }),
      text: readWord(tokens, i),
      upos: UPOS[layers.upos[i] as number],
      lemma: layers.lemma[i],
      head: layers.head[i],
      relation: layers.relations[layers.relation[i] as number],
    })),
    sentences: Array.from(tokens.sentences),
    paragraphs: Array.from(tokens.paragraphs),
    names: layers.names,
    attributions: layers.attributions,
  }
}
