import { lookup as resolveName } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { isPublicAddress } from './addresses.ts'
import { FetchError } from './fetch-error.ts'

/**
 * A connector that checks the address at the moment of connecting: a name that gives a public address when asked first and a private one
 * when the connection is made (DNS rebinding) finds no way through. `isOpen` lets every address pass.
 */
export function makeConnector(isOpen: boolean, timeoutMs: number, resolve: typeof resolveName = resolveName): buildConnector.connector {
  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '')
      const allowed = isOpen ? found : found.filter(({ address }) => isPublicAddress(address))
      const first = allowed[0]
      if (!first) return done(refuse(hostname), '')
      return options.all ? done(null, allowed) : done(null, first.address, first.family)
    })
  }
  // HTTP/1.1 alone: one request a connection needs no second protocol with limits of its own.
  const connect = buildConnector({ lookup, timeout: timeoutMs, allowH2: false })
  return (options, done) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    // An address written as a number is never looked up.
    if (!isOpen && isIP(host) !== 0 && !isPublicAddress(host)) return done(refuse(host), null)
    return connect(options, done)
  }
}

function refuse(host: string): FetchError {
  return new FetchError(
    'fetch-refused-address',
    `“${host}” lies in a private network or on this machine: nothing is fetched from there, so that no page can reach what is not public. ` +
      'If you mean it, name the address yourself with --allow-private.',
  )
}
