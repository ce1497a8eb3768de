import { type Choice, type Game, play } from './play.ts'
import { turnDay } from './turn-day.ts'

export const accounting = { role: 'accountant', second: 'manager' } as const

/** Begins the next month where the first one is not over, and closes that. */
function endMonth(game: Game): void {
  const { closedMonths, foundedOn, lastDay } = game.world
  if (closedMonths.length === 0 && lastDay === foundedOn) turnDay(game)
  play(game, 'period.close', accounting, [0])
}

/** The first month is the last one of the institution's year. */
export function endYear(game: Game): void {
  endMonth(game)
  play(game, 'year.close', accounting, [0])
}

/** What takes many commands in a row, in place of every other command of its type. */
const inOneGo: Readonly<Partial<Record<Choice['type'], (game: Game) => void>>> = {
  'day.open': turnDay,
  'period.close': endMonth,
  'year.close': endYear,
}

/** Plays what a history chose next. */
export function takeChoice(game: Game, { type, who, numbers }: Choice, isExact = false): void {
  const go = Number(numbers[0]) % 2 === 0 ? inOneGo[type] : undefined
  if (go) go(game)
  else play(game, type, who, numbers, isExact)
}
