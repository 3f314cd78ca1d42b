import { useEffect, useRef, useState } from 'preact/hooks'
import { getJson, type Problem, toProblem } from './api.ts'
import { type Asked, writeHref } from './route.ts'

export interface Loaded<T> {
  readonly answer: T | null
  readonly problem: Problem | null
  readonly isLoading: boolean
  /** Asks again; what is shown stays until the new answer is there. */
  readonly reload: () => void
}

/** What the API answers to a path and query; null asks nothing. Asked anew when either changes. */
export function useAnswer<T>(path: string | null, query: Asked = {}): Loaded<T> {
  const asked = path === null ? null : writeHref(path, query)
  const [state, setState] = useState<{ asked: string | null; answer: T | null; problem: Problem | null }>({ asked: null, answer: null, problem: null })
  const [round, setRound] = useState(0)
  const latest = useRef({ path, query })
  latest.current = { path, query }
  useEffect(() => {
    if (asked === null) return
    const stop = new AbortController()
    const { path: wanted, query: filters } = latest.current
    getJson<T>(wanted as string, filters, stop.signal).then(
      (answer) => setState({ asked, answer, problem: null }),
      (thrown) => stop.signal.aborted || setState({ asked, answer: null, problem: toProblem(thrown) }),
    )
    return () => stop.abort()
  }, [asked, round])
  const isLatest = state.asked === asked
  return {
    answer: isLatest ? state.answer : null,
    problem: isLatest ? state.problem : null,
    isLoading: asked !== null && !isLatest,
    reload: () => setRound((n) => n + 1),
  }
}

export interface Rows<T, First> extends Loaded<First> {
  readonly rows: readonly T[]
  readonly hasMore: boolean
  readonly more: () => void
  readonly isLoadingMore: boolean
}

/** A list that comes page by page. */
export function useRows<T, First extends { readonly items: readonly T[]; readonly next: string | null }>(
  path: string | null,
  query: Asked = {},
): Rows<T, First> {
  const first = useAnswer<First>(path, query)
  const [rest, setRest] = useState<{ of: First | null; items: readonly T[]; next: string | null; isLoading: boolean }>({
    of: null,
    items: [],
    next: null,
    isLoading: false,
  })
  const isCurrent = rest.of !== null && rest.of === first.answer
  const items = isCurrent ? rest.items : []
  const next = isCurrent ? rest.next : (first.answer?.next ?? null)
  const more = () => {
    if (next === null || path === null) return
    const of = first.answer
    setRest({ of, items, next, isLoading: true })
    getJson<First>(path, { ...query, cursor: next }).then(
      (page) => setRest({ of, items: [...items, ...page.items], next: page.next, isLoading: false }),
      () => setRest({ of, items, next, isLoading: false }),
    )
  }
  return { ...first, rows: [...(first.answer?.items ?? []), ...items], hasMore: next !== null, more, isLoadingMore: isCurrent && rest.isLoading }
}
