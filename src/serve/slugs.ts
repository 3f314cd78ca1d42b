/** A name for an address out of a title: small letters, digits and hyphens. `isTaken` tells which are in use. */
export async function makeSlug(title: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const base = (plain ?? ['untitled']).join('-').slice(0, 60).replace(/-+$/, '')
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!(await isTaken(slug))) return slug
  }
}
