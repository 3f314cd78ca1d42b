import { useState } from 'preact/hooks'
import { toProblem } from '../api.ts'
import { useAnswer } from '../load.ts'
import { listOperations, type Operation, type Sent, sendOperation } from '../parts/operations.ts'
import { Field, PageHead, readForm, Waiting } from '../parts/parts.tsx'
import { WORDS } from '../words.ts'

/** Every operation of the API with a form to try it. */
export default function ApiPage() {
  const loaded = useAnswer<object>('/openapi.json')
  const operations = loaded.answer ? listOperations(loaded.answer) : []
  const tags = Map.groupBy(operations, ({ tag }) => tag)
  return (
    <>
      <PageHead title={WORDS.api.title}>
        <p class="quiet">
          {WORDS.api.intro}{' '}
          <a href="/openapi.json" data-plain>
            {WORDS.api.document}
          </a>
        </p>
      </PageHead>
      <Waiting of={loaded} />
      {[...tags].map(([tag, some]) => (
        <section key={tag} class="operations">
          <h2>{tag}</h2>
          {some.map((operation) => (
            <OperationForm key={`${operation.method} ${operation.path}`} operation={operation} />
          ))}
        </section>
      ))}
    </>
  )
}

function OperationForm({ operation }: { operation: Operation }) {
  const { method, path, summary, parameters, body } = operation
  const [sent, setSent] = useState<Sent | null>(null)
  const send = (given: Record<string, string>) =>
    void sendOperation(operation, given).then(setSent, (thrown) => setSent({ status: toProblem(thrown).title, text: toProblem(thrown).detail ?? '' }))
  return (
    <details class="operation">
      <summary>
        <code class="method">{method.toUpperCase()}</code> <code>{path}</code> <span class="quiet">{summary}</span>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(readForm(event.currentTarget))
        }}
      >
        <div class="row">
          {parameters.map(({ name, about, isNeeded, choices }) => (
            <Field key={name} label={isNeeded ? `${name} (${WORDS.api.required})` : name} {...(about ? { hint: about } : {})}>
              {choices ? (
                <select name={name}>
                  <option value="">{WORDS.find.any}</option>
                  {choices.map((choice) => (
                    <option key={choice}>{choice}</option>
                  ))}
                </select>
              ) : (
                <input name={name} required={isNeeded} />
              )}
            </Field>
          ))}
        </div>
        {body !== null && (
          <Field label={WORDS.api.body}>
            <textarea name="body" class="code" rows={6} defaultValue={body} spellcheck={false} />
          </Field>
        )}
        <button type="submit">{WORDS.api.send}</button>
      </form>
      <div role="status">
        {sent && (
          <>
            <p>
              {WORDS.api.answer}: <code>{sent.status}</code>
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keys. */}
            <pre tabIndex={0}>{sent.text}</pre>
          </>
        )}
      </div>
    </details>
  )
}
