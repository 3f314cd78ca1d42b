/**
 * Gives back the memory of arrays that nobody reads any more. Their values lie outside of the heap, where the collector
 * does not see how fast they grow: left to it, a stream of articles spends a tenth of its time in full collections.
 */
export function freeArrays(arrays: Iterable<unknown>): void {
  for (const array of arrays)
    if (array instanceof Float32Array || array instanceof Int32Array)
      if (array.buffer instanceof ArrayBuffer && array.byteLength === array.buffer.byteLength) array.buffer.transfer(0)
}

/** The same for the outputs of a run. */
export function freeOutputs(out: Readonly<Record<string, { readonly data: unknown }>>): void {
  freeArrays(Object.values(out).map(({ data }) => data))
}
