/** Second half of `npm run build`: the compiler leaves the migrations' .sql files behind, so they are copied beside the compiled store. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
cpSync(join(root, 'src/store/migrations'), join(root, 'dist/store/migrations'), { recursive: true })
