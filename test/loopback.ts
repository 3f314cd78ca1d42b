import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createRawServer, type Server, type Socket } from 'node:net'
import { afterEach } from 'vitest'

/** A server on this machine, for tests of what fetches. Closed with all its connections when the test is over. */
export interface Loopback {
  readonly origin: string
  /** Paths that were asked for, in order. */
  readonly asked: string[]
}

const open: (() => void)[] = []

afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** Serves what `answers` tells by path: a string, or a function that answers itself. Other paths are 404, so that there is no robots.txt unless told. */
export async function serve(answers: Readonly<Record<string, string | RequestListener>>): Promise<Loopback> {
  const asked: string[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/'
    asked.push(path)
    const answer = answers[path] ?? answers[path.replace(/\?.*/, '')]
    if (typeof answer === 'function') answer(request, response)
    else if (answer === undefined) response.writeHead(404).end()
    else response.end(answer)
  })
  return { origin: await listen(server), asked }
}

/** Serves bytes as they are, for answers that no HTTP server would give. */
export async function serveRaw(answer: (socket: Socket) => void): Promise<string> {
  const server = createRawServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => answer(socket))
  })
  return listen(server)
}

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}
