import { useTranslation } from 'react-i18next'
import { isolate } from '../../lib/isolate.ts'
import { Action } from '../../ui/action.tsx'
import classes from './import.module.css'

interface KnownRowsProps {
  readonly rows: number
  readonly freeName: string
  readonly onOther: (name: string) => void
}

/** Rows of the name stand in the books: who holds the cash says whether this is that list again or another one. */
export function KnownRows({ rows, freeName, onOther }: KnownRowsProps) {
  const { t } = useTranslation('import')
  return (
    <div className={classes.known} role="alert">
      <p>{t('known-about', { count: rows })}</p>
      <div className={classes.actions}>
        <Action onAct={() => onOther(freeName)}>{t('other-list', { name: isolate(freeName) })}</Action>
      </div>
    </div>
  )
}
