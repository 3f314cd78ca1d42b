import type { Realis } from '../document/news-event.ts'
import { childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** Words of a sentence that its bag takes at most. */
const BAG = 60
const CONTENT = new Set<number>([TAG.NOUN, TAG.VERB, TAG.ADJ, TAG.ADV])

/**
 * What the scorer of types sees of a trigger: the lexicon's guess, its lemma alone and with what hangs by it, the verbs above, and the
 * words of its sentence. Names are masked: who it is must not decide what was done.
 */
export function describeTrigger(scene: Scene, trigger: Trigger, realis: Realis, masks: readonly string[]): string[] {
  const { syntax } = scene
  const { token, frame, clause } = trigger
  const lemma = syntax.lemma[token] as string
  const found = [
    `guess=${frame.type}`,
    `guess=${frame.type}/${frame.mode}`,
    `lemma=${lemma}`,
    `realis=${realis}`,
    `guess=${frame.type}&${realis}`,
    `noun=${trigger.isNoun}&${frame.type}`,
  ]
  if (frame.isWeak) found.push(`weak=${frame.type}`)
  if (trigger.last - trigger.first > 1) found.push(`verb=${lemma}_${syntax.lower[trigger.last - 1]}`)
  for (const object of clause.objects) found.push(`object=${masks[object]}`, `${lemma}>${masks[object]}`)
  for (const subject of clause.subjects) found.push(`subject=${masks[subject]}`)
  for (const { token: oblique, preposition } of clause.obliques) found.push(`${lemma}~${preposition}`, `${preposition}=${masks[oblique]}`)
  for (const child of childrenOf(syntax, token)) {
    const relation = relationOf(syntax, child)
    if (/^(?:xcomp|ccomp|advcl|conj)$/.test(relation)) found.push(`${relation}=${masks[child]}`, `${lemma}&${relation}=${masks[child]}`)
    if (/^(?:aux|advmod|compound:prt|amod|mark|compound)$/.test(relation)) found.push(`${relation}=${masks[child]}`)
  }
  const head = syntax.head[token] as number
  if (head >= 0) found.push(`above=${relationOf(syntax, token)}:${masks[head]}`)
  else found.push('above=root')
  pushBag(scene, token, masks, found)
  return [...new Set(found)]
}

/** Content words of the sentence, and pairs of neighbours around the trigger. */
function pushBag(scene: Scene, token: number, masks: readonly string[], found: string[]): void {
  const { syntax } = scene
  const sentence = scene.sentenceOf[token] as number
  let first = token
  let last = token + 1
  while (first > 0 && scene.sentenceOf[first - 1] === sentence && token - first < BAG / 2) first--
  while (last < syntax.count && scene.sentenceOf[last] === sentence && last - token < BAG) last++
  for (let i = first; i < last; i++) {
    if (i === token || !CONTENT.has(syntax.upos[i] as number)) continue
    found.push(`bag=${masks[i]}`)
  }
  for (let i = Math.max(first, token - 3); i < Math.min(last - 1, token + 4); i++) found.push(`pair=${masks[i]} ${masks[i + 1]}`)
}

/** What the scorer sees of every word, computed once an article. */
export function maskWords(scene: Scene): string[] {
  return Array.from({ length: scene.syntax.count }, (_, i) => mask(scene, i))
}

/** The lemma of a word; names by their kind only. */
function mask(scene: Scene, i: number): string {
  const mention = scene.mentions[scene.coveredBy[i] as number]
  if (mention && (mention.form === 'name' || mention.form === 'demonym')) return `<${mention.kind}>`
  return scene.syntax.upos[i] === TAG.NUM ? '<number>' : lemmaOf(scene.syntax, i)
}

function lemmaOf(syntax: Syntax, i: number): string {
  return syntax.upos[i] === TAG.PROPN ? '<name>' : (syntax.lemma[i] as string)
}
