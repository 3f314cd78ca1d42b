import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeQuestions } from '../../test/questions-conformance.ts'
import { openStore } from '../store/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-questions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
describeQuestions('SQLite', () => openStore(join(folder, `${++count}.db`)))
