import type { Attribution, Layers } from '../document/layers.ts'
import type { Tokens } from '../document/tokens.ts'
import { indexAt, readWord } from '../document/words.ts'
import { findHeadToken } from './sources.ts'
import { nameOf, relationOf } from './syntax.ts'

/**
 * Whether syntax or layout shows a cue that the reader is half sure of: a passive with “it” and a clause (“It is feared that the talks
 * have failed”), or a headline's colon behind its source (“Minister: no deal before the summer”).
 */
export function isShownCue({ cue, source, content }: Attribution, tokens: Tokens, layers: Layers): boolean {
  const sentence = indexAt(tokens.sentences, cue.first)
  const first = tokens.sentences[sentence] as number
  const last = tokens.sentences[sentence + 1] as number
  if (readWord(tokens, cue.first) === ':')
    return source?.first === first && source.last === cue.first && content[0]?.first === cue.last && !/^[.!?"”’]$/.test(readWord(tokens, last - 1))
  const verb = findHeadToken(cue, layers)
  let isPassive = false
  let hasIt = false
  let hasClause = false
  for (let i = first; i < last; i++) {
    if (layers.head[i] !== verb) continue
    if (nameOf(layers, i) === 'aux:pass') isPassive = true
    if (/^it$/i.test(readWord(tokens, i)) && i < verb) hasIt = true
    if (/^[cx]comp$|^csubj$/.test(relationOf(layers, i)) && i > verb) hasClause = true
  }
  return source === null && isPassive && hasIt && hasClause
}
