import { verifyReadout } from '../record/record.ts'
import { isBlank, readLines, writeOut } from './files.ts'

/** Verifies records, one a line; lists every fault with its line. Exit code 1 when there is one. */
export async function runVerify(files: string[]): Promise<void> {
  let records = 0
  let faults = 0
  for (const file of files) {
    let number = 0
    for await (const line of readLines(file)) {
      number++
      if (isBlank(line)) continue
      records++
      for (const problem of verifyLine(line)) {
        faults++
        await writeOut(`${file}:${number}: ${problem}\n`)
      }
    }
  }
  await writeOut(faults > 0 ? `${faults} faults in ${records} records.\n` : `${records} records: every span reads as claimed.\n`)
  process.exitCode = faults > 0 || records === 0 ? 1 : 0
}

function verifyLine(line: Uint8Array): string[] {
  try {
    return verifyReadout(JSON.parse(new TextDecoder().decode(line)))
  } catch {
    return ['The line is no JSON: records stand one a line, as --format jsonl writes them.']
  }
}
