import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { listViolations } from './pages.ts'
import { type Room, settle, visit } from './room.ts'

const chosen = (page: Page) => page.locator('.facts-pane .fact.chosen')

/** Decisions beside the text. */
export function describeReview(give: () => Room): void {
  test('accept, correct by keys, and undo', async () => {
    const { page, context, complaints } = await visit(give(), '/articles/3')
    await page.locator('.facts-pane .fact.kind-statement .fact-main').first().click()
    await page.keyboard.press('a')
    await page.waitForSelector('.fact.chosen .decision >> text=accepted')
    await page.keyboard.press('e')
    const act = (await page.inputValue('.edit select[name=act]')) === 'judge' ? 'decide' : 'judge'
    await page.selectOption('.edit select[name=act]', act)
    await page.click('.edit button[type=submit]')
    await page.waitForSelector('.fact.chosen .decision >> text=corrected')
    expect(await chosen(page).innerText()).toContain(`${act}s`)
    await page.keyboard.press('u')
    await page.waitForSelector('.fact.chosen .decision >> text=accepted')
    await page.keyboard.press('u')
    await page.waitForFunction(() => document.querySelector('.fact.chosen .decision') === null)
    await page.reload()
    await settle(page)
    expect(await page.locator('.decision').count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('words are moved by arrow keys, without dragging', async () => {
    const { page, context } = await visit(give(), '/articles/3')
    await page.locator('.facts-pane .fact.kind-event .fact-main').first().click()
    await page.keyboard.press('e')
    expect(await listViolations(page)).toEqual([])
    const words = () => page.locator('.words-editor p bdi').innerText()
    const before = await words()
    await page.focus('.strip')
    await page.keyboard.press('ArrowRight')
    const longer = await words()
    expect(longer.startsWith(before)).toBe(true)
    expect(longer.length).toBeGreaterThan(before.length)
    await page.click('.edit button[type=submit]')
    await page.waitForSelector('.fact.chosen .decision >> text=corrected')
    expect(await chosen(page).locator('.fact-words').innerText()).toBe(longer)
    await page.keyboard.press('u')
    await page.waitForFunction(() => document.querySelector('.fact.chosen .decision') === null)
    await context.close()
  })
}

/** Facts that are kept away, and facts that are added. */
export function describeAdding(give: () => Room): void {
  test('a rejected fact stays in sight, struck through, and comes back', async () => {
    const { page, context } = await visit(give(), '/articles/3')
    const first = page.locator('.facts-pane .fact.kind-statement').first()
    const words = await first.locator('.fact-words').innerText()
    await first.getByRole('button', { name: 'Reject' }).click()
    const rejected = page.locator('.fact.decided-rejected')
    await rejected.waitFor()
    expect(await rejected.locator('.fact-words').innerText()).toBe(words)
    await rejected.getByRole('button', { name: 'Undo' }).click()
    await page.waitForFunction(() => document.querySelector('.decided-rejected') === null)
    await context.close()
  })

  test('a fact is added from selected words', async () => {
    const { page, context, complaints } = await visit(give(), '/articles/3')
    const count = await page.locator('.facts-pane .fact').count()
    const paragraph = page.locator('.text p').nth(2)
    await paragraph.evaluate((one) => {
      const range = new Range()
      const text = document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode() as Text
      range.setStart(text, 0)
      range.setEnd(text, text.data.indexOf(' ', 4))
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    })
    await page.click('text=Add a fact')
    await page.selectOption('.edit.add select[name=kind]', 'event')
    await page.selectOption('.edit.add select[name=type]', 'PROTEST')
    await page.click('.edit.add button[type=submit]')
    await page.waitForSelector('.decision >> text=added by hand')
    expect(await page.locator('.facts-pane .fact').count()).toBe(count + 1)
    await page.locator('.fact.decided-added').getByRole('button', { name: 'Undo' }).click()
    await page.waitForFunction((n) => document.querySelectorAll('.facts-pane .fact').length === n, count)
    expect(complaints).toEqual([])
    await context.close()
  })
}

/** Several people at once, the queue, and who is who. */
export function describeTogether(give: () => Room): void {
  test('two reviewers at once: the second is told, and nothing is overwritten', async () => {
    const room = give()
    const [one, other] = [await visit(room, '/articles/5'), await visit(room, '/articles/5')]
    // The second does not hear the news in time.
    await other.context.route('**/articles/5.json', (route) => route.abort())
    await one.page.locator('.facts-pane .fact .fact-main').first().click()
    await one.page.keyboard.press('a')
    await one.page.waitForSelector('.fact.chosen .decision >> text=accepted')
    await other.page.locator('.facts-pane .fact .fact-main').first().click()
    await other.page.keyboard.press('x')
    await other.page.waitForSelector('.saying.bad >> text=Somebody else')
    await other.context.unroute('**/articles/5.json')
    await other.page.reload()
    await settle(other.page)
    expect(await other.page.locator('.decision').first().innerText()).toBe('accepted')
    await one.page.keyboard.press('u')
    await one.page.waitForFunction(() => document.querySelector('.fact.chosen .decision') === null)
    await one.context.close()
    await other.context.close()
  })

  test('the queue is worked through by keys', async () => {
    const { page, context, complaints } = await visit(give(), '/review')
    await page.waitForSelector('.queue-item.chosen')
    const first = page.locator('.queue-item').first()
    await page.keyboard.press('a')
    await page.waitForSelector('.queue-item.decided-accepted')
    expect(await page.locator('.queue-item').nth(1).getAttribute('class')).toContain('chosen')
    await page.keyboard.press('k')
    await page.keyboard.press('u')
    await page.waitForFunction(() => document.querySelector('.decided-accepted') === null)
    expect(await first.getAttribute('class')).toContain('chosen')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('two people are made one, and parted again', async () => {
    const room = give()
    const people = ((await (await fetch(`${room.address}/identities.json?kind=person&limit=50`)).json()) as { items: { id: number; name: string }[] }).items
    const [kept, gone] = people as [{ id: number; name: string }, { id: number; name: string }]
    const { page, context, complaints } = await visit(room, `/identities/${kept.id}`)
    await page.click('text=Is the same as')
    await page.fill('.picker input', gone.name)
    await page.click(`.picker button[aria-label*="${gone.name}"]`)
    await page.waitForSelector('text=Decisions about who is who')
    expect(await page.locator('.tags').innerText()).toContain(gone.name)
    await page.click('.deciding button >> text=Undo')
    await page.waitForFunction(() => !document.body.innerText.includes('Decisions about who is who'))
    expect(complaints).toEqual([])
    await context.close()
  })
}
