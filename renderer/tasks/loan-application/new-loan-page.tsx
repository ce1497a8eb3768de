import { useTranslation } from 'react-i18next'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { applicationOf, emptyApplication } from './application-form.ts'
import { ApplicationFormPage } from './application-form-page.tsx'
import { firstLines, typedLines } from './household-form.ts'

/** A loan that a client asks for. */
export function NewLoanPage({ clientId }: { readonly clientId: string }) {
  const { answer: client, refusal } = useAnswer({ type: 'client', clientId })
  const { answer: offers, refusal: refused } = useAnswer({ type: 'loan-offers', clientId })
  const against = refusal ?? refused
  if (against) return <RefusedPage refusal={against} />
  if (!client || !offers) return null
  return (
    <ApplicationFormPage form={`loan/new/${clientId}`} client={client} offers={offers} initial={emptyApplication} />
  )
}

/** An application that is worked on again. */
export function AmendLoanPage({ loanId }: { readonly loanId: string }) {
  const { i18n } = useTranslation()
  const today = useOpenSession()?.businessDate ?? wallDate()
  const { answer: loan, refusal } = useAnswer({ type: 'loan', loanId })
  const { answer: application } = useAnswer({ type: 'loan-application', loanId })
  const { answer: means } = useAnswer({ type: 'loan-affordability', loanId })
  const clientId = loan?.clientId ?? ''
  const { answer: client } = useAnswer({ type: 'client', clientId }, { enabled: loan !== undefined })
  const { answer: offers } = useAnswer({ type: 'loan-offers', clientId }, { enabled: loan !== undefined })
  if (refusal) return <RefusedPage refusal={refusal} />
  if (!loan || !application || !client || !offers || !means) return null
  const note = application.steps.findLast(({ type }) => type === 'loan.drafted')?.note ?? ''
  const { household } = means
  const said = {
    note,
    groupId: application.group?.groupId ?? '',
    household: household ? typedLines(household, { currency: loan.currency, locale: i18n.language }) : firstLines,
  }
  return (
    <ApplicationFormPage
      form={`loan/amend/${loanId}`}
      client={client}
      offers={offers}
      initial={applicationOf(loan, said, { today, locale: i18n.language })}
      loan={loan}
    />
  )
}
