import { join } from 'node:path'
import { openReader } from '../src/index.ts'

process.env.READOUT_KNOWLEDGE = join(import.meta.dirname, 'three-states.txt')
const reader = await openReader()

/** Events of a text published on 14 March 2024, with the names of those who take part: `actor Varland`. Belmora, Varland and Ostria are known states. */
export async function readEvents(text: string) {
  const { events, entities } = await reader.read(text, { publishedOn: '2024-03-14' })
  const nameOf = (id: string) => entities.find((entity) => entity.id === id)?.name ?? ''
  return events.map((event) => ({ ...event, people: event.participants.map(({ role, entity }) => `${role} ${nameOf(entity)}`) }))
}
