import type { Facets } from '../contract/contract.ts'
import type { Found } from '../questions/questions.ts'

/** Values of one kind that are told. */
const MOST = 30

/** How often each value stands among hits, the most frequent first. */
export function countFacets(found: readonly Found[]): Facets {
  const counts = new Map<string, Map<string, number>>()
  const count = (facet: string, value: string | null | undefined) => {
    if (value === null || value === undefined || value === '') return
    const values = counts.get(facet) ?? new Map<string, number>()
    counts.set(facet, values.set(value, (values.get(value) ?? 0) + 1))
  }
  for (const hit of found) {
    count('kind', hit.kind)
    count('source', hit.article.source)
    count('outlet', hit.article.outlet)
    count('month', hit.article.publishedOn?.slice(0, 7))
    for (const [facet, value] of listTraits(hit)) count(facet, value)
  }
  return Object.fromEntries(Array.from(counts, ([facet, values]) => [facet, sortCounts(values)]))
}

function listTraits(hit: Found): [string, string | null | undefined][] {
  switch (hit.kind) {
    case 'statement':
      return [
        ['act', hit.act],
        ['speaker', hit.speaker?.name],
      ]
    case 'event':
      return [['type', hit.type], ['realis', hit.realis], ...hit.areas.map((area): [string, string] => ['area', area])]
    case 'cooperation':
      return [
        ['area', hit.area],
        ['realis', hit.realis],
      ]
    default:
      return []
  }
}

function sortCounts(values: ReadonlyMap<string, number>): { value: string; count: number }[] {
  const rows = Array.from(values, ([value, count]) => ({ value, count }))
  return rows.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST)
}
