import { create } from 'zustand'

interface FirstRun {
  /** The wizard stays in sight although the session already knows an institution: the recovery code is still to be shown. */
  readonly isUnderWay: boolean
  readonly recoveryCode: string | undefined
  /** There was a code of this computer before, which opens nothing any more: nobody kept it, or this person replaced it. */
  readonly older: OlderCode | undefined
}

export type OlderCode = 'inherited' | 'renewed'

const idle: FirstRun = { isUnderWay: false, recoveryCode: undefined, older: undefined }

export const useFirstRun = create<FirstRun>(() => idle)

/** Before the engine is asked: its answer and the new state of the session arrive in any order. */
export const beginFirstRun = (): void => useFirstRun.setState({ ...idle, isUnderWay: true })

/** Shows the code, if there is one, until the person has written it down. */
export const showRecoveryCode = (recoveryCode: string | undefined, older?: OlderCode): void =>
  useFirstRun.setState({ isUnderWay: recoveryCode !== undefined, recoveryCode, older })

export const endFirstRun = (): void => useFirstRun.setState(idle)
