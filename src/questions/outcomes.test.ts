import { expect, test } from 'vitest'
import { readOutcome, readPromise } from './outcomes.ts'

const promise = readPromise('that Belmora would lower the tolls on grain trucks', ['Ilva Brandt', 'Belmora'], ['Ilva Brandt', 'Belmora', 'Ostria'])

const check = (sentence: string, expected: string | null, isDone = true) =>
  test(sentence, () => {
    const outcome = readOutcome(sentence, promise, isDone)
    expect(outcome && `${outcome.kind}: ${sentence.slice(outcome.words.start, outcome.words.end)}`).toEqual(expected)
  })

check('Belmora kept its long-standing promise on tolls for grain trucks.', 'kept: kept its long-standing promise')
check('The pledge of Brandt to lower tolls for grain trucks was honoured.', null)
check('The pledge on grain tolls was honoured by Brandt.', 'kept: pledge on grain tolls was honoured')
check('Belmora broke its promise to lower tolls on grain trucks.', 'broken: broke its promise')
check('Belmora did not keep its promise on tolls for grain trucks.', 'broken: keep its promise')
check('Belmora didn’t keep its promise on tolls for grain trucks.', 'broken: keep its promise')
check('Belmora failed to honour its pledge on tolls for grain trucks.', 'broken: honour its pledge')
check('Ostria accused Belmora of breaking its promise on tolls for grain.', 'broken: breaking its promise')
check('Brandt renewed her pledge to lower the tolls on grain.', 'repeated: renewed her pledge')
check('Belmora lowered tolls on grain trucks, as promised.', 'kept: as promised')
check('Belmora lowered tolls on grain trucks, as promised.', null, false)
check('Belmora lowered tolls on grain trucks after promising it in spring.', 'kept: after promising')
check('Despite its pledge, Belmora raised tolls on grain trucks.', 'broken: Despite its pledge')
// What has not been done, might be, or is denied is no outcome.
check('Belmora will keep its promise on tolls for grain trucks.', null)
check('Belmora promised to keep tolls on grain trucks low.', null)
check('If Belmora kept its promise on tolls for grain trucks, hauliers would gain.', null)
check('Belmora has yet to fulfil its promise on tolls for grain trucks.', null)
check('Belmora has not broken its promise on tolls for grain trucks.', null)
check('Belmora must have kept its promise on tolls for grain trucks.', null)
// Another object, another maker.
check('Belmora kept its promise to open the border.', null)
check('Varland kept its promise to lower tolls on grain trucks.', null)
check('', null)
