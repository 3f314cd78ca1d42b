import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useKeys } from '../keys.ts'
import { can } from '../me.ts'
import { isNarrow } from '../narrow.ts'
import { place } from '../route.ts'
import type { ArticleAnswer, Correction, FactKind } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { AddFact } from './AddFact.tsx'
import { ArticleText } from './ArticleText.tsx'
import { chooseFact, type Desk, factOf, openDesk, stepFact, stepPlace, switchKind, switchLayer } from './desk.ts'
import { type Doing, FactCard } from './FactCard.tsx'
import { cut, type PlacedFact, type PlacedRecord } from './facts.ts'
import { useGrowing } from './growing.ts'
import { LAYERS } from './marks.ts'
import { makeReviewing, type Reviewing } from './review.ts'
import { listUnknown } from './unknown.ts'

/** An article beside its facts. `answer` and `reload` are null for a text that is not kept: nothing can be decided about it. */
export function Reading({ record, answer, reload }: { record: PlacedRecord; answer: ArticleAnswer | null; reload: (() => void) | null }) {
  const desk = useMemo(() => openDesk(record), [])
  const doing: Doing = useSignal(null)
  useEffect(() => {
    desk.record.value = record
  }, [record])
  useChosenByAddress(desk)
  const reviewing = useMemo(() => (answer && reload ? makeReviewing(answer, reload) : null), [answer])
  useReadingKeys(desk, reviewing, doing)
  useSignalEffect(() => {
    // Another fact is held on to: what was begun with the one before is left.
    if (desk.chosen.value === null) doing.value = null
  })
  return (
    <div class={`reading pane-${desk.pane.value}`}>
      <Tools desk={desk} reviewing={reviewing} />
      <section class="article-pane" aria-label={WORDS.article.text}>
        <ArticleText desk={desk} label={WORDS.article.text} />
      </section>
      <section class="facts-pane" aria-label={WORDS.article.facts}>
        <Unknown desk={desk} />
        <FactList {...{ desk, reviewing, doing, answer }} />
      </section>
      <ChosenSheet {...{ desk, reviewing, doing, answer }} />
    </div>
  )
}

/** The address names a fact by its key, which stays, or by its id in the record. */
function useChosenByAddress(desk: Desk): void {
  const hash = place.value.hash
  useEffect(() => {
    if (!hash) return
    const found = desk.record.value.facts.find(({ id, judged }) => judged.factKey === hash || judged.machineKey === hash || id === hash)
    if (found) chooseFact(desk, found.id)
  }, [hash])
}

function useReadingKeys(desk: Desk, reviewing: Reviewing | null, doing: Doing): void {
  const withChosen = (work: (one: PlacedFact, reviewing: Reviewing) => void) => () => {
    const one = factOf(desk, desk.chosen.value)
    if (one && reviewing && can('review') && one.judged.factKey !== undefined) work(one, reviewing)
  }
  const begin = (what: NonNullable<Doing['value']>) =>
    withChosen((one) => {
      if (what !== 'speaker' || one.kind === 'statement') doing.value = what
    })
  useKeys({
    nextFact: () => stepFact(desk, 1),
    previousFact: () => stepFact(desk, -1),
    nextMention: () => stepPlace(desk, 1),
    previousMention: () => stepPlace(desk, -1),
    accept: withChosen((one, { decide }) => void decide(one, 'accept')),
    reject: withChosen((one, { decide }) => void decide(one, 'reject')),
    undo: withChosen((one, { undo }) => void undo(one)),
    edit: begin('edit'),
    speaker: begin('speaker'),
    comment: begin('comment'),
    leave: () => {
      if (doing.value === null) chooseFact(desk, null)
      else doing.value = null
    },
  })
}

function Tools({ desk, reviewing }: { desk: Desk; reviewing: Reviewing | null }) {
  return (
    <div class="reading-tools">
      {isNarrow.value ? (
        <>
          <fieldset class="switches panes" aria-label={WORDS.article.panes}>
            {(['text', 'facts'] as const).map((pane) => (
              <button
                key={pane}
                type="button"
                aria-pressed={desk.pane.value === pane}
                onClick={() => {
                  desk.pane.value = pane
                }}
              >
                {WORDS.article[pane]}
              </button>
            ))}
          </fieldset>
          <details>
            <summary>{WORDS.article.layers}</summary>
            <Switches desk={desk} />
          </details>
        </>
      ) : (
        <Switches desk={desk} />
      )}
      {reviewing && can('review') && <AddFact desk={desk} reviewing={reviewing} />}
    </div>
  )
}

/** What is marked in the text, and which facts are shown beside it. */
function Switches({ desk }: { desk: Desk }) {
  const facts = desk.record.value.facts
  const count = (kind: FactKind) => facts.filter((one) => one.kind === kind).length
  return (
    <>
      <fieldset class="switches">
        <legend>{WORDS.article.layers}</legend>
        {LAYERS.map((layer) => (
          <button
            key={layer}
            type="button"
            class={`layer-switch ${layer}`}
            aria-pressed={desk.layers.value.has(layer)}
            onClick={() => switchLayer(desk, layer)}
          >
            {WORDS.article.layerNames[layer]}
          </button>
        ))}
      </fieldset>
      <fieldset class="switches">
        <legend>{WORDS.article.kinds}</legend>
        {(['statement', 'event', 'cooperation', 'comparison'] as const).map((kind) => (
          <button key={kind} type="button" aria-pressed={desk.kinds.value.has(kind)} onClick={() => switchKind(desk, kind)}>
            {WORDS.fact.counts[kind](count(kind))}
          </button>
        ))}
      </fieldset>
    </>
  )
}

function Unknown({ desk }: { desk: Desk }) {
  const open = useMemo(() => listUnknown(desk.record.value), [desk.record.value])
  return (
    <details class="unknown" open={open.length > 0 && open.length <= 6}>
      <summary>
        <h2>{WORDS.article.unknown}</h2> <span class="count">{open.length}</span>
      </summary>
      {open.length === 0 && <p class="quiet">{WORDS.article.nothingUnknown}</p>}
      <ul>
        {open.map(({ fact, about, words }) => (
          <li key={`${fact} ${about} ${words}`}>
            {fact === null ? (
              <span dir="auto">{about}</span>
            ) : (
              <button type="button" class="link" onClick={() => chooseFact(desk, fact)}>
                <span dir="auto">{about}</span>
                {words && (
                  <small class="quiet" dir="auto">
                    “{cut(words, 80)}”
                  </small>
                )}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

interface ListGiven {
  readonly desk: Desk
  readonly reviewing: Reviewing | null
  readonly doing: Doing
  readonly answer: ArticleAnswer | null
}

const NO_CORRECTIONS: readonly Correction[] = []

function FactList({ desk, reviewing, doing, answer }: ListGiven) {
  const list = useRef<HTMLOListElement>(null)
  const facts = desk.shown.value
  const chosen = desk.chosen.value
  const at = chosen === null ? -1 : facts.findIndex(({ id }) => id === chosen)
  const count = useGrowing(facts.length, at + 1)
  const isDoing = doing.value !== null
  useEffect(() => {
    const card = chosen === null ? null : list.current?.querySelector<HTMLElement>(`#fact-${CSS.escape(chosen)}`)
    if (card) revealCard(card)
  }, [chosen, isDoing])
  if (facts.length === 0) return <p class="quiet">{WORDS.article.noFacts}</p>
  return (
    <ol class="facts" ref={list}>
      {facts.slice(0, count).map((one) => (
        <FactCard key={one.id} {...{ desk, one, reviewing, doing, corrections: answer?.corrections ?? NO_CORRECTIONS, link: linkOf(answer, one) }} />
      ))}
    </ol>
  )
}

/** Brings a card into the part of the pane that is in sight, and leaves the page itself, which shows the article, where it is. */
function revealCard(card: HTMLElement): void {
  const pane = card.closest<HTMLElement>('.facts-pane')
  if (!pane || isNarrow.value) {
    card.scrollIntoView({ block: 'nearest' })
    return
  }
  const [seen, { top, bottom }] = [pane.getBoundingClientRect(), card.getBoundingClientRect()]
  const [from, to] = [Math.max(seen.top, 0) + 8, Math.min(seen.bottom, innerHeight) - 8]
  if (top < from) pane.scrollTop -= from - top
  else if (bottom > to) pane.scrollTop += Math.min(bottom - to, top - from)
}

/** On a narrow screen the list is behind the article: the fact that was touched comes up from below. */
function ChosenSheet({ desk, reviewing, doing, answer }: ListGiven) {
  const one = factOf(desk, desk.chosen.value)
  if (!one || !isNarrow.value || desk.pane.value !== 'text') return null
  return (
    <div class="chosen-sheet">
      <button type="button" class="close" aria-label={WORDS.shell.close} onClick={() => chooseFact(desk, null)}>
        ×
      </button>
      <ol class="facts">
        <FactCard
          key={one.id}
          {...{ desk, one, reviewing, doing, corrections: answer?.corrections ?? NO_CORRECTIONS, link: linkOf(answer, one), isSecond: true }}
        />
      </ol>
    </div>
  )
}

function linkOf(answer: ArticleAnswer | null, { judged, id }: PlacedFact): string | null {
  return answer ? `/articles/${answer.article.id}#${judged.factKey ?? id}` : null
}
