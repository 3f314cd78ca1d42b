import type { ReaderFile } from 'virtual:reader-files'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { ReadoutError } from '../../src/document/readout-error.ts'
import type { ModelFile } from '../../src/models/models.ts'
import { MEND } from './messages.ts'

/**
 * Fetches files side by side, by their paths. `tell` hears of the bytes as they come. Throws `ReadoutError` where one does
 * not arrive (`model-missing`) or is not what the build says (`model-damaged`).
 */
export async function downloadFiles(files: readonly ReaderFile[], tell: (received: number) => void): Promise<ReadonlyMap<string, ModelFile>> {
  let received = 0
  const add = (count: number) => {
    received += count
    tell(received)
  }
  return new Map(await Promise.all(files.map(async (file) => [file.path, await downloadFile(file, add)] as const)))
}

/** What is not right may be what the browser kept from an earlier visit: it is fetched past that once more. */
async function downloadFile(file: ReaderFile, add: (count: number) => void): Promise<ModelFile> {
  const kept = await fetchFile(file, 'default', add)
  if (kept.digest === file.digest) return kept
  add(-kept.bytes.length)
  const fresh = await fetchFile(file, 'reload', add)
  if (fresh.digest === file.digest) return fresh
  throw new ReadoutError('model-damaged', `The file “${file.path}” came cut short or changed: ${MEND}.`)
}

async function fetchFile({ path, address, size }: ReaderFile, cache: RequestCache, add: (count: number) => void): Promise<ModelFile> {
  try {
    const answer = await fetch(address, { cache, credentials: 'same-origin' })
    if (!answer.ok || !answer.body) throw new Error(`status ${answer.status}`)
    const bytes = await collect(answer.body, size, add)
    // Not crypto.subtle: a browser has it only where the address is local or encrypted.
    return { bytes, digest: bytesToHex(sha256(bytes)) }
  } catch (cause) {
    throw new ReadoutError('model-missing', `The file “${path}” could not be fetched (${(cause as Error).message}): ${MEND}.`, { cause })
  }
}

/** The bytes of a stream; of one that is longer than `size` only so many, and one sign that there was more. */
async function collect(body: ReadableStream<Uint8Array>, size: number, add: (count: number) => void): Promise<Uint8Array> {
  const bytes = new Uint8Array(size + 1)
  let filled = 0
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) return bytes.subarray(0, filled)
    const fitting = value.subarray(0, bytes.length - filled)
    bytes.set(fitting, filled)
    filled += fitting.length
    add(fitting.length)
  }
}
