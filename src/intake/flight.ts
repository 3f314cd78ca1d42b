/**
 * Runs jobs with up to `ahead` of them started, and gives their results in the order of the jobs. Listing further jobs may take time (sitemaps
 * that must be fetched): meanwhile the started ones go on.
 */
export async function* runInOrder<T>(jobs: AsyncIterable<() => Promise<T>> | Iterable<() => Promise<T>>, ahead: number): AsyncGenerator<T> {
  const source = Symbol.asyncIterator in jobs ? jobs[Symbol.asyncIterator]() : jobs[Symbol.iterator]()
  const started: Promise<T>[] = []
  let isDone = false
  try {
    while (true) {
      while (!isDone && started.length < ahead) {
        const next = await source.next()
        if (next.done) isDone = true
        else started.push(keepQuiet(next.value()))
      }
      const first = started.shift()
      if (!first) return
      yield await first
    }
  } finally {
    await source.return?.(undefined)
  }
}

/** A failure is thrown when its turn comes; until then it must not count as unhandled. */
function keepQuiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
