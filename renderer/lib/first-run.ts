import { create } from 'zustand'

interface FirstRun {
  /** The wizard stays in sight although the session already knows an institution: the recovery code is still to be shown. */
  readonly isUnderWay: boolean
  readonly recoveryCode: string | undefined
  /** Somebody kept a code of this computer before; theirs opens nothing any more. */
  readonly isInherited: boolean
}

const idle: FirstRun = { isUnderWay: false, recoveryCode: undefined, isInherited: false }

export const useFirstRun = create<FirstRun>(() => idle)

/** Before the engine is asked: its answer and the new state of the session arrive in any order. */
export const beginFirstRun = (): void => useFirstRun.setState({ ...idle, isUnderWay: true })

/** Shows the code, if there is one, until the person has written it down. */
export const showRecoveryCode = (recoveryCode: string | undefined, isInherited = false): void =>
  useFirstRun.setState({ isUnderWay: recoveryCode !== undefined, recoveryCode, isInherited })

export const endFirstRun = (): void => useFirstRun.setState(idle)
