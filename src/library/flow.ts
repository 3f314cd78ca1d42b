/** Work on a stream whose order stays, however many do it. */

/** Gives the result of work on each item, in the order of the items, with up to `ahead` of them under way while others are still to come. */
export async function* workInOrder<Item, Result>(items: AsyncIterable<Item>, work: (item: Item) => Promise<Result>, ahead: number): AsyncGenerator<Result> {
  const started: Promise<Result>[] = []
  const state: { end: { readonly error: unknown } | 'done' | null } = { end: null }
  let change = Promise.withResolvers<void>()
  const tell = () => {
    change.resolve()
    change = Promise.withResolvers<void>()
  }
  const source = items[Symbol.asyncIterator]()
  const take = async () => {
    try {
      while (state.end === null) {
        if (started.length >= ahead) {
          await change.promise
          continue
        }
        const next = await source.next()
        if (next.done) state.end = 'done'
        else started.push(keepQuiet(work(next.value)))
        tell()
      }
    } catch (error) {
      state.end = { error }
      tell()
    }
  }
  void take()
  try {
    for (;;) {
      const first = started[0]
      if (first) {
        const result = await first
        started.shift()
        tell()
        yield result
      } else if (state.end === null) await change.promise
      else if (state.end === 'done') return
      else throw state.end.error
    }
  } finally {
    state.end ??= 'done'
    tell()
    // Not waited for: what it is waiting for itself may take long.
    void source.return?.(undefined)
  }
}

/** A failure is thrown when its turn comes; until then it must not count as unhandled. */
function keepQuiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

/** Items in lots: of `size`, or fewer when the first has waited for `ms`. */
export async function* cutLots<Item>(items: AsyncGenerator<Item>, size: number, ms: number): AsyncGenerator<Item[]> {
  let next = items.next()
  try {
    for (;;) {
      const first = await next
      if (first.done) return
      const lot = [first.value]
      const until = Date.now() + ms
      next = items.next()
      while (lot.length < size) {
        const result = await waitUntil(next, until)
        if (result === null || result.done) break
        lot.push(result.value)
        next = items.next()
      }
      yield lot
    }
  } finally {
    next.catch(() => {})
    void items.return(undefined)
  }
}

async function waitUntil<T>(promise: Promise<T>, until: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, until - Date.now()))
  })
  const first = await Promise.race([promise, late])
  clearTimeout(timer)
  return first
}
