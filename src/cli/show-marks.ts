import { escapeHtml } from '../document/escape-html.ts'

/** What covers a stretch of the text: part of a statement, or a mention of an entity. Offsets count UTF-16 units. */
export interface Mark {
  readonly start: number
  readonly end: number
  /** `event`: words that tell an event, a cooperation or a comparison; `detail`: its participants, place, date and cues, shown on demand only. */
  readonly part: 'source' | 'cue' | 'content' | 'event' | 'detail' | 'mention'
  /** Id of the fact or of the entity. */
  readonly id: string
}

/** The text as HTML, cut wherever a mark begins or ends, so that marks may overlap in any way; inner marks are told last. */
export function markText(text: string, marks: readonly Mark[]): string {
  const cuts = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b)
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end)
  let open: Mark[] = []
  let next = 0
  let html = ''
  for (let n = 0; n + 1 < cuts.length; n++) {
    const [from, to] = [cuts[n] as number, cuts[n + 1] as number]
    open = open.filter((mark) => mark.end > from)
    for (; next < sorted.length && (sorted[next] as Mark).start <= from; next++) open.push(sorted[next] as Mark)
    html += markPiece(text.slice(from, to), open)
  }
  return html
}

function markPiece(words: string, open: readonly Mark[]): string {
  if (open.length === 0) return escapeHtml(words)
  const parts = [...new Set(open.map((mark) => mark.part))].join(' ')
  const data = (name: string, isAsked: (part: Mark['part']) => boolean) => {
    const ids = new Set(open.filter((mark) => isAsked(mark.part)).map((mark) => mark.id))
    return ids.size > 0 ? ` data-${name}="${[...ids].join(' ')}"` : ''
  }
  const facts = data('facts', (part) => part !== 'mention' && part !== 'detail')
  const others = data('details', (part) => part === 'detail') + data('whom', (part) => part === 'mention')
  return `<mark class="${parts}"${facts}${others}>${escapeHtml(words)}</mark>`
}
