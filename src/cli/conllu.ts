import type { Layers } from '../document/layers.ts'
import { UPOS } from '../document/layers.ts'
import type { Tokens } from '../document/tokens.ts'

/** A sentence of CoNLL-U: its comments, its words, and the rows that are no words (ranges, empty nodes), each before a word. */
export interface TreebankSentence {
  readonly comments: readonly string[]
  readonly words: readonly string[]
  readonly misc: readonly string[]
  readonly extra: readonly { readonly before: number; readonly row: string }[]
}

/** Reads CoNLL-U (universaldependencies.org/format); only the forms of words are used. */
export function readConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  for (const block of text.replace(/\r\n/g, '\n').split(/\n\s*\n/)) {
    const comments: string[] = []
    const words: string[] = []
    const misc: string[] = []
    const extra: { before: number; row: string }[] = []
    for (const line of block.split('\n')) {
      const columns = line.split('\t')
      if (line.startsWith('#')) comments.push(line)
      else if (/^\d+$/.test(columns[0] ?? '')) {
        words.push(columns[1] ?? '_')
        misc.push(columns[9] ?? '_')
      } else if (/^\d+[-.]\d+$/.test(columns[0] ?? '')) extra.push({ before: words.length, row: line })
    }
    if (words.length > 0) sentences.push({ comments, words, misc, extra })
  }
  return sentences
}

/** Writes sentences with the reader's layers; names and roles stand in MISC. */
export function writeConllu(sentences: readonly TreebankSentence[], tokens: Tokens, layers: Layers): string {
  const marks = markTokens(tokens, layers)
  let first = 0
  let out = ''
  for (const sentence of sentences) {
    out += sentence.comments.map((comment) => `${comment}\n`).join('')
    for (let n = 0; n <= sentence.words.length; n++) {
      for (const { before, row } of sentence.extra) if (before === n) out += `${row}\n`
      if (n === sentence.words.length) break
      const i = first + n
      const head = layers.head[i] as number
      const misc = [sentence.misc[n] === '_' ? [] : [sentence.misc[n] as string], marks[i] ?? []].flat()
      const relation = layers.relations[layers.relation[i] as number] ?? 'dep'
      const columns = [n + 1, sentence.words[n], layers.lemma[i], UPOS[layers.upos[i] as number], '_', '_', head < 0 ? 0 : head - first + 1]
      out += `${[...columns, head < 0 ? 'root' : relation === 'root' ? 'dep' : relation, '_', misc.join('|') || '_'].join('\t')}\n`
    }
    out += '\n'
    first += sentence.words.length
  }
  return out
}

/** `Name=B-person`, `Role=cue:1`, `Role=content:1` for each token that has one. */
function markTokens(tokens: Tokens, layers: Layers): string[][] {
  const marks: string[][] = Array.from({ length: tokens.count }, () => [])
  const mark = (first: number, last: number, tell: (i: number) => string) => {
    for (let i = first; i < last; i++) marks[i]?.push(tell(i))
  }
  for (const name of layers.names) mark(name.first, name.last, (i) => `Name=${i === name.first ? 'B' : 'I'}-${name.kind}`)
  layers.attributions.forEach(({ cue, source, content }, n) => {
    mark(cue.first, cue.last, () => `Role=cue:${n + 1}`)
    if (source) mark(source.first, source.last, () => `Role=source:${n + 1}`)
    for (const piece of content) mark(piece.first, piece.last, () => `Role=content:${n + 1}`)
  })
  return marks
}
