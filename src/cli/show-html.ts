import type { Readout, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'

/** Which facts cover a stretch of the text, as `s1-content`. */
type Mark = { readonly start: number; readonly end: number; readonly fact: string; readonly part: 'source' | 'cue' | 'content' }

/** One self-contained page: the text with what was found, the facts beside it; a click or Enter on one shows its words. */
export function showHtml(readout: Readout): string {
  const text = readout.article.text ?? ''
  const toUnits = readout.offsetUnit === 'utf16' ? (n: number) => n : unitsOf(text)
  const marks = readout.statements.flatMap((fact) => marksOf(fact, toUnits))
  const title = readout.article.title ?? readout.article.source ?? 'Article'
  const names = new Map(readout.entities.map((entity) => [entity.id, entity.name]))
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';script-src 'unsafe-inline'">
<title>${escapeHtml(title)} – Readout</title><style>${STYLE}</style></head>
<body><main><article dir="auto"><h1>${escapeHtml(title)}</h1>${readout.article.publishedOn ? `<p class="date">${escapeHtml(readout.article.publishedOn)}</p>` : ''}
<div class="text">${markText(text, marks)}</div></article>
<aside aria-label="Statements"><h2>${readout.statements.length} statements</h2><ol>${readout.statements.map((fact) => showFact(fact, names)).join('')}</ol>
${readout.notices.length > 0 ? `<h2>Notices</h2><ul>${readout.notices.map((notice) => `<li>${escapeHtml(notice.message)}</li>`).join('')}</ul>` : ''}</aside></main>
<script>${SCRIPT}</script></body></html>
`
}

function unitsOf(text: string): (n: number) => number {
  const at = [0]
  for (const sign of text) at.push((at.at(-1) as number) + sign.length)
  return (n) => at[n] as number
}

function marksOf(fact: ReadoutStatement, toUnits: (n: number) => number): Mark[] {
  const marks = (spans: readonly ReadoutSpan[], part: Mark['part']) =>
    spans.map((span) => ({ start: toUnits(span.start), end: toUnits(span.end), fact: fact.id, part }))
  return [...marks(fact.source ? [fact.source.span] : [], 'source'), ...marks(fact.cue?.spans ?? [], 'cue'), ...marks(fact.content.spans, 'content')]
}

/** Cuts the text wherever a mark begins or ends, so that marks may overlap in any way. */
function markText(text: string, marks: readonly Mark[]): string {
  const cuts = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b)
  const sorted = [...marks].sort((a, b) => a.start - b.start)
  let open: Mark[] = []
  let next = 0
  let html = ''
  for (let n = 0; n + 1 < cuts.length; n++) {
    const [from, to] = [cuts[n] as number, cuts[n + 1] as number]
    open = open.filter((mark) => mark.end > from)
    for (; next < sorted.length && (sorted[next] as Mark).start <= from; next++) open.push(sorted[next] as Mark)
    const words = escapeHtml(text.slice(from, to))
    const parts = [...new Set(open.map((mark) => mark.part))].join(' ')
    html += open.length > 0 ? `<mark class="${parts}" data-facts="${open.map((mark) => mark.fact).join(' ')}">${words}</mark>` : words
  }
  return html
}

function showFact(fact: ReadoutStatement, names: ReadonlyMap<string, string>): string {
  const speaker = fact.source ? fact.source.span.text : 'nobody named'
  const name = fact.source?.entity ? names.get(fact.source.entity) : undefined
  const full = name && !speaker.includes(name) ? ` (${escapeHtml(name)})` : ''
  const traits = [fact.kind, fact.act, fact.negated ? 'negated' : '', fact.within ? `within ${fact.within}` : '', fact.confidence.toFixed(2)]
  return `<li><button type="button" data-fact="${fact.id}"><b dir="auto">${escapeHtml(speaker)}</b>${full} <i>${escapeHtml(fact.cue?.spans.map((span) => span.text).join(' … ') ?? '')}</i>
<span dir="auto">${escapeHtml(fact.content.spans.map((span) => span.text).join(' … '))}</span><small>${escapeHtml(traits.filter(Boolean).join(' · '))}</small></button></li>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const STYLE = `:root{color-scheme:light dark;--source:#2a78c4;--cue:#b3541e;--content:#e9b94933;--on:#e9b949aa}
body{margin:0;font:16px/1.6 Georgia,serif}main{display:grid;grid-template-columns:minmax(0,1fr) 24rem;height:100vh}
article{overflow:auto;padding:1rem 2rem;max-width:46rem;justify-self:center}.text{white-space:pre-wrap}
aside{overflow:auto;border-left:1px solid #8884;padding:1rem;font:14px/1.45 system-ui,sans-serif}ol{padding-left:1.6rem}h2{font-size:1rem}
button{all:unset;cursor:pointer;display:block;padding:.3rem .4rem;border-radius:4px}button:focus-visible{outline:2px solid var(--source)}
button span,button small{display:block}small{opacity:.7}button[aria-pressed=true]{background:var(--content)}
mark{background:none;color:inherit}mark.content{background:var(--content)}mark.source{border-bottom:2px solid var(--source)}mark.cue{color:var(--cue)}
mark.on{background:var(--on)}@media(max-width:50rem){main{display:block;height:auto}aside{border:0;border-top:1px solid #8884}}`

const SCRIPT = `const all=s=>document.querySelectorAll(s);
function show(id,move){for(const m of all('mark'))m.classList.toggle('on',m.dataset.facts.split(' ').includes(id));
for(const b of all('button'))b.setAttribute('aria-pressed',b.dataset.fact===id);
const first=[...all('mark')].find(m=>m.classList.contains('on'));if(move&&first)first.scrollIntoView({block:'center'})}
for(const b of all('button'))b.addEventListener('click',()=>show(b.dataset.fact,true));
for(const m of all('mark'))m.addEventListener('click',()=>{const id=m.dataset.facts.split(' ').at(-1);show(id,false);
document.querySelector('button[data-fact="'+id+'"]').scrollIntoView({block:'nearest'})});`
