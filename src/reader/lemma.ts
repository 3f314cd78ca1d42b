/** An edit script of the model (training/corpora.py, `lemma_script`), read once an article rather than once a word. */
export interface Script {
  readonly keepsCapitals: boolean
  readonly cut: number
  readonly added: string
}

/** Cut so many signs off the end, then add these letters; `=` keeps the capitals: “1”, “4go”, “=2I”. */
export function parseScript(script: string): Script {
  const [, keeps, cut, added] = /^(=?)(\d+)(.*)$/su.exec(script) ?? ['', '', '0', '']
  return { keepsCapitals: keeps === '=', cut: Number(cut), added: added as string }
}

/** “1” on “talks” gives “talk”, “4go” on “went” gives “go”. */
export function applyScript(word: string, { keepsCapitals, cut, added }: Script): string {
  const base = keepsCapitals ? word : word.toLowerCase()
  if (cut === 0 && added === '') return base
  return base.slice(0, Math.max(0, base.length - cut)) + added || base
}
