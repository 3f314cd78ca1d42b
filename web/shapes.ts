/** What the API answers, as the pages read it: the contract’s own types, and names for parts of them. */
import type { z } from 'zod'
import type * as Contract from '../src/contract/contract.ts'
import type { Readout, ReadoutComparison, ReadoutCooperation, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../src/document/readout.ts'

export interface Paged<T> {
  readonly items: readonly T[]
  readonly total: number | null
  readonly next: string | null
}

export type Fact = Contract.Fact
export type FactKind = Fact['kind']
export type StatementFact = Extract<Fact, { kind: 'statement' }>
export type EventFact = Extract<Fact, { kind: 'event' }>
export type Found = Contract.Found
export type FoundArticle = Extract<Found, { kind: 'article' }>
export type FoundPage = Contract.FoundPage
export type Facets = Contract.Facets
/** An article that tells something. */
export type ArticleLine = Fact['article']
export type Named = NonNullable<StatementFact['speaker']>

export type ArticleList = z.infer<typeof Contract.ArticleList>
export type Overview = z.infer<typeof Contract.Overview>
export type Original = z.infer<typeof Contract.OriginalPage>

/** What people decided about a fact, beside what it says; a text that is not kept has none of it. */
export interface Judged {
  readonly factKey?: string
  readonly machineKey?: string | null
  readonly origin?: 'machine' | 'machine+human' | 'human'
  readonly decision?: { readonly verdict: string; readonly who: string; readonly at: string } | null
  readonly differs?: readonly { readonly field: string; readonly human: string; readonly machine: string }[]
  readonly comments?: readonly { readonly id: number; readonly who: string; readonly comment: string }[]
}

/** A record; with people’s corrections folded in where it is one of the library’s. */
export type JudgedReadout = Omit<Readout, 'statements' | 'events' | 'cooperation' | 'comparisons'> & {
  readonly statements: readonly (ReadoutStatement & Judged)[]
  readonly events: readonly (ReadoutEvent & Judged)[]
  readonly cooperation: readonly (ReadoutCooperation & Judged)[]
  readonly comparisons: readonly (ReadoutComparison & Judged)[]
}

export type ArticleAnswer = Omit<z.infer<typeof Contract.ArticlePage>, 'record'> & { readonly record: JudgedReadout }
export type Rejected = ArticleAnswer['rejected'][number]
export type Correction = Contract.Correction

export type IdentityList = z.infer<typeof Contract.IdentityList>
export type IdentityAnswer = z.infer<typeof Contract.IdentityPage>
export type SaidPage = z.infer<typeof Contract.SaidPage>
export type Said = SaidPage['items'][number]
export type TimelineAnswer = z.infer<typeof Contract.TimelinePage>
export type TimelineEntry = TimelineAnswer['items'][number]
export type NetworkAnswer = z.infer<typeof Contract.Network>
export type QueuePage = z.infer<typeof Contract.QueuePage>
export type QueueItem = QueuePage['items'][number]
export type AgreementAnswer = z.infer<typeof Contract.Agreement>
export type SourceList = z.infer<typeof Contract.SourceList>
export type SourceLine = SourceList['items'][number]
export type SavedList = z.infer<typeof Contract.SavedList>
export type CollectionList = z.infer<typeof Contract.CollectionList>
export type CollectionAnswer = z.infer<typeof Contract.CollectionPage>
export type Span = ReadoutSpan

/** A brief: lines by section, each with the numbers of the words that it stands on. */
export interface ReportAnswer {
  readonly title: string
  readonly unknown: readonly string[]
  readonly sections: readonly {
    readonly title: string
    readonly lines: readonly {
      readonly day: string | null
      readonly text: string
      readonly words: string
      readonly notes: readonly number[]
      readonly outcomes: readonly { readonly what: string; readonly words: string; readonly note: number }[]
    }[]
  }[]
  readonly citations: readonly { readonly sentence: Span; readonly words: Span; readonly article: ArticleLine; readonly link: string | null }[]
}

/** What the library says to each claim of a draft. */
export interface DraftAnswer {
  readonly claims: readonly {
    readonly claim: { readonly spans: readonly Span[]; readonly speaker: { readonly name: string } | null }
    readonly verdict: string
    readonly matches: readonly {
      readonly article: ArticleLine
      readonly statement: string | null
      readonly speaker: string | null
      readonly words: Span
      readonly differences: readonly { readonly library: Span | null }[]
    }[]
  }[]
}
