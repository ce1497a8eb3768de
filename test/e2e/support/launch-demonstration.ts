import { randomUUID } from 'node:crypto'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { type DemonstrationDay, playDemonstrationDay } from '../../../core/demo/demonstration-day.ts'
import { demonstrationPassphrase } from '../../../core/demo/demonstration-people.ts'
import type { EnginePort } from '../../../core/engine/port.ts'
import { type Branch, launchBranch } from './launch-branch.ts'
import { pagePort } from './page-port.ts'

export const officerSignIn = { type: 'session.sign-in', code: 'OFF1', passphrase: demonstrationPassphrase } as const

export interface DemonstrationBranch extends Branch {
  readonly port: EnginePort
  readonly day: DemonstrationDay
}

/** The real application after the demonstration day, played today through the window's own port; its officer is signed in. */
export async function launchDemonstration(): Promise<DemonstrationBranch> {
  const branch = await launchBranch()
  const port = pagePort(branch.page)
  const date = businessDate(new Date().toISOString().slice(0, 10))
  const day = await playDemonstrationDay({ port, newKey: randomUUID, say: () => undefined, date })
  return { ...branch, port, day }
}
