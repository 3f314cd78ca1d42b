import { describe, expect, test } from 'vitest'
import { closeStore, type Store } from '../src/store/store.ts'
import { describeFaults, describeIdentities, describeKeeping } from './store-keeping.ts'
import { listProblems } from './store-problems.ts'
import { describeQuestions, describeSaving, describeVersions } from './store-saving.ts'
import { describeFinding, describeSources } from './store-sources.ts'

/** What every engine must do alike. `open` gives a new empty store, `file` a path for a new file. */
export function describeStore(engine: string, open: () => Promise<Store>, file: (name: string) => string): void {
  const withStore = async (work: (store: Store) => Promise<void>) => {
    const store = await open()
    try {
      await work(store)
      expect(await listProblems(store)).toEqual([])
    } finally {
      await closeStore(store)
    }
  }
  const check = (name: string, work: (store: Store) => Promise<void>) => test(name, () => withStore(work))
  describe(`saving and loading in ${engine}`, () => {
    describeSaving(check)
    describeVersions(check)
    describeQuestions(check)
  })
  describe(`identities in ${engine}`, () => describeIdentities(check))
  describe(`sources, copies, search in ${engine}`, () => {
    describeSources(check)
    describeFinding(check)
  })
  describe(`forgetting, copying, checking in ${engine}`, () => {
    describeKeeping(check, file)
    describeFaults(check)
  })
}
