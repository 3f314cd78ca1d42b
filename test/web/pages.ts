import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Room, settle, visit } from './room.ts'

/** Every page, with something on it. */
export const PATHS = [
  '/',
  '/articles/1',
  '/articles/1?original',
  '/find',
  '/find?q=ferry',
  '/identities/1',
  '/pairs',
  '/pairs?a=Varland&b=Ostria',
  '/network',
  '/network?kind=speaks-of',
  '/review',
  '/check',
  '/reports',
  '/reports?a=Varland&b=Ostria',
  '/saved',
  '/collections',
  '/sources',
  '/api',
  '/sign-in',
  '/read',
] as const

/** All pages load without complaint, suit people who do not see, and fit a narrow screen. */
export function describePages(give: () => Room): void {
  test.each(PATHS)('%s loads, fits a narrow screen, and axe finds nothing in either theme', async (path) => {
    const { page, context, complaints } = await visit(give(), path)
    expect(await listViolations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await listViolations(page, ['color-contrast'])).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await page.waitForTimeout(100)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('what can be pressed is 24 pixels high', async () => {
    const { page, context } = await visit(give(), '/articles/1')
    const small = await page.$$eval('button, select, summary, nav a', (all) =>
      all.flatMap((one) => {
        const { height, width } = one.getBoundingClientRect()
        return height > 0 && (height < 23.5 || width < 23.5) ? [one.textContent] : []
      }),
    )
    expect(small).toEqual([])
    await context.close()
  })

  test('pages are reached from each other without loading anew, and back again', async () => {
    const { page, context, complaints } = await visit(give(), '/')
    await page.evaluate(() => Object.assign(window, { isSame: true }))
    await page.click('nav >> text=Find')
    await settle(page)
    expect(await page.textContent('h1')).toBe('Find')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toMatch(/H1|INPUT/)
    await page.goBack()
    await settle(page)
    expect(await page.textContent('h1')).toBe('Library')
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('the theme that is chosen stays', async () => {
    const { page, context } = await visit(give(), '/')
    await page.selectOption('select[name=theme]', 'dark')
    await page.reload()
    await settle(page)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
    expect(await page.inputValue('select[name=theme]')).toBe('dark')
    await context.close()
  })
}

/** What axe finds, by all its rules or some: rule and place. */
export async function listViolations(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  const axe = new AxeBuilder({ page: page as never })
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`))
}
