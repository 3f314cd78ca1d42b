import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'

/** The JSON of a request's body; undefined where there is none. Refuses what is too large, too deep, or something else than JSON. */
export async function readBody(request: Request): Promise<unknown> {
  const text = await readText(request)
  if (text === '') return undefined
  const type = request.headers.get('content-type') ?? ''
  // A form of another site can send anything but this type without asking first.
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) throw new ReadoutError('not-json', 'Send JSON, with the header “content-type: application/json”.')
  if (measureDepth(text) > LIMITS.requestDepth)
    throw new ReadoutError('too-deep', `The JSON has more than ${LIMITS.requestDepth} levels inside each other: nothing that can be asked here has as many.`)
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new ReadoutError('bad-json', 'The body is no JSON: look for a missing quotation mark, comma or bracket.')
  }
}

/** Reads no further than a body may be long, whatever its header says. */
async function readText(request: Request): Promise<string> {
  const told = Number(request.headers.get('content-length') ?? 0)
  if (told > LIMITS.requestBytes) throw tellTooLarge()
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const part of request.body ?? []) {
      bytes += (part as Uint8Array).length
      if (bytes > LIMITS.requestBytes) break
      parts.push(part as Uint8Array)
    }
  } catch (cause) {
    throw new ReadoutError('cut-short', 'The request broke off before all of it was here.', { cause })
  }
  if (bytes > LIMITS.requestBytes) throw tellTooLarge()
  return new TextDecoder().decode(Buffer.concat(parts))
}

function tellTooLarge(): ReadoutError {
  return new ReadoutError('too-large', `A request has at most ${LIMITS.requestBytes} bytes: send less at once.`)
}

/** How deep brackets stand inside each other, without parsing: a parser that recurses would have failed by then. */
function measureDepth(text: string): number {
  let depth = 0
  let deepest = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (isQuoted) {
      if (sign === '\\') at++
      else if (sign === '"') isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth)
    else if (sign === ']' || sign === '}') depth--
  }
  return deepest
}
