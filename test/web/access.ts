import { expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/accounts.ts'
import { closeStore, openStore } from '../../src/store/store.ts'
import { listViolations } from './pages.ts'
import { type Room, settle, visit } from './room.ts'

const FRESH = `HALVIK – Varland's fleet will stay in port until the ice is gone, Admiral Sten Orm said on Friday.

“Nobody sails into this,” Orm told reporters.`

/** News as they come, a server that goes and comes back, searches that are kept. */
export function describeNews(give: () => Room): void {
  test('new articles are told as they come', async () => {
    const room = give()
    const { page, context, complaints } = await visit(room, '/')
    await page.waitForTimeout(500)
    const added = await fetch(`${room.address}/intake`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: FRESH, title: 'Fleet stays in port', date: '2024-09-06' }),
    })
    expect(added.status).toBe(202)
    await page.click('button.fresh')
    await page.waitForSelector('text=Fleet stays in port')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('the server goes and comes back: the page says so and recovers', async () => {
    const room = give()
    const { page, context } = await visit(room, '/')
    await page.waitForTimeout(500)
    await room.pause()
    await page.waitForSelector('.lost p')
    await room.resume()
    await page.waitForSelector('.saying >> text=The server is back')
    await page.waitForFunction(() => document.querySelector('.lost p') === null)
    await page.waitForSelector('.article-line')
    await context.close()
  })

  test('a search is saved, is a feed, and is removed', async () => {
    const room = give()
    const { page, context, complaints } = await visit(room, '/find?q=ferry')
    await page.click('text=Save this search')
    await page.fill('input[name=title]', 'Ferries')
    await page.click('.inline-form button[type=submit]')
    await page.waitForSelector('.saying >> text=Saved')
    await page.goto(`${room.address}/saved`)
    await settle(page)
    const feed = await fetch(room.address + (await page.getAttribute('.saved-line a >> text=Atom', 'href')))
    expect(await feed.text()).toContain('<feed')
    await page.click('.saved-line button')
    await page.waitForFunction(() => document.querySelector('.saved-line') === null)
    expect(complaints).toEqual([])
    await context.close()
  })
}

/** Collections, drafts, briefs, and the page of the API. */
export function describeDesk(give: () => Room): void {
  test('a collection is made and an article put into it', async () => {
    const room = give()
    const { page, context, complaints } = await visit(room, '/collections')
    await page.fill('input[name=title]', 'The strait')
    await page.click('form.row button[type=submit]')
    await page.waitForSelector('a >> text=The strait')
    await page.goto(`${room.address}/articles/1`)
    await settle(page)
    await page.click('.about >> text=Collect')
    await page.selectOption('.about select', { label: 'The strait' })
    await page.waitForSelector('.saying >> text=Saved')
    await page.goto(`${room.address}/collections/the-strait`)
    await page.waitForSelector('.article-line')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a draft is held against the library', async () => {
    const { page, context, complaints } = await visit(give(), '/check')
    await page.fill('textarea[name=text]', '“We have left the shouting behind us,” Ilva Brandt said. “We shall never shout again,” Dorin Sarat said.')
    await page.click('form.paste button[type=submit]')
    await page.waitForSelector('.verdict.stands')
    await page.waitForSelector('.verdict.not-found')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a brief has a number behind every line', async () => {
    const { page, context, complaints } = await visit(give(), '/reports?a=Varland&b=Ostria')
    await page.waitForSelector('.brief li')
    const [lines, notes] = [await page.locator('.brief > section > ul > li').count(), await page.locator('.brief > section > ul > li > .notes').count()]
    expect(lines).toBeGreaterThan(0)
    expect(notes).toBe(lines)
    await page.locator('.notes a').first().click()
    expect(page.url()).toContain('#note-1')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('the API is tried from its page', async () => {
    const { page, context, complaints } = await visit(give(), '/api')
    const find = page.locator('.operation', { has: page.locator('summary code', { hasText: /^\/find$/ }) })
    await find.locator('summary').click()
    await find.locator('input[name=q]').fill('ferry')
    await find.locator('button[type=submit]').click()
    await find.locator('pre').waitFor()
    expect(await find.locator('pre').innerText()).toContain('"items"')
    expect(complaints).toEqual([])
    await context.close()
  })
}

/** Large networks, paper, and who may come in: the last, since from the first account on everybody has to sign in. */
export function describeAccess(give: () => Room): void {
  test('more than 150 names are drawn on a canvas, loaded for them alone', async () => {
    const room = give()
    const nodes = Array.from({ length: 200 }, (_, n) => ({ id: n + 1, name: `Envoy ${n + 1}`, kind: 'person', country: null, count: 1 }))
    const edges = nodes.slice(1).map(({ id }) => ({ from: 1 + (id % 7), to: id, count: 1, first: '2024-03-04', last: '2024-03-04', articleIds: [1] }))
    const { page, context, complaints } = await visit(room, '/')
    await page.route('**/network.json*', (route) => route.fulfill({ json: { nodes, edges, total: edges.length } }))
    await page.goto(`${room.address}/network`)
    await page.waitForSelector('.large-network canvas')
    expect(await page.locator('tbody tr').count()).toBe(edges.length)
    expect(await listViolations(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('on paper there is the article and its facts, and nothing to press', async () => {
    const { page, context } = await visit(give(), '/articles/1')
    await page.emulateMedia({ media: 'print' })
    for (const part of ['.banner', '.reading-tools', '.review-tools']) expect(await page.locator(part).first().isVisible()).toBe(false)
    expect(await page.locator('.text').isVisible()).toBe(true)
    await context.close()
  })

  test('who is not signed in is refused; who signs in may do what the account may', async () => {
    const room = give()
    const store = await openStore(room.store)
    await addAccount(store, { name: 'mira', role: 'reader', password: 'grain and harbour fees' }, { who: 'test', at: new Date().toISOString() })
    await closeStore(store)
    const { page, context } = await visit(room, '/articles/1')
    await page.waitForSelector('main >> text=You have to sign in')
    await page.click('main a >> text=Sign in')
    await page.fill('input[name=name]', 'mira')
    await page.fill('input[name=password]', 'not the one')
    await page.click('form button[type=submit]')
    await page.waitForSelector('.problem')
    await page.fill('input[name=password]', 'grain and harbour fees')
    await page.click('form button[type=submit]')
    await page.waitForSelector('.reading .fact')
    expect(page.url()).toContain('/articles/1')
    // A reader decides nothing.
    expect(await page.locator('.review-tools').count()).toBe(0)
    await page.click('.who-am-i button')
    await page.waitForSelector('h1 >> text=Sign in')
    await page.goto(`${room.address}/find?q=ferry`)
    await settle(page)
    expect(await page.locator('.result').count()).toBe(0)
    await context.close()
  })
}
