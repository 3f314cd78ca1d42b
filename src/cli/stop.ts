/** A signal that is given when somebody stops the program (Ctrl-C, kill): what is under way comes to a clean end. A second time ends it at once. */
export function listenForStop(told: () => void): AbortSignal {
  const stop = new AbortController()
  const hear = () => {
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
    told()
  }
  process.on('SIGINT', hear)
  process.on('SIGTERM', hear)
  return stop.signal
}
