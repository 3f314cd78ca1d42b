/** What somebody may do: read; correct and decide who is who; take articles in and look after sources; look after accounts. */
export const SCOPES = ['read', 'review', 'intake', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

export const ROLES = ['reader', 'reviewer', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Each role may do what the one before may, and one thing more. */
const GRANTED: Readonly<Record<Role, readonly Scope[]>> = {
  reader: ['read'],
  reviewer: ['read', 'review'],
  editor: ['read', 'review', 'intake'],
  admin: ['read', 'review', 'intake', 'admin'],
}

export function scopesOf(role: Role): ReadonlySet<Scope> {
  return new Set(GRANTED[role])
}

/** What a token may do: what it names of that which its account may do now. A scope only removes. */
export function narrowScopes(role: Role, named: readonly string[]): ReadonlySet<Scope> {
  return new Set(GRANTED[role].filter((scope) => named.includes(scope)))
}
