import { expect, test } from 'vitest'
import { showHtml } from '../../src/cli/show-html.ts'
import { convertOffsets } from '../../src/index.ts'
import { makeQuayReadout } from '../quay-readout.ts'
import { makeStraitReadout } from '../strait-readout.ts'

const page = showHtml(makeQuayReadout())

/** Faults of nesting: a tag that closes what is not open, one left open, a button in a button, an id given twice. */
function findFaults(html: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  const ids = new Set<string>()
  const plain = html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>')
  for (const [tag, slash, name = '', attributes = ''] of plain.matchAll(/<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g)) {
    const id = / id="([^"]*)"/.exec(attributes)?.[1]
    if (id !== undefined && ids.size === ids.add(id).size) faults.push(`${id} twice`)
    if (slash) {
      const was = open.pop()
      if (was !== name) faults.push(`${tag} closes ${was}`)
    } else if (name !== 'meta') {
      if (name === 'button' && open.includes('button')) faults.push('a button in a button')
      open.push(name)
    }
  }
  const rest = plain.replace(/<!doctype html>|<\/?[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"<>]*")?)*>/g, '')
  return [...faults, ...open.map((name) => `${name} is left open`), ...(rest.match(/[<>].{0,20}/g) ?? []).map((stray) => `stray ${stray}`)]
}

/** The article's text as a browser would show it. */
function readArticleText(html: string): string {
  const body = /<div class="text">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? ''
  return body.replace(/<\/?mark[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
}

function wordsMarked(html: string, attribute: string, id: string): string[] {
  const pieces = [...html.matchAll(/<mark[^>]*>|<\/mark>|[^<]+/g)].map(([piece]) => piece)
  return pieces.flatMap((piece, n) => (new RegExp(` ${attribute}="(?:[^"]* )?${id}(?: [^"]*)?"`).test(piece) ? [pieces[n + 1] as string] : []))
}

test('a page is well formed and holds the whole text', () => {
  expect(findFaults(page)).toEqual([])
  expect(readArticleText(page)).toBe(makeQuayReadout().article.text)
})

test('markup in text, title, names and roles is shown, not obeyed', () => {
  const readout = makeQuayReadout('<img src=x onerror="alert(1)">')
  for (const entity of readout.entities) {
    entity.name = `</script><i>"'${entity.name}`
    for (const role of entity.roles) role.title = `<u>${role.title}`
  }
  const hostile = showHtml(readout)
  expect(findFaults(hostile)).toEqual([])
  expect(hostile).not.toMatch(/<img|<u>|<b>ferry|<\/script><i/)
})

test('control characters do not come through', () => {
  expect(showHtml(makeQuayReadout('a\u0000\u001b\u0085b'))).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/)
})

test('nothing is loaded from elsewhere', () => {
  expect(page).toContain("default-src 'none'")
  expect(page).not.toMatch(/https?:|src=|href=|@import|url\(/)
})

test('each statement and each of those who appear has a button, and its words are marked', () => {
  for (const { id } of makeQuayReadout().statements) expect(page).toContain(`data-fact="${id}"`)
  expect(wordsMarked(page, 'data-whom', 'e2')).toEqual(['Ossi Brandt', 'he', 'Brandt'])
  expect(wordsMarked(page, 'data-facts', 's1').join('')).toBe('“We will wait,”hetold')
  expect(page).toMatch(/data-who="e2" aria-pressed="false"><bdi>Ossi Brandt<\/bdi><\/button>, Varlandic envoy \(“he”\), on behalf of Varland, to Maya Trent/)
})

test('each event, cooperation and comparison has a button, and its words are marked', () => {
  const readout = makeStraitReadout()
  const strait = showHtml(readout)
  expect(findFaults(strait)).toEqual([])
  expect(readArticleText(strait)).toBe(readout.article.text)
  for (const { id } of [...readout.events, ...readout.cooperation, ...readout.comparisons]) expect(strait).toContain(`data-fact="${id}"`)
  for (const heading of ['8 events', 'Cooperation (1)', '1 comparison']) expect(strait).toContain(`<h2>${heading}</h2>`)
  expect(wordsMarked(strait, 'data-facts', 'v1')).toEqual(['met', 'the talks'])
  expect(wordsMarked(strait, 'data-details', 'v1').join('|')).toMatch(/^Ilva Brandt\|.*\|Port Asel\|13 March$/)
  expect(wordsMarked(strait, 'data-facts', 'k1').join('')).toBe('the longest since 2009')
  expect(strait).toContain('<small>c1, told by Ilva Brandt (s1)</small>')
  expect(showHtml(convertOffsets(readout, 'codepoint'))).toBe(strait)
})

test('statements, events and names can be marked or not', () => {
  for (const [layer, isShown] of Object.entries({ statements: true, events: true, names: false }))
    expect(page).toContain(`data-layer="${layer}" aria-pressed="${isShown}"`)
})

test('offsets in code points mark the same words', () => expect(showHtml(convertOffsets(makeQuayReadout(), 'codepoint'))).toBe(page))

test('the script is sound', () => {
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] as string
  expect(() => new Function(script)).not.toThrow()
})
