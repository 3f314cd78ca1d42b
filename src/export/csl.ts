import type { Citation } from './citation.ts'

/** An item of CSL-JSON, as citeproc, Zotero and pandoc read it. */
export function makeCslItem({ key, title, authors, outlet, publishedOn, address, language, note, producedBy }: Citation): object {
  return {
    ...{ id: key, type: 'article-newspaper', title },
    ...(authors.length > 0 ? { author: authors.map((literal) => ({ literal })) } : {}),
    ...(outlet === null ? {} : { 'container-title': outlet }),
    ...(publishedOn === null ? {} : { issued: { 'date-parts': [publishedOn.split('-').map(Number)] } }),
    ...(address === null ? {} : { URL: address }),
    ...(language === null ? {} : { language }),
    ...(note === null ? {} : { note }),
    custom: { producedBy },
  }
}
