import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
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

let founded: Promise<string> | undefined

/** The real application with an institution in it; nobody is signed in. */
export async function launchFounded(options: LaunchOptions = {}): Promise<FoundedBranch> {
  founded ??= found()
  const branch = await launchBranch({ ...options, copyOf: await founded })
  const port = pagePort(branch.page)
  const must = async (command: object) => {
    const result = await port.execute(command as never)
    if (!result.ok) throw new Error(result.refusal.type)
    return result.value as { readonly created?: Readonly<Record<string, string>> }
  }
  return {
    ...branch,
    signIn: async code => {
      await must({ type: 'session.sign-in', code, passphrase: foundedPassphrase })
    },
    execute: async command => (await must({ key: randomUUID(), ...command })).created ?? {},
  }
}

/** Founds in the real application, once for each worker, which gives every test a copy of the folder that this leaves. */
async function found(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-founded-'))
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  const branch = await launchBranch({ dataFolder: folder })
  const result = await pagePort(branch.page).execute({ type: 'institution.create', key: randomUUID(), founding })
  if (!result.ok) throw new Error(result.refusal.type)
  await branch.close()
  return folder
}
