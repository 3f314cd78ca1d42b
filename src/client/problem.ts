/** What a reading room answers where it cannot do what was asked (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number
  /** Names the kind of problem for programs: “no-article”. */
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
  }
}

/** The problem that a response tells. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const told = (await response.json().catch(() => ({}))) as { code?: string; detail?: string }
  return new ApiProblem(response.status, told.code ?? 'unknown', told.detail ?? `The server answered ${response.status}.`)
}
