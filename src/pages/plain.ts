import { LIMITS } from '../document/limits.ts'
import { squeeze } from './paragraphs.ts'

/** What is between two tags of these is never shown. */
const UNSHOWN = ['script', 'style']

/** The words between the tags of a page, a paragraph for each stretch of some length: all that is left when reading it took too long. */
export function stripTags(source: string): string {
  const paragraphs: string[] = []
  let at = 0
  let units = 0
  while (at < source.length && units < LIMITS.pageTextUnits) {
    const open = source.indexOf('<', at)
    const text = squeeze(source.slice(at, open < 0 ? source.length : open).slice(0, LIMITS.pageTextUnits))
    if (text.length > 60) paragraphs.push(text)
    units += text.length
    if (open < 0) break
    const close = source.indexOf('>', open)
    if (close < 0) break
    const tag = UNSHOWN.find((name) => source.slice(open + 1, open + 1 + name.length).toLowerCase() === name)
    const end = tag ? source.indexOf(`</${tag}`, close) : close
    if (end < 0) break
    at = end + 1
    if (tag) at = Math.max(at, source.indexOf('>', end) + 1)
  }
  return paragraphs.join('\n\n')
}
