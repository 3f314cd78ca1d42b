import type { GoldenArticle, GoldenFact, GoldenPiece } from './facts.ts'
import { checkFact, FIELDS, type GoldenKind } from './grammar.ts'
import { linkFacts } from './links.ts'
import { locateWords } from './locate.ts'

/** Fields whose words are ours, not the article's. */
const PLAIN = new Set(['realis', 'negated', 'area'])

/**
 * Reads one golden file. `problems` are sentences, each with its line; the article is null when there are any, so that a
 * slip of the pen is never scored.
 */
export function readGolden(raw: string, name: string): { article: GoldenArticle | null; problems: string[] } {
  const lines = raw.replace(/^\ufeff/, '').split('\n')
  const begin = lines.findIndex((line) => line.trim() === '=== article')
  const facts = lines.findIndex((line) => line.trim() === '=== facts')
  if (begin < 0 || facts < 0) return { article: null, problems: ['The lines “=== article” and “=== facts” must both be there.'] }
  const problems: string[] = []
  const header = readHeader(lines.slice(0, begin), problems)
  const text = lines
    .slice(begin + 1, facts)
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
  const found = readFacts(lines, facts + 1, text, problems)
  const complete = new Set((header.get('complete') ?? '').split(/[,\s]+/).filter(Boolean))
  for (const kind of complete) if (!(kind in FIELDS)) problems.push(`“complete” names “${kind}”, which is no kind of fact.`)
  if (!/^\d{4}-\d\d-\d\d$/.test(header.get('published') ?? '')) problems.push('“published” must be a date like 2024-03-14.')
  linkFacts(found, problems)
  const article = { name, title: header.get('title') ?? '', published: header.get('published') ?? '', complete, text, facts: found }
  return { article: problems.length > 0 ? null : article, problems }
}

function readHeader(lines: readonly string[], problems: string[]): Map<string, string> {
  const header = new Map<string, string>()
  lines.forEach((raw, n) => {
    const line = raw.replace(/(^|\s)#\s.*$/, '').trim()
    if (!line) return
    const colon = line.indexOf(':')
    if (colon < 0) problems.push(`Line ${n + 1}: “${line}” is not “name: value”.`)
    else header.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim())
  })
  return header
}

function readFacts(lines: readonly string[], first: number, text: string, problems: string[]): GoldenFact[] {
  const facts: GoldenFact[] = []
  for (let n = first; n < lines.length; n++) {
    const line = (lines[n] as string).trimEnd()
    if (!line.trim() || line.trimStart().startsWith('#')) continue
    if (/^\S/.test(line)) {
      const fact = openFact(line, n + 1, facts.length + 1, problems)
      if (fact) facts.push(fact)
    } else readField(line.trim(), facts.at(-1), n + 1, text, problems)
  }
  for (const fact of facts) checkFact(fact, problems)
  return facts
}

function openFact(line: string, number: number, order: number, problems: string[]): GoldenFact | null {
  const words = line.replace(/\s+#\s.*$/, '').split(/\s+/)
  const role = words[0] === 'not' ? 'trap' : words[0] === 'optional' ? 'optional' : 'required'
  if (role !== 'required') words.shift()
  const kind = words.shift()
  if (!kind || !(kind in FIELDS)) {
    problems.push(`Line ${number}: “${line}” opens no fact: statement, event, cooperation or comparison is expected.`)
    return null
  }
  const choices = words.map((word) => word.split('|'))
  return { kind: kind as GoldenKind, role, choices, line: number, order, fields: new Map(), within: null, statedIn: null, about: null }
}

function readField(line: string, fact: GoldenFact | undefined, number: number, text: string, problems: string[]): void {
  if (!fact) {
    problems.push(`Line ${number}: a field stands before the first fact.`)
    return
  }
  const colon = line.indexOf(':')
  const key = line.slice(0, Math.max(0, colon))
  if (!FIELDS[fact.kind].includes(key)) {
    problems.push(`Line ${number}: a ${fact.kind} has no field “${key || line}”.`)
    return
  }
  const piece = readPiece(key, line.slice(colon + 1).trim(), text, number, problems)
  if (piece) fact.fields.set(key, [...(fact.fields.get(key) ?? []), piece])
}

function readPiece(key: string, value: string, text: string, number: number, problems: string[]): GoldenPiece | null {
  if (PLAIN.has(key)) return { span: null, readings: [value.replace(/^[= ]+/, '').trim()] }
  const cut = /(?:^|\s)=\s+(?=\S)/.test(value) ? value.lastIndexOf('= ') : -1
  const words = (cut < 0 ? value : value.slice(0, cut)).trim()
  const readings =
    cut < 0
      ? []
      : value
          .slice(cut + 2)
          .trim()
          .split(' | ')
          .map((reading) => reading.trim())
  if (!words) return { span: null, readings }
  const places = locateWords(words, text)
  if (places.length === 1) return { span: places[0] as { start: number; end: number }, readings }
  problems.push(
    places.length === 0
      ? `Line ${number}: “${words}” does not stand in the article: copy the words exactly.`
      : `Line ${number}: “${words}” stands in ${places.length} places: copy more words and put the exact ones in [brackets].`,
  )
  return null
}
