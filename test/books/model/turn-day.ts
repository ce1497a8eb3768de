import { type Game, play } from './play.ts'
import { openOf } from './world.ts'

/** Ends the day as people do, each drawer counted or closed by its keeper to the last coin and the vault by its own, and begins the next one. */
export function turnDay(game: Game): void {
  const { world } = game
  for (const drawer of world.drawers.filter(({ isOpen }) => isOpen)) {
    const at = openOf(world.drawers).indexOf(drawer)
    const way = drawer.keeper === 'officer' ? 'drawer.count' : 'drawer.close'
    play(game, way, { role: drawer.keeper, second: null }, [at, 0, 1])
  }
  for (const [place] of world.uncountedVault)
    play(game, 'vault.count', { role: 'manager', second: null }, [place.endsWith('USD') ? 2 : 0, 0, 0])
  play(game, 'day.close', { role: 'officer', second: 'manager' }, [0])
  play(game, 'day.open', { role: 'officer', second: null }, [1])
  play(game, 'drawer.open', { role: 'manager', second: null }, [0, 1])
}
