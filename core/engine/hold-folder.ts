import type { StorageProblem } from '../query/session-answers.ts'
import { type InstanceLock, takeInstanceLock } from '../storage/instance-lock.ts'

export interface FolderHold {
  /** Takes the lock unless it is held already; the problem when it cannot be had now. */
  readonly hold: () => StorageProblem | null
  readonly release: () => void
}

export function holdFolder(directory: string): FolderHold {
  let lock: InstanceLock | null = null
  return {
    hold: () => {
      if (lock) return null
      const taken = takeInstanceLock(directory)
      if (!taken.ok) return taken.refusal
      lock = taken.value
      return null
    },
    release: () => {
      lock?.release()
      lock = null
    },
  }
}
