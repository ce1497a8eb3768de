import { type ReactNode, useId } from 'react'
import classes from './panel.module.css'

interface PanelProps {
  readonly title?: string
  /** At the end of the title's line: a count, a link, an action. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  /** No padding around the content: for grids that bring their own. */
  readonly flush?: boolean
  /** Takes the height that is left and lets its content scroll. */
  readonly fill?: boolean
}

/** A sheet of paper on the desk: one subject, with its title. */
export function Panel({ title, aside, children, flush = false, fill = false }: PanelProps) {
  const titleId = useId()
  return (
    <section className={classes.panel} data-fill={fill || undefined} aria-labelledby={title ? titleId : undefined}>
      {title && (
        <header className={classes.header}>
          <h2 className={classes.title} id={titleId}>
            {title}
          </h2>
          {aside && <div className={classes.aside}>{aside}</div>}
        </header>
      )}
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  )
}
