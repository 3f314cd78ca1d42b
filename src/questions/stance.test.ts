import { expect, test } from 'vitest'
import { compareStances, type Position } from './stance.ts'

const say = (words: string, act = 'say', more: Partial<Position> = {}): Position => ({
  ...{ act, cue: { start: 0, end: 1, text: act }, words: { start: 10, end: 10 + words.length, text: words }, isNegated: false, hedges: [], ...more },
})

const check = (name: string, earlier: Position, later: Position, expected: string[]) =>
  test(name, () => {
    const changes = compareStances(earlier, later)
    expect(changes.map(({ kind, before, after }) => `${kind}: ${before?.text ?? '-'} > ${after?.text ?? '-'}`)).toEqual(expected)
    for (const { before, after } of changes)
      for (const [span, { words }] of [
        [before, earlier],
        [after, later],
      ] as const)
        if (span && span.start >= 10) expect(words.text.slice(span.start - 10, span.end - 10)).toBe(span.text)
  })

check('not added', say('Belmora will support the plan'), say('Belmora will not support the plan'), ['negation: support > not support'])
check('not taken away', say('Belmora cannot support the plan'), say('Belmora can support the plan'), ['negation: cannot support > support'])
check('n’t', say('We won’t close the pass'), say('We will close the pass'), ['negation: won’t close > close'])
check('a hedge', say('Belmora will join the pact'), say('Belmora might join the pact'), ['hedge: join > might join'])
check('both', say('Belmora may support the plan'), say('Belmora will never support the plan'), [
  'negation: support > never support',
  'hedge: may support > support',
])
check('the month', say('The talks open the pass in May next year'), say('The talks open the pass next year'), [])
check('denied', say('Belmora has a plan'), say('Belmora has a plan', 'deny'), ['act: say > deny'])
check('refused what was promised', say('to open the pass', 'promise'), say('to open the pass', 'decline'), ['act: promise > decline'])
check('asked', say('Is the pass open', 'ask'), say('The pass is open'), [])
check('did not say', say('the pass is open'), say('the pass is open', 'say', { isNegated: true }), ['negation: say > say'])
check('about something else', say('We do not fear rain'), say('We fear taxes'), [])
check('another verb', say('Belmora won’t support sanctions'), say('Belmora had planned sanctions'), [])
check('with and without', say('We support it, we do not support it, the plan'), say('We support the plan'), [])
check('in another clause', say('No, Belmora supports the plan'), say('Belmora supports the plan'), [])
check('a hedge outside', say('the plan is ready', 'say', { hedges: [{ start: 0, end: 8, text: 'partly' }] }), say('the plan is ready'), ['hedge: partly > -'])
check('nothing', say(''), say(''), [])
