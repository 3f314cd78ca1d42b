import { type Layers, UPOS } from '../document/layers.ts'
import type { Figures } from './figures.ts'

/** A gold sentence: rows of CoNLL-U's ten columns, words only. */
export type GoldSentence = readonly (readonly string[])[]

/** upos, lemma, uas, las (relation without its subtype), las_full; punctuation counted (CoNLL 2018, gold tokens). */
export function scoreTreebank(gold: readonly GoldSentence[], layers: readonly { layers: Layers; first: number }[]): Figures {
  const right = { upos: 0, lemma: 0, uas: 0, las: 0, las_full: 0 }
  let total = 0
  gold.forEach((sentence, n) => {
    const { layers: found, first } = layers[n] as { layers: Layers; first: number }
    sentence.forEach((row, k) => {
      const i = first + k
      const head = (found.head[i] as number) < 0 ? 0 : (found.head[i] as number) - first + 1
      const named = found.relations[found.relation[i] as number] ?? 'dep'
      const relation = head === 0 ? 'root' : named === 'root' ? 'dep' : named
      const isHead = String(head) === row[6]
      total++
      right.upos += Number(UPOS[found.upos[i] as number] === row[3])
      right.lemma += Number(found.lemma[i] === row[2])
      right.uas += Number(isHead)
      right.las += Number(isHead && relation.split(':')[0] === row[7]?.split(':')[0])
      right.las_full += Number(isHead && relation === row[7])
    })
  })
  return new Map(Object.entries(right).map(([name, hits]) => [name, total > 0 ? hits / total : null]))
}
