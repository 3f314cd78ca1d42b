import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { ReadoutError } from '../document/readout-error.ts'

/** Bytes of a file, or of standard input for “-”. Throws `ReadoutError` with what to do. */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') {
    const parts: Buffer[] = []
    for await (const part of process.stdin) parts.push(part as Buffer)
    return Buffer.concat(parts)
  }
  try {
    return await readFile(file)
  } catch (cause) {
    throw explain(file, cause)
  }
}

/**
 * Lines of a file or of standard input as bytes, without their line feed; never all at once. Cut at line feeds alone:
 * Node's readline also cuts at U+2028, which may stand inside a line of JSON.
 */
export async function* readLines(file: string): AsyncGenerator<Uint8Array> {
  let rest: Buffer[] = []
  try {
    for await (const part of file === '-' ? process.stdin : createReadStream(file)) {
      let first = 0
      for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, first)) {
        yield Buffer.concat([...rest, part.subarray(first, at)])
        rest = []
        first = at + 1
      }
      rest.push(part.subarray(first))
    }
  } catch (cause) {
    throw explain(file, cause)
  }
  const last = Buffer.concat(rest)
  if (last.length > 0) yield last
}

/** Whether a line holds nothing but blanks, tabs and a carriage return. */
export function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 32 || byte === 9 || byte === 13)
}

function explain(file: string, cause: unknown): ReadoutError {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT') return new ReadoutError('file-missing', `There is no file “${file}”: check the name and the folder.`, { cause })
  if (code === 'EISDIR')
    return new ReadoutError('file-is-folder', `“${file}” is a folder: name the files in it (for example ${file.replace(/\/$/, '')}/*.txt).`, { cause })
  if (code === 'EACCES') return new ReadoutError('file-forbidden', `“${file}” may not be read: check its permissions.`, { cause })
  return new ReadoutError('file-unreadable', `“${file}” could not be read (${message}).`, { cause })
}

/** Writes to standard output and waits while the reader of a pipe is slower than we are. */
export async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}
