import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { affixesOf, formOf, normalizeWord } from './features.ts'

/** Words with their features as training computed them, written into model.json by training/export_onnx.py. */
const { check } = JSON.parse(readFileSync('models/reader/model.json', 'utf8')) as { check: [string, string, number, ...number[]][] }

test.each(check)('“%s” has the features that training saw', (word, plain, form, ...affixes) => {
  expect(normalizeWord(word)).toBe(plain)
  expect(formOf(word)).toBe(form)
  expect(affixesOf(plain)).toEqual(affixes)
})
