import type { Layers } from '../document/layers.ts'
import type { Readout, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import type { Tokens } from '../document/tokens.ts'
import { tokensOf } from '../document/words.ts'
import { convertOffsets, countCodePoints } from '../record/record.ts'
import { makeTextIri } from './addresses.ts'
import { cutSentences, type TreebankSentence, writeConllu } from './conllu.ts'
import { listEvidence, listFacts } from './evidence.ts'
import type { ExportItem } from './item.ts'
import { tellProducer } from './provenance.ts'
import { type Exported, type FormatWriter, giveText, refuse, tellTextless } from './writer.ts'

/** Gives the tokens of a text and what the reader's model says of each. */
export type Annotate = (text: string) => Promise<{ readonly tokens: Tokens; readonly layers: Layers }>

/** Articles as CoNLL-U: tags and syntax by the reader, the record's facts in MISC. A record holds no layers, so its text is annotated again. */
export function openConllu(annotate: Annotate): FormatWriter {
  return { add: (item) => writeItem(item, annotate) }
}

async function writeItem(item: ExportItem, annotate: Annotate): Promise<Exported> {
  const problem = tellTextless(item)
  if (problem !== null) return refuse(problem)
  const record = convertOffsets(item.readout, 'utf16')
  const text = record.article.text as string
  const { tokens, layers } = await annotate(text)
  const sentences = describeSentences(cutSentences(tokens), tokens, item, record)
  return giveText(writeConllu(sentences, layers, markRecord(tokens, record)), record.statements.length + record.events.length)
}

/** Comments that name the document, its paragraphs and sentences. Where the text may not leave, words that no fact rests on become “_”. */
function describeSentences(cut: readonly TreebankSentence[], tokens: Tokens, item: ExportItem, record: Readout): TreebankSentence[] {
  const opened = new Set(tokens.paragraphs)
  const shown = item.mayExportText ? null : listShown(tokens, record)
  const name = record.article.id.slice(0, 12)
  return cut.map(({ comments, words, misc, extra }, s) => {
    const first = tokens.sentences[s] as number
    const document = s === 0 ? [`# newdoc id = ${makeTextIri(record)}`, `# global.Entity = eid-etype`, ...describeDocument(item, record)] : []
    const paragraph = opened.has(first) ? [`# newpar`] : []
    const text = shown === null ? comments.slice(1) : []
    const free = shown === null ? words : words.map((word, n) => (shown.has(first + n) ? word : '_'))
    return { comments: [...document, ...paragraph, `# sent_id = ${name}-${s + 1}`, ...text], words: free, misc, extra }
  })
}

function describeDocument({ address, outlet, mayExportText }: ExportItem, { article, producedBy }: Readout): string[] {
  const told: [string, string | null][] = [
    ['title', article.title],
    ['address', address],
    ['source', article.source],
    ['outlet', outlet],
    ['published_on', article.publishedOn],
    ['produced_by', tellProducer(producedBy)],
    ['offset_unit', 'codepoint'],
    ['text_withheld', mayExportText ? null : 'yes'],
  ]
  return told.flatMap(([name, value]) => (value === null ? [] : [`# ${name} = ${value.replace(/\s+/g, ' ')}`]))
}

/** Tokens that a fact rests on. */
function listShown(tokens: Tokens, record: Readout): Set<number> {
  const shown = new Set<number>()
  for (const fact of listFacts(record)) for (const { span } of listEvidence(fact)) forTokens(tokens, span, (i) => shown.add(i))
  return shown
}

/**
 * `StartChar`, `EndChar` (code points), `Entity` as CorefUD writes it, and of statements and events: `Content`, `Quote`, `Cue`, `Source`, `Event` with
 * the fact's id, `Speaker` with the name of who says the innermost content.
 */
function markRecord(tokens: Tokens, record: Readout): string[][] {
  const points = countCodePoints(tokens.text)
  const marks = Array.from({ length: tokens.count }, (_, i) => [`StartChar=${points[tokens.start[i] as number]}`, `EndChar=${points[tokens.end[i] as number]}`])
  markEntities(marks, tokens, record)
  const names = new Map(record.entities.map(({ id, name }) => [id, name]))
  const put = (name: string, list: (statement: ReadoutStatement) => readonly ReadoutSpan[]) =>
    markIds(
      marks,
      tokens,
      name,
      record.statements.flatMap((statement) => list(statement).map((span) => ({ id: statement.id, span }))),
    )
  put('Cue', ({ cue }) => cue?.spans ?? [])
  put('Source', ({ source }) => (source ? [source.span] : []))
  const content = put('Content', ({ content }) => content.spans)
  put('Quote', ({ quotations }) => quotations)
  const speakers = new Map(record.statements.map(({ id, source }) => [id, names.get(source?.entity ?? '')]))
  content.forEach((ids, i) => {
    const speaker = speakers.get(ids.at(-1) ?? '')
    if (speaker !== undefined) marks[i]?.push(`Speaker=${escapeMisc(speaker)}`)
  })
  markIds(
    marks,
    tokens,
    'Event',
    record.events.map(({ id, type, realis, trigger }) => ({ id: `${id}:${type}:${realis}`, span: trigger })),
  )
  return marks
}

/** Puts `name=id,id` on the tokens of spans, a shorter span's id last; returns the ids of each token. */
function markIds(
  marks: string[][],
  tokens: Tokens,
  name: string,
  spans: readonly { readonly id: string; readonly span: ReadoutSpan }[],
): Map<number, string[]> {
  const found = new Map<number, string[]>()
  const longestFirst = [...spans].sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
  for (const { id, span } of longestFirst)
    forTokens(tokens, span, (i) => {
      const ids = found.get(i)
      if (ids) ids.push(id)
      else found.set(i, [id])
    })
  for (const [i, ids] of found) marks[i]?.push(`${name}=${ids.join(',')}`)
  return found
}

/** `Entity=(e1-person`, `Entity=e1)`, `Entity=(e2-country)`. */
function markEntities(marks: string[][], tokens: Tokens, { entities }: Readout): void {
  const opening = new Map<number, string[]>()
  const closing = new Map<number, string[]>()
  const spans = entities.flatMap(({ id, kind, mentions }) => mentions.flatMap((mention) => ({ id, kind, at: tokensOf(tokens, mention) })))
  for (const { id, kind, at } of spans.sort((a, b) => (b.at ? b.at.last - b.at.first : 0) - (a.at ? a.at.last - a.at.first : 0))) {
    if (at === null) continue
    const isOne = at.last === at.first + 1
    opening.set(at.first, [...(opening.get(at.first) ?? []), isOne ? `(${id}-${kind})` : `(${id}-${kind}`])
    if (!isOne) closing.set(at.last - 1, [`${id})`, ...(closing.get(at.last - 1) ?? [])])
  }
  marks.forEach((told, i) => {
    const brackets = [...(closing.get(i) ?? []), ...(opening.get(i) ?? [])].join('')
    if (brackets !== '') told.push(`Entity=${brackets}`)
  })
}

function forTokens(tokens: Tokens, span: ReadoutSpan, visit: (token: number) => void): void {
  const at = tokensOf(tokens, span)
  if (at) for (let i = at.first; i < at.last; i++) visit(i)
}

/** MISC parts its entries by “|”; `\p` stands for one inside. */
function escapeMisc(value: string): string {
  return value.replace(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('|', '\\p')
}
