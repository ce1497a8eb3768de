import type { Permission } from '../../core/authority/roles.ts'
import type { SessionAnswer } from '../../core/query/session-answers.ts'
import { execute } from './branch.ts'
import { flushDrafts } from './drafts.ts'
import { type Answered, useAnswer } from './use-answer.ts'

export const useSession = (): Answered<SessionAnswer> => useAnswer({ type: 'session' })

export type OpenSession = SessionAnswer &
  Required<Pick<SessionAnswer, 'signedIn' | 'institution' | 'branch' | 'device'>>

const isOpen = (session: SessionAnswer | undefined): session is OpenSession =>
  session?.state === 'open' &&
  session.signedIn !== undefined &&
  session.institution !== undefined &&
  session.branch !== undefined &&
  session.device !== undefined

/** The session of whoever is signed in; nothing while the window is locked. */
export function useOpenSession(): OpenSession | undefined {
  const { answer } = useSession()
  return isOpen(answer) ? answer : undefined
}

/** Whether the signed-in person's role has a permission. The engine decides again; this only hides what would be refused. */
export function usePermission(permission: Permission): boolean {
  return useSession().answer?.signedIn?.permissions.includes(permission) ?? false
}

export async function lock(): Promise<void> {
  flushDrafts()
  await execute({ type: 'session.lock' })
}

export async function signOut(): Promise<void> {
  flushDrafts()
  await execute({ type: 'session.sign-out' })
}
