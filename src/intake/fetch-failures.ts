import { FetchError } from './fetch-error.ts'

interface Circumstance {
  readonly url: URL
  /** The headers had come. */
  readonly isAnswered: boolean
  /** We were asked to stop. */
  readonly isStopped: boolean
  /** The time for the whole answer was over. */
  readonly isLate: boolean
}

/** Turns what the network layer throws into one of our own failures; those pass through. */
export function explainFailure(cause: unknown, { url, isAnswered, isStopped, isLate }: Circumstance): FetchError {
  const error = findCause(cause)
  if (error instanceof FetchError) return error
  if (isStopped) return new FetchError('fetch-stopped', `“${url.href}” was not fetched to the end: reading was stopped.`, { canRetry: true, cause })
  const { code = '', name, message } = error as NodeJS.ErrnoException
  if (isLate || TIMEOUTS.has(code))
    return new FetchError('fetch-timeout', `“${url.href}” did not answer in time${isAnswered ? ': it sends too slowly' : ''}.`, { canRetry: true, cause })
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return new FetchError('fetch-too-large', `“${url.href}” sends headers without end.`, { cause })
  if (name === 'HTTPParserError' && code !== 'HPE_INVALID_EOF_STATE')
    return new FetchError('fetch-malformed', `“${url.href}” does not answer as a web server does (${message}).`, { cause })
  if (isAnswered)
    return new FetchError('fetch-cut-short', `“${url.href}” broke off in the middle of its answer, or sent less than it announced.`, { canRetry: true, cause })
  if (/CERT|SELF_SIGNED|^ERR_TLS_|^ERR_SSL_|UNABLE_TO_/.test(code))
    return new FetchError('fetch-certificate', `“${url.host}” shows no valid certificate (${code}): nothing is read from it.`, { cause })
  if (code === 'ENOTFOUND')
    return new FetchError('fetch-unreachable', `There is no host “${url.hostname}”: check the address, or the network.`, { canRetry: true, cause })
  return new FetchError('fetch-unreachable', `“${url.host}” could not be reached (${code || message}).`, { canRetry: true, cause })
}

const TIMEOUTS = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])

/** Where several addresses of a host were tried, the first failure stands for all. */
function findCause(cause: unknown): unknown {
  return cause instanceof AggregateError && cause.errors.length > 0 ? cause.errors[0] : cause
}
