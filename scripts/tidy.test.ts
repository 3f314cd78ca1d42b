import { expect, test } from 'vitest'
import { checkFile } from './tidy.ts'

test('faults are told', () => {
  expect(checkFile('src/utils.ts', '')).toEqual([expect.stringContaining('says nothing')])
  expect(checkFile('src/a.ts', `function a() {\n${'  b()\n'.repeat(70)}}\n`)).toEqual([expect.stringContaining('does not fit a screen')])
  expect(checkFile('src/a.ts', 'a()\n'.repeat(400))).toEqual([expect.stringContaining('lines')])
})

test('tidy code passes', () => {
  expect(checkFile('src/a.ts', 'function a() {\n  b()\n}\n')).toEqual([])
})
