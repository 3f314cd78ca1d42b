import { beforeAll, describe, expect, test } from 'vitest'
import { readSyntax } from '../document/syntax.ts'
import { parseKnowledge } from '../knowledge/knowledge.ts'
import { type ReaderParts, readLayers } from '../reader/reader.ts'
import { loadReader } from '../runtime/runtime.ts'
import { readTokens } from '../text/text.ts'
import { addOwnStates } from './own-states.ts'

/** One state that the tables have; all others are the texts' own. */
const KNOWLEDGE = parseKnowledge(`format readout-knowledge/1
version test
covers 2026-01-15
[countries]
VRL | Varland | Varlandic | Varlander/Varlanders | Kestrel City |
`)

let parts: ReaderParts

beforeAll(async () => {
  parts = (await loadReader('models/reader')).parts
})

/** The states that a text alone tells, each “Name/adjective”, in alphabetical order. */
function check(text: string, ...expected: string[]): void {
  test(text, async () => {
    const { tokens } = readTokens(text)
    const layers = await readLayers(tokens, parts)
    const found = addOwnStates(readSyntax(tokens, layers), layers, KNOWLEDGE).ownStates
    expect([...(found?.countries.values() ?? [])].map(({ name, adjective }) => `${name}/${adjective}`).sort()).toEqual(expected)
  })
}

describe('names that a text treats as states', () => {
  check('The train goes from Kelvar to Lund. Her Lundish colleague said so.', 'Lund/Lundish')
  check('Sorai will buy the ships. The Soraian envoy signed.', 'Sorai/Soraian')
  check('The army of Lund lent four helicopters.', 'Lund/Lund')
  check('The governments of Merova and Ostria paid for it. Ostria sent tents.', 'Merova/Merova', 'Ostria/Ostria')
  check('Ostria has offered to mediate in May. Its foreign minister will travel this weekend.', 'Ostria/Ostria')
  check('Neighbouring Ostria, whose lorries use the pass most, promised to pay. Its transport minister wrote a letter.', 'Ostria/Ostria')
  check('The fisheries ministers of Ostria, Merova and Lund failed to agree on a quota.', 'Lund/Lund', 'Merova/Merova', 'Ostria/Ostria')
  check('President Idris Tamar of Sorai arrived on Monday.', 'Sorai/Sorai')
  check('The Kestrian envoy and her Lomari counterpart shook hands.', 'Kestrian/Kestrian', 'Lomari/Lomari')
})

describe('names that are none', () => {
  check('Officials in Skarne closed the harbour. The mayor of Skarne was not there.')
  check('Keele said that his foreign minister would resign. President Keele’s ambassador was recalled.')
  check('Tomas Keele left early. Keele’s parliament sat until noon.')
  check('They complained to the Forum, and Varland says it will pay.')
  check('In Varland and Kelvar the streets were empty.')
  check('The Minister of Fisheries met the Islamist leader.')
})
