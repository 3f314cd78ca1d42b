import { escapeHtml } from '../document/escape-html.ts'
import type { ReadoutSpan } from '../document/readout.ts'
import { type CheckedClaim, type DraftCheck, linkToWords, type Match, splitMarked } from '../questions/questions.ts'
import { nameClaimant, nameSpeaker, tellCounts, tellRemarks, VERDICT_WORDS } from './check-words.ts'
import { sayArticle } from './show-answers.ts'

const STYLE = `:root{color-scheme:light dark;--good:light-dark(#1d6b3a,#7fd19b);--look:light-dark(#8a5a00,#f0c060);--bad:light-dark(#a11d1d,#f29a9a);--mark:light-dark(#f6e3a1,#5c4a12)}
body{margin:0 auto;max-width:60rem;padding:1.5rem;font:16px/1.55 Georgia,serif;overflow-wrap:anywhere}h1{font-size:1.5rem;margin:0}h2{font:bold 1rem system-ui,sans-serif;margin:0 0 .4rem}
article{border-left:4px solid var(--bad);padding:.2rem 0 .2rem 1rem;margin:1.4rem 0}article.stands,article.similar{border-color:var(--good)}article.other-words,article.speaker-open{border-color:var(--look)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1.2rem}h3{font:bold .8rem system-ui,sans-serif;margin:.2rem 0}p{margin:.2rem 0}small,cite{font:.82rem/1.4 system-ui,sans-serif;opacity:.8}
mark{background:var(--mark);color:inherit}pre{white-space:pre-wrap;font:inherit}:target{outline:2px solid;outline-offset:3px}a{color:inherit}
@media(max-width:40rem){.pair{grid-template-columns:1fr}}`

/** One self-contained page: each claim of the draft beside the words of the library, what differs marked; the draft itself beneath, with its claims marked. */
export function writeHtmlCheck(check: DraftCheck, text: string, name: string): string {
  const title = `Check of ${name === '-' ? 'a draft' : name}`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} – Readout</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(tellCounts(check))}</p>
${check.claims.map(writeClaim).join('\n')}
<section><h2>The draft</h2><pre dir="auto">${markDraft(check, text)}</pre></section></main></body></html>
`
}

function writeClaim(checked: CheckedClaim, n: number): string {
  const { claim, verdict, matches } = checked
  const marks = (matches[0]?.differences ?? []).flatMap(({ draft }) => draft ?? [])
  const draft = claim.spans.map((span) => markSpan(span, marks)).join(' … ')
  const found = matches.length > 0 ? matches.map(writeMatch).join('') : '<p>Nothing.</p>'
  return `<article class="${verdict}" id="c${n + 1}"><h2>${VERDICT_WORDS[verdict]}</h2><div class="pair">
<div><h3>Draft</h3><p dir="auto">${draft}</p><cite>${claim.kind}, ${escapeHtml(nameClaimant(checked))}. <a href="#d${n + 1}">In the draft</a></cite></div>
<div><h3>Library</h3>${found}</div></div></article>`
}

function writeMatch(match: Match): string {
  const { words, differences, article, verdict } = match
  const marks = differences.flatMap(({ library }) => library ?? [])
  const link = linkToWords(article.address, words.text)
  const title = escapeHtml(article.title ?? article.address ?? 'the article')
  const place = link ? `<a href="${escapeHtml(link)}" rel="noreferrer noopener">${title}</a>` : title
  const remarks = tellRemarks(match)
  return `<p dir="auto">${markSpan(words, marks)}</p><cite>${VERDICT_WORDS[verdict]}: ${escapeHtml(nameSpeaker(match))}, ${escapeHtml(sayArticle(article))}: ${place}${remarks ? ` (${escapeHtml(remarks)})` : ''}</cite>`
}

function markSpan(span: ReadoutSpan, marks: readonly ReadoutSpan[]): string {
  return splitMarked(span, marks)
    .map(({ text, isMarked }) => (isMarked ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join('')
}

/** The draft with the beginning of each claim as a place to come to. Claims may overlap: a place is a point. */
function markDraft({ claims }: DraftCheck, text: string): string {
  const points = Array.from(text)
  let at = 0
  let html = ''
  for (const [n, { claim }] of claims.entries()) {
    const { start } = claim.spans[0]
    html += `${escapeHtml(points.slice(at, start).join(''))}<sup id="d${n + 1}"><a href="#c${n + 1}">${n + 1}</a></sup>`
    at = Math.max(at, start)
  }
  return html + escapeHtml(points.slice(at).join(''))
}
