import { signal } from '@preact/signals'

/** What a reader has chosen, kept in this browser. */
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const theme = signal<Theme>(recall('theme', THEMES, 'auto'))
export const keys = signal(recall('keys', ['on', 'off'], 'on'))

/** Sets the theme on the page, now and whenever it is chosen anew. */
export function startTheme(): void {
  theme.subscribe((chosen) => {
    if (chosen === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = chosen
    remember('theme', chosen)
  })
  keys.subscribe((chosen) => remember('keys', chosen))
}

/** A choice of layers as words with blanks between, so that it can be kept. */
export function recallLayers(otherwise: string): Set<string> {
  return new Set((read('layers') ?? otherwise).split(' ').filter(Boolean))
}

export function rememberLayers(layers: ReadonlySet<string>): void {
  remember('layers', [...layers].join(' '))
}

function recall<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
  const kept = read(name)
  return choices.find((choice) => choice === kept) ?? otherwise
}

/** A browser may refuse to keep anything. */
function read(name: string): string | null {
  try {
    return localStorage.getItem(`readout.${name}`)
  } catch {
    return null
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`readout.${name}`, value)
  } catch {
    // Chosen for this visit only.
  }
}
