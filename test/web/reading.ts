import { expect, test } from 'vitest'
import { listViolations } from './pages.ts'
import { type Room, settle, visit } from './room.ts'

const DRAFT = `Meresk – “The bridge will open in May,” Foreign Minister Ilva Brandt said on Monday. Ostria's president, Radu Keshen, denied that the tolls would rise.

Brandt met Keshen in Halvik on Tuesday.`

/** Texts that are read and not kept; from facts to words and back. */
export function describeReading(give: () => Room): void {
  test('a pasted text is read at once, and nothing of it is kept', async () => {
    const { page, context, complaints } = await visit(give(), '/')
    await page.fill('textarea[name=text]', DRAFT)
    await page.fill('input[name=date]', '2024-03-14')
    await page.click('form.paste button[type=submit]')
    await page.waitForSelector('.reading .fact')
    expect(await page.textContent('.text')).toContain('The bridge will open in May')
    expect(await page.locator('.fact.kind-statement').count()).toBeGreaterThanOrEqual(2)
    // Nothing can be decided about a text that is not kept.
    expect(await page.locator('.review-tools').count()).toBe(0)
    await page.reload()
    await settle(page)
    expect(await page.textContent('main')).toContain('was not kept')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a text is read in the browser, and nothing of it is sent', async () => {
    const { page, context, complaints } = await visit(give(), '/read')
    const sent: string[] = []
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
    await page.fill('textarea[name=text]', DRAFT)
    await page.click('form.paste button[type=submit]')
    await page.waitForSelector('.reading .fact', { timeout: 60_000 })
    expect(await page.locator('.fact.kind-statement').count()).toBeGreaterThanOrEqual(2)
    expect(sent).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('from a fact to its words, and from words to their fact', async () => {
    const { page, context, complaints } = await visit(give(), '/articles/1')
    const first = page.locator('.facts-pane .fact.kind-statement').first()
    await first.locator('.fact-main').click()
    const words = (await page.locator('.mark.chosen').allTextContents()).join(' ')
    expect(words).toContain((await first.locator('.fact-words').innerText()).slice(1, 20))
    expect(await page.locator('.mark.here').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('.mark.chosen') === null)
    const mark = page.locator('.mark.cue').last()
    await mark.click()
    const chosen = page.locator('.facts-pane .fact.chosen')
    expect(await chosen.count()).toBe(1)
    expect(await chosen.textContent()).toContain(await mark.textContent())
    await mark.hover()
    await page.waitForSelector('.mark.rested')
    expect(complaints).toEqual([])
    await context.close()
  })
}

/** By keys alone; what is shown; what the address names. */
export function describeKeys(give: () => Room): void {
  test('by keys alone: facts, places, help, letting go, switching keys off', async () => {
    const { page, context } = await visit(give(), '/articles/1')
    const chosen = () => page.locator('.facts-pane .fact.chosen').getAttribute('id')
    await page.keyboard.press('j')
    const first = await chosen()
    await page.keyboard.press('j')
    expect(await chosen()).not.toBe(first)
    await page.keyboard.press('k')
    expect(await chosen()).toBe(first)
    await page.keyboard.press('n')
    await page.keyboard.press('p')
    await page.keyboard.press('?')
    await page.locator('dialog.keys-help').waitFor()
    expect(await listViolations(page)).toEqual([])
    await page.click('dialog input[type=checkbox]')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    expect(await chosen()).toBe(first)
    await context.close()
  })

  test('layers and kinds are switched off and on', async () => {
    const { page, context } = await visit(give(), '/articles/1')
    const tint = () =>
      page
        .locator('.mark.depth-1')
        .first()
        .evaluate((one) => getComputedStyle(one).backgroundColor)
    const before = await tint()
    await page.click('.layer-switch.content')
    expect(await tint()).not.toBe(before)
    await page.click('.switches >> text=/statements?$/')
    expect(await page.locator('.facts-pane .fact.kind-statement').count()).toBe(0)
    await context.close()
  })

  test('the address names a fact, a search leads to it', async () => {
    const { page, context, complaints } = await visit(give(), '/find?q=ferry&kind=statement')
    expect(page.url()).toContain('q=ferry')
    const [result] = [page.locator('.result').first()]
    expect(await result.locator('mark').first().innerText()).toMatch(/ferry/i)
    await result.locator('.told-in a').first().click()
    await page.waitForSelector('.fact.chosen')
    expect(page.url()).toMatch(/\/articles\/\d+#[0-9a-f]{12}$/)
    expect(await page.locator('.mark.chosen').count()).toBeGreaterThan(0)
    expect(complaints).toEqual([])
    await context.close()
  })
}

/** Filters, narrow screens, hostile texts. */
export function describeNarrow(give: () => Room): void {
  test('filters stay in the address', async () => {
    const { page, context } = await visit(give(), '/find?q=ferry')
    await page.selectOption('select[name=kind]', 'event')
    await page.waitForURL(/kind=event/)
    await settle(page)
    expect(page.url()).toContain('q=ferry')
    await context.close()
  })

  test('on a narrow screen the chosen fact comes up from below', async () => {
    const { page, context } = await visit(give(), '/articles/1', { viewport: { width: 390, height: 844 } })
    await page.locator('.mark.cue').first().click()
    expect(await page.locator('.chosen-sheet .fact').isVisible()).toBe(true)
    await page.locator('.mark.source').last().click()
    await page.waitForSelector('.chosen-sheet .fact.chosen')
    expect(await listViolations(page)).toEqual([])
    await page.click('.chosen-sheet .close')
    await page.click('.panes >> text=What was found')
    expect(await page.locator('.facts-pane .fact').first().isVisible()).toBe(true)
    await context.close()
  })

  test('a hostile text is words and nothing else', async () => {
    const { page, context, complaints } = await visit(give(), '/')
    await page.fill(
      'textarea[name=text]',
      `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script> “<b>We will</b>,” <i>Ilva Brandt</i> said. \u202eolleh`,
    )
    await page.click('form.paste button[type=submit]')
    await page.waitForSelector('.reading')
    expect(await page.locator('.text img, .text script, .text b, .fact img').count()).toBe(0)
    expect(await page.title()).not.toBe('taken')
    expect(complaints).toEqual([])
    await context.close()
  })
}
