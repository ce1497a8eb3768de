import type { ReactNode } from 'react'
import classes from './page.module.css'

interface PageProps {
  readonly children: ReactNode
  /** For forms: no wider than the eye goes from a label to its end. */
  readonly narrow?: boolean
  /** The page itself does not scroll; a grid in it does. */
  readonly fixed?: boolean
}

/** The working area of one task: header and panels under one another. */
export function Page({ children, narrow = false, fixed = false }: PageProps) {
  return (
    <div className={classes.page} data-page data-narrow={narrow || undefined} data-fixed={fixed || undefined}>
      {children}
    </div>
  )
}

/** Panels beside one another where there is room; the first column may lead. */
export function Columns({ children, lead = false }: { readonly children: ReactNode; readonly lead?: boolean }) {
  return (
    <div className={classes.columns} data-lead={lead || undefined}>
      {children}
    </div>
  )
}

/** Things under one another with the kit's usual distance. */
export const Stack = ({ children }: { readonly children: ReactNode }) => <div className={classes.stack}>{children}</div>

/** Small fields two by two, one under the other where there is no room. */
export const Pair = ({ children }: { readonly children: ReactNode }) => <div className={classes.pair}>{children}</div>
