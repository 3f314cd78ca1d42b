import type { Citation } from './citation.ts'

/** A reference of RIS: tags of two letters, lines that end in CR LF. Names stay as told: which part is the family's nobody knows. */
export function writeRis({ key, title, authors, outlet, publishedOn, address, language, note, producedBy }: Citation): string {
  const tags: [string, string | null][] = [
    ['TY', 'NEWS'],
    ['ID', key],
    ['TI', title],
    ...authors.map((name): [string, string] => ['AU', name]),
    ['T2', outlet],
    ['PY', publishedOn?.slice(0, 4) ?? null],
    ['DA', publishedOn && `${publishedOn.replaceAll('-', '/')}/`],
    ['UR', address],
    ['LA', language],
    ['N1', note],
    ['N1', producedBy],
  ]
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ').trim()}\r\n`] : []))
  return `${lines.join('')}ER  - \r\n\r\n`
}
