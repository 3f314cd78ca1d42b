import type { z } from '@hono/zod-openapi'
import { ReadoutError } from '../document/readout-error.ts'
import { answerJson } from './answers.ts'
import { readBody } from './bodies.ts'
import { checkScope, type Visitor } from './guard.ts'
import type { Room } from './room.ts'
import type { Route } from './route.ts'

interface Given {
  readonly params: Readonly<Record<string, string>>
  readonly visitor: Visitor | null
  readonly request: Request
  readonly from: string
}

/** Stands for whoever asks what anybody may ask. */
const ANYBODY: Visitor = { name: 'anybody', role: 'none', scopes: new Set(), csrf: null, via: 'local' }

/** Checks what is asked against the route's plan, runs it, and answers. */
export async function runRoute(room: Room, { plan, run }: Route, { params, visitor, request, from }: Given): Promise<Response> {
  checkScope(visitor, plan.scope)
  const asked = {
    params: check(plan.params, params, 'The address'),
    query: check(plan.query, Object.fromEntries(new URL(request.url).searchParams), 'The query'),
    body: plan.body ? check(plan.body, await readBody(request), 'The body') : undefined,
    who: visitor ?? ANYBODY,
    request,
    from,
  }
  const answer = await run(room, asked as never)
  if (answer instanceof Response) return answer
  return plan.status === 204 ? new Response(null, { status: 204 }) : answerJson(request, answer, plan.status)
}

function check(schema: z.ZodType | undefined, value: unknown, what: string): unknown {
  if (!schema) return undefined
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const told = error.issues.slice(0, 3).map(({ path, message }) => (path.length > 0 ? `“${path.join('.')}”: ${message}` : message))
  throw new ReadoutError('bad-request', `${what} is not as it should be: ${told.join('; ').replace(/\.$/, '')}.`)
}
