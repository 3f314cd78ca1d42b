/**
 * Makes texts in which “he” is not told by gender, out of news in which it is: where one man or one woman alone fits a pronoun, the
 * answer is known; then every woman of the text becomes a man (or every man a woman), and the text must tell. Standard input: JSONL
 * `{"id","text"}`. Standard output: lines for export-references.ts, with the names of people and such pronouns as gold.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Mention } from '../src/document/mention.ts'
import { readSyntax } from '../src/document/syntax.ts'
import type { Tokens } from '../src/document/tokens.ts'
import { readWord } from '../src/document/words.ts'
import { type Decision, EVIDENCE, linkEntities } from '../src/entities/entities.ts'
import { findGender } from '../src/knowledge/knowledge.ts'
import { findMentions } from '../src/mentions/mentions.ts'
import { readLayers } from '../src/reader/reader.ts'
import { loadEntityModel, loadKnowledge, loadReader } from '../src/runtime/runtime.ts'
import { findStatements } from '../src/statements/statements.ts'
import { readTokens } from '../src/text/text.ts'

type Gender = 'man' | 'woman'

const root = join(import.meta.dirname, '..')
const { parts } = await loadReader(join(root, 'models/reader'))
const { model } = loadEntityModel(join(root, 'models/entities'))
const knowledge = loadKnowledge(join(root, 'knowledge'))

/** Longer texts hold no more that is new. */
const LONGEST = 6000
const AT = Object.fromEntries(EVIDENCE.map(([name], n) => [name, n])) as Record<string, number>
/** Evidence that a candidate is near: one of unknown gender there makes the answer unsure. */
const NEAR = ['sameSentence', 'sentenceBefore', 'twoSentencesBefore'] as const

/** Words that go with the gender; “her” is told apart by its place. */
const PAIRS =
  'he/she himself/herself man/woman men/women mr/ms gentleman/lady boy/girl father/mother dad/mom husband/wife son/daughter brother/sister uncle/aunt nephew/niece spokesman/spokeswoman chairman/chairwoman congressman/congresswoman businessman/businesswoman councilman/councilwoman actor/actress male/female'
const WORDS: Record<Gender, Map<string, string>> = {
  woman: new Map(PAIRS.split(' ').map((pair) => pair.split('/') as [string, string])),
  man: new Map([...PAIRS.split(' ').map((pair) => pair.split('/').reverse() as [string, string]), ['mrs', 'mr'], ['miss', 'mr']]),
}
const GIVEN: Record<Gender, readonly string[]> = {
  man: 'James John Robert Michael William David Richard Thomas Mark Steven Paul Andrew Kevin Brian George Peter Edward Daniel Scott Eric'.split(' '),
  woman: 'Mary Linda Susan Karen Nancy Lisa Betty Helen Sandra Donna Carol Ruth Sharon Laura Sarah Deborah Jessica Cynthia Angela Anna'.split(' '),
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line)
  const made = text.length <= LONGEST ? await swap(id, text) : null
  if (made && !process.stdout.write(`${JSON.stringify(made)}\n`)) await once(process.stdout, 'drain')
}

async function swap(id: string, text: string) {
  const { tokens } = readTokens(text)
  const layers = await readLayers(tokens, parts)
  const mentions = findMentions(readSyntax(tokens, layers), layers, knowledge)
  const { statements } = findStatements(tokens, layers)
  const known = new Map<number, number>()
  const named = new Map<number, number>()
  linkEntities({
    tokens,
    layers,
    mentions,
    statements,
    knowledge,
    model,
    publishedOn: null,
    tell: (decision, clusterOf) => {
      const right = findCertain(decision, mentions)
      if (right < 0) return null
      known.set((mentions[decision.mention] as Mention).head, right)
      mentions.forEach((mention, m) => {
        if (mention.form === 'name' && mention.kind === 'person' && clusterOf(m) >= 0) named.set(mention.head, clusterOf(m))
      })
      return right
    },
  })
  if (known.size === 0) return null
  const to: Gender = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2 === 0 ? 'man' : 'woman'
  const isPossessive = (i: number) => layers.relations[layers.relation[i] as number] === 'nmod:poss'
  const swapped = writeSwapped(tokens, mentions, isPossessive, to)
  if (readTokens(swapped).tokens.count !== tokens.count) return null
  const gold = [...[...named].map(([token, chain]) => [token, chain, true]), ...[...known].map(([token, chain]) => [token, chain, false])]
  return { set: 'swapped', split: 'train', text: swapped, gold }
}

/** The cluster that a “he” or “she” must mean: the only named one whose gender is told and fits, nobody of unknown gender being near. −1 else. */
function findCertain({ mention, candidates, rows }: Decision, mentions: readonly Mention[]): number {
  if ((mentions[mention] as Mention).form !== 'pronoun' || (mentions[mention] as Mention).gender === null) return -1
  const has = (k: number, name: string) => rows[k]?.[AT[name] as number] === 1
  const fitting = candidates.filter((_, k) => has(k, 'genderFits'))
  const isUnsure = candidates.some((_, k) => has(k, 'genderUnknown') && !has(k, 'kindConflicts') && NEAR.some((name) => has(k, name)))
  const place = candidates.indexOf(fitting[0] as Decision['candidates'][number])
  return fitting.length === 1 && !isUnsure && has(place, 'isNamed') ? (fitting[0]?.cluster ?? -1) : -1
}

function writeSwapped(tokens: Tokens, mentions: readonly Mention[], isPossessive: (i: number) => boolean, to: Gender): string {
  const from = to === 'man' ? 'woman' : 'man'
  const given = new Map<number, string>()
  for (const { form, kind, name } of mentions) {
    const word = name ? readWord(tokens, name.first) : ''
    if (form !== 'name' || kind !== 'person' || !name || findGender(knowledge, word) !== from) continue
    const sum = [...word].reduce((total, letter) => total * 31 + letter.charCodeAt(0), 7)
    given.set(name.first, GIVEN[to][sum % GIVEN[to].length] as string)
  }
  let out = ''
  let at = 0
  for (let i = 0; i < tokens.count; i++) {
    const [start, end] = [tokens.start[i] as number, tokens.end[i] as number]
    out += tokens.text.slice(at, start) + (given.get(i) ?? swapWord(tokens.text.slice(start, end), isPossessive(i), to))
    at = end
  }
  return out + tokens.text.slice(at)
}

function swapWord(word: string, isPossessive: boolean, to: Gender): string {
  const lower = word.toLowerCase()
  const other = to === 'woman' ? { his: isPossessive ? 'her' : 'hers', him: 'her' }[lower] : { her: isPossessive ? 'his' : 'him', hers: 'his' }[lower]
  const found = other ?? WORDS[to].get(lower)
  if (found === undefined) return word
  return word[0] === lower[0] ? found : (found[0] as string).toUpperCase() + found.slice(1)
}
