import type { ReadoutSpan } from '../document/readout.ts'
import { type Fact, splitMarked } from '../questions/questions.ts'
import { type Look, makePaint, type Paint, squeeze, wrap } from './show-lines.ts'

type Named = { readonly name: string; readonly country: string | null }
type ToldIn = Fact['article']

/** Words with those that were asked for in bold, between stars where there is no colour. */
export function showMarked(span: ReadoutSpan, marks: readonly ReadoutSpan[], { width, hasColor }: Look, indent: string): string[] {
  const marked = splitMarked(span, marks).map(({ text, isMarked }) => (isMarked ? text.replace(/\S+/g, '\u0001$&\u0002') : text))
  const paint = makePaint(hasColor)
  const finish = (line: string) =>
    hasColor
      ? line.replace(/\u0001([^\u0002]*)\u0002/g, (_, word: string) => paint.bold(word))
      : line.replace(/\u0002(\s+)\u0001/g, '$1').replace(/[\u0001\u0002]/g, '*')
  return wrap(squeezeMarked(marked.join('')), width, indent, indent).map(finish)
}

/** `squeeze`, which would take the two marks for signs that steer a terminal. */
function squeezeMarked(text: string): string {
  return text
    .split(/([\u0001\u0002])/)
    .map((piece) => (/^[\u0001\u0002]$/.test(piece) ? piece : keepEnds(piece)))
    .join('')
}

function keepEnds(text: string): string {
  const plain = squeeze(text)
  return `${/^\s/.test(text) ? ' ' : ''}${plain}${plain !== '' && /\s$/.test(text) ? ' ' : ''}`
}

/** “2024-01-10 · Strait Times · Talks on the corridor”. */
export function showArticle({ publishedOn, outlet, title, copies, outlets }: ToldIn, paint: Paint): string {
  const head = [publishedOn ?? 'undated', squeeze(outlet ?? '', 60), squeeze(title ?? '', 100)].filter(Boolean).join(' · ')
  return `${paint.bold(head)}${copies > 0 ? paint.dim(` ·${sayCopies(copies, outlets.length)}`) : ''}`
}

/** “Strait Times, 2024-01-10 and 2 copies (3 outlets)”. */
export function sayArticle({ publishedOn, outlet, address, source, copies, outlets }: ToldIn): string {
  return `${squeeze(outlet ?? address ?? source ?? 'an article', 80)}, ${publishedOn ?? 'undated'}${sayCopies(copies, outlets.length)}`
}

function sayCopies(copies: number, outlets: number): string {
  if (copies === 0) return ''
  return ` and ${copies} ${copies === 1 ? 'copy' : 'copies'}${outlets > 1 ? ` (${outlets} outlets)` : ''}`
}

export function sayNamed({ name, country }: Named): string {
  return country === null || country === name ? squeeze(name, 80) : `${squeeze(name, 80)} (${country})`
}

/** What a fact is, in one line: “statement s1 · Ilva Brandt (BLM) · direct, say”. */
export function sayFact(fact: Fact): string {
  return [`${fact.kind} ${fact.id}`, ...sayTraits(fact)].join(' · ')
}

/** The same without its kind and id. */
export function sayTraits(fact: Fact): string[] {
  return listTraits(fact).filter(Boolean)
}

function listTraits(fact: Fact): string[] {
  switch (fact.kind) {
    case 'statement':
      return [saySpeaker(fact), sayHow(fact)]
    case 'event': {
      const who = fact.participants.map((one) => sayNamed(one)).join('; ')
      return [[fact.type, fact.mode, fact.realis].filter(Boolean).join(', '), who, fact.date?.start ?? '', fact.areas.join(', '), sayTeller(fact.statedBy)]
    }
    case 'cooperation':
      return [[fact.area, fact.stage, fact.realis].filter(Boolean).join(', '), fact.parties.map(sayNamed).join('; '), sayTeller(fact.statedBy)]
    case 'comparison':
      return [fact.claim, `“${squeeze(fact.words.text, 80)}”`, fact.since ? `since ${fact.since.start}` : '', sayTeller(fact.statedBy)]
  }
}

type Statement = Extract<Fact, { kind: 'statement' }>

export function saySpeaker({ speaker, source, onBehalfOf }: Pick<Statement, 'speaker' | 'source' | 'onBehalfOf'>): string {
  const who = speaker ? sayNamed(speaker) : source ? `“${squeeze(source.text, 60)}”` : 'nobody named'
  return onBehalfOf ? `${who} for ${sayNamed(onBehalfOf)}` : who
}

/** “direct, promise, negated, hedged, as told by Radu Keshen (OST)”. */
export function sayHow({ how, act, isNegated, isHedged, reportedBy, addressee }: Statement): string {
  const traits = [how, act, isNegated ? 'negated' : '', isHedged ? 'hedged' : '', addressee ? `to ${sayNamed(addressee)}` : '']
  return [...traits, reportedBy ? `as told by ${sayNamed(reportedBy)}` : ''].filter(Boolean).join(', ')
}

export function sayTeller(teller: Named | null): string {
  return teller ? `according to ${sayNamed(teller)}` : ''
}

/** Cells that tables of facts have in common. */
export const ARTICLE_COLUMNS = {
  published_on: ({ article }: { article: ToldIn }) => article.publishedOn,
  outlet: ({ article }: { article: ToldIn }) => article.outlet,
  title: ({ article }: { article: ToldIn }) => article.title,
  address: ({ article }: { article: ToldIn }) => article.address,
  copies: ({ article }: { article: ToldIn }) => article.copies,
  outlets: ({ article }: { article: ToldIn }) => article.outlets.join('; '),
  article_id: ({ article }: { article: ToldIn }) => article.articleId,
}
