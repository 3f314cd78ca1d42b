import { z } from '@hono/zod-openapi'
import { listOf, maybe, pageOf, SCOPES } from './basics.ts'

export const SignIn = z.object({ name: z.string().min(1).max(200), password: z.string().min(1).max(1_000) }).openapi('SignIn')

/** Who asks, and what they may do. `csrf` goes into the header X-CSRF-Token of everything but GET where a session is used. */
export const Me = z
  .object({
    name: z.string(),
    role: z.string(),
    scopes: listOf(z.enum(SCOPES)),
    csrf: maybe(z.string()),
    isSignedIn: z.boolean(),
  })
  .openapi('Me')
export type Me = z.infer<typeof Me>

export const TokenRow = z
  .object({
    id: z.int(),
    account: z.string(),
    name: z.string(),
    scopes: listOf(z.enum(SCOPES)),
    madeAt: z.string(),
    usedAt: maybe(z.string()),
    endsAt: maybe(z.string()),
    isRevoked: z.boolean(),
  })
  .openapi('TokenRow')
export const TokenList = pageOf(TokenRow).openapi('TokenList')

export const TokenDraft = z
  .object({
    account: z.string().max(200).optional().openapi({ description: 'whom it stands for; without it, who makes it' }),
    name: z.string().trim().min(1).max(100),
    scopes: z.array(z.enum(SCOPES)).min(1).max(4),
    days: z.int().min(1).max(3_650).optional(),
  })
  .openapi('TokenDraft')

/** A new token. Its secret is shown this once. */
export const TokenMade = TokenRow.extend({ secret: z.string() }).openapi('TokenMade')

/** Who did what to whom, without words of articles and without secrets. */
export const AuditList = pageOf(z.object({ id: z.int(), at: z.string(), who: z.string(), action: z.string(), what: z.string() })).openapi('AuditList')
