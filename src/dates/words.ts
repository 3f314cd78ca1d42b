/** The words of time. All keys are lower case, without a closing full stop. */

function number(names: readonly string[], from: number): Map<string, number> {
  return new Map(names.flatMap((all, n) => all.split(' ').map((name) => [name, n + from] as const)))
}

/** 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = number(
  [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ],
  1,
)

/** 0 for Monday. */
export const WEEKDAYS: ReadonlyMap<string, number> = number(
  ['monday mon', 'tuesday tues tue', 'wednesday wed', 'thursday thurs thur thu', 'friday fri', 'saturday sat', 'sunday sun'],
  0,
)

/** 0 for spring. */
export const SEASONS: ReadonlyMap<string, number> = number(['spring', 'summer', 'autumn fall', 'winter'], 0)

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** Unit and how many of it a word stands for. */
export const UNITS: ReadonlyMap<string, { readonly unit: Unit; readonly times: number }> = new Map(
  (
    [
      ['second', 'hour', 0],
      ['minute', 'hour', 0],
      ['hour', 'hour', 1],
      ['day', 'day', 1],
      ['night', 'day', 1],
      ['week', 'week', 1],
      ['fortnight', 'week', 2],
      ['month', 'month', 1],
      ['year', 'year', 1],
      ['decade', 'year', 10],
      ['century', 'year', 100],
    ] as const
  ).flatMap(([word, unit, times]) => [word, word === 'century' ? 'centuries' : `${word}s`].map((form) => [form, { unit, times }] as const)),
)

const COUNTED = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
]
export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...[...COUNTED, 'seventeen', 'eighteen', 'nineteen'].map((word, n) => [word, n + 1] as const),
  ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, n) => [word, 10 * n + 20] as const),
])

const RANKED = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth'
export const ORDINALS: ReadonlyMap<string, number> = number([...`${RANKED} eighteenth nineteenth twentieth`.split(' ')], 1)

/** “the nineties”. */
export const DECADES: ReadonlyMap<string, number> = new Map(
  ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'].map((word, n) => [word, 1920 + 10 * n]),
)

export const DAY_PARTS: ReadonlySet<string> = new Set(['morning', 'afternoon', 'evening', 'night', 'noon', 'midday', 'lunchtime', 'midnight', 'dawn'])

/** Feasts with a day of their own: month and day. */
export const FEASTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['christmas eve', [12, 24]],
  ['christmas day', [12, 25]],
  ['boxing day', [12, 26]],
  ["new year's eve", [12, 31]],
  ["new year's day", [1, 1]],
  ['new year’s eve', [12, 31]],
  ['new year’s day', [1, 1]],
])

/** Words that make it worth looking for a date around them; digits are looked at by `isTrigger`. */
const TRIGGERS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...SEASONS.keys(),
  ...UNITS.keys(),
  ...DECADES.keys(),
  ...[
    'today',
    'yesterday',
    'tomorrow',
    'tonight',
    'overnight',
    'morning',
    'afternoon',
    'evening',
    'weekend',
    'quarter',
    'ago',
    'recently',
    'lately',
    'soon',
    'eve',
    'half',
  ],
  ...['ramadan', 'easter', 'christmas', 'thanksgiving'],
])

/** Other words that an expression of time may begin with. */
const OPENINGS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...SEASONS.keys(),
  ...NUMBERS.keys(),
  ...ORDINALS.keys(),
  ...DECADES.keys(),
  ...'thirtieth the a an from between in within after for this last next past coming recent that early earlier mid late later beginning start end middle'.split(
    ' ',
  ),
  ...'today tonight yesterday tomorrow overnight recently lately soon several few half couple years months weeks days hours decades centuries'.split(' '),
  ...'about around nearly almost over roughly some approximately barely just under only exactly well more less fewer at up'.split(' '),
  ...'week month year opening closing new christmas boxing ramadan easter thanksgiving fiscal financial fy previous preceding following eve second latter final'.split(
    ' ',
  ),
])

/** Whether an expression may begin with a word: what spares the readers most of the words around a trigger. */
export function isOpening(word: string): boolean {
  const first = word.charCodeAt(0)
  return isDigit(first) || first === 39 || first === 8217 || OPENINGS.has(word) || (isDigit(word.charCodeAt(word.length - 1)) && word.length < 7)
}

/** Whether a token may belong to an expression of time. */
export function isTrigger(lower: string): boolean {
  const last = lower.charCodeAt(lower.length - 1)
  const first = lower.charCodeAt(0)
  if (isDigit(first)) return lower.length >= 4 || (lower.length > 2 && !isDigit(last))
  if (isDigit(last)) return /^(?:q[1-4]|h[12]|fy\d\d|fy\d{4}|.*\d{4}|.*-\d+)$/.test(lower)
  if (TRIGGERS.has(lower)) return true
  if (last === 46 /* . */) return TRIGGERS.has(lower.slice(0, -1))
  if (lower.length < 5) return false
  return lower.includes('-') ? lower.split('-').some((part) => TRIGGERS.has(part)) : first === 39 || first === 8217 ? /\d0s$/.test(lower) : false
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}
