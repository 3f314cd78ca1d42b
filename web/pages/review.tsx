import { useState } from 'preact/hooks'
import { getJson, sendJson, toProblem } from '../api.ts'
import { KEYS, useKeys } from '../keys.ts'
import { useAnswer, useRows } from '../load.ts'
import { can } from '../me.ts'
import { FactResult } from '../parts/FactResult.tsx'
import { Choice, Field, KeyButton, More, PageHead, Waiting } from '../parts/parts.tsx'
import { go, place, writeHref } from '../route.ts'
import { say } from '../say.ts'
import type { AgreementAnswer, ArticleAnswer, FactKind, QueueItem, QueuePage } from '../shapes.ts'
import { WORDS } from '../words.ts'

const KINDS: readonly FactKind[] = ['statement', 'event', 'cooperation', 'comparison']

/** What somebody should look at, the least certain and most telling first; decided here or beside the text. */
export default function ReviewPage() {
  const kind = place.value.query.get('kind')
  const list = useRows<QueueItem, QueuePage>('/review/queue', { kind, limit: 30 })
  const told = WORDS.review
  return (
    <>
      <PageHead title={told.title}>
        <p class="quiet">{told.intro}</p>
      </PageHead>
      <div class="row">
        <Field label={told.kind}>
          <Choice
            name="kind"
            value={kind ?? ''}
            any={told.all}
            values={KINDS.map((one) => [one, WORDS.fact[one]] as const)}
            onChange={(value) => go(writeHref('/review', { kind: value }))}
          />
        </Field>
        <AgreementNote />
        <a href="/corrections.golden" download>
          {told.golden}
        </a>
      </div>
      <Waiting of={list} />
      {list.answer && (list.rows.length === 0 ? <p>{told.empty}</p> : <Queue key={kind} items={list.rows} />)}
      <More of={list} />
    </>
  )
}

/** What was decided here, by the fact’s key: its correction’s number, so that it can be taken back. */
type Decided = Readonly<Record<string, { readonly action: 'accept' | 'reject'; readonly id: number }>>

function Queue({ items }: { items: readonly QueueItem[] }) {
  const [at, setAt] = useState(0)
  const [decided, setDecided] = useState<Decided>({})
  const item = items[Math.min(at, items.length - 1)] as QueueItem
  const step = (by: 1 | -1) => setAt(Math.min(Math.max(at + by, 0), items.length - 1))
  const act = async (one: QueueItem, action: 'accept' | 'reject' | 'undo') => {
    try {
      const before = decided[one.fact.key]
      if (action === 'undo') {
        if (before) await sendJson('POST', `/corrections/${before.id}/undo`)
        const { [one.fact.key]: _, ...rest } = decided
        setDecided(rest)
        say(WORDS.review.undone)
        return
      }
      const { id } = await decideFact(one, action)
      setDecided({ ...decided, [one.fact.key]: { action, id } })
      say(WORDS.review.done)
    } catch (thrown) {
      const { status, title, detail } = toProblem(thrown)
      say(status === 409 ? WORDS.problems.overtaken : (detail ?? title), { isBad: true })
    }
  }
  const actHere = (action: 'accept' | 'reject' | 'undo') => () => {
    if (can('review')) void act(item, action).then(() => action !== 'undo' && step(1))
  }
  useKeys({
    nextFact: () => step(1),
    previousFact: () => step(-1),
    accept: actHere('accept'),
    reject: actHere('reject'),
    undo: actHere('undo'),
    edit: () => go(`/articles/${item.fact.article.articleId}#${item.fact.key}`),
  })
  return (
    <ol class="plain queue">
      {items.map((one, n) => (
        <QueueCard
          key={one.fact.key}
          item={one}
          isHere={n === at}
          decided={decided[one.fact.key]?.action ?? null}
          onHere={() => setAt(n)}
          act={(action) => void act(one, action)}
        />
      ))}
    </ol>
  )
}

interface CardGiven {
  readonly item: QueueItem
  readonly isHere: boolean
  readonly decided: 'accept' | 'reject' | null
  readonly onHere: () => void
  readonly act: (action: 'accept' | 'reject' | 'undo') => void
}

function QueueCard({ item: { fact, why }, isHere, decided, onHere, act }: CardGiven) {
  const told = WORDS.review
  return (
    <li
      class={`queue-item${isHere ? ' chosen' : ''}${decided ? ` decided-${decided}ed` : ''}`}
      onFocusCapture={onHere}
      ref={(row) => {
        if (isHere) row?.scrollIntoView({ block: 'nearest' })
      }}
    >
      <FactResult fact={fact}>
        <p class="quiet">
          {told.why}: <span dir="auto">{why}</span>
        </p>
        {can('review') && (
          <p class="row review-tools">
            <KeyButton label={told.accept} shortcut={KEYS.accept} isPressed={decided === 'accept'} onClick={() => act('accept')} />
            <KeyButton label={told.reject} shortcut={KEYS.reject} isPressed={decided === 'reject'} onClick={() => act('reject')} />
            {decided && <KeyButton label={told.undo} shortcut={KEYS.undo} onClick={() => act('undo')} />}
            <a class="button" href={`/articles/${fact.article.articleId}#${fact.key}`}>
              {told.open}
            </a>
          </p>
        )}
      </FactResult>
    </li>
  )
}

/** A decision names what its maker had seen of the article. */
async function decideFact({ fact }: QueueItem, action: 'accept' | 'reject'): Promise<{ id: number }> {
  const { seen } = await getJson<ArticleAnswer>(`/articles/${fact.article.articleId}`)
  return sendJson('POST', '/corrections', { article: fact.article.articleId, factKind: fact.kind, factKey: fact.key, action, seen })
}

function AgreementNote() {
  const { answer } = useAnswer<AgreementAnswer>(can('review') ? '/review/agreement' : null)
  if (!answer) return null
  return (
    <p class="quiet">
      {WORDS.review.agreement}: {WORDS.review.alpha(answer.alpha, answer.facts)}
    </p>
  )
}
