import { type ComponentType, h } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { isServerThere, mustSignIn, toProblem } from './api.ts'
import { KeysHelp } from './KeysHelp.tsx'
import { useKeys } from './keys.ts'
import { connection, returns } from './live.ts'
import { loadMe, me, signOut } from './me.ts'
import { PAGES, type PageEntry } from './pages/pages.ts'
import { Choice, PageHead, ProblemNote } from './parts/parts.tsx'
import { go, matchPath, place } from './route.ts'
import { said, say } from './say.ts'
import { THEMES, type Theme, theme } from './settings.ts'
import { WORDS } from './words.ts'

/** What stands round every page. */
export function Shell() {
  const [isHelpOpen, setHelpOpen] = useState(false)
  useKeys({ help: () => setHelpOpen(true), search: () => go('/find') })
  useReturn()
  return (
    <>
      <a class="skip" href="#page">
        {WORDS.skip}
      </a>
      <Banner openKeys={() => setHelpOpen(true)} />
      <Lost />
      <main id="page" tabIndex={-1}>
        <CurrentPage />
      </main>
      <Saying />
      {isHelpOpen && <KeysHelp onClose={() => setHelpOpen(false)} />}
    </>
  )
}

function Banner({ openKeys }: { openKeys: () => void }) {
  const path = place.value.path
  return (
    <header class="banner">
      <a class="brand" href="/">
        {WORDS.name}
      </a>
      <nav aria-label={WORDS.shell.pages}>
        <ul>
          {PAGES.map(({ pattern, nav }) =>
            nav === null ? null : (
              <li key={pattern}>
                <a href={pattern} aria-current={path === pattern ? 'page' : undefined}>
                  {WORDS.pages[nav]}
                </a>
              </li>
            ),
          )}
        </ul>
      </nav>
      <div class="banner-end">
        <label class="theme">
          <span>{WORDS.shell.theme}</span>
          <Choice
            name="theme"
            value={theme.value}
            values={THEMES.map((one) => [one, WORDS.shell.themes[one]] as const)}
            onChange={(value) => {
              theme.value = value as Theme
            }}
          />
        </label>
        <button type="button" onClick={openKeys}>
          {WORDS.shell.keys} <kbd aria-hidden="true">?</kbd>
        </button>
        <Who />
      </div>
    </header>
  )
}

function Who() {
  if (me.value === null) return <a href="/sign-in">{WORDS.shell.signIn}</a>
  if (!me.value.isSignedIn) return null
  return (
    <span class="who-am-i">
      <bdi>{me.value.name}</bdi>
      <button type="button" onClick={() => void signOut().then(() => go('/sign-in'))}>
        {WORDS.shell.signOut}
      </button>
    </span>
  )
}

/** Told while the server does not answer. */
function Lost() {
  const isLost = connection.value === 'lost' || !isServerThere.value
  return (
    <div class="lost" role="status">
      {isLost && <p>{WORDS.shell.lost}</p>}
    </div>
  )
}

/** When the server is back: who is here is asked anew. */
function useReturn(): void {
  const count = returns.value
  useEffect(() => {
    if (count === 0) return
    isServerThere.value = true
    say(WORDS.shell.back)
    void loadMe()
  }, [count])
}

function Saying() {
  const told = said.value
  return (
    <div class={told?.isBad ? 'saying bad' : 'saying'} role="status" aria-live="polite">
      {told && <p>{told.words}</p>}
    </div>
  )
}

function CurrentPage() {
  const { path } = place.value
  const entry = PAGES.find(({ pattern }) => matchPath(pattern, path) !== null)
  if (mustSignIn.value && path !== '/sign-in')
    return (
      <>
        <PageHead title={WORDS.signIn.title} />
        <p>
          {WORDS.shell.mustSignIn} <a href={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`}>{WORDS.shell.signIn}</a>
        </p>
      </>
    )
  if (!entry) return <PageHead title={WORDS.shell.notFound} />
  // What was on screen when the server went is asked for again when it is back.
  return <LoadedPage key={`${entry.pattern} ${returns.value}`} entry={entry} given={matchPath(entry.pattern, path) ?? {}} />
}

function LoadedPage({ entry, given }: { entry: PageEntry; given: Record<string, string> }) {
  const page = useRef<ComponentType<never> | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [, setRound] = useState(0)
  useEffect(() => {
    entry.load().then((found) => {
      page.current = found.default
      setRound((n) => n + 1)
    }, setProblem)
  }, [entry])
  if (problem !== null) return <ProblemNote problem={toProblem(problem)} />
  return page.current ? h(page.current as ComponentType<Record<string, string>>, given) : <p class="quiet">{WORDS.shell.loading}</p>
}
