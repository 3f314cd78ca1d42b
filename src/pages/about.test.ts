import { describe, expect, test } from 'vitest'
import { chooseAddress } from './address.ts'
import { readAuthors } from './authors.ts'
import { decodePage } from './charset.ts'
import { readJsonLd } from './json-ld.ts'
import { recogniseKind } from './kinds.ts'
import { dropOwnWords } from './lines.ts'
import { readMeta } from './meta.ts'
import { readMachineMoment, readWrittenMoment } from './moment.ts'
import { growTree } from './tree.ts'

describe('days', () => {
  test.each<[string, string | null, string | null]>([
    ['14 March 2024', null, '2024-03-14'],
    ['Thursday, March 14, 2024 at 10:45', 'en-US', '2024-03-14T10:45'],
    ['Veröffentlicht am 14. März 2024', 'de', '2024-03-14'],
    ['14.03.2024, 10:45 Uhr', null, '2024-03-14'],
    ['le 14 mars 2024', 'fr', '2024-03-14'],
    ['26/02/2024', 'en', '2024-02-26'],
    ['05/06/2024', 'en-GB', '2024-06-05'],
    ['05/06/2024', 'en-US', '2024-05-06'],
    ['05/06/2024', null, null],
    ['31 June 2024', 'en', null],
    ['on Thursday', 'en', null],
    ['March 14', 'en', null],
  ])('%s (%s) is %s', (text, language, expected) => {
    expect(readWrittenMoment(text, language)?.instant ?? null).toBe(expected)
  })

  test.each<[string, string | null]>([
    ['2024-03-14T00:30:00+01:00', '2024-03-14T00:30:00+01:00'],
    ['2024-03-14T00:30:00.123Z', '2024-03-14T00:30:00Z'],
    ['2024-03-14 10:45', '2024-03-14T10:45'],
    ['20240314', '2024-03-14'],
    ['1710412200', '2024-03-14T10:30:00Z'],
    ['Thu, 14 Mar 2024 10:30:00 GMT', '2024-03-14T10:30Z'],
    ['2024-02-30', null],
    ['yesterday', null],
  ])('a machine was told %s: %s', (told, expected) => {
    expect(readMachineMoment(told, null)?.instant ?? null).toBe(expected)
  })
})

describe('authors', () => {
  const authorsOf = (body: string) => {
    const tree = growTree(body)
    const lines = [...body.matchAll(/<p>(.*?)<\/p>/g)].map(([, text]) => ({ text: text as string, kind: 'text' as const, stamp: 1, linked: 0 }))
    return readAuthors(tree, readJsonLd(tree.jsonLd), readMeta(tree), lines, lines.slice(-1))
  }
  test.each<[string, string[], string | null]>([
    ['<meta name="author" content="Ina Marsk, Political Editor and Tom Verel">', ['Ina Marsk', 'Tom Verel'], null],
    ['<meta name="author" content="AFP">', [], 'AFP'],
    ['<meta name="author" content="https://post.example/a/1"><p>By Ina Marsk in Dravik</p><p>Text.</p>', ['Ina Marsk'], null],
    ['<p>By Friday the army has to be back in its barracks.</p>', [], null],
    ['<p>DRAVIK, March 14 (Norda) – The ministers met.</p>', [], 'Norda'],
    ['<a rel="author">Ina Marsk</a><a rel="author">Tom Verel</a>', ['Ina Marsk', 'Tom Verel'], null],
  ])('%s', (body, authors, wire) => {
    expect(authorsOf(body)).toEqual({ authors, wire })
  })
})

describe('lines of the page itself', () => {
  const paragraph = (text: string, linked = 0) => ({ text, kind: 'text' as const, stamp: 1, linked })
  test.each(['Advertisement', 'Share this article', '14 March 2024 • 10:45', '14:05 GMT', 'By Ana Torvik and Jon Hale', '© Ostria Today', 'Mehr zum Thema'])(
    '“%s” goes',
    (text) => {
      expect(dropOwnWords([paragraph(text)])).toEqual([])
    },
  )
  test.each([
    'By Friday the army must be back.',
    '40 soldiers',
    'Read the treaty, she said.',
    'Share prices fell on Monday in Dravik, traders said.',
    '14 March was a Thursday.',
  ])('“%s” stays', (text) => {
    expect(dropOwnWords([paragraph(text)])).toHaveLength(1)
  })
  test('a paragraph that is a link goes, one that holds a link stays', () => {
    expect(dropOwnWords([paragraph('READ MORE: Engineers warn of a flood', 36), paragraph('The report says so.', 6)])).toHaveLength(1)
  })
})

describe('addresses', () => {
  test.each<[string | null, string | null, string | null]>([
    ['/world/bridge?utm_source=x', 'https://post.example/a', 'https://post.example/world/bridge'],
    ['https://post.example/', 'https://post.example/world/bridge?fbclid=1&id=7#top', 'https://post.example/world/bridge?id=7'],
    [null, null, null],
    ['javascript:void(0)', 'https://post.example/a', 'https://post.example/a'],
  ])('%s on %s is %s', (own, fetched, expected) => {
    expect(chooseAddress(own, fetched)).toBe(expected)
  })
})

describe('bytes', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  test.each<[string, string | null, string, string]>([
    ['%PDF-1.7', 'text/html', 'a.html', 'pdf'],
    ['<!doctype html>', null, '-', 'html'],
    ['A text about <p> and <b>.', null, 'a.txt', 'text'],
    ['<html>', 'text/plain; charset=utf-8', 'a', 'text'],
    ['words', 'text/html', 'a', 'html'],
    ['PK\u0003\u0004', null, 'a.docx', 'docx'],
  ])('“%s” (%s, %s) is %s', (head, type, name, kind) => {
    expect(recogniseKind(bytes(head), type, name)).toBe(kind)
  })

  test.each<[Uint8Array, string | null, string]>([
    [new TextEncoder().encode('<meta charset="iso-8859-1">Lëskä'), null, 'Lëskä'],
    [bytes('<meta charset="utf-8">L\u00ebsk\u00e4'), null, 'Lëskä'],
    [bytes('L\u00ebsk\u00e4'), 'text/html; charset=iso-8859-1', 'Lëskä'],
    [Buffer.from('\ufeffLëskä', 'utf16le'), null, 'Lëskä'],
  ])('charset %#', (source, type, expected) => {
    expect(decodePage(source, type).text).toContain(expected)
  })
})
