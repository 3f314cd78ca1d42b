import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeStore } from '../../test/store-conformance.ts'
import { openStore } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
describeStore(
  'SQLite',
  () => openStore(join(folder, `${++count}.db`)),
  (name) => join(folder, name),
)
