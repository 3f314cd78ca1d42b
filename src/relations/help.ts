import type { Stage } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { partiesAt } from './parties.ts'
import { areasOfSubtree, nounPhrase } from './phrases.ts'
import { tellRealis } from './realis.ts'
import { childIn, subjectOf } from './scene.ts'
import { joinParties, type Party, type Table } from './table.ts'
import { isEnough, linkedParties, type Work } from './work.ts'

const HELP = /^(?:help|assistance|support|expertise|advice|backing)$/
const ASKING = /^(?:ask|seek|sought|request|want|need|hop|call|beg|offer|propos|discuss|appeal)/
const GETTING =
  /^(?:receiv|accept|get|gets|got|obtain|secur|promis|pledg|giv|gave|provid|build|built|buil|develop|set|run|ran|train|launch|open|finish|complet|repair)/

/** Help from another state with something: “asked for |Varlandic help with| a blood bank”, “built |with Ostria's help|”. */
export function findHelp(table: Table, i: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  if (syntax.upos[i] !== TAG.NOUN || !HELP.test(syntax.lower[i] as string)) return []
  const verb = verbOf(syntax, i)
  if (verb < 0) return []
  const areas = areasOfHelp(syntax, i, verb).slice(0, 1)
  const doer = subjectOf(syntax, verb)
  // “the minister, …, |asked| for help” may be read as one who is asked
  const parties = joinParties(partiesOfHelp(table, i), partiesAt(table, doer >= 0 ? doer : childIn(syntax, verb, /^nsubj/)))
  if (areas.length === 0 || !isEnough(parties) || parties.some(({ state }) => state < 0)) return []
  const told = tellRealis(scene, verb)
  const isAsked = ASKING.test(syntax.lower[verb] as string)
  if (told.realis === 'denied' || (!isAsked && !GETTING.test(syntax.lower[verb] as string))) return []
  const isOpen = isAsked || told.realis === 'hypothetical' || told.realis === 'unknown'
  const stage: Stage = isOpen ? 'aspirational' : 'originating'
  const realis = isAsked && told.realis !== 'unknown' ? { realis: 'hypothetical' as const, cues: told.cues } : told
  const last = Math.max(
    i,
    ...Array.from(childrenOf(syntax, i), (child) => (child > i && relationOf(syntax, child) === 'nmod' ? (syntax.right[child] as number) : i)),
  )
  const first = nounPhrase(syntax, i).first
  return [
    {
      parties,
      areas,
      stage,
      told: realis,
      pieces: [{ first: verb > i - 6 ? Math.min(first, verb) : first, last: last - i < 20 ? last : i }],
      confidence: 0.6,
      rule: 'transfer',
      stageAt: verb,
    },
  ]
}

function verbOf(syntax: Syntax, noun: number): number {
  const above = syntax.head[noun] as number
  return above >= 0 && /^(?:obj|obl)/.test(relationOf(syntax, noun)) && syntax.upos[above] === TAG.VERB ? above : -1
}

/** “|Varlandic| help”, “help |from Varland|”, “with |Varland's| help”. */
function partiesOfHelp(table: Table, noun: number): Party[] {
  const { syntax } = table.scene
  const found = linkedParties(table, noun, true)
  for (const child of childrenOf(syntax, noun)) if (/^(?:amod|compound|nmod:poss)$/.test(relationOf(syntax, child))) joinParties(partiesAt(table, child), found)
  return found
}

/** From “with a blood bank” behind the help, else from what is built with it. */
function areasOfHelp(syntax: Syntax, noun: number, verb: number) {
  for (const head of [noun, verb])
    for (const child of childrenOf(syntax, head)) {
      if (child < noun || !/^(?:nmod|obl)/.test(relationOf(syntax, child)) || !/^(?:with|in|on|for)$/.test(caseOf(syntax, child) ?? '')) continue
      const areas = areasOfSubtree(syntax, child)
      if (areas.length > 0) return areas
    }
  const built = relationOf(syntax, noun).startsWith('obl') ? childIn(syntax, verb, /^(?:obj|nsubj:pass)$/) : -1
  return built < 0 ? [] : areasOfSubtree(syntax, built)
}
