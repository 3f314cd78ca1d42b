/** What a page says of itself in JSON-LD, as far as articles use it. */
export interface LinkedFacts {
  readonly headline: string | null
  readonly body: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly authors: readonly { readonly name: string; readonly isOrganization: boolean }[]
  readonly publisher: string | null
  readonly language: string | null
  readonly isFree: boolean | null
}

type Node = Readonly<{ [name: string]: unknown }>

/** Types that stand for an article, the surest first; a page about one thing may carry several. */
const ARTICLES = [
  /^(?:\w*NewsArticle|Report|LiveBlogPosting)$/,
  /^(?:\w*Article|BlogPosting|SocialMediaPosting|DiscussionForumPosting)$/,
  /^(?:Web|Item|About)Page$/,
]
/** Nested deeper than this it is no description of an article. */
const DEEPEST = 8
const MOST = 500

/** Reads every block of JSON-LD of a page; those that are no JSON are passed over. */
export function readJsonLd(blocks: readonly string[]): LinkedFacts {
  const nodes: Node[] = []
  for (const block of blocks) collect(parse(block), nodes, 0)
  const byId = new Map(nodes.map((node) => [node['@id'], node]))
  const ranked = ARTICLES.flatMap((types) => nodes.filter((node) => typesOf(node).some((type) => types.test(type))))
  const pick = <T>(read: (node: Node) => T | null) => ranked.map(read).find((value) => value !== null) ?? null
  const readAuthors = (node: Node) => {
    const authors = toList(node.author ?? node.creator).flatMap((value) => readAuthor(value, byId))
    return authors.length > 0 ? authors : null
  }
  return {
    headline: pick((node) => textOf(node.headline) ?? (isPage(node) ? null : textOf(node.name))),
    body: pick((node) => textOf(node.articleBody)),
    published: pick((node) => textOf(node.datePublished) ?? textOf(node.dateCreated)),
    updated: pick((node) => textOf(node.dateModified)),
    authors: pick(readAuthors) ?? [],
    publisher: pick((node) => nameOf(toList(node.publisher)[0], byId)) ?? null,
    language: pick((node) => textOf(node.inLanguage)),
    isFree: pick((node) => readFlag(node.isAccessibleForFree)),
  }
}

/** Templates leave comments, CDATA marks and raw line ends in the strings of a block. */
function parse(block: string): unknown {
  const source = block
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?\]\]>)\s*;?\s*$/, '')
    .replace(/;\s*$/, '')
  for (const attempt of [source, source.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next attempt, or none: the page has other clues.
    }
  }
  return null
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > DEEPEST || nodes.length >= MOST) return
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, depth + 1)
  else if (isNode(value)) {
    nodes.push(value)
    for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher', 'hasPart', 'liveBlogUpdate'])
      if (name in value) collect(value[name], nodes, depth + 1)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isPage(node: Node): boolean {
  return typesOf(node).some((type) => /Page$/.test(type))
}

function typesOf(node: Node): string[] {
  return toList(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''))
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function textOf(value: unknown): string | null {
  const first = toList(value)[0]
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null
}

function nameOf(value: unknown, byId: ReadonlyMap<unknown, Node>): string | null {
  if (typeof value === 'string') return textOf(value)
  if (!isNode(value)) return null
  return textOf(value.name) ?? textOf(byId.get(value['@id'])?.name)
}

function readAuthor(value: unknown, byId: ReadonlyMap<unknown, Node>): { name: string; isOrganization: boolean }[] {
  const node = isNode(value) ? (textOf(value.name) ? value : (byId.get(value['@id']) ?? value)) : null
  const names = node ? toList(node.name).map(textOf) : [nameOf(value, byId)]
  const isOrganization = node !== null && typesOf(node).some((type) => /Organization$/.test(type))
  return names.filter((name) => name !== null).map((name) => ({ name, isOrganization }))
}

function readFlag(value: unknown): boolean | null {
  const flag = toList(value)[0]
  if (typeof flag === 'boolean') return flag
  return typeof flag === 'string' && /^(?:true|false)$/i.test(flag) ? /^true$/i.test(flag) : null
}
