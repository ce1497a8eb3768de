import { QueryClient } from '@tanstack/react-query'
import type { EngineEvent, Topic } from '../../core/engine/port.ts'
import type { Query as EngineQuery } from '../../core/query/query.ts'
import type { SessionAnswer } from '../../core/query/session-answers.ts'
import type { Result } from '../../core/result.ts'
import { ask, listen } from './branch.ts'
import { forgetDrafts } from './drafts.ts'
import { useEngineState } from './engine-state.ts'
import { isStaleAfter } from './topics.ts'

/** Amounts in a previewed command are bigint, which JSON does not know. */
const hashKey = (key: readonly unknown[]): string =>
  JSON.stringify(key, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))

/** The engine is in this computer: no network mode, no retry, and an answer stays good until the engine says otherwise. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
      queryKeyHashFn: hashKey,
    },
  },
})

const sessionKey = ['session', { type: 'session' }] as const
type KnownSession = Result<SessionAnswer, unknown>

/** A locked window keeps nothing of the books in memory, and an opened one nothing of what it was refused while locked. */
function forget(): void {
  forgetDrafts()
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}

function follow(event: EngineEvent): void {
  switch (event.type) {
    case 'session':
      followSession(event.session)
      return
    case 'engine':
      useEngineState.setState({ state: event.state })
      if (event.state === 'ready') void meetEngine()
      return
    case 'changed':
      renew(event.topics)
  }
}

/** What is on the screen is asked again; what is not is forgotten, so that no page opens with what no longer holds. */
function renew(topics: readonly Topic[]): void {
  const predicate = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean => {
    const query = queryKey[1] as { readonly type: EngineQuery['type'] }
    return topics.some(topic => isStaleAfter(topic, query))
  }
  queryClient.removeQueries({ predicate, type: 'inactive' })
  void queryClient.invalidateQueries({ predicate })
}

function followSession(session: SessionAnswer): void {
  const known = queryClient.getQueryData<KnownSession>(sessionKey)
  const wasOpen = known?.ok === true && known.value.state === 'open'
  queryClient.setQueryData(sessionKey, { ok: true, value: session })
  if (!wasOpen || session.state !== 'open') forget()
}

/** A new engine knows nothing of the old one's session; only if it does have one, the rest is asked again. */
async function meetEngine(): Promise<void> {
  const session = await ask({ type: 'session' })
  if (session.ok) followSession(session.value)
  else queryClient.setQueryData(sessionKey, session)
  if (session.ok && session.value.state === 'open') await queryClient.invalidateQueries()
}

/** Keeps the cache true to the engine for as long as the window lives. */
export const followEngine = (): (() => void) => listen(follow)
