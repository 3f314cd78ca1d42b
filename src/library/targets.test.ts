import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Incoming } from '../document/incoming.ts'
import { type KnownSource, nameArticle, nameItem, nameSource, placeTarget, splitItem, type Target } from './targets.ts'

const source = (kind: KnownSource['kind'], address: string): KnownSource => ({ id: 1, name: address, kind, address, keep_days: null })
const folder = (place: string): Target => ({ written: place, place, isFolder: true })
const file = (written: string): Target => ({ written, place: resolve(written), isFolder: false })
const web = (place: string): Target => ({ written: place, place, isFolder: false })

test('items have one name in every run, and lead back to their target', () => {
  const check = (of: KnownSource, target: Target, key: string, name: string, back: { place: string; key: string }) => {
    expect(nameItem(of, target, key)).toBe(name)
    expect(splitItem(of, name)).toEqual(back)
  }
  check(source('folder', '/a'), folder('/a'), 'b/c.jsonl#line 2', 'b/c.jsonl#line 2', { place: '/a', key: 'b/c.jsonl#line 2' })
  check(source('folder', resolve('x')), file('x/y.txt'), 'x/y.txt', 'y.txt', { place: resolve('x'), key: 'y.txt' })
  check(source('file', resolve('x.jsonl')), file('x.jsonl'), 'line 7', 'line 7', { place: resolve('x.jsonl'), key: 'line 7' })
  check(source('page', 'https://a.example/'), web('https://a.example/1'), 'https://a.example/1', 'https://a.example/1', {
    place: 'https://a.example/1',
    key: 'https://a.example/1',
  })
  check(source('feed', 'https://a.example/f.xml'), web('https://a.example/f.xml'), 'tag:1', 'tag:1', { place: 'https://a.example/f.xml', key: 'tag:1' })
  check(source('feed', 'https://a.example/f.xml'), web('https://b.example/g.xml'), 'tag:1', 'https://b.example/g.xml > tag:1', {
    place: 'https://b.example/g.xml',
    key: 'tag:1',
  })
})

test('sources: what holds many is its own, pages belong to their site, files to their folder', async () => {
  const name = async (written: string, isSingle: boolean, called: string | null = null) => nameSource(await placeTarget(written), { isSingle, name: called })
  expect(await name('https://www.post.example/world/1#top', true)).toBe('www.post.example')
  expect(await name('https://post.example/feed.xml', false)).toBe('https://post.example/feed.xml')
  expect(await name('src/library/targets.ts', true)).toBe(resolve('src/library'))
  expect(await name('src/library', false)).toBe(resolve('src/library'))
  expect(await name('some.jsonl', false)).toBe(resolve('some.jsonl'))
  expect(await name('some.jsonl', false, 'Post')).toBe('Post')
})

test('articles go by their address, their id in the file, or their place', () => {
  const check = (target: Target, key: string, told: { address?: string; source?: string }, name: string) => {
    const article = { text: '', source: told.source ?? null, title: null, publisher: null, authors: [], publishedOn: null }
    expect(nameArticle(target, { key, incoming: { article, address: told.address ?? null } as unknown as Incoming })).toBe(name)
  }
  check(file('a.html'), 'a.html', { source: 'a.html', address: 'https://post.example/1#x' }, 'https://post.example/1')
  check(file('a.html'), 'a.html', { source: 'a.html' }, resolve('a.html'))
  check(file('a.jsonl'), 'line 2', { source: 'a.jsonl:2' }, `${resolve('a.jsonl')}#line 2`)
  check(file('a.jsonl'), 'line 2', { source: 'id-9' }, `${resolve('a.jsonl')}#id-9`)
  check(folder('/a'), 'b.txt', { source: 'b.txt' }, '/a/b.txt')
  check(folder('/a'), 'b.jsonl#line 2', { source: 'b.jsonl:2' }, '/a/b.jsonl#line 2')
  check(folder('/a'), 'b.jsonl#line 2', { source: 'id-9' }, '/a/b.jsonl#id-9')
  check(web('https://post.example/f.xml'), 'tag:1', { source: 'tag:1' }, 'https://post.example/f.xml#tag:1')
  // A site that gives its front page as the address of every page.
  check(web('https://post.example/f.xml'), 'https://post.example/7', { address: 'https://post.example/' }, 'https://post.example/7')
  check(web('https://post.example/'), 'https://post.example/', { address: 'https://post.example/' }, 'https://post.example/')
})
