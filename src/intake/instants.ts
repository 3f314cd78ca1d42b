/**
 * The instant that a feed, sitemap or archive tells (“Thu, 14 Mar 2024 23:30:00 +0900”, “2024-03-14T23:30:00Z”, “2024-03-14”) as ISO, as exact
 * as it is told and in its own zone, so that its day stays the day of the paper; null where it is none, lies ahead, or is absurdly early.
 */
export function readInstant(told: string | null | undefined, nowMs = Date.now()): string | null {
  const text = (told ?? '').trim()
  if (text === '' || text.length > 60) return null
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text)
  const zone = /(?:Z|GMT|UTC?|[ECMP][SD]T|([+-]\d\d):?(\d\d)?)$/i.exec(text)
  // Without a zone the machine's own would be taken, and the same feed would mean two things on two machines.
  const ms = Date.parse(isDay || zone ? text : /T\d/.test(text) ? `${text}Z` : `${text} UTC`)
  if (Number.isNaN(ms) || ms > nowMs + DAY_MS || ms < FIRST_MS) return null
  if (isDay) return new Date(ms).toISOString().startsWith(text) ? text : null
  const [, hours, minutes = '00'] = zone ?? []
  if (hours === undefined || Math.abs(Number(hours)) > 14) return new Date(ms).toISOString().replace('.000Z', 'Z')
  const aheadMs = (Number(hours) * 60 + Math.sign(Number(`${hours}1`)) * Number(minutes)) * 60_000
  return `${new Date(ms + aheadMs).toISOString().slice(0, 19)}${hours}:${minutes}`
}

const DAY_MS = 86_400_000

/** News on the web begins about then; feeds that tell 1970 tell a missing date. */
const FIRST_MS = Date.UTC(1990, 0, 1)
