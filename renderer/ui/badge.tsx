import type { ReactNode } from 'react'
import classes from './badge.module.css'
import type { Tone } from './tone.ts'

/** A small word about a state. The word says it; the colour only helps. */
export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  )
}
