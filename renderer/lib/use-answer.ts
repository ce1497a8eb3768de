import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { QueryInput } from '../../core/query/query.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'
import { type AnswerTo, ask } from './branch.ts'

export interface Answered<T> {
  readonly answer: T | undefined
  readonly refusal: Refusal | undefined
  readonly isPending: boolean
}

/**
 * What the engine answers to a query, kept until a `changed` event makes it old.
 * `keepPrevious` shows the answer to the previous query until the new one is there: for search and previews as you type.
 */
export function useAnswer<Q extends QueryInput>(
  query: Q,
  { enabled = true, keepPrevious = false }: { readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): Answered<AnswerTo<Q>> {
  const { data, isPending } = useQuery<Result<AnswerTo<Q>, Refusal>>({
    queryKey: [query.type, query],
    queryFn: () => ask(query),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
  return {
    answer: data?.ok ? data.value : undefined,
    refusal: data && !data.ok ? data.refusal : undefined,
    isPending: enabled && isPending,
  }
}

type PagedQuery = Extract<
  QueryInput,
  { type: 'journal' | 'statement' | 'ledger-lines' | 'audit-trail' | 'loan-history' }
>
type RowOf<Q extends PagedQuery> = AnswerTo<Q>['rows'][number]

export interface AnsweredPages<Row> {
  readonly rows: readonly Row[]
  readonly refusal: Refusal | undefined
  readonly isPending: boolean
  /** Asks for the next, older page; absent when there is none. */
  readonly more: (() => void) | undefined
}

/** A journal, a statement or a ledger account's lines, newest first, page by page. */
export function useAnswerPages<Q extends PagedQuery>(query: Q): AnsweredPages<RowOf<Q>> {
  const { data, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [query.type, query, 'pages'],
    queryFn: ({ pageParam }) => ask(pageParam === undefined ? query : { ...query, before: pageParam }),
    initialPageParam: undefined as Q['before'],
    getNextPageParam: last => (last.ok ? last.value.next : undefined),
  })
  const refused = data?.pages.find(page => !page.ok)
  return {
    rows: data?.pages.flatMap(page => (page.ok ? (page.value.rows as readonly RowOf<Q>[]) : [])) ?? [],
    refusal: refused && !refused.ok ? refused.refusal : undefined,
    isPending,
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined,
  }
}
