import ipaddr from 'ipaddr.js'
import { LIMITS } from '../document/limits.ts'
import { FetchError } from './fetch-error.ts'

/** Whether a target on the command line or in a list is an address and no file name. */
export function isAddress(target: string): boolean {
  return /^https?:\/\//i.test(target)
}

/** An address that may be fetched, without its fragment; relative ones are read against `base`. Throws `FetchError`. */
export function parseAddress(text: string, base?: string): URL {
  const shown = text.slice(0, 200)
  if (text.length > LIMITS.fetchAddressUnits) throw new FetchError('fetch-bad-address', `“${shown} …” is too long for an address.`)
  const url = URL.canParse(text, base) ? new URL(text, base) : null
  if (url === null) throw new FetchError('fetch-bad-address', `“${shown}” is no address: write it whole, like https://news.example/today.`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new FetchError('fetch-scheme', `“${shown}” is not fetched: only addresses that begin with https:// or http:// are.`)
  const hasCredentials = url.username !== '' || url.password !== ''
  url.username = ''
  url.password = ''
  url.hash = ''
  // The message must not carry the password on into a log.
  if (hasCredentials) throw new FetchError('fetch-credentials', `“${url.href}” came with a name or password in it: nothing is sent. Leave them out.`)
  return url
}

/** Answers cloud machines about themselves from an address in the public range (Azure). */
const METADATA = new Set(['168.63.129.16'])

/**
 * Whether an IP address belongs to the public network. Loopback, private, link-local, carrier, multicast and reserved ranges do not,
 * nor do IPv6 forms that carry an IPv4 address (mapped, NAT64, 6to4, Teredo): behind those, any of the others can hide.
 */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip) || METADATA.has(ip)) return false
  const address = ipaddr.parse(ip)
  if (address.range() !== 'unicast') return false
  // Of IPv6 only 2000::/3 is given out; ::127.0.0.1 lies outside and counts as “unicast” otherwise.
  return address.kind() === 'ipv4' || ((address.toByteArray()[0] as number) & 0xe0) === 0x20
}
