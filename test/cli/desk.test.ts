import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldIdentityName } from '../../src/identities/identities.ts'
import { closeStore, openStore } from '../../src/store/store.ts'
import { REPORTS, saveReports } from '../brief-sample.ts'
import { serve } from '../loopback.ts'
import { runReadout } from '../run-readout.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-desk-'))
const store = join(folder, 'library.db')
const place = (name: string) => join(folder, name)
const write = (name: string, text: string) => {
  writeFileSync(place(name), text)
  return place(name)
}

beforeAll(async () => {
  const open = await openStore(store)
  await saveReports(open, REPORTS, undefined, foldIdentityName)
  await closeStore(open)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('check', () => {
  const draft = () =>
    write(
      'draft.txt',
      'Ilva Brandt met reporters on Monday. “We will never accept a closed corridor,” Brandt said.\n\nTove Aldane said the harbour of Varland would grow.\n\n“We will <b>never</b> allow a closed corridor,” Ilva Brandt said.\n',
    )

  test('a sound draft ends with 0, another with 1, in every form', async () => {
    const sound = await runReadout([
      'check',
      write('sound.txt', 'Ilva Brandt spoke. “We will never accept a closed corridor,” Ilva Brandt said.\n'),
      '--store',
      store,
    ])
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining('stands so · quotation · Ilva Brandt')])
    const text = await runReadout(['check', draft(), '--store', store])
    expect(text.code).toBe(1)
    expect(text.out).toContain('*accept*')
    const html = await runReadout(['check', draft(), '--store', store, '--format', 'html'])
    expect(html.out).not.toContain('<b>never')
    const csv = await runReadout(['check', draft(), '--store', store, '--format', 'csv'])
    expect(csv.out.split('\r\n')[0]).toMatch(/^start,end,kind,speaker,words,verdict/)
    const json = JSON.parse((await runReadout(['check', draft(), '--store', store, '--format', 'json'])).out)
    const points = Array.from(readFileSync(draft(), 'utf8'))
    for (const { claim } of json.claims) for (const span of claim.spans) expect(points.slice(span.start, span.end).join('')).toBe(span.text)
  })

  test('what cannot be read ends with 2', async () => {
    expect((await runReadout(['check', place('none.txt'), '--store', store])).code).toBe(2)
    expect(await runReadout(['check', draft(), '--store', place('none.db')])).toMatchObject({ code: 2, err: expect.stringContaining('There is no store') })
  })
})

describe('alerts', () => {
  const rules = (name: string) =>
    write(
      `${name}.json`,
      JSON.stringify({
        rules: [
          { name: `${name} on the corridor`, speaker: 'Ilva Brandt', words: 'corridor' },
          { name: `${name} off`, type: 'CONSULT', realis: 'denied' },
        ],
      }),
    )
  const run = (file: string, ...more: string[]) =>
    runReadout(['alerts', file, '--store', store, '--since', '2024-01-01', ...more], '', { READOUT_WEBHOOK_SECRET: SECRET })
  const SECRET = 'a secret of the desk, long enough'

  test('each once on standard output; then nothing is new', async () => {
    const first = await run(rules('print'), '--format', 'jsonl')
    expect([first.code, first.err]).toEqual([0, 'readout: 3 alerts told for 2 rules.\n'])
    expect(
      first.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).text),
    ).toEqual(['Ilva Brandt said', 'Ilva Brandt said', expect.stringMatching(/^Meeting: .*called off$/)])
    expect(await run(rules('print'))).toMatchObject({ code: 1, out: '' })
  })

  test('to a feed, which is there from the first run on', async () => {
    expect((await run(write('nobody.json', '{"rules":[{"name":"x","speaker":"Nils Ode"}]}'), '--feed', place('empty.atom'))).err).toContain(
      'nobody in this library is called “Nils Ode” yet',
    )
    expect(readFileSync(place('empty.atom'), 'utf8')).toContain('<feed')
    expect((await run(rules('feed'), '--feed', place('told'))).code).toBe(0)
    expect(JSON.parse(readFileSync(place('told.json'), 'utf8')).items).toHaveLength(3)
    writeFileSync(place('other.json'), '{"items": "mine"}')
    expect(await run(rules('feed2'), '--feed', place('other'))).toMatchObject({ code: 2, err: expect.stringContaining('is no feed of alerts') })
    expect(readFileSync(place('other.json'), 'utf8')).toBe('{"items": "mine"}')
  })

  test('to a webhook on this machine, where that is allowed; what failed comes again with the same id', async () => {
    const heard: { id: string; isSigned: boolean; status: number }[] = []
    const answers = [500, 200, 404]
    const hook: RequestListener = (request, response) => {
      const parts: Buffer[] = []
      request
        .on('data', (part) => parts.push(part))
        .on('end', () => {
          const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers
          const expected = createHmac('sha256', SECRET)
            .update(`${id}.${at}.${Buffer.concat(parts)}`)
            .digest('base64')
          const status = answers.shift() ?? 204
          heard.push({ id: String(id), isSigned: signature === `v1,${expected}`, status })
          response.writeHead(status).end()
        })
    }
    const { origin } = await serve({ '/hook': hook })
    const refused = await run(rules('hook'), '--webhook', `${origin}/hook`)
    expect([refused.code, refused.err, heard]).toEqual([2, expect.stringContaining('lies in a private network'), []])
    const failed = await run(rules('hook'), '--webhook', `${origin}/hook`, '--allow-private')
    expect([failed.code, failed.err]).toEqual([2, expect.stringContaining('it answered 404. What was not told is told by the next run.')])
    expect((await run(rules('hook'), '--webhook', `${origin}/hook`, '--allow-private')).code).toBe(0)
    expect(heard.map(({ status }) => status)).toEqual([500, 200, 404, 204, 204])
    expect(heard.every(({ isSigned }) => isSigned)).toBe(true)
    expect([heard[0]?.id === heard[1]?.id, heard[2]?.id === heard[3]?.id, new Set(heard.map(({ id }) => id)).size]).toEqual([true, true, 3])
  })

  test('rules that are wrong, and no secret, end with 2', async () => {
    const wrong = write('wrong.json', '{\n"rules": [{ "name": "a", "act": "shout" }] }')
    expect(await run(wrong)).toMatchObject({ code: 2, err: expect.stringContaining('line 2: “a”: “shout” is no act') })
    expect(await run(rules('fine'), '--check')).toMatchObject({ code: 0, out: '2 rules: all can be asked.\n' })
    expect(
      await runReadout(['alerts', rules('fine'), '--store', store, '--webhook', 'https://hook.example'], '', { READOUT_WEBHOOK_SECRET: '' }),
    ).toMatchObject({ code: 2 })
    expect((await run(rules('fine'), '--webhook', 'https://hook.example', '--feed', place('x'))).err).toContain('An alert is told once')
  })
})

describe('report', () => {
  test('on two, as a page whose every line leads to its words', async () => {
    const { code, out } = await runReadout(['report', 'Belmora', 'Ostria', '--store', store])
    expect(code).toBe(0)
    expect(out.match(/<h2>[^<]*/g)?.map((title) => title.slice(4))).toEqual([
      'Meetings',
      'What was said',
      'Promises',
      'Cooperation',
      'Denied, not known, or only possible',
      'Sources',
    ])
    const notes = new Set(Array.from(out.matchAll(/<li id="n(\d+)"/g), ([, note]) => note))
    for (const line of out.match(/<li><time>.*/g) ?? []) expect(notes.has(/href="#n(\d+)"/.exec(line)?.[1])).toBe(true)
    expect(out).toContain('Brandt &#38; Keshen &#60;talk&#62;')
    expect(out).toContain('#:~:text=')
    expect(out).not.toMatch(/<script|javascript:/)
  })

  test('in Markdown, where no word of an article means anything', async () => {
    const { out } = await runReadout(['report', '--find', 'harbour', '--format', 'markdown', '--store', store])
    expect(out).toContain('## What was said')
    expect(out).toContain('Hill \\*Herald\\*')
    // a bracket that is told to mean nothing opens no link, so that the round ones behind it mean nothing either
    expect(out).toContain('[Harbour \\[plans\\](x)](<https://')
    const told = new Set(Array.from(out.matchAll(/^\[\^(\d+)\]:/gm), ([, note]) => note))
    for (const [, note] of out.matchAll(/\[\^(\d+)\](?!:)/g)) expect(told.has(note)).toBe(true)
  })

  test('nothing to report ends with 1, a wrong question with 2', async () => {
    expect(await runReadout(['report', 'Belmora', 'Atlantis', '--store', store])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('“Atlantis”'),
    })
    expect((await runReadout(['report', 'Belmora', '--store', store])).code).toBe(2)
    expect((await runReadout(['report', '--find', 'harbour', 'Belmora', '--store', store])).code).toBe(2)
    expect((await runReadout(['report', 'Belmora', 'Ostria', '--since', '2025-01-01', '--store', store])).code).toBe(1)
  })

  test('to a file', async () => {
    const { out, err } = await runReadout(['report', 'Belmora', 'Ostria', '--output', place('brief.html'), '--store', store])
    expect([out, err]).toEqual(['', expect.stringMatching(/^readout: \d+ lines from \d+ places written/)])
    expect(readFileSync(place('brief.html'), 'utf8')).toContain('</html>')
  })
})
