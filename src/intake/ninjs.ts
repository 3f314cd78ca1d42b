import { readInstant } from './instants.ts'
import type { Told } from './told.ts'

/** A news item of the IPTC's ninjs: its body and what is told about it. */
export interface NinjsItem {
  readonly id: string | null
  readonly body: string
  readonly told: Told
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads ninjs 1 to 3: version 1 has `headline`, `body_text`, `body_xhtml`; 2 and 3 have lists `headlines` and `bodies`, and 3 writes
 * `versionCreated` where the others write `versioncreated`. Null where there is no body.
 */
export function readNinjs(item: Fields): NinjsItem | null {
  const tell = (...names: string[]): string | null =>
    (names.map((name) => item[name]).find((value) => typeof value === 'string' && value.trim() !== '') as string | null) ?? null
  const body = tell('body_xhtml', 'body_text') ?? chooseBody(item.bodies)
  if (body === null || body === undefined) return null
  const uri = tell('uri')
  const address = [item.url, item.altids, uri].find((one) => typeof one === 'string' && /^https?:/.test(one)) as string | undefined
  return {
    id: uri,
    body,
    told: {
      address: address ?? null,
      title: tell('headline') ?? chooseHeadline(item.headlines) ?? tell('title'),
      publisher: tell('copyrightholder', 'provider'),
      authors: readAuthors(tell('byline', 'by')),
      language: tell('language'),
      publishedAt: readInstant(tell('firstcreated', 'firstCreated', 'versioncreated', 'versionCreated')),
      updatedAt: readInstant(tell('versioncreated', 'versionCreated')),
      dateClue: 'given',
    },
  }
}

/** Whether a JSON object is ninjs at all. */
export function isNinjs(item: Fields): boolean {
  return typeof item.body_text === 'string' || typeof item.body_xhtml === 'string' || Array.isArray(item.bodies)
}

/** The body in HTML where there is one, as it keeps its paragraphs; else the first with a text. */
function chooseBody(bodies: unknown): string | null {
  const found = fieldsOf(bodies).filter(({ value }) => typeof value === 'string')
  const isHtml = (one: Fields) => /html/i.test(String(one.contentType ?? one.contenttype ?? ''))
  return ((found.find(isHtml) ?? found[0])?.value as string | undefined) ?? null
}

function chooseHeadline(headlines: unknown): string | null {
  const found = fieldsOf(headlines).filter(({ value }) => typeof value === 'string')
  return ((found.find(({ role }) => role === 'main') ?? found[0])?.value as string | undefined) ?? null
}

function fieldsOf(list: unknown): Fields[] {
  return Array.isArray(list) ? list.filter((one): one is Fields => typeof one === 'object' && one !== null) : []
}

/** “By Ada Vale and Jon Lind” → two names. */
function readAuthors(byline: string | null): string[] {
  return (byline ?? '')
    .slice(0, 500)
    .replace(/^\s*by\s+/i, '')
    .split(/\s*(?:,|;|&|\band\b)\s*/)
    .filter((name) => name !== '')
}
