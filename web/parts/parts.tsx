import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Problem } from '../api.ts'
import type { Loaded, Rows } from '../load.ts'
import { place, writeHref } from '../route.ts'
import { WORDS } from '../words.ts'

/** What a page shows while it waits for the server, and where the server cannot answer. */
export function Waiting({ of }: { of: Pick<Loaded<unknown>, 'isLoading' | 'problem' | 'reload'> }) {
  if (of.isLoading)
    return (
      <p class="quiet" role="status">
        {WORDS.shell.loading}
      </p>
    )
  return of.problem ? <ProblemNote problem={of.problem} retry={of.reload} /> : null
}

export function ProblemNote({ problem, retry }: { problem: Problem; retry?: () => void }) {
  if (problem.code === 'ambiguous-name') return <NameChoice detail={problem.detail ?? ''} />
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{problem.title}</strong>
      </p>
      {problem.detail && <p dir="auto">{problem.detail}</p>}
      {retry && (
        <button type="button" onClick={retry}>
          {WORDS.shell.tryAgain}
        </button>
      )}
    </div>
  )
}

/** The server lists those who bear a name, each with a number: a click puts the number into the query. */
function NameChoice({ detail }: { detail: string }) {
  const name = /^“(.*?)”/.exec(detail)?.[1] ?? ''
  const { path, query } = place.value
  const choose = (number: string) => writeHref(path, Object.fromEntries(Array.from(query, ([key, value]) => [key, value === name ? number : value])))
  return (
    <div class="note" role="alert">
      <p>{WORDS.problems.several(name)}</p>
      <ul class="plain">
        {Array.from(detail.matchAll(/"(#\d+)" +(.+)/g), ([, number = '', told]) => (
          <li key={number}>
            <a href={choose(number)}>{told}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function More({ of }: { of: Rows<unknown, never> | Pick<Rows<unknown, never>, 'hasMore' | 'more' | 'isLoadingMore'> }) {
  if (!of.hasMore) return null
  return (
    <p>
      <button type="button" onClick={of.more} disabled={of.isLoadingMore}>
        {of.isLoadingMore ? WORDS.shell.loading : WORDS.shell.more}
      </button>
    </p>
  )
}

/** Heading of a page. Whoever comes from another page by keys or by ear begins here. */
export function PageHead({ title, children }: { title: string; children?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – ${WORDS.name}`
    heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <header class="page-head">
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {title}
      </h1>
      {children}
    </header>
  )
}

export function Field({ label, children, hint }: { label: string; children: ComponentChildren; hint?: string }) {
  return (
    <label class="field">
      <span class="field-name">{label}</span>
      {children}
      {hint && <small class="quiet">{hint}</small>}
    </label>
  )
}

/** What may be wider than the page scrolls by itself, and is within reach of the keys. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keys.
    <div class="scroll" role="group" tabIndex={0} aria-label={label}>
      {children}
    </div>
  )
}

/** A choice among values; the empty one says `any`. */
export function Choice({
  name,
  value,
  values,
  any,
  onChange,
}: {
  name: string
  value: string
  values: readonly (readonly [string, string])[]
  any?: string
  onChange?: (value: string) => void
}) {
  return (
    <select name={name} onChange={(event) => onChange?.(event.currentTarget.value)}>
      {any !== undefined && <option value="">{any}</option>}
      {values.map(([one, label]) => (
        <option key={one} value={one} selected={one === value}>
          {label}
        </option>
      ))}
    </select>
  )
}

/** The fields of a form as text; empty ones left out. */
export function readForm(form: HTMLFormElement): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value.trim() !== '') given[name] = value.trim()
  return given
}

/** A button that shows a key beside its name. */
export function KeyButton({
  label,
  shortcut,
  onClick,
  isPressed,
  isQuiet,
}: {
  label: string
  shortcut?: string
  onClick: () => void
  isPressed?: boolean
  isQuiet?: boolean
}) {
  return (
    <button type="button" class={isQuiet ? 'quiet-button' : ''} onClick={onClick} aria-pressed={isPressed} aria-keyshortcuts={shortcut}>
      {label}
      {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
    </button>
  )
}
