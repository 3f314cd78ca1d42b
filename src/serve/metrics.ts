import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Figures for Prometheus. Labels hold routes, never what was asked. */
export interface Metrics {
  readonly countRequest: (request: { method: string; route: string; status: number; seconds: number }) => void
  readonly countReading: (seconds: number) => void
  readonly write: () => Promise<string>
  readonly contentType: string
}

/** Seconds by which requests are sorted: the reading page is to take less than 15 ms. */
const BUCKETS = [0.002, 0.005, 0.015, 0.05, 0.15, 0.5, 1.5, 5, 15]

/** `listeners` and `articles` are asked for when the figures are. */
export function openMetrics({ countListeners, countArticles }: { countListeners: () => number; countArticles: () => Promise<number> }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const labelNames = ['method', 'route', 'status'] as const
  const requests = new Histogram({ name: 'readout_request_seconds', help: 'Time from request to answer', labelNames, buckets: BUCKETS, registers })
  const readings = new Counter({ name: 'readout_readings_total', help: 'Texts that were read', registers })
  const readingSeconds = new Counter({ name: 'readout_reading_seconds_total', help: 'Time spent on reading', registers })
  const memory = () => process.memoryUsage.rss()
  new Gauge({ name: 'readout_listeners', help: 'Who listens for news now', registers, collect: set(async () => countListeners()) })
  new Gauge({ name: 'readout_articles', help: 'Articles in the library', registers, collect: set(countArticles) })
  new Gauge({ name: 'process_resident_memory_bytes', help: 'Memory of the process', registers, collect: set(async () => memory()) })
  return {
    countRequest: ({ method, route, status, seconds }) => requests.observe({ method, route, status: String(status) }, seconds),
    countReading: (seconds) => {
      readings.inc()
      readingSeconds.inc(seconds)
    },
    write: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

function set(measure: () => Promise<number>) {
  return async function (this: Gauge) {
    this.set(await measure())
  }
}
