import { create } from 'zustand'
import type { EngineState } from '../../core/engine/port.ts'

/** Whether an engine is there; the shell tells. While it restarts, the window stays as it is and waits. */
export const useEngineState = create<{ readonly state: EngineState }>(() => ({ state: 'ready' }))
