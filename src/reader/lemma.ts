/**
 * Applies an edit script (training/corpora.py, `lemma_script`): cut so many signs off the end, then add these letters;
 * `=` keeps the capitals. “1” on “talks” gives “talk”, “4go” on “went” gives “go”.
 */
export function applyScript(word: string, script: string): string {
  const keeps = script.startsWith('=')
  const [, cut, added] = /^=?(\d+)(.*)$/su.exec(script) ?? [null, '0', '']
  const base = keeps ? word : word.toLowerCase()
  const kept = base.slice(0, Math.max(0, base.length - Number(cut)))
  return kept + added || base
}
