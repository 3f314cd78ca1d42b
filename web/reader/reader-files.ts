/** Part of the build: gives the pages the files that reading needs, from the package's own folders. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'

/** By the path in the repository. What is not in this list cannot be read in the browser. */
const PATHS = [
  'models/reader/model.json',
  'models/reader/encoder.onnx',
  'models/reader/relations.onnx',
  'models/reader/roles.onnx',
  'models/reader/words.txt',
  'models/entities/model.json',
  'models/events/model.json',
  'models/events/realis.json',
  'knowledge/world.txt',
  // Of the runtime's builds the smallest: processor only, without the parts for graphics cards.
  'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
]

const ID = 'virtual:reader-files'

/**
 * Resolves `virtual:reader-files`: of each file its address among the built files, its size and its digest. So the program
 * and its models go together, every byte is checked, and a file's name changes with what it holds.
 */
export function readerFiles(): Plugin {
  const root = join(import.meta.dirname, '../..')
  return {
    name: 'reader-files',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) => (id === `\0${ID}` ? writeModule(root) : null),
  }
}

function writeModule(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const imports = PATHS.map((path, n) => `import address${n} from ${JSON.stringify(`${join(root, path)}?url`)}`)
  const files = PATHS.map((path, n) => {
    const bytes = readFileSync(join(root, path))
    const digest = createHash('sha256').update(bytes).digest('hex')
    return `{ path: ${JSON.stringify(nameFile(path))}, address: address${n}, size: ${bytes.length}, digest: '${digest}' }`
  })
  return [...imports, `export const VERSION = ${JSON.stringify(version)}`, `export const FILES = [${files.join(',\n')}]`].join('\n')
}

/** Files of a package go by their name alone. */
function nameFile(path: string): string {
  return path.startsWith('node_modules/') ? basename(path) : path
}
