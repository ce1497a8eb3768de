import { type ReactNode, useEffect, useRef } from 'react'
import classes from './page-header.module.css'

interface PageHeaderProps {
  readonly title: string
  /** One quiet line: whose page, which number, what it is for. */
  readonly subtitle?: ReactNode
  /** Badges beside the title. */
  readonly marks?: ReactNode
  readonly actions?: ReactNode
}

/** The head of every task. It takes the focus when the page opens, unless a field asks for it. */
export function PageHeader({ title, subtitle, marks, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <div className={classes.line}>
          <h1 className={classes.title} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {marks}
        </div>
        {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
