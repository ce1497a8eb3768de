import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import classes from '../../counter/account-strip.module.css'
import { ClientPhoto } from '../../counter/client-photo.tsx'
import { LoanMarks } from './loan-marks.tsx'

/** Whose loan it is: the last chance to see that it is the wrong person. */
export const LoanStrip = ({ loan }: { readonly loan: LoanAnswer }) => (
  <div className={classes.strip}>
    <ClientPhoto clientId={loan.clientId} name={loan.clientName} size="small" />
    <div className={classes.words}>
      <div className={classes.name}>
        <bdi>{loan.clientName}</bdi> <LoanMarks loan={loan} />
      </div>
      <div className={classes.detail}>
        <bdi>{loan.productName}</bdi>
        <bdi>{loan.number}</bdi>
      </div>
    </div>
  </div>
)
