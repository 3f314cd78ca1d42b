import type { ComponentType } from 'preact'
import type { WORDS } from '../words.ts'

/** A page: its pattern of the address, and its part, loaded when it is first wanted. */
export interface PageEntry {
  readonly pattern: string
  readonly load: () => Promise<{ readonly default: ComponentType<never> }>
  /** Under which name it stands among the pages at the top; null where it does not. */
  readonly nav: keyof typeof WORDS.pages | null
}

export const PAGES: readonly PageEntry[] = [
  { pattern: '/', nav: 'home', load: () => import('./home.tsx') },
  { pattern: '/find', nav: 'find', load: () => import('./find.tsx') },
  { pattern: '/pairs', nav: 'pairs', load: () => import('./pair.tsx') },
  { pattern: '/network', nav: 'network', load: () => import('./network.tsx') },
  { pattern: '/review', nav: 'review', load: () => import('./review.tsx') },
  { pattern: '/check', nav: 'check', load: () => import('./check.tsx') },
  { pattern: '/reports', nav: 'reports', load: () => import('./reports.tsx') },
  { pattern: '/saved', nav: 'saved', load: () => import('./saved.tsx') },
  { pattern: '/collections', nav: 'collections', load: () => import('./collections.tsx') },
  { pattern: '/sources', nav: 'sources', load: () => import('./sources.tsx') },
  { pattern: '/api', nav: 'api', load: () => import('./api.tsx') },
  { pattern: '/collections/:slug', nav: null, load: () => import('./collection.tsx') },
  { pattern: '/articles/:id', nav: null, load: () => import('./article.tsx') },
  { pattern: '/identities/:id', nav: null, load: () => import('./identity.tsx') },
  { pattern: '/read', nav: null, load: () => import('./read-here.tsx') },
  { pattern: '/sign-in', nav: null, load: () => import('./sign-in.tsx') },
]
