import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Room, visit } from './room.ts'

/** Bytes, packed, that the reading page may need before the first article is seen. */
const BUDGET = 120 * 1024

/** How much the browser fetches. */
export function describeSize(give: () => Room): void {
  test.each(['/', '/articles/1'])('%s needs no more than 120 kB before it is seen', async (path) => {
    const room = give()
    const { page, context } = await visit(room, path)
    const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
    const assets = ['/index.html', ...files.filter((file) => file.startsWith('/assets/'))]
    const bytes = assets.reduce((sum, file) => sum + gzipSync(readFileSync(join(room.web, file))).length, 0)
    expect(bytes).toBeLessThanOrEqual(BUDGET)
    expect(files.some((file) => /sigma|countries|ort|onnx/.test(file))).toBe(false)
    await context.close()
  })
}
