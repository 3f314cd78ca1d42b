import { beforeAll, expect, test } from 'vitest'
import type { Mention } from '../src/document/mention.ts'
import type { TokenSpan } from '../src/document/span.ts'
import { readSyntax } from '../src/document/syntax.ts'
import type { Tokens } from '../src/document/tokens.ts'
import { parseKnowledge } from '../src/knowledge/knowledge.ts'
import { findMentions } from '../src/mentions/mentions.ts'
import { type ReaderParts, readLayers } from '../src/reader/reader.ts'
import { loadReader } from '../src/runtime/runtime.ts'
import { readTokens } from '../src/text/text.ts'

/** Invented countries and people; a few real capitals and bodies where knowledge is what is tested. */
export const INVENTED = parseKnowledge(`format readout-knowledge/1
version test
covers 2026-01-15
[countries]
BLM | Belmora | Belmoran | Belmoran/Belmorans | Lindhaven | Republic of Belmora
VRL | Varland | Varlandic | Varlander/Varlanders | Kestrel City |
OST | Ostria | Ostrian | Ostrian/Ostrians | Tarvik |
NOS | North Ostria | North Ostrian | North Ostrian/North Ostrians | Ulmgrad | Democratic Republic of Ostria
RUS | Russia | Russian | Russian/Russians | Moscow | Russian Federation
USA | United States | American; US | American/Americans | Washington | US; U.S.
GBR | United Kingdom | British; UK | Briton/Britons;British/British | London | UK; Britain
FRA | France | French | Frenchman/Frenchmen;French/French | Paris |
GEO | Georgia | Georgian | Georgian/Georgians | Tbilisi |
CHN | China | Chinese | Chinese/Chinese | Beijing | People's Republic of China
JOR | Jordan | Jordanian | Jordanian/Jordanians | Amman |
[seats]
RUS | Kremlin
USA | White House
[places]
VRL | Port Halden; Skarne
- | Middle East
[institutions]
OST | Ostrian National Guard; Tarvik Institute
VRL | Bureau of Tides
[organizations]
- | Kurds = Kurdish
EUR | European Union = EU
UNO | United Nations = UN
[people]
BLM | Zuzka Qorvath (w)
[holders]
BLM | head-of-state | President | 2020-01-01 Arvo Lind (m)
[portfolios]
foreign | foreign; foreign affairs
defence | defence; defense
[offices]
president | head-of-state | - | president
head-of-government | head-of-government | - | prime minister; premier
leader | head-of-state | - | leader
spokesperson | spokesperson | m | spokesman
spokesperson | spokesperson | w | spokeswoman
senator | legislator | - | senator
general | military | - | general
ambassador | diplomat | - | ambassador
judge | judge | - | judge
king | head-of-state | m | king
[given-names]
m | Arvo; Tomas; Ivan
w | Ida; Maria; Julie
`)

let parts: ReaderParts

beforeAll(async () => {
  parts = (await loadReader('models/reader')).parts
})

function read(tokens: Tokens, { first, last }: TokenSpan): string {
  return tokens.text.slice(tokens.start[first], tokens.end[last - 1])
}

/** “words = form kind country many gender {title office of} <owner> (part + part)”, what is null left out. */
function render(tokens: Tokens, mention: Mention, all: readonly Mention[]): string {
  const titles = mention.titles.map((title) => `{${[title.isFormer ? 'ex' : '', read(tokens, title), title.office, title.of].filter(Boolean).join(' ')}}`)
  const joined = mention.parts.map((part) => read(tokens, all[part] as Mention)).join(' + ')
  return [
    `${read(tokens, mention)} =`,
    ...[
      mention.form,
      mention.kind,
      mention.country,
      mention.number === 'many' ? 'many' : null,
      mention.gender,
      mention.person === 3 ? null : `p${mention.person}`,
    ],
    ...[titles.join(' '), mention.owner ? `<${read(tokens, mention.owner)}>` : null, joined ? `(${joined})` : null],
  ]
    .filter(Boolean)
    .join(' ')
}

async function readMentions(text: string): Promise<string[]> {
  const { tokens } = readTokens(text)
  const layers = await readLayers(tokens, parts)
  const found = findMentions(readSyntax(tokens, layers), layers, INVENTED)
  return found.map((mention) => render(tokens, mention, found))
}

/** Expected mentions, each with the traits that matter: “Lind = person man”. “!” before one: no mention begins with these words. */
export function checkMentions(text: string, ...expected: string[]): void {
  test(text, async () => {
    const found = await readMentions(text)
    const missing = expected.filter((one) => {
      if (one.startsWith('!')) return found.some((line) => line.startsWith(`${one.slice(1)} =`))
      const [words = '', traits = ''] = one.split(' = ')
      const wanted = traits.match(/\{[^}]*\}|<[^>]*>|\([^)]*\)|\S+/g) ?? []
      return !found.some((line) => line.startsWith(`${words} =`) && wanted.every((trait) => ` ${line} `.includes(` ${trait} `)))
    })
    expect(missing, found.join('\n')).toEqual([])
  })
}
