import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeReports } from '../../test/desk-report.ts'
import { openStore } from '../store/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
describeReports('SQLite', () => openStore(join(folder, `${++count}.db`)))
