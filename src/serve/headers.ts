/** What pages may do: nothing but what this server gives them. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
] as const

/** The worker that reads in the browser compiles the models’ runtime. */
const COMPILING = POLICY.map((rule) => (rule === "script-src 'self'" ? "script-src 'self' 'wasm-unsafe-eval'" : rule))

/** Headers of every response. */
export function guardResponse(headers: Headers, { mayCompile }: { mayCompile: boolean }): void {
  // A brief that is a page by itself brings its own, narrower policy.
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', (mayCompile ? COMPILING : POLICY).join('; '))
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('x-frame-options', 'DENY')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
}
