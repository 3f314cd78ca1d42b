import { expect, test } from 'vitest'
import { checkLayers } from './layers.ts'

test('a stage that knows another stage is told', () => {
  const files = new Map([
    ['index.ts', "import { a } from './pipeline.ts'"],
    ['pipeline.ts', "import { a } from './text/text.ts'\nimport { b } from './statements/statements.ts'"],
    ['text/text.ts', "import { b } from '../statements/statements.ts'"],
    ['statements/statements.ts', "import { c } from './acts.ts'"],
    ['statements/acts.ts', ''],
    ['statements/left.ts', ''],
  ])
  expect(checkLayers(files)).toEqual([
    'src/text/text.ts imports statements/statements.ts: “text” may not import “statements”.',
    'src/statements/left.ts is imported by nobody.',
  ])
})

test('a folder is entered by the file that bears its name', () => {
  const files = new Map([
    ['index.ts', "import { a } from './pipeline.ts'"],
    ['pipeline.ts', "import { a } from './text/tokenizer.ts'"],
    ['text/tokenizer.ts', ''],
  ])
  expect(checkLayers(files)).toEqual(['src/pipeline.ts imports text/tokenizer.ts: “text” is entered by text/text.ts.'])
})
