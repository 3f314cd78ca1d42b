/** Lines for a terminal: wrapped to its width, coloured only there, and never able to steer it. */

export interface Look {
  readonly width: number
  readonly hasColor: boolean
}

export type Paint = { bold: (s: string) => string; dim: (s: string) => string; who: (s: string) => string }

export function makePaint(hasColor: boolean): Paint {
  const code = (open: number, close: number) => (text: string) => (hasColor ? `\u001b[${open}m${text}\u001b[${close}m` : text)
  return { bold: code(1, 22), dim: code(2, 22), who: code(36, 39) }
}

/** White space as one blank, what would steer the terminal as “�”; cut where too long. */
export function squeeze(text: string, most = Number.POSITIVE_INFINITY): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\p{Cc}/gu, '\ufffd')
  return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain
}

/** Lines of squeezed text; `first` and `rest` are their indents. */
export function wrap(text: string, width: number, first: string, rest: string): string[] {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = rest
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line]
}

/** What standard output can show: its width within what reads well, colour on a terminal unless it was declined. */
export function findLook(color: boolean | undefined): Look {
  const hasColor = color !== false && !process.env.NO_COLOR && process.stdout.isTTY === true
  return { hasColor, width: Math.max(50, Math.min(process.stdout.columns ?? 88, 110)) }
}
