import { create } from 'zustand'

interface FirstRun {
  /** The wizard stays in sight although the session already knows an institution: the recovery code is still to be shown. */
  readonly isUnderWay: boolean
  readonly recoveryCode: string | undefined
}

const idle: FirstRun = { isUnderWay: false, recoveryCode: undefined }

export const useFirstRun = create<FirstRun>(() => idle)

export const endFirstRun = (): void => useFirstRun.setState(idle)
