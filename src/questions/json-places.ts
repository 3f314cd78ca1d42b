/** A place in a JSON text by its path: “rules/2/speaker” → 7. Keys hold the line of what they name, or of where it begins in a list. */
export type JsonPlaces = ReadonlyMap<string, number>

/** Strings, signs, and everything else that stands between them; valid JSON has nothing else. */
const PIECE = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|\n|[^\s"[\]{}:,]+/g

/** Lines of everything in a text that is valid JSON, and keys that an object has twice. */
export function placeJson(text: string): { places: JsonPlaces; doubled: readonly { key: string; line: number }[] } {
  const places = new Map<string, number>()
  const doubled: { key: string; line: number }[] = []
  const path: { step: string | number; isList: boolean }[] = []
  let line = 1
  let awaitsKey = false
  for (const [piece] of text.matchAll(PIECE)) {
    const top = path.at(-1)
    if (piece === '\n') line++
    else if (piece === '{' || piece === '[') {
      note(path)
      path.push({ step: piece === '[' ? 0 : '', isList: piece === '[' })
      awaitsKey = piece === '{'
    } else if (piece === '}' || piece === ']') path.pop()
    else if (piece === ',' && top) {
      awaitsKey = !top.isList
      if (top.isList) top.step = (top.step as number) + 1
    } else if (piece === ':') awaitsKey = false
    else if (awaitsKey && top) {
      top.step = JSON.parse(piece) as string
      const key = nameOf(path)
      if (places.has(key)) doubled.push({ key: top.step, line })
      places.set(key, line)
    } else note(path)
  }
  return { places, doubled }

  function note(at: typeof path): void {
    if (at.at(-1)?.isList) places.set(nameOf(at), line)
  }
}

function nameOf(path: readonly { step: string | number }[]): string {
  return path.map(({ step }) => step).join('/')
}

/** Line and column of what is no JSON, from the message of the parser; null where it names no place. */
export function findSyntaxLine(text: string, message: string): number | null {
  const position = /at position (\d+)/.exec(message)?.[1]
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length
}
