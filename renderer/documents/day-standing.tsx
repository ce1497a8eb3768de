import type { CashSheetModel } from '../../core/documents/document-model.ts'
import classes from './cash-sheets.module.css'
import type { CashWords } from './cash-words.ts'

interface DayStandingProps {
  readonly standing: CashSheetModel['standing']
  readonly words: CashWords
}

/** Whether the day is closed, by whom, and plainly where that was done over cash that nobody had counted. */
export function DayStanding({ standing, words: { cash, labels } }: DayStandingProps) {
  if (standing.state === 'no-day') return null
  if (standing.state === 'open') return <p className={classes.missing}>{cash.dayOpen}</p>
  const { closedBy, secondPersonName, isOverUncounted } = standing
  return (
    <div className={isOverUncounted ? classes.missing : classes.standing}>
      {isOverUncounted && <div>{cash.closedOver}</div>}
      <div>
        {cash.dayClosedBy} <bdi>{closedBy}</bdi>
        {secondPersonName !== undefined && (
          <>
            {' · '}
            {labels.secondPerson} <bdi>{secondPersonName}</bdi>
          </>
        )}
      </div>
    </div>
  )
}
