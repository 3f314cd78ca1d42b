import { useEffect, useRef } from 'preact/hooks'
import { keys } from './settings.ts'

/** Every key of the pages, in one table; what it does is told by `words.ts` under the same name. */
export const KEYS = {
  nextFact: 'j',
  previousFact: 'k',
  nextMention: 'n',
  previousMention: 'p',
  accept: 'a',
  reject: 'x',
  edit: 'e',
  speaker: 's',
  comment: 'c',
  undo: 'u',
  search: '/',
  leave: 'Escape',
  help: '?',
} as const
export type KeyName = keyof typeof KEYS

const NAMES = new Map<string, KeyName>(Object.entries(KEYS).map(([name, key]) => [key, name as KeyName]))

/** Lets keys act while a part of the page is there. Keys typed into a field are the field's; the reader can switch all of them off. */
export function useKeys(actions: Partial<Record<KeyName, () => void>>): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (keys.value === 'off' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const target = event.target as Element
      if (target.closest('dialog') || (event.key !== KEYS.leave && target.closest('input, textarea, select'))) return
      const name = NAMES.get(event.key)
      const act = name && latest.current[name]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
}
