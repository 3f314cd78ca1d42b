import type { Layers } from '../document/layers.ts'
import { UPOS } from '../document/layers.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord, spanOf } from '../document/words.ts'

/** A sentence of CoNLL-U: its comments, its words, and the rows that are no words (ranges, empty nodes), each before a word. */
export interface TreebankSentence {
  readonly comments: readonly string[]
  readonly words: readonly string[]
  readonly misc: readonly string[]
  readonly extra: readonly { readonly before: number; readonly row: string }[]
}

/** The sentences of a text that was cut into tokens by us. */
export function cutSentences(tokens: Tokens): TreebankSentence[] {
  const made: TreebankSentence[] = []
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const first = tokens.sentences[s] as number
    const last = tokens.sentences[s + 1] as number
    const { start, end } = spanOf(tokens, { first, last })
    const comments = [`# sent_id = ${s + 1}`, `# text = ${tokens.text.slice(start, end).replace(/\s+/g, ' ')}`]
    const words = Array.from({ length: last - first }, (_, n) => readWord(tokens, first + n))
    const misc = words.map((_, n) => (first + n + 1 < last && tokens.start[first + n + 1] === tokens.end[first + n] ? 'SpaceAfter=No' : '_'))
    made.push({ comments, words, misc, extra: [] })
  }
  return made
}

/** Writes sentences with the reader's layers; `marks` are what MISC says of each token besides. A word of “_” is withheld, its lemma too. */
export function writeConllu(sentences: readonly TreebankSentence[], layers: Layers, marks: readonly (readonly string[])[]): string {
  let first = 0
  const out: string[] = []
  for (const sentence of sentences) {
    out.push(...sentence.comments.map((comment) => `${comment}\n`))
    for (let n = 0; n <= sentence.words.length; n++) {
      for (const { before, row } of sentence.extra) if (before === n) out.push(`${row}\n`)
      if (n === sentence.words.length) break
      out.push(writeRow(sentence, n, first, layers, marks[first + n] ?? []))
    }
    out.push('\n')
    first += sentence.words.length
  }
  return out.join('')
}

function writeRow({ words, misc }: TreebankSentence, n: number, first: number, layers: Layers, marks: readonly string[]): string {
  const i = first + n
  const head = layers.head[i] as number
  const word = words[n] as string
  const relation = layers.relations[layers.relation[i] as number] ?? 'dep'
  const told = [misc[n] === '_' ? [] : [misc[n] as string], marks].flat()
  const columns = [n + 1, word, word === '_' ? '_' : layers.lemma[i], UPOS[layers.upos[i] as number], '_', '_', head < 0 ? 0 : head - first + 1]
  return `${[...columns, head < 0 ? 'root' : relation === 'root' ? 'dep' : relation, '_', told.join('|') || '_'].join('\t')}\n`
}

/** `Name=B-person`, `Role=cue:1`, `Role=content:1` for each token that the reader's layers say it of. */
export function markLayers(tokens: Tokens, layers: Layers): string[][] {
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
