import type { Readout } from '../document/readout.ts'

/**
 * The article's text as a name of its own (RFC 6920: the digest is the name). The page it came from is another thing: offsets
 * count this text, not the page's.
 */
export function makeTextIri(readout: Readout): string {
  return `nih:sha-256;${readout.article.id}`
}

/** A fact of the record, by its id. */
export function makeFactIri(readout: Readout, id: string): string {
  return `${makeTextIri(readout)}#${id}`
}

/** A stretch of the text as RFC 5147 names it; start and end count code points. */
export function makeSpanIri(readout: Readout, span: { readonly start: number; readonly end: number }): string {
  return `${makeTextIri(readout)}#char=${span.start},${span.end}`
}

/** Wikidata's address of an entity that the knowledge base ties to it. */
export function makeWikidataIri(link: Readonly<Record<string, string>>): string | null {
  return link.wikidata === undefined ? null : `http://www.wikidata.org/entity/${link.wikidata}`
}
