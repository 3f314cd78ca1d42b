import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ReadoutError } from '../document/readout-error.ts'
import { explainFile } from './holding.ts'
import { failItem, type Taken } from './taken.ts'

/** Files of a folder and of those inside it by their path in it, in the order of their names; hidden ones and links are left out. */
export async function* listFolder(folder: string, most: number, inside = '', depth = 0): AsyncGenerator<{ readonly path: string } | Taken> {
  let entries = []
  try {
    entries = await readdir(join(folder, inside), { withFileTypes: true })
  } catch (cause) {
    yield failItem(inside || folder, explainFile(join(folder, inside), cause))
    return
  }
  let links = 0
  // By code units, so that every machine takes the same order.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) {
      if (depth < most) yield* listFolder(folder, most, path, depth + 1)
      else yield failItem(path, new ReadoutError('folder-too-deep', `“${path}” lies more than ${most} folders deep: it is left out.`))
    } else if (entry.isFile()) yield { path }
    else links++
  }
  // A link may lead in a circle, or out of the folder.
  if (links > 0) yield { key: inside || folder, remark: `Links and devices in “${inside || folder}”, left out: ${links}.` }
}
