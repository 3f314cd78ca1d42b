import { caseOf, relationOf, type Syntax } from '../document/syntax.ts'
import type { NameSense } from '../knowledge/knowledge.ts'

/** Peoples that knowledge files with bodies, by their first names there. They have no state, so no country is told. */
const PEOPLES: ReadonlySet<string> = new Set(
  'Kurds,Uyghurs,Tuareg,Pashtuns,Roma,Basques,Arabs,Yazidis,Rohingya,Tibetans,Chechens,Tatars,Hazaras,Tamils,Hutus,Tutsis,Druze,Copts,Catalans,Assyrians'.split(
    ',',
  ),
)

/** Whether a sense names a people without a state: “Kurds”, “Yazidi”. */
export function isPeople(sense: NameSense): boolean {
  return sense.kind === 'organization' && PEOPLES.has(sense.name)
}

const SPEAKING = /^(?:speak|learn|teach|study|understand|write|translate)$/

/** Whether the word for a people or country means its language: “lessons in English”, “she speaks Varlandic”. “In Chinese waters” it does not. */
export function isLanguage(syntax: Syntax, i: number, { plural }: NameSense): boolean {
  const relation = relationOf(syntax, i)
  if (plural || relation === 'amod' || relation === 'compound') return false
  if (/^(?:in|into)$/.test(syntax.lower[i - 1] as string)) return caseOf(syntax, i) !== null
  return relation === 'obj' && syntax.lower[i - 1] !== 'the' && SPEAKING.test(syntax.lemma[syntax.head[i] as number] as string)
}
