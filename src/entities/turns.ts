import type { Mention } from '../document/mention.ts'
import type { Statement } from '../document/statement.ts'
import { readWord } from '../document/words.ts'
import type { Resolver } from './decisions.ts'
import type { Candidate } from './evidence.ts'
import { findAddressee } from './speakers.ts'

const ANSWERING = /^(?:answer|reply|respond|retort|counter)$/
/** Sentences back in which the words must stand that are answered. */
const NEAR = 3

/**
 * “Vale told her guest that … She replied”: who answers is the one who was spoken to. Not in “Asked about it, he replied”, where a
 * reporter asked. −1 where that does not tell.
 */
export function findAnswerer({ scene, focus, clusters }: Resolver, n: number, candidates: readonly Candidate[]): number {
  const own = scene.statements[scene.sourceOf[n] as number]
  const { head, first } = scene.mentions[n] as Mention
  const sentence = scene.sentence[head] as number
  if (!own || !ANSWERING.test(own.cue?.lemma ?? '') || focus.lastStatement < 0 || sentence - focus.lastSpeakerSentence > NEAR) return -1
  for (let i = scene.tokens.sentences[sentence] as number; i < first; i++) if (/^(?:ask|press|question)$/.test(scene.layers.lemma[i] ?? '')) return -1
  const addressee = findAddressee(scene, clusters, scene.statements[focus.lastStatement] as Statement, focus.lastSpeaker)
  return candidates.find(({ cluster }) => cluster === addressee?.cluster)?.cluster ?? -1
}

/**
 * “Rask said that his chief had known. ‘He signs everything,’ he said”: a quotation right behind words of somebody goes on with them. So does
 * one behind a question that nobody is told to ask: “Was his chief on the list? ‘On every page,’ he said”. −1 where that does not tell.
 */
export function findQuotedAgain({ scene, focus }: Resolver, n: number, candidates: readonly Candidate[]): number {
  const own = scene.statements[scene.sourceOf[n] as number]
  const sentence = scene.sentence[(scene.mentions[n] as Mention).head] as number
  const opening = scene.tokens.sentences[sentence] as number
  if (own?.kind !== 'direct' || opening === 0 || scene.isQuoted[opening] !== 1 || scene.paragraph[opening] !== scene.paragraph[opening - 1]) return -1
  const isQuestion = readWord(scene.tokens, opening - 1) === '?' && scene.isQuoted[opening - 1] !== 1
  if (sentence - focus.lastSpeakerSentence > (isQuestion ? NEAR : 1)) return -1
  return candidates.find(({ cluster }) => cluster === focus.lastSpeaker)?.cluster ?? -1
}
