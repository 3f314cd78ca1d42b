import type { ReadoutEntity } from '../document/readout.ts'

/**
 * Whether a name tells who it is, so that it may be joined with the same in other articles. “A senior official” of one article is
 * not that of the next.
 */
export function isNamed({ link, mentions }: ReadoutEntity): boolean {
  return Object.keys(link).length > 0 || mentions.some(({ form }) => form === 'name')
}
