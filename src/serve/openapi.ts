import { readFileSync } from 'node:fs'
import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import { Problem } from '../contract/contract.ts'
import type { RoutePlan } from './route.ts'
import { ROUTES } from './routes.ts'

/** What goes wrong, by status. Every route tells all that can befall it. */
const FAILURES: Readonly<Record<number, string>> = {
  400: 'What is asked is not as it should be',
  401: 'Nobody is signed in',
  403: 'This is not allowed to who asks, or comes from another site',
  404: 'There is no such thing',
  409: 'Something came between, or it is taken',
  413: 'Too large',
  415: 'No JSON',
  422: 'An address cannot be had',
  429: 'Too many attempts, or too much that waits',
  431: 'The address or the headers are too long',
  500: 'A mistake of ours',
  503: 'The store cannot be had now',
}

/** The OpenAPI 3.1 document of all routes. */
export function describeApi(version: string): object {
  const api = new OpenAPIHono()
  const { openAPIRegistry: registry } = api
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer', description: 'A token of “readout token add” or POST /tokens' })
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'readout-session' })
  for (const { plan } of ROUTES) registry.registerPath(describeRoute(plan))
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Readout',
      version,
      description:
        'Who said what, who is meant, what happened: every fact with its words. On this machine alone nobody signs in; elsewhere a session or a token is needed. Offsets count code points, in records UTF-16 units.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
  })
  Object.assign(document.components?.schemas as object, readReadoutSchema())
  return document
}

function describeRoute({ method, path, tag, summary, scope, params, query, body, answer, produces, status, also }: RoutePlan): RouteConfig {
  const content = {
    ...(answer && { 'application/json': { schema: answer } }),
    ...Object.fromEntries((produces ?? []).map((type) => [type, { schema: type.endsWith('json') ? {} : { type: 'string' as const } }])),
  }
  const done = { description: 'Done', ...(Object.keys(content).length > 0 && { content }) }
  const problem = { content: { 'application/problem+json': { schema: Problem } } }
  const failures = Object.entries(FAILURES).filter(([code]) => canFail(Number(code), { method, scope, body }))
  return {
    method,
    path,
    tags: [tag],
    summary,
    operationId: nameOperation(method, path),
    security: scope === null ? [] : [{}, { token: [] }, { session: [] }],
    request: {
      ...(params && { params: params as never }),
      ...(query && { query: query as never }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      [status ?? 200]: done,
      ...(also && Object.fromEntries(Object.entries(also).map(([code, description]) => [code, { description }]))),
      ...(method === 'get' && { 304: { description: 'As it was, by If-None-Match' } }),
      ...Object.fromEntries(failures.map(([code, description]) => [code, { description, ...problem }])),
    },
  }
}

function canFail(code: number, { method, scope, body }: Pick<RoutePlan, 'method' | 'scope' | 'body'>): boolean {
  if (code === 409) return method !== 'get'
  if (code === 413 || code === 415) return body !== undefined
  return code !== 401 || scope !== null || method === 'post'
}

/** “getArticlesIdOriginal”. */
function nameOperation(method: string, path: string): string {
  const words = path.split(/[^a-zA-Z]+/).filter(Boolean)
  return [method, ...words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)].join('')
}

/** The record's own JSON Schema, with its definitions beside it. */
function readReadoutSchema(): Record<string, unknown> {
  const words = readFileSync(new URL('../../schema/readout-1.schema.json', import.meta.url), 'utf8')
  const { $schema: _, $defs, ...schema } = JSON.parse(words.replaceAll('#/$defs/', '#/components/schemas/Readout_')) as { $schema: string; $defs: object }
  return { Readout: schema, ...Object.fromEntries(Object.entries($defs).map(([name, one]) => [`Readout_${name}`, one])) }
}
