import { userInfo } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { ReadoutError } from '../document/readout-error.ts'
import { closeLibrary, type ForgetPlan, findOne, forgetPlanned, openLibrary, planForgetting } from '../library/library.ts'
import { parseDate } from '../reading/reading.ts'
import { writeOut } from './files.ts'
import { placeStore } from './store-place.ts'

interface ForgetFlags {
  store?: string
  article?: string
  source?: string
  before?: string
  person?: string
  yes?: boolean
}

/** Shows what is to be forgotten, asks, and forgets it. Exit code 1 when there is nothing of the kind, or the answer is no. */
export async function runForget(flags: ForgetFlags): Promise<void> {
  checkFlags(flags)
  const { article, source, before, person } = flags
  const library = await openLibrary(placeStore(flags.store))
  try {
    const { store } = library
    const identity = person === undefined ? undefined : (await findOne(store, person)).id
    const plan = await planForgetting(store, {
      ...(article !== undefined && { article }),
      ...(source !== undefined && { source }),
      ...(before !== undefined && { before }),
      ...(identity !== undefined && { identity }),
    })
    await writeOut(showPlan(plan))
    if (plan.articleIds.length === 0 && plan.sourceId === null) process.exitCode = 1
    else if (flags.yes || (await ask())) {
      const { articles, facts } = await forgetPlanned(store, plan, userInfo().username)
      await writeOut(
        `Forgotten: articles: ${articles}, facts: ${facts}; it is out of ${store.name} and its files. Backups and exports made before still have it.\n`,
      )
    } else process.exitCode = 1
  } finally {
    await closeLibrary(library)
  }
}

function checkFlags({ article, source, before, person }: ForgetFlags): void {
  if (before !== undefined && parseDate(before) === null) throw new ReadoutError('bad-date', `“${before}” is no date: write it like 2024-03-14.`)
  const named = [article, source, person].filter((one) => one !== undefined).length
  if (named > 1 || (before !== undefined && (article !== undefined || person !== undefined)))
    throw new ReadoutError('many-named', 'One thing at a time: --article, --person, --source or --before; of these only --source and --before go together.')
}

function showPlan({ articleIds, sample, sourceId }: ForgetPlan): string {
  const lines = sample.map(({ id, title, address, published_on }) => `  #${id}  ${published_on ?? 'undated'}  ${title ?? address ?? ''}\n`)
  const more = articleIds.length > sample.length ? `  and ${articleIds.length - sample.length} more\n` : ''
  const alone = sourceId === null ? '' : ', and the source itself'
  return `To be forgotten: articles: ${articleIds.length}${alone}, with all their versions, records and facts.\n${lines.join('')}${more}`
}

async function ask(): Promise<boolean> {
  if (process.stdin.isTTY !== true)
    throw new ReadoutError('not-confirmed', 'Nothing was forgotten: nobody is there to be asked. Give --yes to forget what is shown.')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await lines.question('This cannot be undone. Forget it? (yes/no) ')
  lines.close()
  return /^y(?:es)?$/i.test(answer.trim())
}
