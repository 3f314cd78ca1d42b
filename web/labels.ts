/** What the values of facts are called on the pages; a value without a name here is shown as it is. */
// biome-ignore format: many words of a kind on a line.
const LABELS: Readonly<Record<string, string>> = {
  say: 'says', ask: 'asks', promise: 'promises', threaten: 'threatens', deny: 'denies', decline: 'declines', think: 'thinks', intend: 'intends',
  judge: 'judges', decide: 'decides', show: 'shows', direct: 'quoted', mixed: 'partly quoted', indirect: 'reported', AGREE: 'agreement', CONSULT: 'meeting',
  SUPPORT: 'support', CONCEDE: 'concession', COOPERATE: 'working together', AID: 'aid', RETREAT: 'retreat', REQUEST: 'request', ACCUSE: 'accusation',
  REJECT: 'rejection', THREATEN: 'threat', PROTEST: 'protest', SANCTION: 'sanction', MOBILIZE: 'mobilisation', COERCE: 'coercion', ASSAULT: 'attack',
  'third-party': 'through a third party', phone: 'by telephone', multilateral: 'several at once', first: 'for the first time', last: 'the last',
  most: 'the most', least: 'the least', again: 'again', since: 'more than since', gap: 'after a long time', 'human-rights': 'human rights',
  organization: 'organisation', country: 'government',
}

/** A value of a fact in words. */
export function labelOf(value: string): string {
  return LABELS[value] ?? value
}
