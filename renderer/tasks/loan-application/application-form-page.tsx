import { IconArrowsSplit } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProductFault } from '../../../core/products/product-check.ts'
import type { ClientAnswer } from '../../../core/query/client-answers.ts'
import type { LoanAnswer, LoanOffered, LoanOffersAnswer } from '../../../core/query/loan-answers.ts'
import { OperationForm } from '../../counter/operation-form.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { ruleWord } from '../../lib/refusal-text.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { goBack, replaceWith } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ApplicationFields } from './application-fields.tsx'
import { type ApplicationForm, otherOfferOf, readApplication } from './application-form.ts'
import { LiveLoan, useCountedOffer } from './live-loan.tsx'
import { OtherOffer } from './other-offer.tsx'
import { useFocusBack } from './use-focus-back.ts'

interface ApplicationFormPageProps {
  /** The name of its draft. */
  readonly form: string
  readonly client: ClientAnswer
  readonly offers: LoanOffersAnswer
  readonly initial: ApplicationForm
  /** The application that is worked on again; without it, a new one. */
  readonly loan?: LoanAnswer
}

/** What a client asks for: the terms on one side, what they come to on the other, with every key. Rule: W60. */
export function ApplicationFormPage(props: ApplicationFormPageProps) {
  const { t } = useTranslation('loan-application')
  const { client, offers, loan } = props
  const mayHave = offers.offered.filter(({ against }) => !against)
  const kept = offers.offered.find(({ product }) => product.productId === loan?.product.productId)
  const first = kept ?? mayHave[0] ?? offers.offered[0]
  if (first) return <Application {...props} first={first} />
  return (
    <Page narrow>
      <PageHeader title={t('new-title')} subtitle={<bdi>{client.name}</bdi>} />
      <EmptyState title={t('no-products')}>{t('no-products-hint')}</EmptyState>
    </Page>
  )
}

function Application(props: ApplicationFormPageProps & { readonly first: LoanOffered }) {
  const { client, offers, loan, first } = props
  const { t, i18n } = useTranslation('loan-application')
  const today = useOpenSession()?.businessDate ?? wallDate()
  const draft = useDraft<ApplicationForm>(props.form, props.initial)
  const { values } = draft
  const chosen = offers.offered.find(({ product }) => product.productId === values.productId) ?? first
  const { product } = chosen
  const locale = i18n.language
  const read = readApplication(values, chosen, { today, locale })
  const preview = useCountedOffer(product, read.offer)
  const command =
    read.agreed && draft.isReady
      ? {
          type: 'loan.draft' as const,
          key: draft.key,
          ...(loan ? { loanId: loan.loanId } : {}),
          clientId: client.clientId,
          ...read.agreed,
        }
      : undefined
  const operation = useOperation<'loan.draft'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  const rememberField = useFocusBack(values.isCompared)
  const { outcome, refusal } = operation
  const loanId = loan?.loanId ?? outcome?.created.loanId
  useEffect(() => {
    if (outcome && loanId) replaceWith({ task: 'loan-application', loanId })
  }, [outcome, loanId])
  const isOfField = refusal?.type === 'field-invalid'
  const wordOf = useFieldWord(isOfField ? [...read.faults, refusal] : read.faults)
  if (outcome) return null
  function compare(): void {
    if (!values.isCompared) rememberField()
    draft.change({ isCompared: !values.isCompared })
  }
  return (
    <OperationForm
      title={loan ? t('amend-title', { number: loan.number }) : t('new-title')}
      hint={t('for-client', { name: client.name, cycle: offers.cycle })}
      actions={
        <Action shortcut="f9" icon={<IconArrowsSplit size={16} aria-hidden />} onAct={compare}>
          {t('compare')}
        </Action>
      }
      draft={draft}
      names={[]}
      operation={operation}
      step={step}
      confirmLabel={t('save-draft')}
      summary={null}
      effect={
        values.isCompared ? (
          <OtherOffer
            product={product}
            form={values}
            onChange={draft.change}
            preview={preview}
            offer={otherOfferOf(values, product, { ...read.days, locale })}
          />
        ) : (
          <LiveLoan product={product} read={read} preview={preview} dues={offers.dues} />
        )
      }
      isHeld={read.faults.length > 0}
      asksFor={isOfField ? 'field-invalid' : undefined}
      onDone={goBack}
    >
      <ApplicationFields
        clientId={client.clientId}
        offers={offers}
        chosen={chosen}
        form={values}
        read={read}
        wordOf={wordOf}
        onChange={draft.change}
      />
    </OperationForm>
  )
}

/** Why a field is not taken, to stand under it. */
function useFieldWord(faults: readonly ProductFault[]): (field: string) => string | undefined {
  const { t } = useTranslation('refusals')
  return field => {
    const fault = faults.find(one => one.field === field)
    return fault && ruleWord(fault.rule, t)
  }
}
