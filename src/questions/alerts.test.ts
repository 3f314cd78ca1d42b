import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parseFeed } from 'feedsmith'
import { afterAll, describe, expect, test } from 'vitest'
import { describeAlerts } from '../../test/desk-alerts.ts'
import { openStore } from '../store/store.ts'
import { addEntries, makeEntry, readJsonFeed, writeAtomFeed, writeJsonFeed } from './alert-feed.ts'
import { parseRules } from './alert-rules.ts'
import type { Alert } from './alerts.ts'
import { makeWebhookDelivery, type PostAnswer } from './deliver.ts'
import type { StatementFact } from './facts.ts'
import { linkToWords } from './tell-fact.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-alerts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
describeAlerts('SQLite', () => openStore(join(folder, `${++count}.db`)))

describe('files of rules', () => {
  const schema = new Ajv2020().compile(JSON.parse(readFileSync('schema/alert-rules-1.schema.json', 'utf8')))
  const fail = (text: string) => {
    try {
      parseRules(text)
      return 'read'
    } catch (error) {
      const { code, message } = error as { code: string; message: string }
      return `${code}: ${message.replace(/^.*:\n {2}/, '')}`
    }
  }
  const one = (rule: object) => JSON.stringify({ rules: [rule] })

  test('defaults', () => {
    const kinds = [{ speaker: 'A' }, { words: 'a' }, { type: 'AID' }, { realis: 'denied' }, { between: ['A', 'B'] }, { kind: 'comparison', words: 'a' }]
    const text = JSON.stringify({ $schema: 'x', rules: kinds.map((rule, n) => ({ name: `r${n}`, ...rule })) })
    expect(schema(JSON.parse(text))).toBe(true)
    expect(parseRules(`\uFEFF${text}`).map(({ kind }) => kind)).toEqual(['statement', 'statement', 'event', 'event', 'event', 'comparison'])
  })

  test.each([
    ['{ "rules": [\n{ "name": "a" "speaker": "b" }\n] }', /^bad-rules: line 2: this is no JSON/],
    ['', /^bad-rules: .*this is no JSON/],
    ['[]', /line 1: a file of rules is written/],
    ['{ "rules": [] }', /line 1: a file of rules is written/],
    ['{ "rules": [7] }', /line 1: rule 1: a rule is written/],
    ['{\n"rules": [{ "name": "a", "words": "b" }],\n"deliver": 1 }', /line 3: “deliver” is nothing/],
    [one({ speaker: 'b' }), /rule 1: it has no name/],
    [one({ name: 'a' }), /“a”: it asks for nothing/],
    [one({ name: 'a', kind: 'event' }), /“a”: it asks for nothing/],
    ['{"rules": [\n {\n  "name": "a",\n  "speakr": "b" } ] }', /line 4: “a”: “speakr” is no condition; there are kind, act/],
    [one({ name: 'a', speaker: 7 }), /“speaker” is text/],
    [one({ name: 'a', speaker: ' ' }), /“speaker” is text/],
    [one({ name: 'a\nb', words: 'c' }), /“name” is text/],
    [one({ name: 'a', words: 'x'.repeat(501) }), /“words” is text/],
    [one({ name: 'a', words: '" -' }), /names no word to look for/],
    [one({ name: 'a', act: 'shout' }), /“shout” is no act; there are say, ask/],
    [one({ name: 'a', type: 'consult' }), /“consult” is no type/],
    [one({ name: 'a', between: ['A'] }), /“between” names two/],
    [one({ name: 'a', between: ['A', 'A'] }), /“between” names two/],
    [one({ name: 'a', kind: 'statement', type: 'AID' }), /a fact of the kind “statement” has no “type”/],
    [one({ name: 'a', kind: 'statement', between: ['A', 'B'] }), /has no “between”/],
    [one({ name: 'a', act: 'say', realis: 'denied' }), /a fact of the kind “event” has no “act”/],
    ['{"rules": [{ "name": "a", "words": "b" },\n{ "name": "a", "words": "c" }]}', /line 2: “a”: two rules have this name/],
    ['{"rules": [{ "name": "a",\n"words": "b",\n"words": "c" }]}', /line 3: “words” stands here twice/],
    ['{"rules": [{ "name": "a", "__proto__": { "words": "b" } }]}', /“__proto__” is no condition/],
    ['{"rules": [{ "name": "a", "constructor": "b" }]}', /“constructor” is no condition/],
    [`${'['.repeat(200_000)}`, /this is no JSON/],
    [`{"rules": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`, /rule 1: a rule is written/],
    [`{"rules": [${'{},'.repeat(1_001)}{}]}`, /there are more than 1000 rules[\s\S]*and \d+ more$/],
    ['x'.repeat(1_000_001), /more than 1000000 characters/],
  ])('%.60s', (text, expected) => expect(fail(text)).toMatch(expected))
})

const SECRET = 'a secret of the desk, long enough'
const fact = {
  ...{ kind: 'statement', key: 'abc123', id: 's1', how: 'direct', act: 'say', source: null, onBehalfOf: null, addressee: null, cue: null, reportedBy: null },
  ...{ speaker: { id: 1, kind: 'person', name: 'Ilva Brandt', country: null }, isNegated: false, isHedged: false, confidence: 0.9 },
  ...{ sentence: { start: 0, end: 20, text: '“We & you sail,” she <said>.\u0000' }, words: { start: 0, end: 12, text: '“We & you sail,”' } },
  article: {
    articleId: 1,
    title: 'Talks',
    outlet: 'Strait Times',
    publishedOn: '2024-01-10',
    address: 'https://strait.example/a#top',
    source: null,
    copies: 2,
    outlets: [],
  },
} as const satisfies StatementFact
const alert = (n: number): Alert => ({ id: `r-${n}`, rule: 'Brandt', fact, keys: ['abc123'] })

describe('the webhook', () => {
  const deliver = async (answers: readonly PostAnswer[], alerts = [alert(1)], limits = { webhookRetryMs: 1, webhookWaitMs: 50 }) => {
    const asked: { body: string; headers: Readonly<Record<string, string>> }[] = []
    const sent: string[] = []
    const post = async (_: string, body: string, headers: Readonly<Record<string, string>>) => {
      asked.push({ body, headers })
      return answers[Math.min(asked.length, answers.length) - 1] as PostAnswer
    }
    const run = makeWebhookDelivery({ address: 'https://hook.example', secret: SECRET, post, limits })(alerts, async ({ id }) => void sent.push(id))
    const failure = await run.then(
      () => null,
      (error: Error) => error.message,
    )
    return { asked, sent, failure }
  }
  const status = (code: number, retryAfterMs: number | null = null) => ({ status: code, retryAfterMs })

  test('is signed so that a receiver can check it', async () => {
    const { asked, sent } = await deliver([status(204)])
    const { body, headers } = asked[0] as (typeof asked)[number]
    const expected = createHmac('sha256', SECRET).update(`r-1.${headers['webhook-timestamp']}.${body}`).digest('base64')
    expect(headers).toMatchObject({ 'webhook-id': 'r-1', 'idempotency-key': 'r-1', 'webhook-signature': `v1,${expected}`, 'content-type': 'application/json' })
    expect(JSON.parse(body)).toMatchObject({
      type: 'readout.alert',
      id: 'r-1',
      rule: 'Brandt',
      text: 'Ilva Brandt said',
      offsetUnit: 'codepoint',
      fact: { key: 'abc123' },
    })
    expect(sent).toEqual(['r-1'])
  })

  test.each([
    [[status(500), status(200)], 2, null],
    [[status(429, 20), status(200)], 2, null],
    [[{ reason: 'It did not answer.', canRetry: true }, status(200)], 2, null],
    [[status(503)], 5, /it answered 503/],
    [[status(404)], 1, /it answered 404/],
    [[status(302)], 1, /name the new address/],
    [[status(429, 3_600_000)], 1, /it answered 429/],
    [[{ reason: 'It lies in a private network.', canRetry: false }], 1, /private network.*told by the next run/],
  ] as const)('%j: %i requests', async (answers, requests, failure) => {
    const found = await deliver(answers)
    expect(found.asked).toHaveLength(requests)
    expect(found.failure ?? '').toMatch(failure ?? /^$/)
    expect(found.sent).toEqual(failure === null ? ['r-1'] : [])
  })

  test('what came through before a failure is noted', async () => {
    expect((await deliver([status(200), status(410)], [alert(1), alert(2), alert(3)])).sent).toEqual(['r-1'])
  })

  test('a secret that can be guessed is refused', () => {
    const make = (secret: string) => () => makeWebhookDelivery({ address: 'https://hook.example', secret, post: async () => status(200) })
    expect(make('short')).toThrow(/less than 16 bytes/)
    expect(make('whsec_YWJj')).toThrow(/less than 16 bytes/)
    expect(make(`whsec_${Buffer.from(SECRET).toString('base64')}`)).not.toThrow()
  })
})

describe('the feed', () => {
  const entries = (...numbers: number[]) => numbers.map((n) => makeEntry(alert(n), '2024-06-01T08:00:00.000Z'))

  test('two forms with the same entries, which come back', () => {
    const made = addEntries([], entries(1, 2))
    const atom = parseFeed(writeAtomFeed(made, new Date(0))).feed as { entries: { id: string; links: { href: string }[]; content: { value: string } }[] }
    expect(atom.entries.map(({ id }) => id)).toEqual(['urn:readout:alert:r-2', 'urn:readout:alert:r-1'])
    expect(atom.entries[0]?.links[0]?.href).toBe('https://strait.example/a#top:~:text=%E2%80%9CWe%20%26%20you%20sail%2C%E2%80%9D')
    expect(atom.entries[0]?.content.value).toContain('“We & you sail,” she <said>.\ufffd\n\nStrait Times, 2024-01-10, “Talks” (and 2 copies)')
    expect(readJsonFeed(writeJsonFeed(made), 'x')).toEqual(made)
  })

  test('one told again is there once; the oldest go', () => {
    expect(addEntries(entries(2, 1), entries(2, 3)).map(({ id }) => id.slice(-1))).toEqual(['3', '2', '1'])
    expect(addEntries(entries(...Array.from({ length: 300 }, (_, n) => n)), entries(999))).toHaveLength(200)
  })

  test.each(['', '{}', '{"items":[{}]}', '{"items":[{"id":"https://other.example/1","title":"x","tags":["x"]}]}'])(
    'a file that is not ours is kept: %s',
    (text) => expect(() => readJsonFeed(text, 'news.json')).toThrow(/“news.json” is no feed of alerts/),
  )
})

test.each([
  [null, 'words', null],
  ['file:///etc/x', 'words', null],
  ['javascript:alert(1)', 'words', null],
  ['https://a.example/x', 'two-part words', 'https://a.example/x#:~:text=two%2Dpart%20words'],
  ['https://a.example/', 'a b c d e f g h i j k l m n', 'https://a.example/#:~:text=a%20b%20c%20d%20e%20f,i%20j%20k%20l%20m%20n'],
])('the link from %s to “%s”', (address, words, expected) => expect(linkToWords(address, words)).toBe(expected))
