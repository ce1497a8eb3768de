import { randomUUID } from 'node:crypto'
import type { Founding } from '../../../core/institution/founding.ts'
import { type Branch, type LaunchOptions, launchBranch } from './launch-branch.ts'
import { pagePort } from './page-port.ts'

export const foundedPassphrase = 'correct horse battery staple'

export const founding: Founding = {
  institutionName: 'Tumaini Microfinance',
  country: 'KE',
  currency: 'KES',
  template: 'microfinance',
  branch: { code: '001', name: 'Kisumu' },
  staff: [
    { code: 'HO1', name: 'Grace Wanjiru', role: 'head-office', passphrase: foundedPassphrase },
    { code: 'MGR1', name: 'Daniel Otieno', role: 'manager', passphrase: foundedPassphrase },
    { code: 'TEL1', name: 'Peter Mwangi', role: 'teller', passphrase: foundedPassphrase },
  ],
  openingVault: [{ faceMinor: 100_000n, pieces: 2_000 }],
}

export interface FoundedBranch extends Branch {
  /** Signs in past the screen, for what is not the matter of the test. */
  readonly signIn: (code: string) => Promise<void>
  /** Executes a journal command and gives what it made. */
  readonly execute: (command: {
    readonly type: string
    readonly [field: string]: unknown
  }) => Promise<Readonly<Record<string, string>>>
}

/** The real application with an institution in it; nobody is signed in. */
export async function launchFounded(options: LaunchOptions = {}): Promise<FoundedBranch> {
  const branch = await launchBranch(options)
  const port = pagePort(branch.page)
  const must = async (command: object) => {
    const result = await port.execute(command as never)
    if (!result.ok) throw new Error(result.refusal.type)
    return result.value as { readonly created?: Readonly<Record<string, string>> }
  }
  await must({ type: 'institution.create', key: randomUUID(), founding })
  return {
    ...branch,
    signIn: async code => {
      await must({ type: 'session.sign-in', code, passphrase: foundedPassphrase })
    },
    execute: async command => (await must({ key: randomUUID(), ...command })).created ?? {},
  }
}
