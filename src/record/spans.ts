/** A span of a record as JSON has it: any object with whole numbers `start` and `end`. */
export interface FoundSpan {
  start: number
  end: number
  text?: unknown
}

/** Calls `visit` for every span anywhere in a value, with the path that leads to it. */
export function visitSpans(value: unknown, visit: (span: FoundSpan, path: string) => void, path = ''): void {
  if (Array.isArray(value)) {
    value.forEach((item, n) => {
      visitSpans(item, visit, `${path}[${n}]`)
    })
    return
  }
  if (typeof value !== 'object' || value === null) return
  const { start, end } = value as Partial<FoundSpan>
  if (Number.isInteger(start) && Number.isInteger(end)) visit(value as FoundSpan, path)
  for (const [key, item] of Object.entries(value)) visitSpans(item, visit, path ? `${path}.${key}` : key)
}
