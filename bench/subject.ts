/** One subject of the benchmark over all articles, its loading not counted: prints CPU seconds and peak memory. */
import { loadArticles } from './articles.ts'

const [name, file] = process.argv.slice(2) as [string, string]
const articles = loadArticles(file)

async function openSubject(): Promise<(text: string) => unknown> {
  if (name === 'readout') {
    const { openReader } = await import('../src/index.ts')
    const reader = await openReader()
    return (text) => reader.read(text)
  }
  if (name === 'wink-nlp') {
    const { default: wink } = await import('wink-nlp')
    const { default: model } = await import('wink-eng-lite-web-model')
    const nlp = wink(model)
    const { its } = nlp
    return (text) => {
      const read = nlp.readDoc(text)
      return [read.tokens().out(its.pos), read.entities().out(), read.sentences().out()]
    }
  }
  const { default: nlp } = await import('compromise')
  return (text) => {
    const read = nlp(text)
    return [read.people().json(), read.places().json(), read.organizations().json(), read.quotations().json()]
  }
}

const subject = await openSubject()
for (const text of articles.slice(0, 100)) await subject(text) // so long the compiler of JavaScript is busy
const began = process.cpuUsage()
for (const text of articles) await subject(text)
const { user, system } = process.cpuUsage(began)
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 }))
