import { escapeHtml } from '../document/escape-html.ts'
import type { Report } from './report.ts'
import type { CitedFact, ReportLine, ReportSection } from './report-sections.ts'
import { splitMarked } from './spans.ts'

/** Looks alike on a screen in the light and the dark, and on paper. */
const STYLE = `:root{color-scheme:light dark;--mark:light-dark(#f6e3a1,#5c4a12);--dim:light-dark(#555,#aaa)}
body{margin:0 auto;max-width:46rem;padding:1.5rem;font:16px/1.55 Georgia,serif;overflow-wrap:anywhere}h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}
p.told,time,cite,small{color:var(--dim);font:.85rem/1.4 system-ui,sans-serif}ul,ol{padding-left:1.4rem}li{margin-bottom:.5rem}ul ul{margin-top:.3rem}
q{quotes:none}mark{background:var(--mark);color:inherit}cite{display:block}:target{outline:2px solid;outline-offset:3px}sup a{text-decoration:none;padding:0 .15rem}
a{color:inherit}@media print{body{max-width:none}}`

/** One self-contained page: every line leads to the sentence it stands on, and from there to the article. `asOf`: the day on which it was drawn. */
export function writeHtmlReport(report: Report, asOf: string): string {
  const { title, sections, citations } = report
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} – Readout</title><style>${STYLE}</style></head><body><main><h1 dir="auto">${escapeHtml(title)}</h1>
<p class="told">${escapeHtml(tellScope(report, asOf))}</p>
${sections.map(writeSection).join('\n')}
<section><h2>Sources</h2><ol>${citations.map(writeCitation).join('\n')}</ol></section></main></body></html>
`
}

/** What a report covers, in a sentence. */
export function tellScope({ since, until, citations, isCut }: Report, asOf: string): string {
  const time = since && until ? `from ${since} to ${until}` : since ? `since ${since}` : until ? `until ${until}` : 'of all times'
  const articles = new Set(citations.map(({ article }) => article.articleId)).size
  const more = isCut ? ' More was found than a report holds: ask for a shorter time.' : ''
  return `What the library tells ${time}, drawn on ${asOf} from ${articles} ${articles === 1 ? 'article' : 'articles'}. Read by a program: look at the words before you rely on a line.${more}`
}

/** What a section has beyond its lines. */
export function tellRest({ leftOut }: ReportSection): string | null {
  return leftOut > 0 ? `${leftOut} more ${leftOut === 1 ? 'line' : 'lines'} left out: ask for a shorter time.` : null
}

/** “Strait Times, 2024-01-10, and 2 copies (3 outlets)”. */
export function tellOutlet({ article: { outlet, publishedOn, copies, outlets } }: CitedFact): string {
  const also = copies > 0 ? [`and ${copies} ${copies === 1 ? 'copy' : 'copies'}${outlets.length > 1 ? ` (${outlets.length} outlets)` : ''}`] : []
  return [outlet ?? 'outlet not known', publishedOn ?? 'undated', ...also].join(', ')
}

function writeSection(section: ReportSection): string {
  const rest = tellRest(section)
  return `<section><h2>${escapeHtml(section.title)}</h2><ul>${section.lines.map(writeLine).join('\n')}</ul>${rest ? `<p class="told">${escapeHtml(rest)}</p>` : ''}</section>`
}

function writeLine({ day, text, words, notes, outcomes }: ReportLine): string {
  const later = outcomes.map(
    ({ what, day: told, words: found, note }) =>
      `<li>${escapeHtml(what)}: ${writeWords(found, note)} <small>${escapeHtml(told ?? 'undated')}</small>${writeNotes([note])}</li>`,
  )
  return `<li><time>${escapeHtml(day ?? 'undated')}</time> <span dir="auto">${escapeHtml(text)}</span>: ${writeWords(words, notes[0])}${writeNotes(notes)}${later.length > 0 ? `<ul>${later.join('')}</ul>` : ''}</li>`
}

function writeWords(words: string, note: number): string {
  return `<a href="#n${note}"><q dir="auto">${escapeHtml(words)}</q></a>`
}

function writeNotes(notes: readonly number[]): string {
  return ` <sup>${notes.map((note) => `<a href="#n${note}">[${note}]</a>`).join('')}</sup>`
}

function writeCitation(citation: CitedFact, n: number): string {
  const { sentence, words, article, link } = citation
  const marked = splitMarked(sentence, [words]).map(({ text, isMarked }) => (isMarked ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
  const title = escapeHtml(article.title ?? article.address ?? 'the article')
  const place = link === null ? title : `<a href="${escapeHtml(link)}" rel="noreferrer noopener">${title}</a>`
  return `<li id="n${n + 1}"><span dir="auto">${marked.join('')}</span><cite>${escapeHtml(tellOutlet(citation))}: ${place}</cite></li>`
}
