import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './figure.module.css'
import type { Tone } from './tone.ts'

interface FigureProps {
  readonly label: string
  /** The figure itself: a number, or `Money`. */
  readonly children: ReactNode
  /** One quiet line under it: what it is made of. */
  readonly detail?: ReactNode
  readonly tone?: Tone
  /** Opens what the figure is made of. */
  readonly onOpen?: () => void
}

/** One figure, large, with its label. A figure that can be opened is a button and shows it. */
export function Figure({ label, children, detail, tone = 'neutral', onOpen }: FigureProps) {
  const content = (
    <>
      <span className={classes.label}>
        {label}
        {onOpen && <IconChevronRight className={classes.chevron} size={14} stroke={1.75} aria-hidden />}
      </span>
      <span className={classes.value}>{children}</span>
      {detail && <span className={classes.detail}>{detail}</span>}
    </>
  )
  return onOpen ? (
    <button type="button" className={classes.figure} data-tone={tone} onClick={onOpen}>
      {content}
    </button>
  ) : (
    <div className={classes.figure} data-tone={tone}>
      {content}
    </div>
  )
}

/** Figures side by side on one sheet. */
export const Figures = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.figures}>{children}</div>
)
