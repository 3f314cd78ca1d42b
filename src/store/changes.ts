import { insertRows } from './change.ts'
import type { Db } from './engine.ts'
import type { FactName } from './fact-keys.ts'
import { listFactNames } from './facts.ts'
import type { LoadedVersion } from './load.ts'
import { cleanWords } from './words.ts'

/** Notes which facts of an article vanished and which appeared from one version to the next. A fact that only moved is the same. */
export async function noteChanges(db: Db, from: LoadedVersion, to: LoadedVersion, at: string): Promise<void> {
  const old = listNames(from)
  const fresh = listNames(to)
  const note = (kind: 'vanished' | 'appeared', { kind: factKind, key, words }: FactName) => ({
    ...{ article_id: to.articleId, from_version_id: from.versionId, to_version_id: to.versionId },
    ...{ fact_kind: factKind, fact_key: key, kind, words: cleanWords(words), found_at: at },
  })
  const vanished = [...old.values()].filter(({ key }) => !fresh.has(key)).map((name) => note('vanished', name))
  const appeared = [...fresh.values()].filter(({ key }) => !old.has(key)).map((name) => note('appeared', name))
  await insertRows(db, 'change', [...vanished, ...appeared])
}

function listNames(version: LoadedVersion): Map<string, FactName> {
  const { statements, events, cooperation, comparisons } = listFactNames(version)
  return new Map([...statements, ...events, ...cooperation, ...comparisons].map((name) => [name.key, name]))
}
