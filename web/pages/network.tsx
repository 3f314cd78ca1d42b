import { showDay } from '../dates.ts'
import { useAnswer } from '../load.ts'
import { LargeNetwork } from '../parts/LargeNetwork.tsx'
import { NetworkPicture } from '../parts/NetworkPicture.tsx'
import { Choice, Field, PageHead, readForm, Scroll, Waiting } from '../parts/parts.tsx'
import { go, place, writeHref } from '../route.ts'
import type { NetworkAnswer } from '../shapes.ts'
import { WORDS } from '../words.ts'

/** Names up to which the network is drawn as one picture of shapes that can be reached by keys; beyond, on a canvas. */
const DRAWN = 150

/** Who met, or speaks of, whom. */
export default function NetworkPage() {
  const { query } = place.value
  const asked = { kind: query.get('kind') ?? 'met', since: query.get('since'), until: query.get('until') }
  const loaded = useAnswer<NetworkAnswer>('/network', asked)
  const told = WORDS.network
  return (
    <>
      <PageHead title={told.title} />
      <form
        key={query.toString()}
        class="row filters-row"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          go(writeHref('/network', readForm(event.currentTarget)))
        }}
      >
        <Field label={told.kind}>
          <Choice
            name="kind"
            value={asked.kind}
            values={[
              ['met', told.met],
              ['speaks-of', told.speaks],
            ]}
          />
        </Field>
        <Field label={WORDS.find.since}>
          <input name="since" type="date" defaultValue={asked.since ?? ''} />
        </Field>
        <Field label={WORDS.find.until}>
          <input name="until" type="date" defaultValue={asked.until ?? ''} />
        </Field>
        <button type="submit" class="primary">
          {told.go}
        </button>
      </form>
      <Waiting of={loaded} />
      {loaded.answer && <Drawn answer={loaded.answer} isDirected={asked.kind === 'speaks-of'} />}
    </>
  )
}

function Drawn({ answer, isDirected }: { answer: NetworkAnswer; isDirected: boolean }) {
  if (answer.edges.length === 0) return <p>{WORDS.find.nothing}</p>
  const names = new Map(answer.nodes.map((node) => [node.id, node.name]))
  return (
    <>
      <p class="quiet">{WORDS.network.told(answer.nodes.length, answer.edges.length)}</p>
      {answer.nodes.length <= DRAWN ? <NetworkPicture answer={answer} isDirected={isDirected} /> : <LargeNetwork answer={answer} />}
      <h2 id="ties">{WORDS.shell.table}</h2>
      <Scroll label={WORDS.shell.table}>
        <table>
          <thead>
            <tr>
              {[WORDS.network.from, WORDS.network.to, WORDS.network.count, WORDS.network.first, WORDS.network.last].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.edges.map(({ from, to, count, first, last }) => (
              <tr key={`${from} ${to}`}>
                <th scope="row">
                  <a href={`/identities/${from}`}>{names.get(from)}</a>
                </th>
                <td>
                  <a href={`/identities/${to}`}>{names.get(to)}</a>
                </td>
                <td>
                  <a href={writeHref('/pairs', { a: `#${from}`, b: `#${to}` })}>{count}</a>
                </td>
                <td>{first ? showDay(first) : '–'}</td>
                <td>{last ? showDay(last) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
