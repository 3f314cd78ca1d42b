import type { Page, Paging, Period } from '../questions/questions.ts'

/** Days and paging as the questions take them. */
export function takePage({ since, until, limit, cursor }: { since?: string; until?: string; limit: number; cursor?: string }): Period & Paging {
  return { since: since ?? null, until: until ?? null, limit, cursor: cursor ?? null }
}

/** A page as the API tells it. Counting all of an answer would take as long as giving it. */
export function tellPage<Row>({ rows, next }: Pick<Page<Row>, 'rows' | 'next'>): { items: readonly Row[]; total: null; next: string | null } {
  return { items: rows, total: null, next }
}
