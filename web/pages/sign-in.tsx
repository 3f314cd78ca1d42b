import { useState } from 'preact/hooks'
import { type Problem, toProblem } from '../api.ts'
import { me, signIn } from '../me.ts'
import { Field, PageHead, ProblemNote, readForm } from '../parts/parts.tsx'
import { go, place } from '../route.ts'
import { WORDS } from '../words.ts'

export default function SignInPage() {
  const [problem, setProblem] = useState<Problem | null>(null)
  const enter = async (form: HTMLFormElement) => {
    const { name, password } = readForm(form)
    try {
      await signIn(name ?? '', password ?? '')
      go(safeTarget(place.value.query.get('to')))
    } catch (thrown) {
      setProblem(toProblem(thrown))
    }
  }
  return (
    <>
      <PageHead title={WORDS.signIn.title} />
      {me.value?.isSignedIn && <p>{WORDS.signIn.hello(me.value.name)}</p>}
      <form
        class="narrow-form"
        onSubmit={(event) => {
          event.preventDefault()
          void enter(event.currentTarget)
        }}
      >
        <Field label={WORDS.signIn.name}>
          <input name="name" autocomplete="username" required />
        </Field>
        <Field label={WORDS.signIn.password}>
          <input name="password" type="password" autocomplete="current-password" required />
        </Field>
        <button type="submit" class="primary">
          {WORDS.signIn.go}
        </button>
      </form>
      {problem && <ProblemNote problem={problem} />}
    </>
  )
}

/** Only to pages of this site: “//elsewhere” and “/\elsewhere” lead away. */
function safeTarget(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/'
}
