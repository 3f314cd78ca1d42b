import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { describeAccess, describeDesk, describeNews } from './access.ts'
import { describeLong } from './long-article.ts'
import { describePages } from './pages.ts'
import { describeKeys, describeNarrow, describeReading } from './reading.ts'
import { describeAdding, describeReview, describeTogether } from './review.ts'
import { hasBrowser, openRoom, type Room } from './room.ts'
import { describeSize } from './size.ts'

/** A browser and axe on a machine that does much else. */
vi.setConfig({ testTimeout: 120_000 })

/** Without Chromium on the machine these are skipped, and told as skipped; READOUT_NO_SKIP=1 makes that a failure. */
if (!hasBrowser() && process.env.READOUT_NO_SKIP === '1')
  test('Chromium is there', () => {
    expect(hasBrowser()).toBe(true)
  })

describe.skipIf(!hasBrowser())('the reading room in a browser', () => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom()
  }, 120_000)
  afterAll(() => room.close())
  const give = () => room
  describeSize(give)
  describePages(give)
  describeReading(give)
  describeKeys(give)
  describeNarrow(give)
  describeLong(give)
  describeReview(give)
  describeAdding(give)
  describeTogether(give)
  describeNews(give)
  describeDesk(give)
  describeAccess(give)
})
