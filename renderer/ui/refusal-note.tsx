import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../core/refusal.ts'
import { useRefusalText } from '../lib/refusal-text.ts'
import { useCountdown } from '../lib/use-countdown.ts'
import classes from './refusal-note.module.css'

interface RefusalNoteProps {
  readonly refusal: Refusal
  /** What can be done about it here, instead of what can be done about it elsewhere. */
  readonly next?: string
  /** The way on, where this screen has one: look at the other client, ask a second person. */
  readonly action?: ReactNode
}

/** A typed no in the officer's words: what stands against it, and what can be done. Read aloud when it appears. */
export function RefusalNote({ refusal, next: here, action }: RefusalNoteProps) {
  const text = useRefusalText(refusal)
  const [fact = '', ...next] = text.split('\n')
  return (
    <div className={classes.note} role="alert" data-refusal={refusal.type}>
      <IconAlertTriangle className={classes.icon} size={18} stroke={1.75} aria-hidden />
      <div className={classes.text}>
        <p className={classes.fact}>{fact}</p>
        {(here === undefined ? next : [here]).map(line => (
          <p className={classes.next} key={line}>
            {line}
          </p>
        ))}
        {'waitSeconds' in refusal && <Wait refusal={refusal} />}
        {action && <div className={classes.action}>{action}</div>}
      </div>
    </div>
  )
}

function Wait({ refusal }: { readonly refusal: Extract<Refusal, { waitSeconds: number }> }) {
  const { t } = useTranslation('frame')
  const left = useCountdown(refusal.waitSeconds, refusal)
  return left > 0 ? <p className={classes.next}>{t('wait-seconds', { count: left })}</p> : null
}
