import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { ReadoutError } from '../document/readout-error.ts'
import { answerJson } from './answers.ts'
import { checkCsrf, checkHost, checkOrigin } from './guard.ts'
import { guardResponse } from './headers.ts'
import { describeApi } from './openapi.ts'
import { findApiPath, wantsPage } from './pages.ts'
import { answerProblem } from './problems.ts'
import type { Room } from './room.ts'
import type { Route } from './route.ts'
import { ROUTES } from './routes.ts'
import { runRoute } from './run-route.ts'
import { openWebFiles } from './static.ts'
import { findVisitor } from './visitors.ts'

/** What Node's server tells of a connection; tests have none. */
type Env = { Bindings: { incoming?: { socket: { remoteAddress?: string } } }; Variables: { route?: string } }

/** The script that reads in the browser. A worker goes by the policy of its own file. */
const READER_WORKER = /^\/assets\/reader-worker-[\w-]+\.js$/

/** The whole server as a function from request to response. */
export function makeApp(room: Room): Hono<Env> {
  const app = new Hono<Env>({ getPath: (request) => findApiPath(new URL(request.url).pathname) })
  const web = openWebFiles(room.webFolder)
  app.use(async (c, next) => {
    const began = performance.now()
    c.res = await answer(c, next)
    guardResponse(c.res.headers, { mayCompile: READER_WORKER.test(new URL(c.req.url).pathname) })
    noteRequest(room, c, (performance.now() - began) / 1000)
  })
  app.use(compress())

  async function answer(c: Context<Env>, next: () => Promise<void>): Promise<Response> {
    try {
      checkHost(c.req.raw, room)
      checkOrigin(c.req.raw)
      if (wantsPage(c.req.raw)) return web.answerPage(c.req.raw)
      await next()
      return c.res
    } catch (error) {
      return tellProblem(room, error)
    }
  }
  for (const route of ROUTES) addRoute(app, room, route)
  let described: object | null = null
  app.get('/openapi.json', (c) => {
    described ??= describeApi(room.version)
    return answerJson(c.req.raw, described)
  })
  app.notFound((c) => {
    const file = c.req.method === 'GET' || c.req.method === 'HEAD' ? web.answer(c.req.raw, new URL(c.req.url).pathname) : null
    return file ?? tellProblem(room, explainMissing(c.req.path, c.req.method))
  })
  app.onError((error) => tellProblem(room, error))
  return app
}

function addRoute(app: Hono<Env>, room: Room, route: Route): void {
  const { method, path } = route.plan
  app.on(method.toUpperCase(), writePattern(path), async (c) => {
    const visitor = await findVisitor(room, c.req.raw)
    // To sign in and out takes nothing but to come from our own page.
    if (visitor && route.plan.scope !== null) checkCsrf(c.req.raw, visitor)
    const [, ending = ''] = /\}(\.\w+)$/.exec(path) ?? []
    const params = Object.fromEntries(
      Object.entries(c.req.param() as Record<string, string>).map(([name, value]) => [name, value.slice(0, value.length - ending.length)]),
    )
    c.set('route', path)
    return runRoute(room, route, { params, visitor, request: c.req.raw, from: c.env?.incoming?.socket.remoteAddress ?? 'unknown' })
  })
}

/** “/saved/{slug}.atom” as the router writes it. */
function writePattern(path: string): string {
  return path.replace(/\{(\w+)\}(\.\w+)?/g, (_, name: string, ending?: string) => (ending === undefined ? `:${name}` : `:${name}{[^/]+\\${ending}}`))
}

function explainMissing(path: string, method: string): ReadoutError {
  const isThere = ROUTES.some(({ plan }) => new RegExp(`^${plan.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
  if (isThere) return new ReadoutError('no-method', `${method} cannot be done here: GET /openapi.json tells what can.`)
  return new ReadoutError('no-page', 'There is nothing at this address: GET /openapi.json tells what there is.')
}

function tellProblem({ log }: Room, error: unknown): Response {
  if (!(error instanceof ReadoutError)) log.error({ err: error }, 'a mistake of ours')
  return answerProblem(error)
}

/** The path without its query, which may hold what somebody looks for. */
function noteRequest({ log, metrics }: Room, c: Context<Env>, seconds: number): void {
  const route = c.get('route') ?? 'other'
  const { method } = c.req
  metrics.countRequest({ method, route, status: c.res.status, seconds })
  log.info({ method, path: new URL(c.req.url).pathname.slice(0, 200), status: c.res.status, ms: Math.round(seconds * 1e4) / 10 })
}
