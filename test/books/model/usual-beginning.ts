import { makeBeginning } from './play.ts'

const by = (role: 'officer' | 'manager' | 'head-office') => ({ role, second: null })

/**
 * What nearly every history needs: a day, drawers with cash, a rate, a few people with accounts and money on them. It is the last day of
 * the institution's year.
 */
export const usualBeginning = makeBeginning(
  [
    ['day.open', by('officer'), [1]],
    ['drawer.open', by('officer'), [0, 1]],
    ['drawer.open', by('manager'), [0, 1]],
    ['rate.publish', by('head-office'), [0]],
    ['drawer.open', by('officer'), [2, 0]],
    ...[0, 1, 2].flatMap(
      at =>
        [
          ['client.register', by('officer'), [0]],
          ['savings.open', by('officer'), [at, 1, at]],
          ['savings.deposit', by('officer'), [at, 0, 3, 0]],
        ] as const,
    ),
  ],
  { start: '2026-03-31T07:00:00.000Z', fiscalYearStartMonth: 4 },
)
