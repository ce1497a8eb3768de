import { Fragment, type ReactNode } from 'react'
import classes from './facts.module.css'

interface FactsProps {
  /** Label and what it is; a fact that is absent is left out. */
  readonly facts: readonly (readonly [string, ReactNode])[]
  /** Words rather than figures: they begin where the eye begins. */
  readonly words?: boolean
}

/** A short list of facts: label on one side, figure on the other. */
export function Facts({ facts, words = false }: FactsProps) {
  return (
    <dl className={classes.facts} data-start={words || undefined}>
      {facts
        .filter(([, fact]) => fact !== undefined && fact !== null && fact !== false)
        .map(([label, fact]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{fact}</dd>
          </Fragment>
        ))}
    </dl>
  )
}
