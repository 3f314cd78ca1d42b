import { describe, expect, test } from 'vitest'
import { serve, serveRaw } from '../../test/loopback.ts'
import { type Posted, postGuarded } from './post.ts'

const post = (address: string, allowPrivate = true) => postGuarded(address, '{"a":1}', { 'content-type': 'application/json' }, { allowPrivate, timeoutMs: 300 })
const tell = (posted: Posted) => ('status' in posted ? posted : `${posted.canRetry}: ${posted.reason}`)

describe('posting under the guard', () => {
  test('body and headers arrive; the status and when to try again come back', async () => {
    const heard: string[] = []
    const { origin } = await serve({
      '/hook': (request, response) => {
        request.on('data', (part) => heard.push(`${request.method} ${request.headers['content-type']} ${part}`))
        request.on('end', () => response.writeHead(503, { 'retry-after': '7' }).end('later'))
      },
    })
    expect(tell(await post(`${origin}/hook`))).toEqual({ status: 503, retryAfterMs: 7_000 })
    expect(heard).toEqual(['POST application/json {"a":1}'])
  })

  test('a redirect is told and not followed, an endless answer not read', async () => {
    const { origin, asked } = await serve({
      '/moved': (_, response) => response.writeHead(302, { location: '/hook' }).end(),
      '/endless': (_, response) => {
        response.writeHead(200)
        const timer = setInterval(() => response.write('x'.repeat(10_000)), 1)
        response.on('close', () => clearInterval(timer))
      },
    })
    expect(tell(await post(`${origin}/moved`))).toMatchObject({ status: 302 })
    expect(tell(await post(`${origin}/endless`))).toMatchObject({ status: 200 })
    expect(asked).toEqual(['/moved', '/endless'])
  })

  test('who is slow, breaks off or speaks no HTTP may be tried again, or not', async () => {
    const { origin } = await serve({ '/slow': () => {} })
    expect(tell(await post(`${origin}/slow`))).toMatch(/^true: .*did not answer in time/)
    expect(tell(await post(await serveRaw((socket) => socket.destroy())))).toMatch(/^true: /)
    expect(tell(await post(await serveRaw((socket) => socket.end('no web server\r\n\r\n'))))).toMatch(/^false: .*does not answer as a web server does/)
  })

  test.each([
    ['http://127.0.0.1:1/', 'private network or on this machine'],
    ['http://[::1]/', 'private network or on this machine'],
    ['http://169.254.169.254/latest', 'private network or on this machine'],
    ['http://localhost:1/', 'private network or on this machine'],
    ['file:///etc/hosts', 'only addresses that begin with https'],
    ['https://me:secret@hook.example/', 'came with a name or password'],
    ['no address', 'is no address'],
  ])('%s is refused', async (address, reason) => {
    const posted = tell(await post(address, false))
    expect(posted).toMatch(/^false: /)
    expect(posted).toContain(reason)
    expect(posted).not.toContain('secret')
  })
})
