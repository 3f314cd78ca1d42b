import { z } from '@hono/zod-openapi'
import { Overview, ReadingOrder, ReadoutSchema } from '../contract/contract.ts'
import { viewStore } from '../store/store.ts'
import { answerMcp } from './mcp.ts'
import { drawOverview } from './overview.ts'
import { defineRoute, type Route } from './route.ts'

const OVERVIEW = defineRoute(
  { method: 'get', path: '/', tag: 'library', summary: 'The library at a glance', scope: 'read', answer: Overview },
  async ({ store, version }) => viewStore(store, (step) => drawOverview(step, version)),
)

const READING = defineRoute(
  {
    method: 'post',
    path: '/readings',
    tag: 'reading',
    summary: 'Read a text or a page; nothing of it is kept',
    scope: 'read',
    body: ReadingOrder,
    answer: ReadoutSchema,
  },
  async ({ readings }, { body }) => readings.read(body),
)

const EVENTS = defineRoute(
  {
    method: 'get',
    path: '/events',
    tag: 'live',
    summary: 'News of the library as server-sent events; goes on behind the header Last-Event-ID',
    scope: 'read',
    produces: ['text/event-stream'],
  },
  async ({ live }, { request }) => {
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' }
    return new Response(live.listen(request.headers.get('last-event-id')), { headers })
  },
)

const HEALTH = defineRoute(
  {
    method: 'get',
    path: '/health',
    tag: 'server',
    summary: 'Whether the server and its store answer',
    scope: null,
    answer: z.object({ status: z.literal('ok') }).openapi('Health'),
  },
  async ({ store }) => {
    await store.db.selectFrom('setting').select('name').limit(1).execute()
    return { status: 'ok' as const }
  },
)

const METRICS = defineRoute(
  { method: 'get', path: '/metrics', tag: 'server', summary: 'Figures for Prometheus', scope: 'read', produces: ['text/plain'] },
  async ({ metrics }) => new Response(await metrics.write(), { headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' } }),
)

/** A message of the Model Context Protocol (JSON-RPC 2.0). */
const McpMessage = z
  .union([
    z.looseObject({ jsonrpc: z.literal('2.0') }),
    z
      .array(z.looseObject({ jsonrpc: z.literal('2.0') }))
      .min(1)
      .max(50),
  ])
  .openapi('McpMessage')

const MCP = defineRoute(
  {
    method: 'post',
    path: '/mcp',
    tag: 'live',
    summary: 'Model Context Protocol, streamable HTTP: the tools read, find, said, timeline',
    scope: 'read',
    body: McpMessage,
    produces: ['application/json'],
    also: { 202: 'Heard; there is nothing to answer', 406: 'The client must accept application/json and text/event-stream' },
  },
  async (room, { request, body }) => answerMcp(room, request, body),
)

export const SYSTEM_ROUTES: readonly Route[] = [OVERVIEW, READING, EVENTS, HEALTH, METRICS, MCP]
