import { expect, test } from 'vitest'
import { checkStep, loanTransitions } from '../../../core/loans/loan-states.ts'
import { loanStates, loanSteps } from '../../../core/refusals/loan-refusal.ts'

/** Every pair of state and step as one letter: whether it is possible. In the order of `loanSteps`. */
const possible: Readonly<Record<(typeof loanStates)[number], string>> = {
  //              am su ap mt re wi ca se rs di rf rp ch wa mo rd wo rv
  draft: /*    */ 'y  y  -  -  -  y  y  y  y  -  -  -  -  -  -  -  -  -',
  submitted: /**/ 'y  -  y  y  y  y  y  y  y  -  -  -  -  -  -  -  -  -',
  approved: /* */ 'y  -  -  y  y  y  y  y  y  y  y  -  -  -  -  -  -  -',
  active: /*   */ '-  -  -  -  -  -  -  y  y  y  -  y  y  y  y  -  y  y',
  overpaid: /* */ '-  -  -  -  -  -  -  -  -  y  -  -  y  -  -  y  -  y',
  'paid-off': /**/ '-  -  -  -  -  -  -  -  -  y  -  -  -  -  -  -  -  y',
  'written-off': '-  -  -  -  -  -  -  -  y  -  -  y  -  -  -  -  -  y',
  rejected: /* */ '-  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
  withdrawn: /**/ '-  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
  cancelled: /**/ '-  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
}

test.each(loanStates)(
  '[L30] every step from %s is possible or refused, and the refusal says what is possible',
  state => {
    const said = possible[state].split(/\s+/).map(letter => letter === 'y')
    expect(said.length).toBe(loanSteps.length)
    for (const [place, step] of loanSteps.entries()) {
      const checked = checkStep(state, step)
      expect([step, checked.ok]).toEqual([step, said[place]])
      if (!checked.ok)
        expect(checked.refusal).toEqual({
          type: 'loan-state',
          state,
          possible: loanSteps.filter((_, other) => said[other]),
        })
    }
  },
)

test('[L30] every step leads to states of the table, and each state but the first is reached', () => {
  const reached = new Set(Object.values(loanTransitions).flatMap(steps => Object.values(steps).flat()))
  expect(loanStates.filter(state => state !== 'draft' && !reached.has(state))).toEqual([])
})
