import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './check-list.module.css'

/** What must be done before something can be closed, and what should be known. */
export const CheckList = ({ children }: { readonly children: ReactNode }) => (
  <ul className={classes.list}>{children}</ul>
)

type CheckState = 'done' | 'waits' | 'blocks'
const icons = { done: IconCircleCheck, waits: IconClock, blocks: IconAlertTriangle } as const

interface CheckProps {
  readonly state: CheckState
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** One thing to be done or to be known, with the way to it. */
export function Check({ state, children, action }: CheckProps) {
  const { t } = useTranslation('cash')
  const Icon = icons[state]
  return (
    <li className={classes.check} data-state={state}>
      <Icon size={18} stroke={1.75} aria-label={t(`check-${state}`)} />
      <span className={classes.text}>{children}</span>
      {action}
    </li>
  )
}
