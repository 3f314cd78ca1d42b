import { drawTimeline, type Timeline, type TimelineEntry } from '../questions/questions.ts'
import { type AskFlags, askLibrary, readPaging, writeAnswer } from './ask.ts'
import { sayArticle, sayNamed, saySpeaker, sayTeller, sayTraits, showMarked } from './show-answers.ts'
import { type Look, makePaint, wrap } from './show-lines.ts'

/** What happened between two, in the order of time. */
export async function runTimeline(one: string, other: string, flags: AskFlags): Promise<void> {
  const answer = await askLibrary(flags, (desk) => drawTimeline(desk, { one, other, ...readPaging(flags) }))
  await writeAnswer(flags, answer, { text: (look) => showTimeline(answer, look), columns: COLUMNS })
}

function showTimeline({ one, other, rows, summary }: Timeline, look: Look): string {
  const paint = makePaint(look.hasColor)
  const { counts, lastMetOn, cooperation } = summary
  const parts = ENTRY_NAMES.flatMap(([kind, one, many]) =>
    counts[kind] > 0 ? `${counts[kind]} ${counts[kind] === 1 ? one : many}${kind === 'meeting' && lastMetOn ? ` (last met on ${lastMetOn})` : ''}` : [],
  )
  const areas = Map.groupBy(cooperation, ({ area }) => area)
  const stages = Array.from(
    areas,
    ([area, some]) => `${area}: ${some.map(({ stage, from }) => `${stage ?? 'stage not told'} (${from ?? 'undated'})`).join(' → ')}`,
  )
  const head = [paint.bold([one, other].map((who) => (who ? sayNamed(who) : '')).join(' – ')), ...wrap(parts.join(', '), look.width, '', '')]
  return `${[...head, ...stages.map((line) => `  ${line}`)].join('\n')}\n\n${rows.map((row) => showEntry(row, look)).join('\n')}`
}

const ENTRY_NAMES = [
  ['meeting', 'meeting', 'meetings'],
  ['promise', 'promise', 'promises'],
  ['event', 'other event', 'other events'],
  ['cooperation', 'report of cooperation', 'reports of cooperation'],
  ['comparison', 'comparison', 'comparisons'],
] as const

function showEntry({ kind, day, isDayTold, fact, reports, outcomes }: TimelineEntry, look: Look): string {
  const paint = makePaint(look.hasColor)
  const traits = sayTraits(fact).join(' · ')
  const lines = [
    ...wrap(`${day ?? 'undated'}${isDayTold ? '' : ' (report)'} · ${kind} · ${traits}`, look.width, '', '    ').map((line, n) =>
      n === 0 ? line.replace(/^\S+/, paint.bold) : line,
    ),
    ...showMarked(fact.sentence, [fact.words], look, '  '),
    ...wrap([sayArticle(fact.article), ...reports.map(({ article }) => `also ${sayArticle(article)}`)].join('; '), look.width, '    ', '    ').map(paint.dim),
  ]
  for (const { kind: outcome, words, fact: told } of outcomes) {
    const teller = told.kind === 'statement' ? `according to ${saySpeaker(told)}` : sayTeller(told.statedBy)
    lines.push(`    ${paint.bold(`reported ${outcome}`)} ${paint.dim([`${sayArticle(told.article)}`, teller].filter(Boolean).join(', '))}`)
    lines.push(...showMarked(told.sentence, [words], look, '      '))
  }
  return `${lines.join('\n')}\n`
}

const COLUMNS = {
  day: ({ day }: TimelineEntry) => day,
  is_day_told: ({ isDayTold }: TimelineEntry) => isDayTold,
  kind: ({ kind }: TimelineEntry) => kind,
  type: ({ fact }: TimelineEntry) => (fact.kind === 'event' ? fact.type : fact.kind === 'statement' ? fact.act : null),
  realis: ({ fact }: TimelineEntry) => (fact.kind === 'event' || fact.kind === 'cooperation' ? fact.realis : null),
  area: ({ fact }: TimelineEntry) => (fact.kind === 'cooperation' ? fact.area : fact.kind === 'event' ? fact.areas.join('; ') : null),
  stage: ({ fact }: TimelineEntry) => (fact.kind === 'cooperation' ? fact.stage : null),
  claim: ({ fact }: TimelineEntry) => (fact.kind === 'comparison' ? fact.claim : null),
  who: ({ fact }: TimelineEntry) => listWho(fact),
  words: ({ fact }: TimelineEntry) => fact.words.text,
  start: ({ fact }: TimelineEntry) => fact.words.start,
  end: ({ fact }: TimelineEntry) => fact.words.end,
  sentence: ({ fact }: TimelineEntry) => fact.sentence.text,
  outcomes: ({ outcomes }: TimelineEntry) => outcomes.map(({ kind, words }) => `${kind}: ${words.text}`).join('; '),
  reports: ({ reports }: TimelineEntry) => 1 + reports.length,
  published_on: ({ fact }: TimelineEntry) => fact.article.publishedOn,
  outlet: ({ fact }: TimelineEntry) => fact.article.outlet,
  address: ({ fact }: TimelineEntry) => fact.article.address,
  copies: ({ fact }: TimelineEntry) => fact.article.copies,
  article_id: ({ fact }: TimelineEntry) => fact.article.articleId,
  id: ({ fact }: TimelineEntry) => fact.id,
  fact_key: ({ fact }: TimelineEntry) => fact.key,
}

function listWho(fact: TimelineEntry['fact']): string | null {
  if (fact.kind === 'statement') return fact.speaker?.name ?? null
  if (fact.kind === 'event') return fact.participants.map(({ name, role }) => `${name} (${role})`).join('; ')
  return fact.kind === 'cooperation' ? fact.parties.map(({ name }) => name).join('; ') : null
}
