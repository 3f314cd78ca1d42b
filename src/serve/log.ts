import { type Logger, pino } from 'pino'

/** What is written of each request: method, path without its query, status, time, who. Never words of articles, never a secret. */
export type Log = Logger

/** A log of JSON lines on standard error; `isQuiet`: only mistakes of ours. */
export function openLog(isQuiet: boolean): Log {
  return pino({ level: isQuiet ? 'error' : 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: false }))
}
