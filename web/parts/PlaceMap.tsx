import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { useEffect, useState } from 'preact/hooks'
import type { TimelineEntry } from '../shapes.ts'
import { WORDS } from '../words.ts'
import { loadStates, type State } from './states.ts'

interface PlaceRow {
  readonly name: string
  readonly country: string | null
  readonly count: number
}

const WIDTH = 640
const HEIGHT = 330

/** Where it happened: states that the facts name as places or as the place’s state, with the table behind the picture. */
export function PlaceMap({ entries, sides }: { entries: readonly TimelineEntry[]; sides: readonly (string | null)[] }) {
  const places = countPlaces(entries)
  const [states, setStates] = useState<readonly State[] | null>(null)
  useEffect(() => void loadStates().then(setStates), [])
  const counts = new Map<string, number>()
  for (const { country, count } of places) if (country) counts.set(country, (counts.get(country) ?? 0) + count)
  return (
    <section aria-labelledby="map">
      <h2 id="map">{WORDS.pair.map}</h2>
      {states && (counts.size > 0 || sides.some((side) => side !== null)) && <Picture states={states} counts={counts} sides={sides} />}
      {places.length === 0 ? (
        <p class="quiet">{WORDS.pair.noPlaces}</p>
      ) : (
        <table class="places">
          <caption class="quiet">{WORDS.pair.mapMore}</caption>
          <thead>
            <tr>
              <th scope="col">{WORDS.pair.place}</th>
              <th scope="col">{WORDS.find.country}</th>
              <th scope="col">{WORDS.pair.count}</th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ name, country, count }) => (
              <tr key={`${name} ${country}`}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{country ?? '–'}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function countPlaces(entries: readonly TimelineEntry[]): PlaceRow[] {
  const found = new Map<string, PlaceRow>()
  for (const { fact, reports } of entries) {
    const place = [fact, ...reports].map((one) => (one.kind === 'event' ? one.place : null)).find((one) => one !== null)
    if (!place) continue
    const key = `${place.id ?? place.name}`
    found.set(key, { name: place.name, country: place.country, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

function Picture({ states, counts, sides }: { states: readonly State[]; counts: ReadonlyMap<string, number>; sides: readonly (string | null)[] }) {
  const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: 'Sphere' })
  const path = geoPath(projection)
  const most = Math.max(1, ...counts.values())
  return (
    <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class="sea" d={path({ type: 'Sphere' }) ?? ''} />
      {states.map(({ code, shape }, n) => (
        <path key={n} class={code !== null && sides.includes(code) ? 'state side' : 'state'} d={path(shape) ?? ''} />
      ))}
      {states.map(({ code, shape }, n) => {
        const count = code === null ? undefined : counts.get(code)
        if (!count) return null
        const [x, y] = path.centroid(shape)
        return <circle key={n} class="place-mark" cx={x} cy={y} r={4 + 8 * Math.sqrt(count / most)} />
      })}
    </svg>
  )
}
