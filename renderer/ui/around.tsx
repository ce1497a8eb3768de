import type { ReactNode } from 'react'

/** Stands in a sentence for what is put there. */
export const place = '\ufffc'

/** A sentence around something that is more than text, such as a path that keeps its order and can be copied as it is. */
export function Around({ sentence, children }: { readonly sentence: string; readonly children: ReactNode }) {
  const [before = '', after = ''] = sentence.split(place)
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}
