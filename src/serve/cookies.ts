const NAME = 'readout-session'

/** The secret of the session that a browser brings along; null where there is none. */
export function readCookie(request: Request): string | null {
  const found = new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{1,200})(?:;|$)`).exec(request.headers.get('cookie') ?? '')
  return found?.[1] ?? null
}

/** The cookie of a session: no script sees it, no other site sends it. Secure where the page itself came by https. */
export function writeCookie(request: Request, secret: string, endsAt: string): string {
  const isSecure = request.headers.get('origin')?.startsWith('https:') ?? false
  return `${NAME}=${secret}; Path=/; HttpOnly; SameSite=Strict; Expires=${new Date(endsAt).toUTCString()}${isSecure ? '; Secure' : ''}`
}

export function clearCookie(): string {
  return `${NAME}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`
}
