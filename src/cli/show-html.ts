import { escapeHtml } from '../document/escape-html.ts'
import type { Readout, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { describeComparison, describeCooperation, describeEvent, indexTelling, type ShownFact, type Telling } from './show-facts.ts'
import { type Mark, markText } from './show-marks.ts'
import { SCRIPT, STYLE } from './show-page.ts'
import { type Appearing, count, describeSpeaker, listAppearing, type People } from './show-people.ts'

/**
 * One self-contained page: the text with what was found; beside it the statements by their speakers, events, cooperation,
 * comparisons, and who appears. A click or Enter on a fact shows its words, on a name all its mentions.
 */
export function showHtml(readout: Readout): string {
  const text = readout.article.text ?? ''
  const telling = indexTelling(readout)
  const { people } = telling
  const title = escapeHtml(readout.article.title ?? readout.article.source ?? 'Article')
  const appearing = listAppearing(readout, people)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';script-src 'unsafe-inline'">
<title>${title} – Readout</title><style>${STYLE}</style></head>
<body class="statements events"><main><article dir="auto"><h1>${title}</h1>${readout.article.publishedOn ? `<p class="date">${escapeHtml(readout.article.publishedOn)}</p>` : ''}
<div class="text">${markText(text, listMarks(readout, text))}</div></article>
<aside aria-label="What was found"><p class="bar">Mark ${layerButton('statements', true)} ${layerButton('events', true)} ${layerButton('names', false)} <span role="status" id="told"></span></p>
${showSection(count(readout.statements.length, 'statement'), `<ol>${readout.statements.map((fact) => showStatement(fact, people)).join('')}</ol>`)}
${showEvents(readout, telling)}
<details open><summary><h2>Who appears</h2></summary><ul class="people">${appearing.map(showAppearing).join('')}</ul></details>
${showSection(count(readout.notices.length, 'notice'), `<ul>${readout.notices.map((notice) => `<li>${escapeHtml(notice.message)}</li>`).join('')}</ul>`)}</aside></main>
<script>${SCRIPT}</script></body></html>
`
}

function layerButton(layer: string, isShown: boolean): string {
  return `<button type="button" data-layer="${layer}" aria-pressed="${isShown}">${layer}</button>`
}

/** A heading alone where the list beneath it is empty. */
function showSection(heading: string, list: string): string {
  return list.includes('<li>') ? `<details open><summary><h2>${heading}</h2></summary>${list}</details>` : `<h2>${heading}</h2>`
}

function showEvents({ events, cooperation, comparisons }: Readout, telling: Telling): string {
  const lists: [string, ShownFact[]][] = [
    [count(events.length, 'event'), events.map((event) => describeEvent(event, telling))],
    [`Cooperation (${cooperation.length})`, cooperation.map((one) => describeCooperation(one, telling))],
    [count(comparisons.length, 'comparison'), comparisons.map((one) => describeComparison(one, telling))],
  ]
  return lists.map(([heading, facts]) => showFacts(heading, facts)).join('')
}

function showFacts(heading: string, facts: readonly ShownFact[]): string {
  const items = facts.map(
    ({ id, head, told, by }) => `<li><button type="button" data-fact="${id}" aria-pressed="false"><b><bdi>${escapeHtml(head)}</bdi></b>
<span dir="auto">${escapeHtml(told.join(' · '))}</span><small>${escapeHtml(by ? `${id}, ${by}` : id)}</small></button></li>`,
  )
  return showSection(heading, `<ul class="facts">${items.join('')}</ul>`)
}

function listMarks(readout: Readout, text: string): Mark[] {
  const toUnits = readout.offsetUnit === 'utf16' ? (n: number) => n : unitsOf(text)
  const mark = (id: string, part: Mark['part'], spans: readonly ReadoutSpan[]): Mark[] =>
    spans.map((span) => ({ start: toUnits(span.start), end: toUnits(span.end), part, id }))
  return [
    ...readout.statements.flatMap(({ id, source, cue, content }) => [
      ...mark(id, 'source', source ? [source.span] : []),
      ...mark(id, 'cue', cue?.spans ?? []),
      ...mark(id, 'content', content.spans),
    ]),
    ...readout.events.flatMap(({ id, trigger, mentions, participants, place, date, realisCues }) => [
      ...mark(id, 'event', [trigger, ...mentions]),
      ...mark(id, 'detail', [...[...participants, place, date].flatMap((part) => part?.span ?? []), ...realisCues]),
    ]),
    ...readout.cooperation.flatMap(({ id, spans, realisCues }) => [...mark(id, 'event', spans), ...mark(id, 'detail', realisCues)]),
    ...readout.comparisons.flatMap(({ id, span, since }) => [...mark(id, 'event', [span]), ...mark(id, 'detail', since ? [since.span] : [])]),
    ...readout.entities.flatMap(({ id, mentions }) => mark(id, 'mention', mentions)),
  ]
}

function unitsOf(text: string): (n: number) => number {
  const at = [0]
  for (const sign of text) at.push((at.at(-1) as number) + sign.length)
  return (n) => at[n] as number
}

function showStatement(fact: ReadoutStatement, people: People): string {
  const { entity, name, office, words, more } = describeSpeaker(fact, people)
  const who = `<bdi>${escapeHtml(name)}</bdi>`
  const rest = `${office ? `, ${escapeHtml(office)}` : ''}${words ? ` (“${escapeHtml(words)}”)` : ''}${more.map((one) => `, ${escapeHtml(one)}`).join('')}`
  const traits = [fact.kind, fact.act, fact.negated ? 'negated' : '', fact.within ? `within ${fact.within}` : '', `sure ${fact.confidence.toFixed(2)}`, fact.id]
  return `<li><p>${entity ? nameButton(entity, who) : `<b>${who}</b>`}${rest}</p>
<button type="button" data-fact="${fact.id}" aria-pressed="false">${fact.cue ? `<i>${escapeHtml(joinSpans(fact.cue.spans))}</i>` : ''}
<span dir="auto">${escapeHtml(joinSpans(fact.content.spans))}</span><small>${escapeHtml(traits.filter(Boolean).join(' · '))}</small></button></li>`
}

function showAppearing({ entity, traits, statements }: Appearing): string {
  const said = statements.map(
    (fact) =>
      `<li><button type="button" data-fact="${fact.id}" aria-pressed="false"><span dir="auto">${escapeHtml(cut(joinSpans(fact.content.spans)))}</span></button></li>`,
  )
  return `<li>${nameButton(entity.id, `<bdi>${escapeHtml(entity.name)}</bdi>`)}
<small>${escapeHtml([...traits, count(entity.mentions.length, 'mention')].join(' · '))}</small>${said.length > 0 ? `<ul>${said.join('')}</ul>` : ''}</li>`
}

function nameButton(entity: string, html: string): string {
  return `<button type="button" class="name" data-who="${entity}" aria-pressed="false">${html}</button>`
}

function joinSpans(spans: readonly ReadoutSpan[]): string {
  return spans.map((span) => span.text).join(' … ')
}

/** First words, enough to know a statement again. */
function cut(words: string): string {
  return words.length > 90 ? `${words.slice(0, words.lastIndexOf(' ', 90) + 1 || 90).trimEnd()}…` : words
}
