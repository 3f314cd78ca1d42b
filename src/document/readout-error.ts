/**
 * A failure of the outside world (a file, a model, a network): the only thing the program throws on purpose.
 * `message` says what happened and what to do; `code` is stable and can be tested for.
 */
export class ReadoutError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'ReadoutError'
    this.code = code
  }
}
