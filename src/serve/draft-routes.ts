import type { z } from '@hono/zod-openapi'
import { DraftCheck, DraftOrder, Report, ReportQuery } from '../contract/contract.ts'
import { recogniseEntities } from '../library/library.ts'
import { checkDraft, type Desk, reportBetween, reportFound, writeHtmlReport, writeMarkdownReport } from '../questions/questions.ts'
import { convertOffsets } from '../record/record.ts'
import { defineRoute, type Route } from './route.ts'

const CHECK = defineRoute(
  {
    method: 'post',
    path: '/checks',
    tag: 'desk',
    summary: 'Hold each quotation and claim of a draft against the library; nothing of the draft is kept',
    scope: 'read',
    body: DraftOrder,
    answer: DraftCheck,
  },
  async ({ desk, store, readings }, { body: { text, date, since = null, until = null } }) => {
    const readout = await readings.read({ text, date })
    const people = await recogniseEntities(store, readout, desk.knowledge)
    return checkDraft(desk, { readout: convertOffsets(readout, 'codepoint'), people }, { since, until })
  },
)

const tag = 'desk'
const REPORT_PLAN = { method: 'get', tag, scope: 'read', query: ReportQuery } as const

const REPORT = defineRoute(
  { ...REPORT_PLAN, path: '/reports', summary: 'A brief of what stands between two, or of a search, each line with the words it stands on', answer: Report },
  async ({ desk }, { query }) => drawReport(desk, query),
)

/** A page by itself: its style stands in it, and it runs nothing and loads nothing. */
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const WRITERS = { html: [writeHtmlReport, 'text/html'], md: [writeMarkdownReport, 'text/markdown'] } as const

const WRITTEN = (['html', 'md'] as const).map((form) => {
  const [write, type] = WRITERS[form]
  const plan = { ...REPORT_PLAN, path: `/reports.${form}`, summary: `The brief as ${form === 'html' ? 'a page by itself' : 'Markdown'}`, produces: [type] }
  return defineRoute(plan, async ({ desk }, { query }) => {
    const words = write(await drawReport(desk, query), new Date().toISOString().slice(0, 10))
    const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', 'content-security-policy': PAGE_POLICY }
    return new Response(words, { headers })
  })
})

async function drawReport(desk: Desk, { a, b, q, since, until }: z.output<typeof ReportQuery>) {
  const period = { since: since ?? null, until: until ?? null }
  return q === undefined ? reportBetween(desk, [a as string, b as string], period) : reportFound(desk, q, period)
}

export const DRAFT_ROUTES: readonly Route[] = [CHECK, REPORT, ...WRITTEN]
