import type { TreebankSentence } from '../export/export.ts'

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
