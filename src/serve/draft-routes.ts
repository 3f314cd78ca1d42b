import { DraftCheck, DraftOrder, Report, ReportQuery } from '../contract/contract.ts'
import { recogniseEntities } from '../library/library.ts'
import { checkDraft, reportBetween, reportFound } from '../questions/questions.ts'
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

const REPORT = defineRoute(
  {
    method: 'get',
    path: '/reports',
    tag: 'desk',
    summary: 'A brief of what stands between two, or of a search, each line with the words it stands on',
    scope: 'read',
    query: ReportQuery,
    answer: Report,
  },
  async ({ desk }, { query: { a, b, q, since = null, until = null } }) =>
    q === undefined ? reportBetween(desk, [a as string, b as string], { since, until }) : reportFound(desk, q, { since, until }),
)

export const DRAFT_ROUTES: readonly Route[] = [CHECK, REPORT]
