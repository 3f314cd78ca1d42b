import { countProse } from './prose.ts'
import type { PageElement, PageTree } from './tree.ts'

/** By stamp: 1 where an element is no part of an article (menus, shares, teasers, comments …). */
export type Furniture = Uint8Array

const TAGS = new Set('nav footer aside form figure figcaption menu button label fieldset amp-ad amp-sidebar amp-social-share amp-img input'.split(' '))
const ROLES = new Set('navigation complementary banner contentinfo search dialog alert alertdialog menu menubar toolbar form note tablist'.split(' '))

/** Words in names of classes and ids. A name is cut into its words first: “articleShareBar” is “article share bar”. */
const NAMES = named(
  'share|sharing|shares|sharedaddy|social|socials|addthis|addtoany|shariff|follow',
  'comments?|commentlist|disqus|respond|replies|reactions|kommentare?|comentarios|commentaires',
  'related|recommend(?:ed|ations?)?|recirc(?:ulation)?|outbrain|taboola|plista|popular|trending|mostread|most read|more (?:on|from|stories|news|articles)|read (?:more|next|also)|see also|also read|up next|similar|you may|saiba mais',
  'newsletter|subscri(?:be|ption)|signup|sign up|paywall|login|register|donate|donation|abo|cta',
  'cookies?|consent|gdpr|cmp|banner|popup|modal|overlay|lightbox|tooltip',
  'nav|navi|navigation|menu|submenu|breadcrumbs?|pagination|pager|paging|toc|skip|sitemap|toolbar',
  'sidebar|widgets?|footer|colophon|masthead|imprint',
  'ads?|adv|advert|advertisement|advertising|advertorial|anzeige|werbung|sponsor(?:ed)?|promo|promos|promotion|promoted|dfp|gpt|adslot|adsense',
  'author (?:bio|box|info|card|profile)|about (?:the )?author|bio|biography|bylines?|dateline|timestamp|publish(?:ed)? date|postmeta|post metadata',
  'captions?|photo credit|copyright',
  'tags|taglist|tagcloud|categories|keywords|topics|tag links|cat links',
  'print|printonly|screen reader|sr only|visually hidden|visuallyhidden|hidden|noprint|no print|invisible',
  'ratings?|votes?|voting|poll|quiz|loading|infobox|factbox',
)
const COMMENTS = named('comments?|commentlist|disqus|respond|kommentare?|comentarios|commentaires')
/** Words that name furniture as often as what holds the article: only where little text stands below. */
const WEAK_NAMES = named(
  'meta|metadata|credits?|gallery|slideshow|carousel|slider|images?|picture|video|player|thumbnail|thumb|media|author|authors|teasers?|header|date|time|twitter|facebook|whatsapp|rail|foot|downloads?|tags?|source|sources|citation|button|btn|icon|label|flag|kicker|rubric|category|section name',
)
/** Beginnings of names that tell a state or a kind, not what stands inside: “with-featured-image”, “category-video”, “js-toolbar”. */
const STATES =
  /^(?:with|without|has|have|no|not|is|js|are|category|tag|post|type|format|status|col|row|lang|theme|page|site|template|single|view|wp|elementor|uk|field|node|position|css|grid|parent|p|m|t|b|lg|md|sm|xs|can|hide|show|u)[-_]/i

function named(...words: string[]): RegExp {
  return new RegExp(` (?:${words.join('|')}) `)
}

/** Marks what is furniture by its tag, role, name or invisibility, never what holds most of the page's prose, alone or with its like. */
export function markFurniture(tree: PageTree): Furniture {
  const prose = countProse(tree, null)
  const total = prose[tree.body.stamp] ?? 0
  const suspects = tree.elements.map((element) => ({ element, strength: furnitureStrength(element), own: prose[element.stamp] as number }))
  const likes = new Map<string, number>()
  for (const { element, strength, own } of suspects) if (strength === 2) likes.set(likeness(element), (likes.get(likeness(element)) ?? 0) + own)
  const marks = new Uint8Array(tree.elements.length)
  for (const { element, strength, own } of suspects) {
    if (strength === 0) continue
    // Readers often write more than the reporter: comments are kept only where nearly nothing else stands.
    const isComment = COMMENTS.test(nameWords(element.attributes))
    const isMuch = total > 0 && (isComment ? own > total * 0.9 : (likes.get(likeness(element)) ?? 0) > total * 0.5)
    if (strength === 2 ? !isMuch : own < 100) marks[element.stamp] = 1
  }
  return marks
}

/** By stamp: 1 for what is furniture and for all that stands in it. */
export function spreadMarks({ elements }: PageTree, furniture: Furniture): Uint8Array {
  const marks = furniture.slice()
  for (const { stamp, parent } of elements) if (parent && marks[parent.stamp] === 1) marks[stamp] = 1
  return marks
}

function likeness({ tag, attributes }: PageElement): string {
  return `${tag} ${attributes.class ?? ''}`
}

/** 2: furniture, 1: furniture where it holds little text, 0: none. */
function furnitureStrength({ tag, attributes }: PageElement): 0 | 1 | 2 {
  if (TAGS.has(tag) || ROLES.has(attributes.role ?? '')) return 2
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true' || /display:\s*none|visibility:\s*hidden/.test(attributes.style ?? '')) return 2
  if (tag === 'noscript') return 1
  if (tag === 'body' || tag === 'html' || tag === 'a' || tag === 'main' || tag === 'article' || tag === 'blockquote') return 0
  if (/articlebody/i.test(attributes.itemprop ?? '')) return 0
  const names = nameWords(attributes)
  return NAMES.test(names) ? 2 : WEAK_NAMES.test(names) ? 1 : 0
}

/** Words of an element's class and id, in lower case, a blank before and after each; two between names. */
export function nameWords({ class: classes = '', id = '' }: Readonly<Record<string, string>>): string {
  const names = classes.split(/\s+/)
  if (id.length < 40) names.push(id)
  let words = ' '
  for (const name of names) {
    if (name === '' || STATES.test(name)) continue
    words += ` ${name
      .replace(/--.*$/, '')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[^A-Za-z]+/g, ' ')
      .toLowerCase()
      .trim()} `
  }
  return words
}
