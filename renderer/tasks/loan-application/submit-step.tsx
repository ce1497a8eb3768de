import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { OperationAct } from '../../counter/operation-act.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { goBack } from '../../routes.ts'
import { Stack } from '../../ui/page.tsx'
import { BeyondMeans, beyondMeansOf } from './beyond-means.tsx'
import classes from './loan-application.module.css'

interface SubmitStepProps {
  readonly loan: LoanAnswer
  readonly peopleNeeded: number
}

/** Hands the draft in; what stands against it is said before. */
export function SubmitStep({ loan: { loanId }, peopleNeeded }: SubmitStepProps) {
  const { t } = useTranslation('loan-application')
  const { key } = useOperationKey()
  const [why, setWhy] = useState('')
  const operation = useOperation<'loan.submit'>({ type: 'loan.submit', key, loanId, ...beyondMeansOf(why) }, { key })
  const step = useConfirmStep(operation.preview)
  const { isAllowed } = operation.preview
  useEffect(() => {
    if (isAllowed && isFocusFree()) step.button.current?.focus()
  }, [isAllowed, step.button])
  return (
    <Stack>
      <p className={classes.about}>{t('submit-about', { number: peopleNeeded })}</p>
      <BeyondMeans refusal={operation.refusal} why={why} onWhy={setWhy} onEnter={step.ask} autoFocus />
      <OperationAct operation={operation} step={step} confirmLabel={t('submit')} summary={null} onBackToForm={goBack} />
    </Stack>
  )
}

/** The page has just opened: nobody has gone anywhere yet, neither into a sheet over it nor to another field. */
const isFocusFree = (): boolean =>
  document.querySelector('[role="dialog"]') === null &&
  (document.activeElement === document.body || document.activeElement instanceof HTMLHeadingElement)
