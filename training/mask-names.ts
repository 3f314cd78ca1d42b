/**
 * Makes practice for the scorer of entities out of raw news: where somebody is named again by a bare surname, the name gives way to “he”
 * or “she”, and the answer is known (Kocijan and others 2019 did so with Wikipedia). Only people whose given name tells the pronoun, and
 * only where somebody else is named shortly before. Standard input: JSONL `{"id","text"}`. Standard output: lines as in references.jsonl.
 */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Mention } from '../src/document/mention.ts'
import { readSyntax } from '../src/document/syntax.ts'
import { indexAt, readWord } from '../src/document/words.ts'
import { findMentions } from '../src/mentions/mentions.ts'
import { readLayers } from '../src/reader/reader.ts'
import { loadKnowledge, loadReader } from '../src/runtime/runtime.ts'
import { readTokens } from '../src/text/text.ts'

/** Sentences back in which the same person must be named, and somebody else too. */
const BACK = 3
/** Tokens between two names that give way, so that one answer never hangs on another. */
const APART = 60

const root = join(import.meta.dirname, '..')
const { parts } = await loadReader(join(root, 'models/reader'))
const knowledge = loadKnowledge(join(root, 'knowledge'))

for await (const line of createInterface({ input: process.stdin })) {
  const masked = await maskNames((JSON.parse(line) as { text: string }).text)
  if (masked) process.stdout.write(`${JSON.stringify(masked)}\n`)
}

async function maskNames(text: string) {
  const { tokens } = readTokens(text)
  if (tokens.count > 1500) return null
  const layers = await readLayers(tokens, parts)
  const syntax = readSyntax(tokens, layers)
  const people = findMentions(syntax, layers, knowledge).filter((mention) => mention.kind === 'person' && mention.form === 'name' && mention.name && mention.parts.length === 0)
  const surname = (mention: Mention) => readWord(tokens, mention.last - 1).toLowerCase()
  const genders = new Map(people.filter((one) => one.gender && one.last - one.first > 1).map((one) => [surname(one), one.gender]))
  const sentenceOf = (token: number) => indexAt(tokens.sentences, token)
  const chosen: { mention: Mention; pronoun: string; end: number }[] = []
  for (const [n, mention] of people.entries()) {
    const gender = genders.get(surname(mention))
    if (mention.last - mention.first !== 1 || !gender || tokens.quoteState[mention.first] !== 0) continue
    if (chosen.length > 0 && mention.first - (chosen.at(-1)?.mention.first ?? 0) < APART) continue
    const here = sentenceOf(mention.first)
    const near = people.slice(Math.max(0, n - 40), n).filter((other) => other.last <= mention.first && here - sentenceOf(other.first) <= BACK)
    if (!near.some((other) => surname(other) === surname(mention)) || !near.some((other) => surname(other) !== surname(mention))) continue
    const isOwner = /^['’]s?$/.test(tokens.text.slice(tokens.start[mention.last], tokens.end[mention.last]))
    const relation = layers.relations[layers.relation[mention.first] as number] ?? ''
    const isSubject = relation.startsWith('nsubj')
    const pronoun = isOwner ? (gender === 'man' ? 'his' : 'her') : isSubject ? (gender === 'man' ? 'he' : 'she') : gender === 'man' ? 'him' : 'her'
    chosen.push({ mention, pronoun, end: (isOwner ? tokens.end[mention.last] : tokens.end[mention.last - 1]) as number })
  }
  return chosen.length > 0 ? rewrite(text, tokens, chosen, people, surname) : null
}

function rewrite(
  text: string,
  tokens: ReturnType<typeof readTokens>['tokens'],
  chosen: readonly { mention: Mention; pronoun: string; end: number }[],
  people: readonly Mention[],
  surname: (mention: Mention) => string,
) {
  let made = ''
  let at = 0
  const places: { start: number; chain: string; isName: boolean }[] = []
  const given = new Map(chosen.map((one) => [one.mention, one]))
  for (const mention of people) {
    const start = tokens.start[mention.last - 1] as number
    if (start < at) continue
    made += text.slice(at, start)
    places.push({ start: made.length, chain: surname(mention), isName: !given.has(mention) })
    const one = given.get(mention)
    const isOpening = one && (made === '' || /[.!?\n]\s*$/.test(made))
    made += one ? (isOpening ? (one.pronoun[0] as string).toUpperCase() + one.pronoun.slice(1) : one.pronoun) : text.slice(start, tokens.end[mention.last - 1])
    at = one ? one.end : (tokens.end[mention.last - 1] as number)
  }
  made += text.slice(at)
  const after = readTokens(made).tokens
  const tokenAt = new Map(Array.from({ length: after.count }, (_, i) => [after.start[i] as number, i]))
  const gold = places.flatMap(({ start, chain, isName }) => (tokenAt.has(start) ? [[tokenAt.get(start) as number, chain, isName]] : []))
  return { set: 'masked', split: 'train', text: made, gold }
}
