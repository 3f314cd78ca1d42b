import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { ReadoutError } from '../document/readout-error.ts'
import { checkFloors, evaluate, type Floors, pinFloors } from '../evaluate/evaluate.ts'
import { openReader } from '../index.ts'
import { readGivenTokens } from '../text/text.ts'
import { writeOut } from './files.ts'

interface EvaluateFlags {
  golden?: string
  corpora?: string
  floors?: boolean
  pin?: boolean
  reason?: string
  json?: boolean
  verbose?: boolean
}

const FLOORS = 'models/floors.json'

/** Evaluates against the folders given; with --floors, exit code 1 where a figure is below its floor. */
export async function runEvaluate(flags: EvaluateFlags): Promise<void> {
  if (!flags.golden && !flags.corpora) throw new ReadoutError('no-gold', 'Say what to evaluate against: --golden FOLDER, --corpora FOLDER, or both.')
  const reader = await openReader()
  const result = await evaluate(
    { golden: flags.golden ?? null, corpora: flags.corpora ?? null },
    {
      read: (text, publishedOn) => reader.read(text, { publishedOn }),
      annotate: async (sentences) => {
        const { tokens } = readGivenTokens(
          sentences,
          sentences.map((_, n) => n),
        )
        return { tokens, layers: await reader.annotate(tokens) }
      },
    },
  )
  if (flags.json)
    await writeOut(`${JSON.stringify(Object.fromEntries([...result.sets].map(([set, figures]) => [set, Object.fromEntries(figures)])), null, 1)}\n`)
  else await writeOut(result.report)
  if (flags.verbose) await writeOut(`${result.misses.join('\n')}\n`)
  if (flags.pin) writeFileSync(FLOORS, `${JSON.stringify(pinFloors(loadFloors(), result.sets, result.goldHash, flags.reason ?? null), null, 2)}\n`)
  if (!flags.floors) return
  const problems = checkFloors(loadFloors(), result.sets, result.goldHash)
  for (const problem of problems) process.stderr.write(`readout: ${problem}\n`)
  process.exitCode = problems.length > 0 ? 1 : 0
}

function loadFloors(): Floors {
  if (!existsSync(FLOORS)) return { gold: '', tolerance: 0.005, figures: {}, lowered: [] }
  return JSON.parse(readFileSync(FLOORS, 'utf8')) as Floors
}
