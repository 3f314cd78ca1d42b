import { z } from '@hono/zod-openapi'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { drawTimeline, type Fact, findFacts, findSaid, linkToWords, tellFact } from '../questions/questions.ts'
import type { Room } from './room.ts'

const PERIOD = { since: z.iso.date().optional().describe('first day, like 2024-03-14'), until: z.iso.date().optional().describe('last day') }
const LIMIT = { limit: z.int().min(1).max(50).default(20) }

/** Answers one message of a client (Model Context Protocol, streamable HTTP). Nothing is kept between messages. */
export async function answerMcp(room: Room, request: Request, body: unknown): Promise<Response> {
  const server = new McpServer({ name: 'readout', version: room.version }, { instructions: INSTRUCTIONS })
  addReadTool(server, room)
  addFindTool(server, room)
  addSaidTool(server, room)
  addTimelineTool(server, room)
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  await server.connect(transport)
  try {
    return await transport.handleRequest(request, { parsedBody: body })
  } finally {
    await server.close()
  }
}

const INSTRUCTIONS =
  'Readout tells who said what and what happened, from news articles. Every fact comes with its exact words and where they stand: quote these, and name the outlet and the day. What is not in an answer is not known here.'

function addReadTool(server: McpServer, { readings }: Room): void {
  const inputSchema = { text: z.string().min(1).max(LIMITS.readingUnits), date: z.iso.date().optional().describe('day of publication') }
  const description =
    'Reads an English news text: statements with their speakers, events, cooperation, comparisons, each with its words and offsets (UTF-16 units). Nothing is kept.'
  server.registerTool('read', { description, inputSchema, annotations: { readOnlyHint: true } }, ({ text, date }) =>
    tell(async () => readings.read({ text, date })),
  )
}

function addFindTool(server: McpServer, { desk }: Room): void {
  const filters = { speaker: z.string().optional(), about: z.string().optional(), country: z.string().optional(), area: z.string().optional() }
  const inputSchema = {
    words: z.string().max(2_000).optional().describe('words that the sentence must hold; “phrases”, beginnings*, OR, -not'),
    ...filters,
    ...PERIOD,
    ...LIMIT,
  }
  const description = 'Facts of the library that hold words or satisfy filters, newest first, each with its sentence.'
  server.registerTool(
    'find',
    { description, inputSchema, annotations: { readOnlyHint: true } },
    ({ words = null, speaker = null, about = null, country = null, area = null, since = null, until = null, limit }) =>
      tell(async () => {
        const kinds = ['statement', 'event', 'cooperation', 'comparison'] as const
        const rest = { act: null, type: null, realis: null, source: null, sort: 'newest' as const, cursor: null }
        const { rows, unknown } = await findFacts(desk, { words, speaker, about, country, area, since, until, limit, kinds, ...rest })
        return { facts: rows.flatMap((found) => (found.kind === 'article' ? [] : [showFact(found)])), unknownNames: unknown }
      }),
  )
}

function addSaidTool(server: McpServer, { desk }: Room): void {
  const inputSchema = {
    name: z.string().min(1).max(2_000).describe('who: a name, or #12'),
    on: z.string().max(2_000).optional().describe('words of the topic'),
    ...PERIOD,
    ...LIMIT,
  }
  const description = 'All that somebody said, newest first, with who reported it and in what reports disagree.'
  server.registerTool('said', { description, inputSchema, annotations: { readOnlyHint: true } }, ({ name, on = null, since = null, until = null, limit }) =>
    tell(async () => {
      const { who, rows, unknown } = await findSaid(desk, { name, on, since, until, limit, cursor: null })
      const said = rows.map(({ statement, reports }) => ({
        ...showFact(statement),
        alsoReportedBy: reports.map(({ statement: other, disagrees }) => ({ ...showFact(other), disagrees })),
      }))
      return { who: who && { id: who.id, name: who.name, kind: who.kind, country: who.country }, said, unknownNames: unknown }
    }),
  )
}

function addTimelineTool(server: McpServer, { desk }: Room): void {
  const side = z.string().min(1).max(2_000)
  const inputSchema = { one: side.describe('a country, organisation or person'), other: side, ...PERIOD, ...LIMIT }
  const description = 'What happened between two in the order of time: meetings, promises and what became of them, cooperation.'
  server.registerTool('timeline', { description, inputSchema, annotations: { readOnlyHint: true } }, ({ one, other, since = null, until = null, limit }) =>
    tell(async () => {
      const { rows, summary, unknown } = await drawTimeline(desk, { one, other, since, until, limit, cursor: null })
      const entries = rows.map(({ kind, day, isDayTold, fact, outcomes }) => ({
        ...{ kind, day, isDayTold, ...showFact(fact) },
        outcomes: outcomes.map((outcome) => ({ outcome: outcome.kind, ...showFact(outcome.fact) })),
      }))
      return { entries, summary, unknownNames: unknown }
    }),
  )
}

/** A fact with its words and the place where they stand: offsets count code points of the article's text. */
function showFact(fact: Fact) {
  const { article, sentence, words } = fact
  return {
    fact: tellFact(fact),
    words: words.text,
    sentence: sentence.text,
    place: { article: article.articleId, factId: fact.id, start: words.start, end: words.end, offsetUnit: 'codepoint' },
    ...{
      outlet: article.outlet,
      title: article.title,
      publishedOn: article.publishedOn,
      link: linkToWords(article.address, words.text),
      copies: article.copies,
    },
    confidence: fact.confidence,
  }
}

/** What was asked wrongly is told to the model in a sentence, so that it can ask again. */
async function tell(ask: () => Promise<object>) {
  try {
    return { content: [{ type: 'text' as const, text: JSON.stringify(await ask()) }] }
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error
    return { content: [{ type: 'text' as const, text: error.message }], isError: true }
  }
}
