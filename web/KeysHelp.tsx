import { useEffect, useRef } from 'preact/hooks'
import { KEYS, type KeyName } from './keys.ts'
import { keys } from './settings.ts'
import { WORDS } from './words.ts'

/** All keys, and the switch that turns them off: who speaks to the machine may otherwise press them unawares. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="keys-help" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{WORDS.keys.title}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={keys.value === 'on'}
          onChange={(event) => {
            keys.value = event.currentTarget.checked ? 'on' : 'off'
          }}
        />{' '}
        {WORDS.keys.use}
      </label>
      <dl class="keys-list">
        {(Object.keys(KEYS) as KeyName[]).map((name) => (
          <div key={name}>
            <dt>
              <kbd>{KEYS[name]}</kbd>
            </dt>
            <dd>{WORDS.keys[name]}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{WORDS.keys.words}</p>
      <button type="button" onClick={() => dialog.current?.close()}>
        {WORDS.shell.close}
      </button>
    </dialog>
  )
}
