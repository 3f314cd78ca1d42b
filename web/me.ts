import { signal } from '@preact/signals'
import { getJson, mustSignIn, sendJson, setCsrf } from './api.ts'

export type Scope = 'read' | 'review' | 'intake' | 'admin'

export interface Me {
  readonly name: string
  readonly role: string
  readonly scopes: readonly Scope[]
  readonly csrf: string | null
  /** Whether somebody has signed in: on this machine alone nobody has to. */
  readonly isSignedIn: boolean
}

/** Who is here; null until the server says so. */
export const me = signal<Me | null>(null)

export function can(scope: Scope): boolean {
  return me.value?.scopes.includes(scope) ?? false
}

/** Asks the server who is here. */
export async function loadMe(): Promise<void> {
  try {
    const found = await getJson<Me>('/me')
    setCsrf(found.csrf)
    me.value = found
    mustSignIn.value = false
  } catch {
    // Refused, which the API has noted, or out of reach, which the page tells.
    me.value = null
  }
}

/** Throws a `Problem` where name or password are wrong. */
export async function signIn(name: string, password: string): Promise<void> {
  await sendJson('POST', '/session', { name, password })
  await loadMe()
}

export async function signOut(): Promise<void> {
  await sendJson('DELETE', '/session')
  setCsrf(null)
  await loadMe()
}
