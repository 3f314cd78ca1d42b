import type { Report } from './report.ts'
import { tellOutlet, tellRest, tellScope } from './report-html.ts'
import type { CitedFact, ReportLine, ReportSection } from './report-sections.ts'
import { splitMarked } from './spans.ts'

/** The same brief in Markdown, with footnotes as GitHub, Pandoc and most editors know them. No word of an article can mean anything in it. */
export function writeMarkdownReport(report: Report, asOf: string): string {
  const { title, sections, citations } = report
  const head = [`# ${escapeMarkdown(title)}`, escapeMarkdown(tellScope(report, asOf))]
  return `${[...head, ...sections.map(writeSection), '## Sources', citations.map(writeCitation).join('\n')].join('\n\n')}\n`
}

function writeSection(section: ReportSection): string {
  const rest = tellRest(section)
  return [`## ${section.title}`, section.lines.map(writeLine).join('\n'), ...(rest ? [rest] : [])].join('\n\n')
}

function writeLine({ day, text, words, notes, outcomes }: ReportLine): string {
  const later = outcomes.map(({ what, day: told, words: found, note }) => `  - ${what}: “${escapeMarkdown(found)}” (${told ?? 'undated'})[^${note}]`)
  return [`- ${day ?? 'undated'} · ${escapeMarkdown(text)}: “${escapeMarkdown(words)}”${notes.map((note) => `[^${note}]`).join('')}`, ...later].join('\n')
}

function writeCitation(citation: CitedFact, n: number): string {
  const { sentence, words, article, link } = citation
  const marked = splitMarked(sentence, [words]).map(({ text, isMarked }) => (isMarked ? markWords(text) : escapeMarkdown(text)))
  const title = escapeMarkdown(article.title ?? article.address ?? 'the article')
  const place = link === null ? title : `[${title}](<${link}>)`
  return `[^${n + 1}]: ${marked.join('')} — ${escapeMarkdown(tellOutlet(citation))}: ${place}`
}

/** Stars mark nothing where a blank stands inside of them. */
function markWords(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words === '' ? text : `${before && ' '}**${escapeMarkdown(words)}**${after && ' '}`
}

/** Text as Markdown: every sign that could mean something where it stands is told to mean nothing, and lines are joined. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f]/g, '\ufffd')
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~&$^@]|:(?=\/\/)|(?<=\bwww)\.|^\s*[#+\-=]|(?<=^\s*\d{1,9})[.)]/gi, (sign) => sign.replace(/\S$/, '\\$&'))
}
