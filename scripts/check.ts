/** `npm run check`: everything that must hold before a commit, in under a minute, without network or server. */
import { spawnSync } from 'node:child_process'

const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['tsc', '-p', 'tsconfig.json']],
  ['types of the core, without Node', ['tsc', '-p', 'tsconfig.core.json']],
  ['types of the pages', ['tsc', '-p', 'web/tsconfig.json']],
  ['lint', ['biome', 'lint', '--error-on-warnings']],
  ['layers', ['node', 'scripts/layers.ts']],
  ['tidy', ['node', 'scripts/tidy.ts']],
  ['unused code', ['knip']],
  [
    'tests',
    ['vitest', 'run', 'src', 'scripts', '--fileParallelism', '--maxWorkers=2', '--exclude=**/*-postgres.test.ts', '--exclude=src/serve/sockets.test.ts'],
  ],
  ['floors', ['node', 'src/cli/readout.ts', 'evaluate', '--golden', 'fixtures/golden', '--floors']],
]

let failed = 0
for (const [name, [command, ...rest]] of STEPS) {
  const began = Date.now()
  const done = spawnSync(command as string, rest, { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const isFine = done.status === 0
  console.log(`${isFine ? 'ok  ' : 'FAIL'} ${name.padEnd(34)}${seconds} s`)
  if (isFine) continue
  failed++
  console.log(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`.trim())
}
process.exitCode = failed > 0 ? 1 : 0
