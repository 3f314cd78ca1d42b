import { useState } from 'preact/hooks'
import { useAnswer } from '../load.ts'
import type { IdentityList } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { Field } from './parts.tsx'

/** Finds somebody of the library by the beginning of a name. */
export function IdentityPicker({ without, action, onPick }: { without: number; action: string; onPick: (id: number) => void }) {
  const [typed, setTyped] = useState('')
  const { answer } = useAnswer<IdentityList>(typed.length > 1 ? '/identities' : null, { q: typed, limit: 8 })
  const found = answer?.items.filter(({ id }) => id !== without) ?? []
  return (
    <div class="picker">
      <Field label={WORDS.identity.names}>
        <input value={typed} onInput={(event) => setTyped(event.currentTarget.value)} dir="auto" />
      </Field>
      <ul class="plain" aria-live="polite">
        {found.map(({ id, name, kind, country, office, articles }) => (
          <li key={id}>
            <bdi>{name}</bdi>{' '}
            <span class="quiet">{[WORDS.identity.kinds[kind], office, country, WORDS.identity.articles(articles)].filter(Boolean).join(' · ')}</span>{' '}
            <button type="button" onClick={() => onPick(id)} aria-label={`${action}: ${name}`}>
              {action}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
