/** `npm run shoot`: pictures of every page for docs/reading-room.md, light and dark, wide and narrow. Look at them before they are kept. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openRoom, visit } from './room.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'reading-room')
const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 390, height: 844 }

/** Name of the picture, page, and the keys that are pressed on it. */
const SHOTS: readonly (readonly [string, string, (readonly string[])?])[] = [
  ['home', '/'],
  ['reading', '/articles/9', ['j', 'j', 'j']],
  ['correcting', '/articles/9', ['j', 'e']],
  ['find', '/find?q=ferry'],
  ['identity', '/identities/3'],
  ['pair', '/pairs?a=Varland&b=Ostria'],
  ['network', '/network?kind=speaks-of'],
  ['review', '/review'],
  ['check', '/check'],
  ['brief', '/reports?a=Varland&b=Ostria'],
  ['saved', '/saved'],
  ['collections', '/collections'],
  ['sources', '/sources'],
  ['api', '/api'],
  ['read', '/read'],
  ['sign-in', '/sign-in'],
]

mkdirSync(FOLDER, { recursive: true })
const room = await openRoom()
for (const [name, path, keys = []] of SHOTS)
  for (const [way, options] of [
    ['', { viewport: WIDE, colorScheme: 'light' }],
    ['-dark', { viewport: WIDE, colorScheme: 'dark' }],
    ['-narrow', { viewport: NARROW, colorScheme: 'light' }],
  ] as const) {
    const { page, context } = await visit(room, path, options)
    for (const key of keys) await page.keyboard.press(key)
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(FOLDER, `${name}${way}.png`) })
    await context.close()
  }
await room.close()
