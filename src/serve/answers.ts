import { hash } from 'node:crypto'

/** Signs of a query's answer: the same words have the same. */
export function makeEtag(words: string): string {
  return `"${hash('sha256', words, 'base64url').slice(0, 22)}"`
}

/** Whether the asker has this answer already. Compression makes a tag weak; the words are the same. */
export function hasAnswer(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')
  if (known === null) return false
  return known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

/** JSON with its tag, or “not modified”. Answers of the library are asked for anew each time, and sent again only when they changed. */
export function answerJson(request: Request, value: unknown, status = 200): Response {
  const words = JSON.stringify(value)
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache', vary: 'accept' }
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(words, { status, headers: { ...headers, 'cache-control': 'no-store' } })
  const etag = makeEtag(words)
  if (hasAnswer(request, etag)) return new Response(null, { status: 304, headers: { etag, 'cache-control': 'no-cache', vary: 'accept' } })
  return new Response(words, { status, headers: { ...headers, etag } })
}
