import type { Readout } from '../document/readout.ts'

/** Digits of a digest that are told where a line is read by people: enough to tell any two models apart. */
const DIGITS = 12

/** “Readout 0.1.0”. */
export function nameProgram({ readout }: Readout['producedBy']): string {
  return `Readout ${readout}`
}

/** What the facts were made with, apart from the program: “reader sha256:…”, “knowledge 2026.01”. */
export function listMakers({ models, knowledge }: Readout['producedBy']): string[] {
  const told = Object.entries(models).map(([name, digest]) => `${name} sha256:${digest}`)
  return knowledge === null ? told : [...told, `knowledge ${knowledge}`]
}

/** The same in one short line, digests cut to their first digits. */
export function tellProducer(producedBy: Readout['producedBy']): string {
  const makers = listMakers(producedBy).map((maker) => maker.replace(/sha256:([0-9a-f]+)$/, (_, digest: string) => digest.slice(0, DIGITS)))
  return [nameProgram(producedBy), ...makers].join('; ')
}
