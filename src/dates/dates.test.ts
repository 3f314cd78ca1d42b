import { beforeAll, describe, expect, test } from 'vitest'
import { readSyntax } from '../document/syntax.ts'
import { type ReaderParts, readLayers } from '../reader/reader.ts'
import { loadReader } from '../runtime/runtime.ts'
import { readTokens } from '../text/text.ts'
import { findDates } from './dates.ts'

let parts: ReaderParts

beforeAll(async () => {
  parts = (await loadReader('models/reader')).parts
})

/** “words = start – end grain ~”: “~” for approximate, “?” for unresolved, one day without its end. */
async function readDates(text: string, publishedOn: string | null): Promise<string[]> {
  const { tokens } = readTokens(text)
  const syntax = readSyntax(tokens, await readLayers(tokens, parts))
  return findDates(tokens, syntax, publishedOn).map(({ span, start, end, grain, status }) => {
    const told = status === 'unresolved' ? '?' : `${start}${end === start ? '' : ` – ${end}`} ${grain}${status === 'approximate' ? ' ~' : ''}`
    return `${text.slice(span.start, span.end)} = ${told}`
  })
}

/** All dates of a text published on Thursday 14 March 2024, in text order. */
function check(text: string, ...expected: readonly string[]): void {
  test(text, async () => expect(await readDates(text, '2024-03-14')).toEqual(expected))
}

/** The same for another day of publication, or none. */
function checkOn(publishedOn: string | null, text: string, ...expected: readonly string[]): void {
  test(`${text} (${publishedOn})`, async () => expect(await readDates(text, publishedOn)).toEqual(expected))
}

describe('weekdays', () => {
  check('The ministers met in Port Asel on Wednesday.', 'Wednesday = 2024-03-13 day')
  check('The ministers met on Thursday.', 'Thursday = 2024-03-14 day')
  check('The ministers met on Friday.', 'Friday = 2024-03-08 day')
  check('The ministers will meet on Friday.', 'Friday = 2024-03-15 day')
  check('The ministers are to meet on Monday.', 'Monday = 2024-03-18 day')
  check('The ministers are due to meet on Friday.', 'Friday = 2024-03-15 day')
  check('The summit opens on Saturday.', 'Saturday = 2024-03-16 day')
  check('Vale is travelling to Kelvar on Monday.', 'Monday = 2024-03-18 day')
  check('Vale agreed to meet Lind on Friday.', 'Friday = 2024-03-15 day')
  check('Vale flew to Kelvar to sign the pact on Friday.', 'Friday = 2024-03-08 day')
  check('A vote is planned for Sunday.', 'Sunday = 2024-03-17 day')
  check('Vale said on Tuesday that they would meet on Saturday.', 'Tuesday = 2024-03-12 day', 'Saturday = 2024-03-16 day')
  check('Police blamed rebels for Monday’s attack.', 'Monday = 2024-03-11 day')
  check('Lind will fly to Ostria on Tuesday next week.', 'Tuesday next week = 2024-03-19 day')
  check('They met on Thursday last week.', 'Thursday last week = 2024-03-07 day')
  check('They met last Thursday.', 'last Thursday = 2024-03-07 day')
  check('They met last Tuesday.', 'last Tuesday = 2024-03-12 day')
  check('They met on Tuesday evening.', 'Tuesday evening = 2024-03-12 day')
  check('The envoys met on Tues. and left.', 'Tues. = 2024-03-12 day')
  check('Talks lasted from Monday to Wednesday.', 'from Monday to Wednesday = 2024-03-11 – 2024-03-13 day')
  check('A strong showing Tuesday would help him.', 'Tuesday = ?')
  check('Every Monday they meet, and it was a normal Thursday.')
})

describe('days by their distance', () => {
  check('They met today.', 'today = 2024-03-14 day')
  check('“We agreed today,” he said.', 'today = 2024-03-14 day ~')
  check('They met yesterday and will meet tomorrow morning.', 'yesterday = 2024-03-13 day', 'tomorrow morning = 2024-03-15 day')
  check('They met the day before yesterday.', 'the day before yesterday = 2024-03-12 day')
  check('The post was attacked overnight.', 'overnight = 2024-03-13 day')
  check('The post was attacked last night.', 'last night = 2024-03-13 day')
  check('They met three days ago.', 'three days ago = 2024-03-11 day')
  check('They met a few days ago.', 'a few days ago = 2024-03-07 – 2024-03-12 week ~')
  check('The 5-day-old truce held.', '5-day-old = 2024-03-09 day')
})

describe('weeks and weekends', () => {
  check('They met last week.', 'last week = 2024-03-04 – 2024-03-10 week')
  check('They met earlier this week.', 'earlier this week = 2024-03-11 – 2024-03-14 week ~')
  check('They will meet this weekend.', 'this weekend = 2024-03-16 – 2024-03-17 day')
  check('They met over the weekend.', 'the weekend = 2024-03-09 – 2024-03-10 day')
  check('They met nearly three weeks ago.', 'nearly three weeks ago = 2024-02-19 – 2024-02-25 week ~')
  check('They will meet in the first week of June.', 'the first week of June = 2024-06-01 – 2024-06-07 week ~')
  check('They met in the past week.', 'the past week = 2024-03-07 – 2024-03-14 week ~')
})

describe('months and days of months', () => {
  check('They met in January.', 'January = 2024-01-01 – 2024-01-31 month')
  check('They will meet in January.', 'January = 2025-01-01 – 2025-01-31 month')
  check('They met in March.', 'March = 2024-03-01 – 2024-03-31 month')
  check('Talks that were to begin in April were called off.', 'April = 2024-04-01 – 2024-04-30 month ~')
  check('They met in June last year.', 'June last year = 2023-06-01 – 2023-06-30 month')
  check('They met earlier this month.', 'earlier this month = 2024-03-01 – 2024-03-14 month ~')
  check('The railway will open next month.', 'next month = 2024-04-01 – 2024-04-30 month')
  check('The train will run from early May.', 'early May = 2024-05-01 – 2024-05-10 month ~')
  check('It closed in late February.', 'late February = 2024-02-21 – 2024-02-29 month ~')
  check('It closed in mid-January.', 'mid-January = 2024-01-16 day ~')
  check('It will close by the end of June.', 'the end of June = 2024-06-30 day')
  check('The ferry will run from 3 to 5 June.', 'from 3 to 5 June = 2024-06-03 – 2024-06-05 day')
  check('They met on March 5-8.', 'March 5-8 = 2024-03-05 – 2024-03-08 day')
  check('They met on 3 May 2021.', '3 May 2021 = 2021-05-03 day')
  check('They met on Sept. 3, 2021.', 'Sept. 3, 2021 = 2021-09-03 day')
  check('The bridge will open on the first of May.', 'the first of May = 2024-05-01 day')
  check('They met on Tuesday, 5 March.', 'Tuesday, 5 March = 2024-03-05 day')
  check('They met on Monday, 5 March 2024.', 'Monday, 5 March 2024 = ?')
  check('They met on 31 June.', '31 June = ?')
  check('They met on 2023-11-30 and on 13/05/2021.', '2023-11-30 = 2023-11-30 day', '13/05/2021 = 2021-05-13 day')
  check('They met on 5/6/2023.', '5/6/2023 = ?')
  check('The border was shut between November and January.', 'between November and January = 2023-11-01 – 2024-01-31 month')
  check('They may meet again, and they march.')
  check('PORT ASEL, March 14 (Norda) -- The ministers met on Monday.', 'Monday = 2024-03-11 day')
})

describe('which way a time lies', () => {
  check('Talks planned for May were called off.', 'May = 2024-05-01 – 2024-05-31 month')
  check('It was a blow for May.')
  checkOn('2024-10-22', 'At a hearing on Wednesday a member asked the general about it.', 'Wednesday = 2024-10-16 day')
  checkOn('2024-01-03', 'Vale called for calm in a New Year’s Day address.', 'New Year’s Day = 2024-01-01 day ~')
  checkOn('2024-04-14', 'If the bill comes late, after July 9, the term reverts to 60 days.', 'July 9 = 2024-07-09 day ~')
  checkOn('2024-12-15', 'If he resigned on January 21, a vote would be held.', 'January 21 = 2025-01-21 day ~')
  check('Ties cooled over the next eight years.', 'the next eight years = ?')
  check('The case is due to last several weeks.')
  check('His longest absence was for 29 days.')
  check('They may be held only for 20 days.')
  check('Troops will leave within 135 days of a deal.', '135 days = ?')
  check('They met after September’s attack.', 'September = 2023-09-01 – 2023-09-30 month')
  check('They looked back on the Sept. 11 attacks.', 'Sept. 11 = ?')
  check('He lives at 1600 Harbour Avenue and moved from 1600 Harbour Avenue.')
  check('She spoke at the Winter Games and on “This Week”.')
  check('At this hour nobody knows.')
  check('It unfolded on the same night that they dined.', 'the same night = ?')
})

describe('seasons, quarters, halves', () => {
  check('Lind will visit Ostria this spring.', 'this spring = 2024-03-01 – 2024-05-31 quarter ~')
  check('They met last winter.', 'last winter = 2023-12-01 – 2024-02-29 quarter ~')
  check('They met in the autumn of 2019.', 'the autumn of 2019 = 2019-09-01 – 2019-11-30 quarter ~')
  check('They met in the winter of 2019.', 'the winter of 2019 = ?')
  check('Trade grew in the first quarter of 2023.', 'the first quarter of 2023 = 2023-01-01 – 2023-03-31 quarter')
  check('Trade grew last quarter.', 'last quarter = 2023-10-01 – 2023-12-31 quarter')
  check('Trade grew in the second half of 2022.', 'the second half of 2022 = ?')
  check('Trade grew in fiscal 2023.', 'fiscal 2023 = ?')
})

describe('years and more', () => {
  check('They met in 2011.', '2011 = 2011-01-01 – 2011-12-31 year')
  check('It was the largest summit since 2011.', '2011 = 2011-01-01 – 2011-12-31 year')
  check('They met last year.', 'last year = 2023-01-01 – 2023-12-31 year')
  check('They met four years ago.', 'four years ago = 2020-01-01 – 2020-12-31 year ~')
  check('It is the first visit in a decade.', 'a decade = 2014-01-01 – 2014-12-31 year ~')
  check('They will resume flights after four years.', 'four years = 2020-01-01 – 2020-12-31 year ~')
  check('They fought from 2011 to 2015.', 'from 2011 to 2015 = 2011-01-01 – 2015-12-31 year')
  check('They met in the 1990s.', 'the 1990s = 1990-01-01 – 1999-12-31 year')
  check('They fought in the 19th century.', 'the 19th century = 1801-01-01 – 1900-12-31 year')
  check('They met in early 2011.', 'early 2011 = 2011-01-01 – 2011-04-30 year ~')
  check('Ostria lost the 2019 election.', '2019 = 2019-01-01 – 2019-12-31 year')
  check('The work will end by the end of the year.', 'the end of the year = 2024-12-31 day')
})

describe('counted from what was told before', () => {
  check('Lund lent boats on 9 January; two days later its crews left.', '9 January = 2024-01-09 day', 'two days later = 2024-01-11 day')
  check('In 2011 they broke off ties. Two years later they met.', '2011 = 2011-01-01 – 2011-12-31 year', 'Two years later = 2013-01-01 – 2013-12-31 year')
  check('They met on 9 January and left the next day.', '9 January = 2024-01-09 day', 'the next day = 2024-01-10 day')
  check('They met a week before January 10.', 'a week before January 10 = 2024-01-03 day')
  check('They left two days later.', 'two days later = ?')
  check('They left the day before.', 'the day before = ?')
  check('On the eve of the summit Vale left.', 'the eve of the summit = ?')
  check('The summit was held on Tuesday. On the eve of the summit Vale left.', 'Tuesday = 2024-03-12 day', 'the eve of the summit = 2024-03-11 day ~')
  check('In March he left. Two days later they met.', 'March = 2024-03-01 – 2024-03-31 month', 'Two days later = ?')
})

describe('days and periods next to each other', () => {
  check('They met on 4 March. The following Monday they left.', '4 March = 2024-03-04 day', 'The following Monday = 2024-03-11 day')
  check('They met on Friday 8 March. The previous Monday they left.', 'Friday 8 March = 2024-03-08 day', 'The previous Monday = 2024-03-04 day')
  check('They met that Monday.', 'that Monday = ?')
  check(
    'Monday’s attack came the same day as the vote. Tuesday’s came the same day.',
    'Monday = 2024-03-11 day',
    'the same day = ?',
    'Tuesday = 2024-03-12 day',
    'the same day = 2024-03-12 day',
  )
  check('They met on Monday. The next morning they left.', 'Monday = 2024-03-11 day', 'The next morning = 2024-03-12 day')
  check('They met on 2 January 2024 and again three weeks after that.', '2 January 2024 = 2024-01-02 day', 'three weeks after that = 2024-01-23 day')
  check('They met on the first Monday of February.', 'the first Monday of February = 2024-02-05 day')
  check('They met on the last Sunday in January.', 'the last Sunday in January = 2024-01-28 day')
  check('They will meet by year’s end.', 'year’s end = 2024-12-31 day')
  check('They met the weekend before last.', 'the weekend before last = 2024-03-02 – 2024-03-03 day')
  check('They met the year before last.', 'the year before last = 2022-01-01 – 2022-12-31 year')
  check('They will meet in spring of next year.', 'spring of next year = 2025-03-01 – 2025-05-31 quarter ~')
  check('They will meet this coming Friday.', 'this coming Friday = 2024-03-15 day')
  check('They met on 3 and 4 March.', '3 and 4 March = 2024-03-03 – 2024-03-04 day')
  check('They met in the first days of May.', 'the first days of May = 2023-05-01 – 2023-05-10 month ~')
  check('The January talks failed.', 'January = 2024-01-01 – 2024-01-31 month')
  check('One Monday they met.')
})

describe('times that nobody can know, and no times', () => {
  check('They recently met.', 'recently = ?')
  check('In recent years they met.', 'recent years = ?')
  check('The 43-year-old talked for three days, according to police.')
  check('They left at 14.30 with 2,011 people in 5 months of fighting.')
  checkOn(null, 'They met yesterday, last week and in May.', 'yesterday = ?', 'last week = ?', 'May = ?')
  checkOn(null, 'They met on 3 May 2021; two days later they left.', '3 May 2021 = 2021-05-03 day', 'two days later = 2021-05-05 day')
  checkOn('2024-99-99', 'They met on Monday.', 'Monday = ?')
})
