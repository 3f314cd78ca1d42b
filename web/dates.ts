/** Days and moments in the reader's manner, as the browser tells it. */

const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' })
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** “14 Mar 2024”; what is no day stays as it is. */
export function showDay(day: string): string {
  const at = Date.parse(day.length === 10 ? `${day}T00:00:00Z` : day)
  return Number.isNaN(at) ? day : DAY.format(at)
}

/** “Mar 2024”. */
export function showMonth(month: string): string {
  const at = Date.parse(`${month.slice(0, 7)}-01T00:00:00Z`)
  return Number.isNaN(at) ? month : MONTH.format(at)
}

export function showMoment(moment: string): string {
  const at = Date.parse(moment)
  return Number.isNaN(at) ? moment : MOMENT.format(at)
}

/** One day, a month, a year, or from one day to another. */
export function showRange(start: string, end: string, grain: string): string {
  if (start === end) return showDay(start)
  if (grain === 'year' && start.slice(0, 4) === end.slice(0, 4)) return start.slice(0, 4)
  if (grain === 'month' && start.slice(0, 7) === end.slice(0, 7)) return showMonth(start)
  return `${showDay(start)} – ${showDay(end)}`
}
