import type { Citation } from './citation.ts'

/** An entry of BibTeX in UTF-8. */
export function writeBibtex({ key, title, authors, outlet, publishedOn, address, language, note, producedBy }: Citation): string {
  const [year, month, day] = (publishedOn ?? '').split('-')
  const fields: [string, string | null | undefined][] = [
    // The inner braces keep the title's capitals.
    ['title', `{${escapeTex(title)}}`],
    ['author', authors.map(writeAuthor).join(' and ')],
    [outlet === null ? 'howpublished' : 'journal', outlet === null ? null : escapeTex(outlet)],
    ['year', year],
    ['month', month],
    ['day', day],
    ['url', address && escapeUrl(address)],
    ['language', language],
    ['note', note && escapeTex(note)],
    ['annote', escapeTex(producedBy)],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []))
  return `@${outlet === null ? 'misc' : 'article'}{${key},\n${lines.join('')}}\n`
}

/** Braces keep a name whole that “and” or a comma would cut. */
function writeAuthor(name: string): string {
  return /\band\b|,/.test(name) ? `{${escapeTex(name)}}` : escapeTex(name)
}

/** Signs that mean something to TeX, and line ends. Other signs stay: the file is UTF-8. */
function escapeTex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}#$%&_~^]/g, (sign) => TEX[sign] as string)
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  ...{ '{': '\\{', '}': '\\}', '#': '\\#', $: '\\$', '%': '\\%', '&': '\\&', _: '\\_' },
}

/** BibTeX reads an address as it is, but for what would end the field. */
function escapeUrl(address: string): string {
  return address.replace(/[\\{}\s]/g, (sign) => encodeURIComponent(sign))
}
