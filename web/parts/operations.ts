import { csrfHeader } from '../api.ts'

/** An operation of the API as its OpenAPI document tells it. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly parameters: readonly {
    readonly name: string
    readonly where: 'path' | 'query' | 'header'
    readonly about: string
    readonly isNeeded: boolean
    readonly choices: readonly string[] | null
  }[]
  /** An example of the body; null where it takes none. */
  readonly body: string | null
}

export interface Sent {
  readonly status: string
  readonly text: string
}

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly example?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenOperation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

interface OpenOperation {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly required?: boolean
    readonly description?: string
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
}

/** Signs of an answer that are shown; exports may be endless. */
const SHOWN = 40_000

export function listOperations(document: object): Operation[] {
  const { paths, components } = document as OpenApi
  const find = (schema: Schema | undefined): Schema => (schema?.$ref ? (components?.schemas?.[schema.$ref.split('/').at(-1) as string] ?? {}) : (schema ?? {}))
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { tags, summary, parameters, requestBody }]) => ({
      ...{ method, path, tag: tags?.[0] ?? 'other', summary: summary ?? '' },
      parameters: (parameters ?? []).map((one) => {
        const schema = find(one.schema)
        return {
          name: one.name,
          where: one.in,
          about: one.description ?? schema.description ?? '',
          isNeeded: one.required === true,
          choices: schema.enum?.map(String) ?? null,
        }
      }),
      body: requestBody?.content?.['application/json'] ? writeExample(find(requestBody.content['application/json'].schema)) : null,
    })),
  )
}

/** The needed fields of a body, empty. */
function writeExample({ properties = {}, required }: Schema): string {
  const names = required ?? Object.keys(properties)
  const empty = (schema: Schema | undefined) =>
    schema?.example ?? schema?.enum?.[0] ?? (schema?.type === 'integer' || schema?.type === 'number' ? 1 : schema?.type === 'array' ? [] : '')
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, empty(properties[name])])), null, 2)
}

export async function sendOperation({ method, path, parameters, body }: Operation, given: Readonly<Record<string, string>>): Promise<Sent> {
  const query = new URLSearchParams()
  const headers: Record<string, string> = { accept: 'application/json, */*;q=0.5', ...csrfHeader() }
  let address = path
  for (const { name, where } of parameters) {
    const value = given[name]
    if (value === undefined) continue
    if (where === 'path') address = address.replace(`{${name}}`, encodeURIComponent(value))
    else if (where === 'query') query.set(name, value)
    else headers[name] = value
  }
  if (body !== null) headers['content-type'] = 'application/json'
  const answer = await fetch(query.size > 0 ? `${address}?${query}` : address, {
    method: method.toUpperCase(),
    headers,
    body: body === null ? null : (given.body ?? '{}'),
  })
  return { status: `${answer.status} ${answer.statusText}`, text: await readSome(answer) }
}

async function readSome(answer: Response): Promise<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (reader && text.length < SHOWN) {
    const { done, value } = await reader.read()
    if (done) return tidy(text)
    text += value
  }
  await reader?.cancel()
  return `${text.slice(0, SHOWN)} …`
}

function tidy(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
