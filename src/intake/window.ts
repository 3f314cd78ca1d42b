/** A sliding view of a stream of bytes: grown at its end as far as needed, dropped at its beginning. */
export interface Window {
  /** Bytes at hand, from the first that is not dropped. */
  view(): Buffer
  /** Makes at least `length` bytes available; false where the stream ends before. */
  grow(length: number): Promise<boolean>
  drop(length: number): void
  /** Where the view begins in the stream. */
  at(): number
}

export function openWindow(source: AsyncIterable<Uint8Array>): Window {
  const iterator = source[Symbol.asyncIterator]()
  let bytes = Buffer.alloc(0)
  let at = 0
  return {
    view: () => bytes,
    at: () => at,
    drop: (length) => {
      bytes = bytes.subarray(length)
      at += length
    },
    async grow(length) {
      const parts: Uint8Array[] = [bytes]
      let have = bytes.length
      while (have < length) {
        const { value, done } = await iterator.next()
        if (done) break
        parts.push(value)
        have += value.length
      }
      // Joined once a call, so that growing by doubling stays linear.
      if (parts.length > 1) bytes = Buffer.concat(parts)
      return have >= length
    },
  }
}

/** A stream of what is in memory already. */
export async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes
}
