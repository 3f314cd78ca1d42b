/** Style that a machine can hold: sizes of files and functions, names that say nothing, large files, paths of a machine. */
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const LINES_OF_A_FILE = 300
const LINES_OF_A_FUNCTION = 60
/** Bytes of a committed file; weights and the lock file have their own. */
const BYTES = 400_000
const LARGE = /^models\/|^package-lock\.json$/
const VAGUE = /(?:^|\/)(?:utils?|helpers?|common|misc|types|manager)(?:\.|\/)/
const MACHINE_PATH = /(?<![\w.])\/(?:home|Users|work|root)\/[a-z]/
const LEFT_OPEN = /\b(?:TODO|FIXME|XXX)\b|\.only\(/

/** Sentences, one for each fault of a file. */
export function checkFile(path: string, source: string): string[] {
  const problems: string[] = []
  const lines = source.split('\n')
  if (VAGUE.test(path)) problems.push(`${path}: a name that says nothing.`)
  if (/\.(?:ts|py)$/.test(path) && lines.length > LINES_OF_A_FILE) problems.push(`${path} has ${lines.length} lines: is it still one thing?`)
  if (MACHINE_PATH.test(source) && !path.startsWith('scripts/tidy')) problems.push(`${path} names a path of somebody's machine.`)
  if (LEFT_OPEN.test(source) && !path.startsWith('scripts/tidy')) problems.push(`${path} leaves something open.`)
  if (path.endsWith('.ts') && !path.endsWith('.test.ts')) problems.push(...checkFunctions(path, lines))
  return problems
}

/** A function opens at the left margin and ends at the first brace there. */
function checkFunctions(path: string, lines: readonly string[]): string[] {
  const problems: string[] = []
  let opened = -1
  lines.forEach((line, n) => {
    if (/^(?:export )?(?:async )?function/.test(line)) opened = n
    if (opened >= 0 && line === '}') {
      if (n - opened + 1 > LINES_OF_A_FUNCTION) problems.push(`${path}:${opened + 1}: a function of ${n - opened + 1} lines does not fit a screen.`)
      opened = -1
    }
  })
  return problems
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
  const problems = files.flatMap((path) => {
    const size = statSync(path, { throwIfNoEntry: false })?.size
    if (size === undefined) return []
    if (size > BYTES && !LARGE.test(path)) return [`${path} has ${size} bytes.`]
    return /\.(?:ts|py|md|json|txt|sh)$/.test(path) && !LARGE.test(path) ? checkFile(path, readFileSync(path, 'utf8')) : []
  })
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
