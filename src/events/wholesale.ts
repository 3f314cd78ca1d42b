import { childrenOf, relationOf } from '../document/syntax.ts'
import { spanOf } from '../document/words.ts'
import type { Telling } from './merge.ts'
import type { Scene } from './scene.ts'

/** Verbs that say of all that was told whether it came about. */
const COMING_ABOUT = /^(?:take|happen|occur|exist)$/

/** “None of it took place”, “that never happened”, “this will not happen now”: what the sentence before told is denied. */
export function denyWholesale(scene: Scene, tellings: readonly Telling[]): Telling[] {
  const denials = new Map<number, readonly [number, number]>()
  const { sentences } = scene.tokens
  for (let n = 1; n + 1 < sentences.length; n++) {
    const denial = readDenial(scene, sentences[n] as number, sentences[n + 1] as number)
    if (denial) denials.set(n - 1, denial)
  }
  if (denials.size === 0) return [...tellings]
  return tellings.map((telling) => {
    const denial = denials.get(telling.sentence)
    if (!denial || telling.realis === 'denied' || telling.utteredIn !== null || isOwnFact(telling)) return telling
    return { ...telling, realis: 'denied', realisCues: [spanOf(scene.tokens, { first: denial[0], last: denial[1] })] }
  })
}

/** What the reporter tells as done is not taken back by him a sentence later: “She left on Monday. That will not happen again.” */
function isOwnFact({ realis, statedIn }: Telling): boolean {
  return statedIn === null && (realis === 'happened' || realis === 'ongoing')
}

/** First and last token (half open) of a short sentence that denies the one before; null where it does not. */
function readDenial(scene: Scene, first: number, last: number): readonly [number, number] | null {
  const { syntax } = scene
  if (last - first > LONGEST) return null
  for (let i = first; i < last; i++) {
    if (!COMING_ABOUT.test(syntax.lemma[i] as string) || (syntax.lemma[i] === 'take' && syntax.lower[i + 1] !== 'place')) continue
    const children = Array.from(childrenOf(syntax, i))
    const subject = children.find((child) => relationOf(syntax, child) === 'nsubj')
    if (subject === undefined) return null
    const none = /^(?:none|nothing)$/.test(syntax.lower[subject] as string)
    const isAll = none || /^(?:it|that|this)$/.test(syntax.lower[subject] as string)
    const isNegated = none || children.some((child) => /^(?:not|n't|never)$/.test(syntax.lower[child] as string))
    if (isAll && isNegated) return [first, syntax.lemma[i] === 'take' ? i + 2 : i + 1]
  }
  return null
}

/** Tokens of a sentence that denies and tells nothing else. */
const LONGEST = 12
