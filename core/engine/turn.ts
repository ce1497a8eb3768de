import type { Installation } from './installation.ts'

/** So long others wait, at most by one piece of work: then whoever has asked meanwhile is served. */
const turnMs = 50

/** One stretch of long work. */
export interface Turn {
  readonly isOver: () => boolean
}

export function beginTurn({ timekeeper }: Pick<Installation, 'timekeeper'>): Turn {
  const beganMs = timekeeper.elapsedMs()
  return { isOver: () => timekeeper.elapsedMs() - beganMs >= turnMs }
}

/** Lets those be served who have asked. */
export const serveOthers = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
