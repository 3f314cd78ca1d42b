import { ReadoutError } from '../document/readout-error.ts'
import { readPage } from '../pages/pages.ts'
import type { Intake } from '../reading/reading.ts'

interface TakeFlags {
  readonly format: string
  readonly date?: string
  readonly title?: string
  readonly source?: string
  readonly allowPrivate?: boolean
  readonly quiet?: boolean
}

/** Whether an input is an address, or a file that holds many articles and is no plain lines of JSON. */
export function isTakenIn(input: string): boolean {
  return /^https?:\/\/|\.(?:warc|warc\.gz|opml)$/i.test(input)
}

/** Articles of an address, a feed or an archive, with a sentence in place of each that failed. */
export async function* listTaken(target: string, flags: TakeFlags): AsyncGenerator<{ intake: Intake } | { problem: string }> {
  // Loaded only when asked for: reading a text should not wait for what fetches.
  const { takeIn } = await import('../intake/intake.ts')
  let count = 0
  for await (const taken of takeIn(target, { readPage, allowPrivate: flags.allowPrivate ?? false })) {
    if ('failure' in taken) yield { problem: taken.failure.reason }
    else if ('remark' in taken) {
      if (!flags.quiet) process.stderr.write(`readout: ${taken.remark}\n`)
    } else {
      if (++count > 1 && (flags.format === 'json' || flags.format === 'html'))
        throw new ReadoutError('many-inputs', `“${target}” holds several articles, which make no single record: use --format jsonl, a record a line.`)
      yield { intake: giveMore(taken.incoming, flags, taken.key === target) }
    }
  }
}

/** The date that was given outweighs that of a single page; of many articles, it helps those that tell none. */
function giveMore({ article, notices }: Intake, { date, title, source }: TakeFlags, isOne: boolean): Intake {
  const publishedOn = (isOne ? (date ?? article.publishedOn) : (article.publishedOn ?? date)) ?? null
  return { article: { ...article, publishedOn, title: article.title ?? title ?? null, source: (isOne ? source : undefined) ?? article.source }, notices }
}
