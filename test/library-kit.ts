import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Library, type LibraryOptions, openLibrary } from '../src/library/library.ts'
import { checkStore } from '../src/store/store.ts'

/** A report of talks between invented people. */
export const REPORT = (words: string, more = '') =>
  `DRAVIK — Belmora's foreign minister, Ilva Brandt, met Radu Keshen of Ostria on Tuesday to speak about the corridor.\n\n“${words},” Brandt said after the talks.\n\nKeshen, the Ostrian trade minister, did not comment. Officials from Belmora and Ostria are to meet again next month.\n\nThe two countries have been at odds over grain since the bridge at Lesk was closed, and several rounds of talks have ended without result.${more}\n`

export const PAGE_OF_A_STORM = `<html><head><title>Storm</title></head><body><article><h1>Storm</h1>${'<p>A storm closed the port of Halle on Monday, the harbour master said, and ships waited outside.</p>'.repeat(4)}</article></body></html>`

/** An article as a line of JSON. */
export const line = (id: string, text: string, more = {}) => `${JSON.stringify({ id, text, date: '2024-03-14', title: `Talks ${id}`, ...more })}\n`

/** The report of a run in which nothing happened. */
export const NOTHING = { new: 0, copy: 0, version: 0, unchanged: 0, failed: 0, passed: 0, forgotten: 0, isStopped: false }

/** What tests of one engine work with. */
export interface Kit {
  /** The place of a new, empty store. */
  readonly makeLocation: () => string
  /** A library that reads in one thread, in a new store. */
  readonly open: (options?: LibraryOptions) => Promise<Library>
  /** A new folder with these files. */
  readonly makeFolder: (files?: Readonly<Record<string, string>>) => string
  readonly close: () => void
}

export function makeKit(makeLocation: () => string): Kit {
  const folder = mkdtempSync(join(tmpdir(), 'readout-library-'))
  let count = 0
  const makeFolder = (files: Readonly<Record<string, string>> = {}) => {
    const place = join(folder, String(++count))
    mkdirSync(place)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text)
    return place
  }
  const open = (options: LibraryOptions = {}) => openLibrary(makeLocation(), { parallel: 1, ...options })
  return { makeLocation, open, makeFolder, close: () => rmSync(folder, { recursive: true, force: true }) }
}

export async function expectSound({ store }: Library): Promise<void> {
  expect(await Array.fromAsync(checkStore(store))).toEqual([])
}

/** What a library holds, without its instants. */
export async function dump({ store }: Library) {
  const { db } = store
  return {
    articles: await db.selectFrom('article').select(['id', 'key', 'report_id', 'copy_of', 'title']).orderBy('id').execute(),
    records: await db
      .selectFrom('version')
      .innerJoin('producer', 'producer.id', 'version.producer_id')
      .select(['version.id', 'record', 'models'])
      .orderBy('version.id')
      .execute(),
    entities: await db.selectFrom('entity').selectAll().orderBy('article_id').orderBy('number').execute(),
    identities: await db.selectFrom('identity').selectAll().orderBy('id').execute(),
    facts: await db.selectFrom('statement').select(['article_id', 'number', 'fact_key']).orderBy('article_id').orderBy('number').execute(),
    events: await db.selectFrom('event').select(['article_id', 'number', 'fact_key']).orderBy('article_id').orderBy('number').execute(),
  }
}
