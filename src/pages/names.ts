import { squeeze } from './paragraphs.ts'

/** News agencies by the names that credits use. Others are known by calling themselves one. */
const AGENCIES = new Set(
  'reuters|thomson reuters|ap|associated press|the associated press|afp|agence france-presse|agence france presse|dpa|dpa-afx|pa|pa media|press association|upi|united press international|xinhua|tass|interfax|ria novosti|anadolu agency|aa|ansa|efe|kyodo|kyodo news|jiji press|yonhap|bernama|pti|press trust of india|ani|ians|apa|keystone-sda|sda|ats|belga|anp|ritzau|ntb|tt|stt|lusa|pap|ctk|mti|tanjug|hina|bta|agerpres|ukrinform|belta|irna|mehr|wam|spa|mena|sana|petra|kuna|qna|nan|antara|vna|afpbb|europa press|kna|epd|sid|canadian press|the canadian press|aap|australian associated press|rferl|bloomberg news'.split(
    '|',
  ),
)
const CALLS_ITSELF_AGENCY =
  /\b(?:news|press|wire) (?:agency|service|wire|association)\b|\b(?:nachrichten|presse)agentur\b|\bagence (?:de )?presse\b|\bagencia (?:de noticias)\b/i
/** What firms, societies and sites are called by; a person is not. */
const ORGANIZATION =
  /\b(?:gmbh|ag|inc|ltd|llc|e\.?\s?v|media|news|press|online|redaktion|team|magazine?|zeitung|times|post|daily|journal|verlag|group|agenc(?:y|ies)|ministry|office|university|institute?|foundation|association)\b|\.(?:com|org|net|de|at|ch|co|uk)\b/i

/** Whether a credit names a news agency. */
export function isAgency(name: string): boolean {
  return AGENCIES.has(name.toLowerCase()) || CALLS_ITSELF_AGENCY.test(name)
}

/** Whether a name is that of a firm, a society or a site. */
export function isOrganization(name: string): boolean {
  return ORGANIZATION.test(name)
}

/** Names out of “By Ana Torvik, Political Editor and Jon Hale | Dravik”: what is no name is left off. */
export function splitNames(found: readonly string[]): string[] {
  const names: string[] = []
  for (const raw of found) {
    if (/^https?:|^\/|@\w/.test(raw)) continue
    const line = squeeze(raw)
      .replace(/^(?:words |reported |written |story )?(?:by|von|par|por)\s*:?\s+/i, '')
      .replace(/\s*[|•·(–—].*$/, '')
      .replace(/\s+(?:(?:on|am|for|at)\s+.*\d.*|in\s+\p{Lu}.*)$/u, '')
    for (const part of line.split(/\s*(?:,|;|&|\/|\band\b|\bund\b|\bet\b|\by\b)\s*/i)) if (isName(part) && !names.includes(part)) names.push(part)
  }
  return names
}

/** Two to five words that begin as names do, or one that is an agency's or an editorial desk's. */
function isName(part: string): boolean {
  const words = part.split(' ')
  if (part.length < 2 || part.length > 60 || words.length > 5 || /\d/.test(part)) return false
  if (
    /\b(?:editor|correspondent|reporter|writer|staff|admin(?:istrator)?|redaktion|editorial|chief|desk|minister|professor|columnist|producer|contributor|updated|published)\b/i.test(
      part,
    )
  )
    return false
  return /^\p{Lu}|^(?:de|van|von|al|dpa|afp)\b/u.test(part)
}
