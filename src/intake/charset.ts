/**
 * Decodes a feed or sitemap. What reads as UTF-8 is UTF-8 whatever is declared: text in another charset hardly ever does by chance. Else the
 * charset of the header, of the XML declaration, and in the end windows-1252, which every byte fits.
 */
export function decodeMarkup(bytes: Uint8Array, contentType: string | null): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const told = [/charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1], /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]]
  for (const charset of mark ? [mark] : ['utf-8', ...told]) {
    const text = charset === undefined ? null : tryDecode(bytes, charset)
    if (text !== null) return text
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

/** Whether a document ends by closing its root: the parsers take one that was cut between two entries for whole. */
export function isWholeMarkup(text: string): boolean {
  return /<\/(?:\w+:)?(?:rss|feed|RDF|urlset|sitemapindex)\s*>|<(?:\w+:)?(?:urlset|sitemapindex)[^<>]*\/>/i.test(text.slice(-2000))
}

function tryDecode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
