import { readdirSync, readFileSync } from 'node:fs'
import { readGolden } from '../src/golden/golden.ts'

const WORDS = 600

/** Articles of about 600 words: paragraphs of the golden articles and examples, drawn with a fixed seed. */
export function makeArticles(count: number): string[] {
  const paragraphs = listTexts().flatMap((text) => text.split(/\n\s*\n/).filter((part) => part.split(/\s+/).length > 12))
  const draw = startDraw(1)
  return Array.from({ length: count }, () => {
    const parts: string[] = []
    for (let words = 0; words < WORDS; ) {
      const part = paragraphs[Math.floor(draw() * paragraphs.length)] as string
      parts.push(part)
      words += part.split(/\s+/).length
    }
    return parts.join('\n\n')
  })
}

/** Articles of a file, the texts of its JSONL lines. */
export function loadArticles(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text)
}

function listTexts(): string[] {
  const golden = ['fixtures/golden', 'fixtures/golden/held-out'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.gold.txt'))
      .map((name) => readGolden(readFileSync(`${folder}/${name}`, 'utf8'), name).article?.text ?? ''),
  )
  return [...golden, readFileSync('examples/summit-at-the-port.txt', 'utf8')]
}

/** Numbers between 0 and 1 from a seed (mulberry32). */
function startDraw(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
