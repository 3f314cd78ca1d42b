/** A process of its own that writes to a store until it is killed, telling each article once it is saved: `node test/store-writer.ts STORE NAME [COUNT]`. */
import { writeSync } from 'node:fs'
import { closeStore, deleteArticles, openStore, saveTaken } from '../src/store/store.ts'
import { fold, makeTalk } from './library-sample.ts'

const [location = '', name = '', count = 'Infinity'] = process.argv.slice(2)
const store = await openStore(location)
writeSync(1, 'open\n')
for (let n = 0; n < Number(count); n++) {
  const talks = [
    makeTalk({ key: `${name}-${n}`, words: `Text ${n}` }),
    makeTalk({ key: `${name}-changing`, words: `Version ${n % 7}` }),
    makeTalk({ key: `${name}-gone` }),
  ]
  const saved = await saveTaken(store, talks, fold)
  writeSync(1, `saved ${name}-${n}\n`)
  if (n % 3 === 0) await deleteArticles(store, [saved[2]?.articleId ?? 0])
}
await closeStore(store)
