/** An article that a feed, a sitemap or a list of addresses names. */
export interface Listed {
  /** Names the item inside what lists it, the same in every run. */
  readonly key: string
  readonly address: string | null
  readonly title: string | null
  /** ISO instants, as exact as they are told. */
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly language: string | null
  /** HTML or plain text of the whole article where the feed carries it: then nothing need be fetched. */
  readonly fullText: string | null
}

/** What was listed, and what was wrong with the list. */
export interface Listing {
  readonly items: readonly Listed[]
  /** Sentences: items beyond a limit, entries without an address. */
  readonly remarks: readonly string[]
}

/** An item of which only the address is known. */
export function listAddress(address: string): Listed {
  return { key: address, address, title: null, publishedAt: null, updatedAt: null, authors: [], publisher: null, language: null, fullText: null }
}

/** An address as the list means it, read against the list's own; what is none stays as it is and fails by itself when it is fetched. */
export function resolveAddress(link: string | null | undefined, base: string | null): string | null {
  const text = (link ?? '').trim()
  if (text === '') return null
  return base !== null && URL.canParse(text, base) ? new URL(text, base).href : text
}

/** Keeps the first item of each key. */
export function dropRepeated(items: readonly Listed[]): { items: Listed[]; repeated: number } {
  const first = new Map<string, Listed>()
  for (const item of items) if (!first.has(item.key)) first.set(item.key, item)
  return { items: [...first.values()], repeated: items.length - first.size }
}
