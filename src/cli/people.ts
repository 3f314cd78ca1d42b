import { userInfo } from 'node:os'
import { ReadoutError } from '../document/readout-error.ts'
import {
  closeLibrary,
  findArticle,
  findKnown,
  type Known,
  type Library,
  listArticlesOf,
  listPeopleDecisions,
  mergePeople,
  openLibrary,
  splitPeople,
} from '../library/library.ts'
import { undoDecision } from '../store/store.ts'
import { writeOut } from './files.ts'
import { withStore } from './store.ts'
import { placeStore } from './store-place.ts'

interface PeopleFlags {
  store?: string
  format?: 'text' | 'json'
}

async function withLibrary(flags: PeopleFlags, work: (library: Library) => Promise<void>): Promise<void> {
  const library = await openLibrary(placeStore(flags.store))
  try {
    await work(library)
  } finally {
    await closeLibrary(library)
  }
}

/** Articles that are listed of each. */
const LISTED = 5

/** Who is called so in the library. Exit code 1 when nobody is. */
export async function runPeopleShow(name: string, flags: PeopleFlags): Promise<void> {
  await withStore(flags, async (store) => {
    const known = await findKnown(store, name)
    if (flags.format === 'json') await writeOut(`${JSON.stringify(known, null, 2)}\n`)
    else
      for (const one of known) {
        const articles = await listArticlesOf(store, one.id, LISTED)
        const lines = articles.map(
          ({ id, published_on, outlet, title }) => `      article ${id}  ${published_on ?? 'undated'}  ${[outlet, title].filter(Boolean).join(': ')}\n`,
        )
        await writeOut(`${showKnown(one)}${lines.join('')}${one.articles > LISTED ? `      and ${one.articles - LISTED} more\n` : ''}`)
      }
    process.exitCode = known.length > 0 ? 0 : 1
  })
}

function showKnown({ id, name, kind, country, office, articles, names, firstSeenOn, lastSeenOn }: Known): string {
  const traits = [kind, country, office, `articles: ${articles}`, [...new Set([firstSeenOn, lastSeenOn])].filter(Boolean).join(' to ')]
  const others = names.filter((told) => told.name !== name).map((told) => told.name)
  return `#${id}  ${name} (${traits.filter(Boolean).join(', ')})\n${others.length > 0 ? `      also: ${others.join('; ')}\n` : ''}`
}

/** Makes two one: the first stays. */
export async function runPeopleMerge(kept: string, gone: string, flags: PeopleFlags): Promise<void> {
  await withLibrary(flags, async ({ store }) => {
    const merged = await mergePeople(store, kept, gone, userInfo().username)
    await writeOut(
      `#${merged.gone.id} ${merged.gone.name} is #${merged.kept.id} ${merged.kept.name} now (decision ${merged.decisionId}; “readout people undo ${merged.decisionId}” takes it back).\n`,
    )
  })
}

/** Makes whom some articles mean another one. */
export async function runPeopleSplit(name: string, flags: PeopleFlags & { articles: string }): Promise<void> {
  const told = flags.articles.split(',').map((one) => one.trim())
  await withLibrary(flags, async (library) => {
    const articleIds: number[] = []
    for (const one of told) articleIds.push(await findArticle(library.store, one))
    const { identity, identityId, decisionId } = await splitPeople(library, name, articleIds, userInfo().username)
    await writeOut(
      `In articles ${articleIds.join(', ')}, ${identity.name} (#${identity.id}) is #${identityId} now (decision ${decisionId}; “readout people undo ${decisionId}” takes it back).\n`,
    )
  })
}

export async function runPeopleUndo(number: string, flags: PeopleFlags): Promise<void> {
  if (!/^\d{1,15}$/.test(number)) throw new ReadoutError('bad-number', `“${number}” is no number of a decision: “readout people decisions” lists them.`)
  await withLibrary(flags, async ({ store }) => {
    await undoDecision(store, Number(number))
    await writeOut(`Decision ${number} is taken back.\n`)
  })
}

/** Lists what was decided. Exit code 1 when nothing was. */
export async function runPeopleDecisions(flags: PeopleFlags): Promise<void> {
  await withStore(flags, async (store) => {
    const decisions = await listPeopleDecisions(store)
    if (flags.format === 'json') await writeOut(`${JSON.stringify(decisions, null, 2)}\n`)
    else
      for (const { id, at, who, kind, identity_id, other_id } of decisions)
        await writeOut(
          `${id}  ${at.slice(0, 16)}  ${who}: ${kind === 'merge' ? `#${other_id} is #${identity_id}` : `#${other_id} was parted from #${identity_id}`}\n`,
        )
    process.exitCode = decisions.length > 0 ? 0 : 1
  })
}
