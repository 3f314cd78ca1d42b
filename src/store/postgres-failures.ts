import { ReadoutError } from '../document/readout-error.ts'

/** A failure of PostgreSQL or of the way to it as a sentence that says what happened and what to do; our own mistakes stay what they are. */
export function tellPostgresFailure(error: unknown, name: string): unknown {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  const told = SENTENCES[code] ?? (isLost(error, code) ? LOST : undefined)
  return told
    ? new ReadoutError(
        told[0],
        told[1].replaceAll('$', () => name),
        { cause: error },
      )
    : error
}

type Told = readonly [code: string, sentence: string]

const UNREACHABLE: Told = ['store-unreachable', 'No PostgreSQL answers at $: see that the server runs and that host and port are right.']
const LOST: Told = ['store-unreachable', 'The connection to $ broke off: nothing of this step was saved. Try again when the server runs.']
const FORBIDDEN: Told = ['store-forbidden', 'The user may not do this at $: give it rights on the database and its schema.']
const BUSY: Told = ['store-busy', 'The store $ is being written by another process for longer than a minute: try again when that one is done.']

/** Conditions of PostgreSQL (appendix A of its manual) and codes of the operating system. */
const SENTENCES: Readonly<Record<string, Told>> = {
  ECONNREFUSED: UNREACHABLE,
  ENOENT: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EACCES: UNREACHABLE,
  ECONNRESET: LOST,
  EPIPE: LOST,
  '57P01': LOST,
  '57P02': LOST,
  '57P03': ['store-unreachable', 'The PostgreSQL at $ is starting or stopping: try again in a moment.'],
  '28P01': ['store-password', 'The password for $ is wrong, or none was given: write it into the address or into PGPASSWORD.'],
  '28000': ['store-password', 'The PostgreSQL at $ does not let this user in: see user, password and pg_hba.conf.'],
  '3D000': ['store-no-database', 'There is no such database at $: create it (“createdb NAME”) or name another.'],
  '42501': FORBIDDEN,
  '25006': ['store-read-only', 'The store $ cannot be written: it was opened for reading, or its server is a standby.'],
  '53100': ['store-full', 'The disk of the server is full: nothing of this step was saved, and the store $ is as it was. Make room and try again.'],
  '53300': ['store-busy', 'The PostgreSQL at $ has no connection left: try again, or raise its max_connections.'],
  '55P03': BUSY,
  '57014': ['store-slow', 'The store $ took longer than five minutes over one step, which was given up: ask for less at once.'],
}

/** pg has no code for these. */
function isLost(error: unknown, code: string): boolean {
  const message = error instanceof Error ? error.message : ''
  return code === '' && /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|SASL/.test(message)
}
