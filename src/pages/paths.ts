import type { PageElement, PageTree } from './tree.ts'

/** Tells the CSS path of a page's elements: “html > body > main > p:nth-of-type(3)”. */
export function makePaths(tree: PageTree): (element: PageElement) => string {
  const counts = countTags(tree)
  // A page that leaves <body> out has one all the same once it is parsed.
  const isBare = tree.body === tree.root
  return (element) => {
    const steps: string[] = []
    for (let at: PageElement | null = element; at?.parent; at = at.parent) steps.push(stepOf(at, at.parent, counts))
    const isBody = isBare && element !== tree.root && !steps.at(-1)?.startsWith(' > head')
    return `html${isBody ? ' > body' : ''}${steps.reverse().join('')}`
  }
}

/** By the stamp of a parent and a tag: how many such children it has. */
function countTags({ elements }: PageTree): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { tag, parent, place } of elements) {
    const key = `${parent?.stamp} ${tag}`
    counts.set(key, Math.max(place, counts.get(key) ?? 0))
  }
  return counts
}

function stepOf({ tag, place }: PageElement, parent: PageElement, counts: ReadonlyMap<string, number>): string {
  // Browsers put a tbody between a table and its rows, other parsers do not: the path holds for both.
  const joint = parent.tag === 'table' && tag === 'tr' ? ' ' : ' > '
  const isAlone = counts.get(`${parent.stamp} ${tag}`) === 1
  return `${joint}${tag.replace(/[^a-z0-9-]/g, '\\$&')}${isAlone ? '' : `:nth-of-type(${place})`}`
}
