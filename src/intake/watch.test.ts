import { describe, expect, test } from 'vitest'
import { serve } from '../../test/loopback.ts'
import { readPageStub } from '../../test/stub-page.ts'
import { LIMITS } from '../document/limits.ts'
import { judgeHealth, type Means, type Round, type Source, type SourceState, watchSources } from './intake.ts'
import { planAfterFailure, planAfterSuccess } from './schedule.ts'

const SHORT = { fetchTotalMs: 400, fetchConnectMs: 300, fetchRetryMs: 5, fetchRetries: 0, hostPauseMs: 1, hostRestMs: 20, checkLeastMs: 30, checkMostMs: 120 }
const MEANS: Means = { readPage: readPageStub, allowPrivate: true, limits: SHORT }

const feedOf = (...paths: string[]) =>
  `<rss version="2.0"><channel><title>Post</title>${paths.map((path) => `<item><link>${path}</link></item>`).join('')}</channel></rss>`

/** Watches until so many rounds were seen. */
async function watch(sources: Source[], rounds: number, means: Partial<Means> = {}): Promise<Round[]> {
  const found: Round[] = []
  for await (const round of watchSources(sources, { ...MEANS, ...means })) {
    found.push(round)
    if (found.length >= rounds) break
  }
  return found
}

const tell = ({ taken }: Round) => taken.map((one) => ('incoming' in one ? one.incoming.article.text : 'failure' in one ? one.failure.code : one.remark))

describe('watching', () => {
  test('what is new comes once; “unchanged” is asked for; the state goes on where it was', async () => {
    let paths = ['/1']
    const { origin, asked } = await serve({
      '/feed': ({ headers }, response) => {
        const etag = `"${paths.length}"`
        if (headers['if-none-match'] === etag) response.writeHead(304).end()
        else response.writeHead(200, { etag }).end(feedOf(...paths))
      },
      '/1': 'Lind spoke.',
      '/2': 'Vale left.',
    })
    const address = `${origin}/feed`
    const [first, second] = await watch([{ address, state: null }], 2)
    expect([first, second].map((round) => round && tell(round))).toEqual([['Lind spoke.'], []])
    paths = ['/2', '/1']
    const state: SourceState = JSON.parse(JSON.stringify(second?.state))
    const [third] = await watch([{ address, state }], 1)
    expect(third && tell(third)).toEqual(['Vale left.'])
    expect(asked.filter((path) => path === '/1')).toHaveLength(1)
    expect(third?.state).toMatchObject({ etag: '"2"', failures: 0, lastError: null })
  })
  test('an article that is changed is taken again', async () => {
    let updated = '2024-03-14T10:00:00Z'
    const { origin } = await serve({
      '/feed': (_, response) =>
        response.end(
          `<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><id>e</id><title>T</title><link href="/1"/><updated>${updated}</updated></entry></feed>`,
        ),
      '/1': (_, response) => response.end(`As of ${updated}`),
    })
    const [first] = await watch([{ address: `${origin}/feed`, state: null }], 1)
    updated = '2024-03-14T12:00:00Z'
    const rounds = await watch([{ address: `${origin}/feed`, state: first?.state ?? null }], 2)
    expect(rounds.map(tell)).toEqual([['As of 2024-03-14T12:00:00Z'], []])
  })
  test('an article that fails for now is tried again, one that is gone is not', async () => {
    let count = 0
    const { origin, asked } = await serve({
      '/feed': (_, response) => response.writeHead(200, { etag: '"1"' }).end(feedOf('/1', '/gone')),
      '/1': (_, response) => (++count < 2 ? response.writeHead(503).end() : response.end('Lind spoke.')),
    })
    const rounds = await watch([{ address: `${origin}/feed`, state: null }], 2)
    expect(rounds.map(tell)).toEqual([['fetch-status', 'fetch-status'], ['Lind spoke.']])
    expect(rounds.map(({ state }) => Object.keys(state.pending).length)).toEqual([1, 0])
    expect(asked.filter((path) => path === '/gone')).toHaveLength(1)
  })
  test('a source that fails is told and does not stop the others', async () => {
    const { origin, asked } = await serve({
      '/feed': feedOf('/1'),
      '/1': 'Lind spoke.',
      '/page': '<html>',
      '/broken': '<rss version="2.0"><channel><item><title>',
    })
    const sources = ['/none', '/page', '/broken', '/feed'].map((path) => ({ address: `${origin}${path}`, state: null }))
    const rounds = await watch(sources, 12)
    const of = (path: string) => rounds.filter(({ address }) => address === `${origin}${path}`)
    expect(of('/none')[0]?.state).toMatchObject({ failures: 1, lastSuccessAt: null, lastError: { code: 'fetch-status' } })
    expect([of('/page')[0], of('/broken')[0]].map((round) => round && tell(round))).toEqual([['source-no-feed'], ['feed-malformed']])
    expect(of('/feed').map(tell)).toContainEqual(['Lind spoke.'])
    expect(asked.filter((path) => path === '/1')).toHaveLength(1)
  })
  test('stopping ends it at once, in the middle of a fetch and of a pause', async () => {
    const { origin } = await serve({ '/slow': (_, response) => response.flushHeaders(), '/feed': feedOf() })
    for (const path of ['/slow', '/feed']) {
      const began = Date.now()
      const limits = { ...SHORT, fetchTotalMs: 30_000, checkLeastMs: 60_000, checkMostMs: 60_000 }
      const rounds = await watch([{ address: `${origin}${path}`, state: null }], 9, { signal: AbortSignal.timeout(100), limits })
      expect(rounds).toHaveLength(path === '/feed' ? 1 : 0)
      expect(Date.now() - began).toBeLessThan(600)
    }
  })
})

describe('when a source is checked again', () => {
  const HOUR = 3_600_000
  const every = (ms: number) => Array.from({ length: 9 }, (_, n) => new Date(Date.UTC(2024, 2, 14) + n * ms).toISOString())
  const check = (name: string, ms: number, expected: number) =>
    test(name, () => {
      expect(ms).toBeGreaterThanOrEqual(expected)
      expect(ms).toBeLessThanOrEqual(expected * 1.1)
    })
  check('as it asks', planAfterSuccess('a', 2 * HOUR, every(60_000), LIMITS), 2 * HOUR)
  check('half its usual gap', planAfterSuccess('a', null, every(4 * HOUR), LIMITS), 2 * HOUR)
  check('not too often', planAfterSuccess('a', 1000, [], LIMITS), HOUR / 12)
  check('not too seldom', planAfterSuccess('a', null, every(300 * HOUR), LIMITS), 24 * HOUR)
  check('when nothing is known', planAfterSuccess('a', null, [], LIMITS), HOUR)
  check('after a failure, as the server wishes', planAfterFailure('a', 1, 5 * HOUR, LIMITS), 5 * HOUR)
  test('after failures, more and more seldom', () => {
    const plans = [1, 2, 3, 4, 20].map((failures) => planAfterFailure('a', failures, null, LIMITS))
    expect(plans).toEqual(plans.toSorted((a, b) => a - b))
    expect(plans.at(-1)).toBe(24 * HOUR)
  })
})

describe('health', () => {
  const now = new Date('2024-03-20T00:00:00Z')
  /** Arrivals so many hours before now. */
  const stateOf = (hours: number[], more: Partial<SourceState> = {}): SourceState => ({
    etag: null,
    lastModified: null,
    nextCheckAt: '',
    lastSuccessAt: '2024-03-19T00:00:00Z',
    lastError: null,
    failures: 0,
    seen: {},
    pending: {},
    arrivals: hours.map((hour) => new Date(now.getTime() - hour * 3_600_000).toISOString()),
    ...more,
  })
  const check = (name: string, state: SourceState, sentence: string | null, articlesADay: number | null) =>
    test(name, () =>
      expect(judgeHealth('https://lund.example/f', state, now)).toEqual({ articlesADay, sentence: sentence && `“https://lund.example/f” ${sentence}` }),
    )
  check('all is well', stateOf([60, 48, 36, 24, 12]), null, 2)
  check('too few to tell', stateOf([900, 800]), null, null)
  check('silent', stateOf([124, 122, 120, 118, 116]), 'has fallen silent: nothing new for 5 days, where it brings an article every 2 hours or so.', 4)
  check('a weekend is no silence where articles are rare', stateOf([340, 240, 220, 120, 60]), null, 0.3)
  check('some hours are no silence', stateOf([24, 23.5, 23, 22.5, 22]), null, 4)
  const lastError = { code: 'fetch-status', reason: 'It answered 404.', canRetry: false }
  check('failing', stateOf([], { failures: 3, lastError }), 'was last read on 2024-03-19; failed checks in a row: 3. It answered 404.', null)
})
