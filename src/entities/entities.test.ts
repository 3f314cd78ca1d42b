import { expect, test } from 'vitest'
import { openReader } from '../index.ts'

const reader = await openReader()

/**
 * Reads a text and tells which entity given words belong to, by name. A key copies words from the text; `#2` behind them
 * means their second place. Null: a mention that nobody can be known for, or none.
 */
async function check(text: string, expected: Record<string, string | null>, publishedOn: string | null = null): Promise<void> {
  const { entities } = await reader.read(text, { publishedOn })
  const found = Object.fromEntries(
    Object.keys(expected).map((key) => {
      const [words, place] = key.split('#') as [string, string | undefined]
      const start = [...text.matchAll(new RegExp(`(?<!\\p{L})${words.replace(/[.]/g, '\\.')}(?!\\p{L})`, 'gu'))][Number(place ?? 1) - 1]?.index ?? -1
      const owner = entities.find((entity) => entity.mentions.some((mention) => mention.start === start && mention.end === start + words.length))
      return [key, owner?.name ?? null]
    }),
  )
  expect(found).toEqual(expected)
}

test('a surname, an honorific and initials mean the person fully named', () =>
  check('Foreign Minister Rita Vale arrived on Monday. Vale met reporters. Ms Vale smiled. “It went well,” R. Vale said.', {
    'Vale#2': 'Rita Vale',
    'Vale#3': 'Rita Vale',
    'R. Vale': 'Rita Vale',
  }))

test('spellings of one name are one person', () =>
  check('President Oleksii Hrenkovskiy spoke on Monday. “We agree,” Hrenkovsky said. Aides of Mr Hrenkovskyy left.', {
    Hrenkovsky: 'Oleksii Hrenkovskiy',
    Hrenkovskyy: 'Oleksii Hrenkovskiy',
  }))

test('two people with one surname stay two', () =>
  check('Tove Lind, the mayor, spoke first. Her brother, Arvo Lind, owns the ferry. Mr Lind said nothing. Ms Lind said that the ferry would sail.', {
    'Lind#3': 'Arvo Lind',
    'Lind#4': 'Tove Lind',
  }))

test('a family name that comes first', () =>
  check('North Korean leader Kim Jong Un met his guest on Monday. Kim praised the talks. His father, Kim Jong Il, had not.', {
    'Kim#2': 'Kim Jong Un',
    'Kim Jong Il': 'Kim Jong Il',
  }))

test('an abbreviation that the text introduces', () =>
  check('The Strait Survey Office (SSO) said on Monday that the channel is open. The SSO published a map.', { 'SSO#2': 'Strait Survey Office' }))

test('a state, its capital as government, and its people are one', () =>
  check('Moscow said on Monday that it would send grain. Russia and Egypt signed the contract. The Russians welcomed it.', {
    Moscow: 'Russia',
    Russia: 'Russia',
    'The Russians': 'Russia',
  }))

test('a capital where something happens is a place', () => check('The two ministers met in Moscow on Monday.', { Moscow: 'Moscow' }))

test('apposition and copula', () =>
  check('Nino Beridze, the foreign minister, spoke on Monday. The foreign minister said that she was glad. Edda Rask is a former judge.', {
    'The foreign minister': 'Nino Beridze',
    she: 'Nino Beridze',
    'a former judge': 'Edda Rask',
  }))

test('the office tells which of two is meant', () =>
  check(
    'Belmoran Prime Minister Tove Aldane received Varland’s foreign minister, Jon Vestby, on Monday. The prime minister thanked the visitors. The foreign minister said that he would return.',
    { 'The prime minister': 'Tove Aldane', 'The foreign minister': 'Jon Vestby', he: 'Jon Vestby' },
  ))

test('a counterpart holds the same office in the other country', () =>
  check('Georgian Foreign Minister Nino Beridze met Armenian Foreign Minister Ani Petrosyan. Beridze said that her Armenian counterpart had agreed.', {
    'her Armenian counterpart': 'Ani Petrosyan',
  }))

test('the president of a day is told by the day', async () => {
  const text = 'The Russian president said on Monday that the talks would go on.'
  await check(text, { 'The Russian president': 'Dmitry Medvedev' }, '2011-03-14')
  await check(text, { 'The Russian president': 'Vladimir Putin' }, '2019-03-14')
})

test('a speaker met first as a pronoun, in a text whose head is missing', () =>
  check('He recalled that most journeys of President Radu Keshen "had been short." According to Tarn, the visit "was longer than any before."', { He: 'Tarn' }))

test('“I” inside quoted words is the one quoted', () => check('“I told him,” Ida Vale said. She smiled.', { I: 'Ida Vale', She: 'Ida Vale' }))

test('he inside her quoted words is not she', () =>
  check('Ida Vale met Arvo Lind on Monday. “He agreed with me,” Vale said.', { He: 'Arvo Lind', me: 'Ida Vale' }))

test('an epithet means the one who spoke', () =>
  check('Arvo Lind, an economist, expects little. “Prices will rise,” the economist said. He sees no way out.', {
    'the economist': 'Arvo Lind',
    He: 'Arvo Lind',
  }))

test('nobody in play: nobody', () => check('He said that the bridge would open in May.', { He: null }))

test('an organisation named after a person is not the person', () =>
  check('Lena Ostrow said on Monday that she would not answer. The Ostrow Foundation published a letter.', {
    'Ostrow Foundation': 'Ostrow Foundation',
    she: 'Lena Ostrow',
  }))

test('a text that opens with “he” means the first man who acts or speaks', () =>
  check('He had come to sell a boat, he said, and to eat. Anders Rolvik, 71, has fished in the strait since 1970. The harbour paid him.', {
    He: 'Anders Rolvik',
    'he#1': 'Anders Rolvik',
  }))

test('who is spoken to answers', () =>
  check('Minister Rita Vale met Nora Lind on Monday. Vale told Lind that the bridge was safe. She replied that she had seen the rust.', { She: 'Nora Lind' }))

test('a question to nobody is answered by whoever spoke last', () =>
  check('President Jon Vestby met Arvo Lind. Lind said that Vestby had known everything. Was the president on the list? “On every page,” he said.', {
    he: 'Arvo Lind',
  }))

test('she inside the quoted words is not the one who speaks after them', () =>
  check('Ruth Oyelan met Dagny Sorel on Monday. Sorel was angry. “She forgot the drawing,” Sorel said.', { She: 'Ruth Oyelan' }))

test('somebody described first and named later', async () => {
  await check('The trains will not run, a spokeswoman said on Friday. The drivers wanted a rest, Tilda Moor explained. She thanked them.', {
    'a spokeswoman': 'Tilda Moor',
    She: 'Tilda Moor',
  })
  await check('“Paper is patient,” said a driver at the port, a man who asked to be called Gia.', { 'a driver at the port': 'Gia' })
  await check('A diplomat said that the talks had failed. The diplomat, Jan Dall, left on Monday.', { 'A diplomat': 'Jan Dall' })
})

test('a host and his guest are two', () =>
  check('President Milan Orsk received Minister Arvo Lind on Monday. Orsk told his guest that the road was open. Lind thanked him.', {
    'his guest': 'Arvo Lind',
    him: 'Milan Orsk',
  }))

test('somebody’s lawyer or father is nobody who is not called so', () =>
  check('Ivo Malm met Bent Rask in court. Malm’s lawyer said nothing. Rask’s father called the list a novel.', {
    'Malm’s lawyer': 'Malm’s lawyer',
    'Rask’s father': 'Rask’s father',
  }))

test('the country tells which minister is meant', () =>
  check('Defence Minister Asta Quist met her Ostrian counterpart, Rolf Enger, on Friday. The Ostrian minister said nothing.', {
    'The Ostrian minister': 'Rolf Enger',
  }))

test('one person of a people', () =>
  check('Belmoran President Anders Rolvik left on Monday. The radar would be off by August, the Belmoran told reporters.', { 'the Belmoran': 'Anders Rolvik' }))

test('who was called “he” is not “she”', () =>
  check('Sabine Kroll met the rebel leader Idris Mael. Mael said that he was tired. Kroll proposed a truce, and she offered grain.', { she: 'Sabine Kroll' }))

test('the subject of “began to thank him” is somebody else', () =>
  check('Arvo Lind waited on the quay. Jon Vestby came late and began to thank him.', { him: 'Arvo Lind' }))

test('the noun before it tells that a lone name is a firm', () =>
  check('The shipyard Norvik said on Monday that it would close. It blamed the price of steel.', { it: 'Norvik' }))

test('states named together are “they” together, not one of them', () =>
  check('The analyst said that Norway and Sweden have had levels of trade for years and those are ties that they can build on.', {
    they: 'Norway and Sweden',
  }))
