import type { z } from '@hono/zod-openapi'
import type { Scope } from '../contract/contract.ts'
import type { Visitor } from './guard.ts'
import type { Room } from './room.ts'

/** What a request asks, checked against the route's schemas. */
export interface Asked<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly who: Visitor
  readonly request: Request
  /** Address of the other end of the connection. */
  readonly from: string
}

/** What a route is, for the OpenAPI document and for the checks before it runs. */
export interface RoutePlan<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** As OpenAPI writes it: “/articles/{id}”. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  /** What it takes; null: anybody may. */
  readonly scope: Scope | null
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer?: Answer
  /** Other kinds of content that it answers with. */
  readonly produces?: readonly string[]
  /** Further statuses that it answers with. */
  readonly also?: Readonly<Record<number, string>>
  /** 200 where it is not told. */
  readonly status?: 201 | 202 | 204
}

export interface Route {
  readonly plan: RoutePlan
  readonly run: (room: Room, asked: Asked<never, never, never>) => Promise<unknown>
}

/** A route: its plan, and a function from what is asked to the answer, or to a whole response. */
export function defineRoute<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
>(
  plan: RoutePlan<Params, Query, Body, Answer>,
  run: (room: Room, asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<z.input<Answer> | Response>,
): Route {
  return { plan, run }
}
