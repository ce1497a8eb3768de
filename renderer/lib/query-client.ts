import { QueryClient } from '@tanstack/react-query'
import type { EngineEvent } from '../../core/engine/port.ts'
import type { Query as EngineQuery } from '../../core/query/query.ts'
import { listen } from './branch.ts'
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

/** A locked window keeps nothing of the books in memory. */
function forget(): void {
  forgetDrafts()
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}

function follow(event: EngineEvent): void {
  switch (event.type) {
    case 'session':
      queryClient.setQueryData(sessionKey, { ok: true, value: event.session })
      if (event.session.state !== 'open') forget()
      return
    case 'engine':
      useEngineState.setState({ state: event.state })
      if (event.state === 'ready') void queryClient.invalidateQueries()
      return
    case 'changed':
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => {
          const query = queryKey[1] as { readonly type: EngineQuery['type'] }
          return event.topics.some(topic => isStaleAfter(topic, query))
        },
      })
  }
}

/** Keeps the cache true to the engine for as long as the window lives. */
export const followEngine = (): (() => void) => listen(follow)
