import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestStore } from '../../test/reading-room.ts'
import { LIMITS } from '../document/limits.ts'
import { type RunningServer, startServer } from './serve.ts'

let folder: string
let server: RunningServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-sockets-'))
  server = await startServer({ store: await makeTestStore(folder), port: 0, isQuiet: true })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Sends bytes as they are, and returns what comes back until the server closes or `ms` are over. */
function sendRaw(words: string, ms = 3_000): Promise<string> {
  const { hostname, port } = new URL(server.address)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let told = ''
    const done = () => {
      socket.destroy()
      resolve(told)
    }
    socket.on('data', (bytes) => {
      told += bytes.toString('latin1')
    })
    socket.on('close', done)
    socket.on('error', done)
    setTimeout(done, ms)
    socket.write(words)
  })
}

test('refuses headers without end', async () => {
  const told = await sendRaw(`GET /health HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(LIMITS.requestHeaderBytes + 1_000)}\r\n\r\n`)
  expect(told).toMatch(/^HTTP\/1\.1 431/)
})

test('refuses what is no HTTP, two lengths, and a name with signs in it', async () => {
  expect(await sendRaw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
  expect(await sendRaw('POST /readings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400/,
  )
  expect(await sendRaw('GET /health HTTP/1.1\r\nHost: local host\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 4/)
  expect(await sendRaw('GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 403/)
  expect(await sendRaw('GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 (?:4|200)/)
})

test('a request that never ends holds nobody up and is let go', async () => {
  void sendRaw('POST /readings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{', LIMITS.requestHeaderMs + 4_000)
  const half = sendRaw('GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', LIMITS.requestHeaderMs + 4_000)
  const began = performance.now()
  expect((await fetch(`${server.address}/health`)).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(await half).toMatch(/^HTTP\/1\.1 408/)
}, 30_000)
