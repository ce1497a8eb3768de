import { useDeferredValue } from 'react'
import type { SearchHit } from '../../core/query/client-answers.ts'
import { useAnswer } from './use-answer.ts'

/** People and accounts for what is typed; the last answer stays in sight until the next is there. */
export function useFinding(text: string): { readonly hits: readonly SearchHit[]; readonly isSettled: boolean } {
  const wanted = useDeferredValue(text.trim())
  const { answer } = useAnswer(
    { type: 'search', text: wanted, limit: 30 },
    { enabled: wanted !== '', keepPrevious: true },
  )
  return { hits: wanted === '' ? [] : (answer ?? []), isSettled: answer !== undefined }
}
